"""The kinds of block that stand beside articles by their form: a text in, its kind or none out."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from scrubber.blocks.shape import count_units, ends_sentence
from scrubber.learn.forms import link_label
from scrubber.similarity.words import normalised

_DATE_WORDS = 6
_SHOUT_WORDS = 8
_CREDIT_WORDS = 10
_LONGEST_CREDIT = 250
"""Letters of ten words."""
_LONGEST_ALONE = 4
"""Words of a name alone on its line."""
_LONGEST_BYLINE, _LONGEST_NAME = 120, 6
"""Letters of a line that names the author, and words of the name."""
_LONGEST_CAPTION, _LONGEST = 90, 1000
"""Words of a caption, and letters."""


class Kind(Enum):
    """What a block is by its form; one alone proves nothing, several of a site do."""

    DATE = "a date alone on its line"
    CAPITALS = "a line in capitals between paragraphs"
    CREDIT = "a caption that ends with its credit"
    BIO = "a bio behind the text"
    TEASER = "a teaser above its date"
    LABEL = "a line above a teaser"
    LINK = "a line that leads to another article"
    BYLINE = "a line that names the author"
    NUMBERED = "the same line with another number"
    WORDED = "begins alike at the same place"
    BETWEEN = "between two blocks that recur"
    QUOTED = "what another article says, behind the text"
    BEHIND = "a line behind the text, among furniture"


def kind_of(text: str) -> Kind | None:
    """The kind of a block that its form alone tells."""
    if is_date(text):
        return Kind.DATE
    if link_label(text):
        return Kind.LINK
    if is_shout(text):
        return Kind.CAPITALS
    if credit_at(text) is not None:
        return Kind.CREDIT
    return None


def is_known(text: str) -> bool:
    """Whether a block's form alone tells that it is no text of an article."""
    return kind_of(text) is not None or is_byline(text)


def is_date(text: str) -> bool:
    """Whether a line is a date, with a year, and no more than a word or two beside its time."""
    if len(text) > 60 or len(_year().findall(text)) != 1:
        return False
    rest = _time().sub("", text)
    words = rest.split()
    names = sum(sum(map(str.isalpha, word)) > 2 and word.isalpha() for word in words)
    if ":" in rest:
        return False
    return len(words) <= _DATE_WORDS and names <= 2 and len(numbers_of(text)) > 1


def numbers_of(key: str) -> list[str]:
    """The numbers in a line."""
    return _number().findall(key)


def without_numbers(key: str) -> str:
    """A line with all its numbers made equal."""
    return _number().sub("0", key)


def is_abbreviated(text: str) -> bool:
    """Whether a short line ends with a number and a shortened unit, as ``4 min.`` does."""
    return count_units(text) < _DATE_WORDS and bool(_unit().search(text))


def is_name(text: str) -> bool:
    """Whether a line is two to four words with capitals, as names are; particles have none."""
    words = text.split()
    if not 2 <= len(words) <= _LONGEST_ALONE or not words[-1][0].isupper():
        return False
    bare = "".join(words).replace("-", "").replace(".", "").replace("’", "").replace("'", "")
    small = [word for word in words if not word[0].isupper()]
    return bare.isalpha() and words[0][0].isupper() and max(map(len, small), default=0) <= 3


def is_byline(text: str) -> bool:
    """Whether a line is a word like ``by`` and behind it a name, perhaps with a paper or a date."""
    if len(text) > _LONGEST_BYLINE or not (match := _by().match(text)) or ends_sentence(text):
        return False
    words = text[match.end() :].split()
    if (
        not words
        or words[0][0].islower()
        or not words[0][0].isalpha()
        or (text.isupper() and len(words) > _LONGEST_NAME)
    ):
        return False
    name = next((at for at, word in enumerate(words) if _name_end().search(word)), len(words))
    return name < _LONGEST_NAME and sum(word[0].islower() for word in words) <= len(words) // 3


def is_shout(text: str) -> bool:
    """Whether a line is in capitals throughout, and longer than a heading."""
    if not text.isupper() or "\n" in text or text.endswith("."):
        return False
    if 2 * sum(map(str.isupper, text)) < sum(map(str.isalpha, text)):  # no script of capitals
        return False
    return count_units(text) >= _SHOUT_WORDS


def credit_at(text: str) -> int | None:
    """Where the credit of a caption begins, at the end of ``text``; None where there is none."""
    if len(text) > _LONGEST or "\n" in text.strip() or count_units(text) > _LONGEST_CAPTION:
        return None
    match = _credit().search(text, max(0, len(text) - _LONGEST_CREDIT))
    if match is None or count_units(match[0]) > _CREDIT_WORDS:
        return None
    return match.start()


def credits_of(text: str) -> set[str]:
    """The names that a caption's credit is made of; none where it is sure without.

    So is one with a label, or on a line of its own. Other names with a slash may be anything.
    """
    start = credit_at(text) or 0
    credit = text[start:]
    if not start or _sure().search(credit):
        return set()
    pieces = _parts().split(normalised(credit).strip(" ()[]."))
    return {" ".join(piece.split()[:2]) for piece in pieces if piece.strip()}


def signature_of(text: str) -> str:
    """Names in brackets behind the last sentence of a caption; empty where there are none."""
    if len(text) > _LONGEST or not text.rstrip(" .\xa0").endswith((")", "）")):
        return ""
    match = _signature().search(text)
    return match[1] if match and count_units(text) <= _LONGEST_CAPTION else ""


@cache
def _signature() -> re.Pattern[str]:
    word = r"[^\W_a-zß-öø-ÿа-яё][^\s()]*"
    return re.compile(rf"[.!?\"”’»…。]\s*[(（]({word}(?: {word}){{0,4}})[)）]\.?\s*\Z")


@cache
def _by() -> re.Pattern[str]:
    spaced = r"(?i:by|par|por|door|av|af|od|autor|автор|بقلم|מאת):? |كتبت?: "
    labelled = r"(?i:yazan|haber|röportaj|texte?|texto|tekst|szerző|oleh|autore|συντάκτης|लेखक): ?"
    joined = r"(?:记者|記者|作者|撰文|编辑|編輯|文)\s?[：:/／｜ ]\s?"
    return re.compile(rf"{spaced}|{labelled}|(?i:von) (?!de[rnm] )|{joined}")


@cache
def _name_end() -> re.Pattern[str]:
    """What parts a name from what stands behind it."""
    return re.compile(r"[,;|/·•–—]\Z|^[-–—|/·•&]|\d")


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(r"[/:：©]|\b(?:via|by|von|par|por)\b")


@cache
def _year() -> re.Pattern[str]:
    """A year, or a date in figures."""
    year = r"(?:19|20)\d\d"
    return re.compile(rf"(?<![\d.,/]){year}(?![\d/])|(?<![\d.,/-])\d\d?([./-])\d\d?\1{year}\b")


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(r"\d\s?[^\W\d_]{1,4}\.$")


@cache
def _time() -> re.Pattern[str]:
    zone = r"(?:\s?(?:[ap]m|[AP]M|[ap]\.m\.|Uhr)(?!\w))?(?:\s[A-Z]{2,4}(?!\w))?"
    return re.compile(rf"(?<![\d.:])\d?\d[:h.]\d\d(?::\d\d)?(?![\d.]){zone}")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"\d+")


_LABEL = (
    r"photo(?:s|graphs?|graphy|graphie|graf[íi]a)?|fotos?(?:graf(?:ie|i|ía|ia)?)?|images?|imagem"
    r"|imagen|illustrations?|bild(?:er)?|picture|credits?|cr[ée]dits?|cr[ée]ditos?"
    r"|фото|图|圖|图片|圖片|摄影|攝影|写真|사진|(?:ال)?صورة"
)
"""What pictures and who made them are called."""


@cache
def _sure() -> re.Pattern[str]:
    return re.compile(rf"©|\bvia\b|\b(?:{_LABEL})\b", re.IGNORECASE)


@cache
def _credit() -> re.Pattern[str]:
    """Brackets with names parted by a slash, a label of pictures and a name, a sign and a name."""
    name = r"[^\W\d_a-zß-öø-ÿа-яё](?:[^()\[\].!?:]|(?<=\b[A-Z])\.){1,80}"
    slash = r"[^\W\d_]\.?\s?[/／]\s?[^\W\d_]"
    inside = rf"(?=[^()\[\]]*(?:{slash}|©|\bvia\b|\b(?i:{_LABEL})\b))[^()\[\]=]{{3,100}}"
    bracket = rf"[(\[（](?!\w+://|[^()\[\]]*\w=){inside}[)\]）]\.?"
    by = r"(?:来源|來源|提供)?\s?[:：©/／]\s?| (?:by|courtesy|von|par|por|de|di|av|af|door) "
    labelled = rf"(?:(?<=[.!?\"”’»…。！？])\s?|(?<=\A))(?i:{_LABEL})(?:{by}){name}"
    slashed = r"(?<=[.!?\"”’»…] )[A-Z][^\s/()]*(?: [^\s/()]+){0,3} ?/ ?[A-Z][^.!?:()]{1,60}"
    return re.compile(rf"(?:{bracket}|{labelled}|{slashed}|©\s?{name})\s*\Z")
