"""What speaks for mojibake, and against a repair: small questions about a few characters.

``is_odd`` and ``is_bad`` ask of the text as it stands whether its characters can be neighbours;
``fits`` and ``reads_well`` ask of a repaired text whether its characters belong there.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from scrubber.mojibake.skip import beginning_beyond_ascii, touching_beyond_ascii

_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_LOWER = "a-zß-öø-ÿ"
UPPER = "".join(filter(str.isupper, map(chr, range(0xC0, 0x250))))
_ALIEN = "\u0370-\u03ff\u0400-\u052f"
_FRAME = "\u2500-\u259f\u2310\u2320\u2321\u20a7"
_SYMBOL = "¡-¨ª-¬¯±µ¶¸º¼-¿×÷†‡‰‹„"
_SPACING = "ˇ˘˙˛˝"
_SIGN = "©®™°²³¹€№"
_PLAIN_MATH = "∂∑∏∫Ωµ≤≥¥±∞®©™´¨≠°¢£§•¶¬†"
_MATH = f"{_PLAIN_MATH}ªºß«»…–—“”‘’"

_BEGINNING = 400
_FEW = 8
_COMMON_MARKS = "“”‘’„‚«»‹›–—…¿¡\xa0\ufffd"

# Scripts that share no word with Latin letters.
_SCRIPTS = {
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Cyrillic": "\u0400-\u052f",
    "Armenian": "\u0530-\u058f",
    "Hebrew": "\u0590-\u05ff",
    "Arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "Indic": "\u0900-\u0dff",
    "Thai": "\u0e00-\u0eff",
    "Georgian": "\u10a0-\u10ff",
    "Hangul": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3",
    "Han": "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff",
}
_FOREIGN = "".join(_SCRIPTS.values())
_RARE = (
    "\x80-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"  # controls, private use
    "\u0138\u0149\u017f-\u018e\u0190-\u019f\u01a2-\u01ae\u01b1-\u01cc\u01dd-\u0217\u021c-\u0258"
    "\u025a-\u02b9\u02cd-\u02d7\u0370-\u0373\u0376-\u037d\u037f\u03cf-\u03ff\u0460-\u048f"
    "\u0500-\u052f\u0700-\u074f\u0780-\u08ff\u0eda-\u10a0\u1680-\u1cff\u2c00-\u2dff\ua000-\uabff"
)
_UNLIKELY = (
    "\u02b0-\u02ba\u02bd-\u02ff\u2500-\u259f\u2800-\u28ff"  # modifiers, frames, Braille
    "\U00010000-\U0001d3ff\U0001d800-\U0001efff\U0001fb00-\U0010ffff"
)
_LETTER_SIGNS = "\u0300-\u036f\u0591-\u06ed\u0900-\u0eff\u200c\u200d"  # vowels and tones
_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a"


@cache
def _odd() -> re.Pattern[str]:
    """Neighbours that ftfy's detector does not look for.

    They come of KOI8-R and cp437 (frames), Mac Roman (mathematics), cp1251 over Latin text (two
    alphabets in one word), cp1250 (a capital within a word), cp850 and cp866 (punctuation).
    """
    return touching_beyond_ascii(
        f"[^\\W\\d_][{_FRAME}]|[{_FRAME}][^\\W\\d_]"
        f"|[{_LATIN}][{_ALIEN}]|[{_ALIEN}][{_LATIN}]|[{_ALIEN}][{_SYMBOL}]"
        f"|[{_ALIEN}][{_SIGN}][A-Za-z]"
        f"|[{_LOWER}][{UPPER}][À-ÖØ-öø-ɏ]"
        f"|[{_LOWER}][{UPPER}][\xa0¡¦-¿{_SPACING}\u2010-\u203a€™]|[{UPPER}]\xad[{_LOWER}]|(?<![A-Z{UPPER}])[ÃĂĆГΓ]\xad(?![^\\W\\d_])"
        f"|[A-Za-z][√≈∆◊ƒ¬]|[√ƒ◊][À-ÖØ-öø-ÿ]|[√≈][{_MATH}](?!\\d)|≈[À-ÖØ-öø-ÿ]"
        f"|ÔÇ[£ØÖ×óôöÿª]|тА[УФШЩЬЭЮвж]|â„[¢–ƒ]|‚Ä[êëìîïòôöúùû†°¢π∫∞¶]|‚[^\\W\\d_a-zA-Z][{_PLAIN_MATH}]"
        f"|[–—][^\\W\\d_a-zA-Z][–—]|[–—][{_MATH}][–—]"
        f"|[ÿŸ◊](?:[{_MATH}]|[^\\W\\d_a-zA-Z])|[A-Za-z][ÿŸ]"
    )


def is_bad(text: str, start: int, end: int) -> bool:
    """What ftfy's detector says of ``[start, end)`` and the characters around it."""
    from ftfy.badness import BADNESS_RE

    return BADNESS_RE.search(text, max(0, start - 2), end + 1) is not None


@cache
def _natural() -> re.Pattern[str]:
    """Sequences that sound text has: a letter and a mark, capitals, small letters, one alphabet."""
    mark = "“”‘’„‚«»‹›–—…\xa0®™°ªº"
    latin = "À-ÖØ-öø-ɏŒœŠšŽžŸ"
    return beginning_beyond_ascii(
        f"[{latin}{_ALIEN}][{mark}]|[{mark}][{latin}{_ALIEN}]|[{_ALIEN}]{{2}}"
        f"|[{UPPER}]{{2}}|[ß-öø-ÿ]{{2}}|[{mark}]{{2}}"
    )


def count_unnatural(source: str, count: int) -> int:
    """How many of the ``count`` sequences in ``source`` could not be sound, at least."""
    return count - len(_natural().findall(source))


def is_broken(text: str) -> bool:
    """Whether anything in ``text`` shows that it was misread."""
    ends = (min(len(text), _BEGINNING), len(text))  # a broken text is mostly so from the start
    return any(is_bad(text, 0, end) or is_odd(text, 0, end) for end in ends)


def is_odd(text: str, start: int, end: int) -> bool:
    """Whether characters of ``[start, end)`` cannot stand beside each other or the next ones."""
    return _odd().search(text, max(0, start - 1), end + 1) is not None


@cache
def _in_word() -> re.Pattern[str]:
    return re.compile(
        f"(?<=[{_LOWER}])[{UPPER}][¡-¬®-¿{_SPACING}]|[{UPPER}][¡-¬®-¿{_SPACING}](?=[{_LOWER}])"
    )


def is_in_word(text: str, start: int, end: int) -> bool:
    """Whether a sequence is a capital and a symbol beside a small letter."""
    return _in_word().match(text, start, end + 1) is not None


@cache
def _capital_and_mark() -> re.Pattern[str]:
    return re.compile(f"[{UPPER}{_ALIEN}](?:[’”»›“…\xa0 ]|[”»›“](?![^\\W\\d_]))")


def is_capital_and_mark(text: str, start: int, end: int) -> bool:
    """Whether a sequence is a capital letter with a closing quote, an ellipsis or a blank.

    That is how words end; only within a word of small letters it is not.
    """
    if text[start - 1 : start].islower():
        return False
    return _capital_and_mark().fullmatch(text, start, end) is not None


@cache
def _one_word() -> re.Pattern[str]:
    return re.compile("[\u0370-\u03ff]{2}|[\u0400-\u052f]{2}")


def are_one_word(left: str, right: str) -> bool:
    """Whether two characters are Greek letters, or Cyrillic ones, side by side."""
    return left.isalpha() and right.isalpha() and _one_word().match(left + right) is not None


def scripts_of_words(text: str) -> set[int]:
    """Greek and Cyrillic, where two of their letters stand side by side."""
    return scripts("".join(set(_one_word().findall(text))))


@cache
def _rare() -> re.Pattern[str]:
    return re.compile(f"[{_RARE}]")


@cache
def _unlikely() -> re.Pattern[str]:
    """What few characters never are: rare ones, and marks on nothing."""
    return beginning_beyond_ascii(f"[{_RARE}{_UNLIKELY}]|(?<![^\\W\\d_])[{_MARKS}]")


@cache
def _foreign() -> re.Pattern[str]:
    return beginning_beyond_ascii("|".join(f"([{ranges}])" for ranges in _SCRIPTS.values()))


def count_symbols(text: str) -> int:
    """How many characters beyond ASCII are neither letters with their signs nor common marks."""
    return len(_symbol().findall(text))


@cache
def _symbol() -> re.Pattern[str]:
    return re.compile(rf"[^\w\x00-\x7f{_COMMON_MARKS}{_LETTER_SIGNS}]")


_OWN = _FOREIGN.replace(_SCRIPTS["Han"], "").replace(_SCRIPTS["Hangul"], "")


@cache
def _own() -> re.Pattern[str]:
    return re.compile(f"[{_OWN}]")


@cache
def _mixed() -> re.Pattern[str]:
    return re.compile(f"[{_LATIN}][{_OWN}]|[{_OWN}][{_LATIN}]")


def scripts(text: str) -> set[int]:
    """The scripts, other than Latin, that letters of ``text`` belong to."""
    if len(text) > _FEW:
        return {match.lastindex or 0 for match in _foreign().finditer("".join(set(text)))}
    return set(_scripts_of_few(text))


@lru_cache(maxsize=1024)
def _scripts_of_few(text: str) -> frozenset[int]:
    return frozenset(match.lastindex or 0 for match in _foreign().finditer(text))


def count_scripts(text: str) -> Counter[int]:
    """How many letters of each script, other than Latin, there are."""
    if not scripts(text):
        return Counter()
    return Counter(match.lastindex or 0 for match in _foreign().finditer(text))


def is_mixed(text: str) -> bool:
    """Whether some word has letters of Latin and of another alphabet."""
    first = _own().search(text)  # of these letters; found much faster than two neighbours
    return first is not None and _mixed().search(text, max(0, first.start() - 1)) is not None


def fits(repaired: str, before: str = "") -> bool:
    """Whether a repair of a few characters, behind ``before``, brought only likely ones."""
    return _unlikely().search(before[-1:] + repaired, len(before[-1:])) is None


def reads_well(repaired: str, count: int) -> bool:
    """Whether a line that round-trips from end to end became a text.

    Args:
        repaired: the line after the repair.
        count: how many sequences became characters.
    """
    rare = len(_rare().findall(repaired))
    mixed = len(_mixed().findall(repaired))
    return 5 * rare <= count and 4 * mixed <= count


def has_sound_words(line: str) -> bool:
    """Whether some word of a broken line is not."""
    return any(word.isascii() and word.strip("-–.,:;!?'\"()").isalpha() for word in line.split())
