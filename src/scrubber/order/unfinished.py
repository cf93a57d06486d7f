"""Paragraphs of an article that lack their full stop: a document in, block indexes out."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from scrubber.blocks.shape import CLOSERS, STOPS, bare_text, count_units

if TYPE_CHECKING:
    from scrubber.model import Document
    from scrubber.order.survey import Survey

_ENDS = frozenset(STOPS + CLOSERS + ":;：；،؛–—-|*_>~¹²³⁴⁵⁶⁷⁸⁹⁰†‡♦■●")
"""Closing marks, with those that announce more and those of notes and ornaments."""

_SHORTEST = 60
"""Characters, in any script, below which a block may be a heading or a caption."""

_FEWEST_WORDS = 15
_LONGEST_TAIL = 8
_MOST_CAPITALS = 0.5
_FINISHED_FOR_EACH = 2
"""Finished paragraphs that an article must have for each unfinished one."""


def find_unfinished(document: Document) -> list[int]:
    """Blocks of running prose that stand behind finished prose and end without a mark."""
    text = document.text
    ends = _ENDS
    suspects = [
        index
        for index, (start, end, *_) in enumerate(document.blocks)
        if text[end - 1] not in ends and end - start >= _SHORTEST
    ]
    suspects = [index for index in suspects if _reads_on(bare_text(document.text_of(index)))]
    if not suspects or suspects[-1] == 0:
        return []
    from scrubber.order import survey_of

    survey = survey_of(document)
    closed = [index for index in range(len(survey.shapes)) if _may_be_finished(survey, index)]
    if len(closed) < _FINISHED_FOR_EACH or closed[0] > suspects[-1]:  # whatever else they are
        return []
    unfinished = [index for index in suspects if _is_body(survey, index)]
    finished = (index for index in closed if _is_prose(survey, index))
    enough = list(islice(finished, _FINISHED_FOR_EACH * len(unfinished)))
    if len(enough) < _FINISHED_FOR_EACH * len(unfinished):
        return []
    return [index for index in unfinished if index > enough[0]]


def _reads_on(text: str) -> bool:
    """Whether a text without a mark at its end reads as prose: no list, title, address, quote."""
    if count_units(text) < _FEWEST_WORDS or not text[0].isalnum():
        return False
    last = text.rsplit(None, 1)[-1]
    if any(mark in last for mark in "@/#.") or _has_tail(text):
        return False
    words = text.split()
    find = _digit().search
    has_digits = find(text) is not None
    no_prose = sum(word[0].isupper() or (has_digits and bool(find(word))) for word in words[1:])
    return no_prose <= _MOST_CAPITALS * len(words)


@cache
def _digit() -> re.Pattern[str]:
    return re.compile(r"\d")


def _may_be_finished(survey: Survey, index: int) -> bool:
    """Whether a block ends with a mark and has the form of what may count as running prose."""
    from scrubber.order.rows import row_form

    shape = survey.shapes[index]
    return shape.text[-1:] in _ENDS and (shape.is_prose or bool(row_form(shape.text)))


def _is_prose(survey: Survey, index: int) -> bool:
    from scrubber.order.endmatter import Kind

    return survey.kind_in_body(index) is Kind.PROSE


def _is_body(survey: Survey, index: int) -> bool:
    from scrubber.order.endmatter import Kind

    is_one_line = "\n" not in survey.shapes[index].text
    return is_one_line and survey.kind_in_body(index) in (Kind.PROSE, Kind.LINE)


def _has_tail(text: str) -> bool:
    """Whether a finished sentence is followed by no more than a credit, a signature or a link."""
    *sentences, tail = _after_sentence().split(text)
    if not sentences or count_units(tail) > _LONGEST_TAIL:
        return False
    words = tail.split()
    return len(words) <= 2 or sum(not word[0].islower() for word in words) >= 0.6 * len(words)


@cache
def _after_sentence() -> re.Pattern[str]:
    # All marks stand in one set before the cases part, as the engine skips quickly to a set.
    return re.compile(r"[.!?…。！？](?:(?<=[.!?…])[\"'”’»)]?[\s—–-]+|(?<=[。！？]))")
