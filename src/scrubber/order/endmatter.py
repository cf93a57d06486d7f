"""What kind of block stands behind an article: a block's shape in, its kind out."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from scrubber.blocks.forms import Form, set_form
from scrubber.order import endwords, headwords, words
from scrubber.order.boxes import is_box
from scrubber.order.headings import is_author_word
from scrubber.order.notes import is_note
from scrubber.order.terms import find, opens

if TYPE_CHECKING:
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
_ARTICLES = "the der die el la il l de o a"
_OF = "of who whose von des der de du del della do da van"
_SET_OFF = (">", "- ", "```", "<ul", "<ol", "<table", "<blockquote", "<pre")
_OPENING = "\"“„«‘'「『‹"
_FURNITURE = "0123456789 ()#•▶►→»-–—|"
_LONGEST_HEADING = 10
_LONGEST_DISCLOSURE = 45
_LABEL_WITHIN = 70


def kind_of(raw: str, shape: Shape) -> Kind:
    """The kind of a block by itself; ``raw`` is its text with its markup."""
    if not any(map(str.isalnum, shape.text)):
        return Kind.BOX
    if heading := heading_kind(shape):
        return heading
    if is_note(shape):
        return Kind.NOTE
    if is_box(shape):
        return Kind.BOX
    if _NOTE_MARK.match(raw):
        return Kind.NOTE
    labelled = _label_kind(shape.text)
    if labelled is not None:
        return labelled
    if _NUMBER.match(raw) or (_is_of_author(shape.text) and shape.units <= _LONGEST_DISCLOSURE):
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
    if shape.units <= 5 and opens(headwords.COMMENTS, text):
        return Kind.COMMENTS
    if shape.units <= 3 and ":" not in text[:-1] and opens(headwords.NOTES, text):
        return Kind.NOTES
    if opens(headwords.LINKS, text):
        _, colon, rest = text.partition(":")
        return Kind.BOX if colon and rest.strip() else Kind.LINKS
    return None
