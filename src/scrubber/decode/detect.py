"""Bytes that are no UTF-8 in, their text in the likeliest encoding and the evidence out.

chardet ranks the encodings by the frequency of letter pairs in each language. To that comes what
it does not weigh: Windows encodings are commoner than those of DOS and the Macintosh, no word
mixes Latin with Cyrillic letters, no symbol stands within a word.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from scrubber.closest import hint
from scrubber.decode.errors import DecodeError
from scrubber.model import Origin
from scrubber.mojibake import judge
from scrubber.mojibake.alphabets import share_of_one_language

_UNICODE = ("utf-16-be", "utf-16-le", "utf-32-be", "utf-32-le")
_COMMON = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "cp874", "koi8-r", "koi8-u", "big5hkscs", "cp932", "cp949", "euc_jis_2004", "euc_kr",
    "gb18030", "shift_jis_2004",
)  # fmt: skip
_ISO = ("iso8859-2", "iso8859-5", "iso8859-7", "iso8859-9", "iso8859-15")
_OLD = ("cp437", "cp850", "cp852", "cp866", "mac-roman", "mac-cyrillic")

_ISO_WEIGHT, _OLD_WEIGHT = 0.9, 0.9
_CP1252_WEIGHT = 1.2
_CP1252_WEIGHT_OF_FEW = 1.35
_CP1252_WEIGHT_OF_MARKS = 3.0
_CP1252_WEIGHT_OF_SELDOM = 0.5
_WEIGHT_OF_STRAYS = 0.2
_FEW = 4
_SELDOM = "ŠšŽžŒœŸƒ"  # in cp1252; other encodings have common letters there
_MARKS = "“”‘’„‚–—…•€™«»£©®°\xa0"
_NO_EVIDENCE = 0.003
_NEAREST = ((0.1, 0.95), (0.02, 0.75), (0, 0.2))
"""How near to a score of at least so much the next may come: to weak evidence it must be far."""
_SAMPLE = 100_000
"""Characters over which a reading is judged."""


class Reading(NamedTuple):
    """The file read in one encoding."""

    score: float
    encoding: str
    text: str


def detect(data: bytes) -> tuple[str, Origin]:
    """The text of ``data`` in the encoding that explains the whole of it best.

    Raises:
        DecodeError: no encoding makes a text of it, or several do equally well.
    """
    readings = _readings(data)
    if not readings:
        raise DecodeError("the file is not text: name its encoding with --encoding if it is")
    best = readings[0]
    others = [reading for reading in readings[1:] if reading.text != best.text]
    nearest = best.score * next(ratio for least, ratio in _NEAREST if best.score >= least)
    close = [other for other in others if other.score > nearest]
    if close or best.score < _NO_EVIDENCE:
        names = ", ".join(reading.encoding for reading in [best, *(close or others)][:4])
        raise DecodeError(f"the encoding cannot be told (candidates: {names}): use --encoding")
    evidence = f"detected with {best.score:.2f}"
    if others:
        evidence += f", next {others[0].encoding} with {others[0].score:.2f}"
    return best.text, Origin(best.encoding, evidence)


def is_binary(text: str) -> bool:
    """Whether a reading has more control characters than strayed into it."""
    return len(_c0().findall(text)) > 1 + len(text) / 50


def known_names(name: str) -> str:
    """The hint for a user who named an encoding that does not exist."""
    return hint(name.lower(), ["utf-8", *_UNICODE, *_COMMON, *_ISO, *_OLD, "latin-1"])


def _readings(data: bytes) -> list[Reading]:
    """All readings of ``data`` without a control character, the likeliest first."""
    import chardet

    found = chardet.detect_all(
        data,
        ignore_threshold=True,
        max_bytes=len(data),
        compat_names=False,
        include_encodings=_UNICODE + _COMMON + _ISO + _OLD,
    )
    readings: list[Reading] = []
    for candidate in found:
        name = candidate["encoding"]
        text = _strict(data, name) if name else None
        if name and text is not None and not (_c1().search(text) or is_binary(text)):
            sample = text[:_SAMPLE]
            score = candidate["confidence"] * _weight(name, sample) * _plausibility(sample)
            readings.append(Reading(score, name, text))
    return sorted(readings, key=lambda reading: -reading.score)


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _weight(name: str, text: str) -> float:
    """How common the encoding is, by itself and for a text of this kind."""
    beyond = [c for c in text if c > "\x7f"]
    few = len(beyond) <= _FEW
    if few and (_frames().search(text) or _has_foreign_letter(text)):
        return _WEIGHT_OF_STRAYS
    if name != "cp1252":
        return _ISO_WEIGHT if name in _ISO else _OLD_WEIGHT if name in _OLD else 1.0
    if all(c in _MARKS for c in beyond):
        return _CP1252_WEIGHT_OF_MARKS
    letters = [c for c in beyond if c.isalpha()]
    if sum(c in _SELDOM for c in letters) > len(letters) / 2:
        return _CP1252_WEIGHT_OF_SELDOM
    return _CP1252_WEIGHT_OF_FEW if few else _CP1252_WEIGHT


def _has_foreign_letter(text: str) -> bool:
    """Whether letters of another script stand in a text that has no word of it."""
    foreign = _foreign().findall(text)
    return bool(foreign) and max(map(len, foreign)) == 1


def _plausibility(text: str) -> float:
    """The share of words beyond ASCII that are of one script and hold no symbol.

    In Latin script also the share of letters that one language has.
    """
    words = [word for word in _words().findall(text) if not word.isascii()]
    odd = sum(bool(_mixed().search(word)) for word in words) + len(_symbols().findall(text))
    share = 1 - odd / (len(words) + odd) if odd else 1.0
    return (share * share_of_one_language(text)) ** 2


@cache
def _c0() -> re.Pattern[str]:
    return re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@cache
def _c1() -> re.Pattern[str]:
    return re.compile(r"[\x80-\x9f]")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _mixed() -> re.Pattern[str]:
    """Letters of two scripts side by side, or a capital beyond ASCII behind a small letter."""
    latin, other = "[A-Za-z\u00c0-\u024f]", "[\u0370-\u06ff\u0e00-\u0e7f]"
    return re.compile(f"{latin}{other}|{other}{latin}|[a-zß-öø-ÿ][{judge.UPPER}]")


@cache
def _symbols() -> re.Pattern[str]:
    """Symbols between two letters, some beside one, a letter beyond ASCII before a digit.

    Also points under no letter, and letters of a word's end within one.
    """
    symbol = "¡-¬®-³¶-¿×÷ˇ˘˙˛˝†‡•‰€“”\u2500-\u25ff"
    return re.compile(
        rf"(?<=[^\W\d_])[{symbol}](?=[^\W\d_])|(?<=[^\W\d_])[‚„¦¬¶±ˇ˘˛˙˝]"
        r"|[®¦¬¶±ˇ˘˛˙˝](?=[^\W\d_])|\b[^\W\d_a-zA-Z](?=\d)"
        r"|(?<![^\W\d_])[\u0591-\u05c7]|[ךםןףץ](?=[א-ת])|ς(?=[α-ω])"
    )


@cache
def _foreign() -> re.Pattern[str]:
    """Letters that are not Latin, in a row."""
    return re.compile("[\u0370-\u1dff\u2e80-\uffdc]+")


@cache
def _frames() -> re.Pattern[str]:
    return re.compile("[\u2500-\u25ff]")
