"""What kind of block stands behind an article: a block's shape in, its kind out."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING

from scrubber.blocks.forms import Form, set_form
from scrubber.order import endwords, words
from scrubber.order.headings import is_author_word
from scrubber.order.names import is_name
from scrubber.order.terms import find, members, opens

if TYPE_CHECKING:
    from collections.abc import Collection

    from scrubber.blocks.shape import Shape


class Kind(Enum):
    """What a block is, as far as its own text tells."""

    PROSE = auto()
    LINE = auto()
    """Short and no sentence, none of the kinds below."""
    LABELLED = auto()
    """Opens with a label and a colon, or with a note mark."""
    NOTE = auto()
    """A note on the article: rights, corrections, credits, a signature, a date."""
    BOX = auto()
    """Newsletter, share line, appeal, advertisement, a single link."""
    LINKS = auto()
    """A heading over links, and what it heads."""
    COMMENTS = auto()
    """A heading over comments, and what it heads."""
    NOTES = auto()
    """A heading over footnotes or sources, and what it heads."""
    SECTION = auto()
    """Part of an author section."""
    FIXED = auto()
    """A block that may not be moved."""


_LABEL = re.compile(
    r"[(\[]?(?P<label>[^\W\d][^\s:：]*(?: [^\s:：]+){0,4}) ?[:：]"
    r"(?=\s|[^\x00-\x7f])\s*(?P<first>\S)"
)
_DASHED = re.compile(r"[(\[]?(?P<label>[^\W\d][^—–:]{1,30}?) ?[—–] ?(?P<first>\S)")
_BRACKETED = re.compile(r"[\[【〔(（](?P<label>[^\]】〕)）]{1,30})")
_NOTE_MARK = re.compile(r"\*{1,3}(?=[^\W_])(?![^*]*\*)|[†‡§¹²³⁰⁴-⁹※]|\[\d{1,3}\]\s?\S")
_NUMBER = re.compile(r"\*\s|\(?\d{1,3}[.)]?\s")
"""What opens a footnote, but an item of a list as well."""
_POSTSCRIPT = re.compile(r"P\.? ?-?P?\.? ?S\.?[:. –—-]|P\. ?D\.|П\. ?С|PS\b|Post ?script")
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[年년]|\d{1,2}[./]\d{1,2}[./]\d\d")
_TIME = re.compile(r"(?<!\d)\d{1,2}:\d\d(?!\d)")
_SIGNED = re.compile(r"(?:[-–—―]+ ?|By |by )(?P<name>.+)")
"""A name behind a dash, or a byline."""
_ARTICLES = "the der die el la il l de o a"
_OF = "of who whose von des der de du del della do da van"
_SET_OFF = (">", "- ", "```", "<ul", "<ol", "<table", "<blockquote", "<pre")
_TOKEN = re.compile(r"[^\W\d]+")
_OPENING = "\"“„«‘'「『‹"
_FURNITURE = "0123456789 ()#•▶►→»-–—|"
_LONGEST_HEADING = 10
_LONGEST_BOX = 45
_LONGEST_NOTE = 90
_LONGEST_DATE = 8
_BARE_DATE = 5
_BOX_HEAD = 40
_IS = {"is", "ist", "est", "es", "è", "é", "jest", "je", "är", "er", "on", "это", "είναι"}
_OUTLET_WITHIN = 100
_LONGEST_SUBJECT = 5
_LABEL_WITHIN = 70
_BOX_WITHIN = 120
"""Characters in which a word that begins at the head of a box ends."""
_OUTLET_END = re.compile(r"[.,;]|\s(?!\w*(?:ist|or|eur|euse)\b|editor|report|writer|owner)\w+")


def kind_of(raw: str, shape: Shape) -> Kind:
    """The kind of a block by itself; ``raw`` is its text with its markup."""
    if not any(map(str.isalnum, shape.text)):
        return Kind.BOX
    if heading := heading_kind(shape):
        return heading
    if _is_note(shape):
        return Kind.NOTE
    if _is_box(shape):
        return Kind.BOX
    if _NOTE_MARK.match(raw):
        return Kind.NOTE
    labelled = _label_kind(shape.text)
    if labelled is not None:
        return labelled
    if _NUMBER.match(raw) or (_is_of_author(shape.text) and shape.units <= _LONGEST_BOX):
        return Kind.LABELLED
    return Kind.PROSE if shape.is_prose and not is_set_out(raw) else Kind.LINE


def fixed_kind(raw: str, shape: Shape) -> Kind:
    """The kind of a block that may not be moved: text, or what a site sets beside it."""
    is_text = shape.is_prose or is_set_out(raw) or raw.startswith(_SET_OFF)
    return Kind.FIXED if is_text else Kind.BOX


def is_set_out(raw: str) -> bool:
    """Whether a block is a list, a table or verse, which are no running prose."""
    form = set_form(raw)
    return form in (Form.TABLE, Form.VERSE) or (
        form is Form.LIST and (raw[0] not in "-–—―" or "\n" in raw)
    )


def _label_kind(text: str) -> Kind | None:
    """Whether a text opens with a label, as in ``Photo: ...``, and whether notes have such."""
    head = text[:_LABEL_WITHIN]
    dashed = _DASHED.match(head) if "—" in head or "–" in head else None
    if dashed is not None and _names_note(dashed["label"]):
        return Kind.NOTE
    bracketed = _BRACKETED.match(head)
    if bracketed is not None and opens(endwords.LABELS, bracketed["label"]):
        return Kind.NOTE
    match = _LABEL.match(head) if ":" in head or "：" in head else None
    if match is None or match["first"] in _OPENING:
        return None
    if opens(endwords.LABELS, match["label"]):
        return Kind.NOTE
    if find(words.SPEECH, match["label"]):
        return Kind.LABELLED if "\n" in text[: match.start("first")] else None
    return Kind.LABELLED


def _names_note(label: str) -> bool:
    """Whether a label before a dash, where more than labels stand, is little else than known."""
    known = opens(endwords.LABELS, label)
    return known is not None and 2 * known[1] >= len(label)


def _is_of_author(text: str) -> bool:
    """Whether a text says something of the author, as disclosures do; no author of a book."""
    opening = text[:50].casefold().replace("’", " ").replace("'", " ")
    article, word, following = [*opening.split(None, 3), "", "", ""][:3]
    if article not in _ARTICLES.split() or not is_author_word(word):
        return False
    return following not in _OF.split() and find(words.SPEECH, text) is None


def heading_kind(shape: Shape) -> Kind | None:
    """What a heading stands over that is no part of the article; None for any other block."""
    if shape.is_prose or shape.units > _LONGEST_HEADING:
        return None
    text = shape.text.lstrip(_FURNITURE)
    if shape.units <= 5 and opens(endwords.COMMENTS, text):
        return Kind.COMMENTS
    if shape.units <= 3 and ":" not in text[:-1] and opens(endwords.NOTES, text):
        return Kind.NOTES
    if opens(endwords.LINKS, text):
        _, colon, rest = text.partition(":")
        return Kind.BOX if colon and rest.strip() else Kind.LINKS
    return None


def _is_note(shape: Shape) -> bool:
    text = shape.text
    if shape.units > _LONGEST_NOTE:
        return False
    if opens(endwords.NOTE, text) or _POSTSCRIPT.match(text) or find(endwords.RIGHTS, text):
        return True
    if _credit().search(text) or (shape.is_line and _is_signature(text)):
        return True
    if shape.units <= _LONGEST_DATE and _is_date_stamp(shape):
        return True
    if _is_outlet(text):
        return True
    match = opens(endwords.SELF, text.lstrip("(["))
    return match is not None and find(endwords.PUBLISHED, text) is not None


def _is_outlet(text: str) -> bool:
    """Whether a text says what a paper is, as papers do of themselves: name, verb, what it is."""
    opening = text[:_OUTLET_WITHIN]
    if not text[:1].isupper() or _IS.isdisjoint(opening.split()):
        return False
    found = find(endwords.OUTLET, opening)
    if found is None or find(words.SPEECH, text):
        return False
    subject, *rest = re.split(r"(?<=\w) ", opening[: found[0]])
    verbs = [n for n, word in enumerate(rest) if word in _IS]
    if not verbs or verbs[0] > _LONGEST_SUBJECT or len(rest) - verbs[0] > _LONGEST_SUBJECT:
        return False
    return _OUTLET_END.match(text, found[1]) is not None and not is_author_word(subject)


def _is_signature(text: str) -> bool:
    match = _SIGNED.match(text)
    return match is not None and is_name(match["name"])


def _is_date_stamp(shape: Shape) -> bool:
    is_dated = _DATE.search(shape.text) is not None
    if not is_dated and not _TIME.search(shape.text):
        return False
    if shape.is_prose:
        return opens(endwords.PUBLISHED, shape.text) is not None
    if is_dated and shape.units <= _BARE_DATE:
        return True
    return find(endwords.PUBLISHED, shape.text) is not None


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(
        r"contributed (?:reporting |research )?to this (?:report|story|article)"
        r"|contribuy(?:ó|eron) (?:a|con) (?:este|esta)|a contribué à cet"
    )


def _is_box(shape: Shape) -> bool:
    if shape.units > _LONGEST_BOX:
        return False
    text = shape.text
    if opens(endwords.APPEAL, text) and not find(words.SPEECH, text):
        return True
    if not _has_quotation(text) and find(endwords.ASKED, text) and _asks(text):
        return True
    found = find(endwords.BOX, text, _BOX_WITHIN if shape.is_prose else None)
    if found is None:
        return False
    if not shape.is_prose:
        return shape.units <= _LONGEST_HEADING
    if found[0] > _BOX_HEAD or find(words.SPEECH, text):
        return False
    return text[0] >= "\u0590" or is_spoken_to(text)


def _asks(text: str) -> bool:
    """Whether a text speaks to the reader, and nobody in it does."""
    return is_spoken_to(text) and find(words.SPEECH, text) is None


def _has_quotation(text: str) -> bool:
    return any(mark in text for mark in _OPENING)


def is_spoken_to(text: str, but: Collection[str] = ()) -> bool:
    """Whether a text speaks to the reader or of the house; scripts without capitals show not."""
    you = members(endwords.YOU).difference(but)
    return any(match.group().casefold() in you for match in _TOKEN.finditer(text))
