"""A person introduced in a script without capitals: a paragraph in, the words of the name out.

No letter shows a name there, so its trade must stand where only bios set it: at an edge of a
clause in Chinese and Japanese, before the copula in Korean, right behind the name elsewhere.
"""

from __future__ import annotations

import re
from functools import cache

from scrubber.order import words
from scrubber.order.terms import find, joined
from scrubber.wordlist import words as particles

_FIRST = "\u0590"
"""Scripts without capitals begin here,"""
_HANGUL, _HAN = "\uac00", "\u3040"
"""these two here."""
_OPENING = 160
"""Characters within which a bio says what the person is."""
_FEWEST = 2
_NAME_WORDS = (_FEWEST, 3, 4)
_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄"
    "채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모"
)
_NO_NAME_ENDS = "年月日前后後时時周週末们者的"
_HINDI_ONE = "एक"
_HINDI_PARTICLES = """
में से को का की के ने पर तक और यह वह वे ये इस उस कि जो कई कुछ सभी हर अब तब
"""
"""Words that are in no name, nor behind one that opens a bio."""
_READING = r"(?: ?[（(][^()（）]{1,40}[)）])"


def is_uncased(text: str) -> bool:
    """Whether a text opens in a script that has no capitals."""
    return text[:1] >= _FIRST


def person_of(text: str) -> tuple[str, ...]:
    """The words of the name of whom a paragraph introduces; none where it introduces nobody."""
    if text[0] >= _HANGUL:
        return _korean(text)
    return _unspaced(text) if text[0] >= _HAN else _spaced(text)


def unnamed_subject(text: str) -> int:
    """The length of the subject of ``The author is a historian``; 0 where it is another one."""
    match = _author().match(text)
    if match is None:
        return 0
    sentence = _sentence(text, match.end())
    return match.end() if any(map(sentence.__contains__, _told())) else 0


def _sentence(text: str, start: int) -> str:
    return _end().split(text[start : start + _OPENING], maxsplit=1)[0]


def _unspaced(text: str) -> tuple[str, ...]:
    match = _unspaced_name().match(text)
    if match is None or match["name"][-1] in _NO_NAME_ENDS:
        return ()
    clauses = re.split("[，,、；;]", _sentence(text, match.end()))
    return (match["name"],) if any(map(_is_trade, clauses)) else ()


def _is_trade(clause: str) -> bool:
    """Whether a clause says what somebody is, or where from."""
    clause = clause.strip().removeprefix("是").removeprefix("现任").removeprefix("現任")
    clause = _copula().sub("", clause)
    return clause.startswith(_trades()) or clause.endswith(_trades() + words.ORIGIN)


def _korean(text: str) -> tuple[str, ...]:
    match = _korean_name().match(text)
    if match is None or (" " not in match["name"] and match["name"][0] not in _SURNAMES):
        return ()
    is_told = match["trade"] or _korean_trade().search(_sentence(text, match.end()))
    return tuple(match["name"].split()) if is_told else ()


def _spaced(text: str) -> tuple[str, ...]:
    opening = text[:_OPENING].split()
    is_bio = _is_hindi_bio if "\u0900" <= text[0] < "\u0980" else _is_bio
    for count in _NAME_WORDS:
        name, rest = opening[:count], " ".join(opening[count:])
        if len(name) < count or not all(map(_spaced_word().fullmatch, name)):
            break
        if is_bio(name, rest) and not find(words.SPEECH, name[0]):
            return tuple(word.strip("،,") for word in name)
    return ()


def _is_hindi_bio(name: list[str], rest: str) -> bool:
    """Whether a sentence ends in "is", as its verb stands last, and says what somebody is."""
    sentence = _sentence(rest, 0)
    if not sentence.endswith(("है", "हैं", "हूँ")) or _HINDI_ONE in name:
        return False
    first_words = {*name, sentence.split(maxsplit=1)[0]}
    return particles(_HINDI_PARTICLES).isdisjoint(first_words) and any(
        map(sentence.__contains__, _trades())
    )


def _is_bio(name: list[str], rest: str) -> bool:
    """Whether a trade stands right behind a name; a verb may open an Arabic sentence instead."""
    if name[-1].startswith("ال") and name[-1].endswith("ة"):
        return False
    link = _link().match(rest)
    if link is None:
        return False
    if link["verb"]:
        return any(map(_sentence(rest, link.end()).__contains__, _told()))
    is_linked = link.end() or name[-1][-1] in ",،"
    is_short = len(name) == _FEWEST and not "\u0590" <= name[0][0] < "\u0600"
    return bool(is_linked or is_short) and rest.startswith(_trades(), link.end())


@cache
def _trades() -> tuple[str, ...]:
    return joined(words.WRITER) + joined(words.TRADE)


@cache
def _told() -> tuple[str, ...]:
    return _trades() + joined(words.LIFE)


@cache
def _end() -> re.Pattern[str]:
    return re.compile(r"[。.．।؟!！]")


@cache
def _author() -> re.Pattern[str]:
    return re.compile(
        r"(?:本文)?作者(?:是|系|为)|(?:筆者|著者)(?:は|、)|(?:필자|저자|글쓴이)는"
        r"|ال(?:كاتب|مؤلف)ة? |ה(?:כותב|מחבר)ת? |लेखक "
    )


@cache
def _unspaced_name() -> re.Pattern[str]:
    """What a particle or a comma parts from the rest; a particle of possession is in no name."""
    letter = r"[^\W\d_\u0900-\u0dff]"
    name = rf"[\u3041-\u306d\u306f-\u30ff々\u3400-\u9fff]{{2,6}}?(?:[·・　 ]{letter}{{1,8}})?"
    return re.compile(
        rf"(?:本文)?(?:作者|著者|筆者)?[:：]?(?P<name>{name})"
        rf"(?:{_READING}|{_READING}?[是系为，,、は　 ])"
    )


@cache
def _copula() -> re.Pattern[str]:
    return re.compile(r"(?:で(?:ある|す|も)?|だ|人|等)+$")


@cache
def _korean_name() -> re.Pattern[str]:
    """A name of one word, or a foreign one of two."""
    trade = rf"{_READING}? ?(?P<trade>기자|작가)(?:는|가|이자|로|\s|$)"
    name = r"[\uac00-\ud7a3]{2,4}?|[\uac00-\ud7a3]{2,5} [\uac00-\ud7a3]{1,5}?"
    return re.compile(rf"(?P<name>{name})(?:{trade}|{_READING}? ?[은는이]\s)")


@cache
def _korean_trade() -> re.Pattern[str]:
    copula = "이자|이다|다|입니다|이며|이고|이었|였|로|으로| 겸|,|$"
    return re.compile(rf"(?:{'|'.join(_trades())})(?:{copula})")


@cache
def _spaced_word() -> re.Pattern[str]:
    return re.compile(r"[^\s\d,.;:!?؛؟।。、，\u3040-\uffff]{2,15}[,،]?")


@cache
def _link() -> re.Pattern[str]:
    """A copula, a dash or a verb of bios behind a name, if there is one."""
    aside, dash = r"(?:\([^()]{1,40}\) )?", "(?:[–—-] )?"
    verb = "[يت](?:عمل|كتب|عيش|قيم|درّس|رأس)|حاصلة?|(?:כותב|עובד|מלמד|חי|גר|עורכ)[הת]?"
    return re.compile(rf"{aside}{dash}(?:(?P<verb>{verb}) |(?:هو|هي|הוא|היא) |เป็น)?")
