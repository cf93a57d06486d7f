"""Blocks that say nearly what another says: a document in, pairs with what differs out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrubber.blocks.forms import Form, form_of, forms_of, is_heading
from scrubber.blocks.shape import count_units
from scrubber.copies.repeats import ALONE, repeated_runs
from scrubber.similarity.candidates import candidate_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document
    from scrubber.similarity.compare import Difference

DETECTED = 75.0
"""Share of common words from which two blocks are called near copies."""
_CUT_UNITS = 6
_SURELY_SHORT = 70
"""Letters that twenty words have at least, where words are parted by blanks."""
_EXCERPT = 0.5
"""A block that says less of the other than this, in whole sentences, is an excerpt and stays."""


class NearCopy(NamedTuple):
    """Two blocks, the one that goes and the one that stays in its favour."""

    dropped: int
    kept: int
    difference: Difference
    says_all: bool
    """The one that stays says all of the other."""


def near_copies(document: Document) -> tuple[NearCopy, ...]:
    """Near copies in the order of the text; no block goes in favour of one that goes itself."""
    if "near copies" not in document.memo:
        document.memo["near copies"] = tuple(_pairs(document))
    found: tuple[NearCopy, ...] = document.memo["near copies"]
    return found


def _pairs(document: Document) -> Iterator[NearCopy]:
    gone = {run.start + n for run in repeated_runs(document) for n in range(run.length)}
    kept = {index for run in repeated_runs(document) for index in run.kept}
    places = [i for i in range(len(document.blocks)) if i not in gone and _is_long(document, i)]
    texts = [document.text_of(i) for i in places]
    for i, k in candidate_pairs(texts):
        first, second = places[i], places[k]
        if first in gone or second in gone:
            continue
        if not (_may_repeat(document, first) and _may_repeat(document, second)):
            continue
        copy = _decide(first, second, texts[i], texts[k])
        if copy is None or document.blocks[copy.dropped].opaque or copy.dropped in kept:
            continue
        yield copy
        if copy.says_all:
            gone.add(copy.dropped)
            kept.add(copy.kept)


def _decide(first: int, second: int, one: str, other: str) -> NearCopy | None:
    from scrubber.similarity.compare import compare, cut_text

    difference = compare(one, other)
    if difference.fact:
        return None
    if difference.first_says or difference.second_says:
        goes, stays = (other, one) if difference.first_says else (one, other)
        if cut_text(goes) is None and count_units(goes) < _EXCERPT * count_units(stays):
            return None
        if difference.first_says:
            return NearCopy(second, first, difference, says_all=True)
        return NearCopy(first, second, difference, says_all=True)
    if difference.score >= DETECTED:
        return NearCopy(second, first, difference, says_all=False)
    return None


def _is_long(document: Document, index: int) -> bool:
    """Whether a block may have the words a copy needs: a cheap look before they are counted."""
    block = document.blocks[index]
    start, end = block.start, block.end
    if end - start >= _SURELY_SHORT:
        return True
    if end - start < _CUT_UNITS * 2:
        return False
    text = document.text[start:end]
    return not text.isascii() or "..." in text


def _may_repeat(document: Document, index: int) -> bool:
    """Whether a block is running prose, long enough to be a copy alone, or visibly cut."""
    from scrubber.similarity.compare import cut_text

    text = document.text_of(index)
    units = count_units(text)
    if units < ALONE and (units < _CUT_UNITS or cut_text(text) is None):
        return False
    form = form_of(text)
    if form is Form.TURN:
        form = _forms(document)[index]
    # A teaser of a few words has the form of a line; a first line of that form may be the title.
    return form is Form.PROSE or (form is Form.LINE and units < ALONE and index > 0)


def _forms(document: Document) -> list[Form]:
    if "forms" not in document.memo:
        texts = [document.text_of(index) for index in range(len(document.blocks))]
        document.memo["forms"] = forms_of(texts)
    found: list[Form] = document.memo["forms"]
    return found


def heading_pair(document: Document, copy: NearCopy) -> tuple[int, int] | None:
    """The heading above the block that goes, where the same one stands above the other."""
    from scrubber.similarity.words import normalised

    one, other = copy.dropped - 1, copy.kept - 1
    if one < 0 or other < 0 or copy.kept == one or copy.dropped == other:
        return None
    texts = document.text_of(one), document.text_of(other)
    if not is_heading(texts[0]) or normalised(texts[0]) != normalised(texts[1]):
        return None
    return one, other


def moves_up(document: Document, copy: NearCopy) -> bool:
    """Whether the later copy takes the first's place: not over title, deck and byline alone."""
    between = range(copy.dropped + 1, copy.kept)
    return any(form_of(document.text_of(i)) is not Form.LINE for i in between)
