"""Paragraphs stranded behind an author section: a document in, where they stand and belong out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from scrubber.order.endmatter import Kind
from scrubber.order.names import is_name
from scrubber.order.sections import SURE
from scrubber.order.survey import BODY_ABOVE, Survey, find_openings

if TYPE_CHECKING:
    from scrubber.model import Document
    from scrubber.order.evidence import Evidence

_ENOUGH = 1.0
"""Score from which prose behind a sure section is body."""
_PLENTY = 3.0
"""The same behind a likely one."""
_MOST_BEHIND = 4
"""Paragraphs behind a likely section from which it rather introduces a person of the article."""
_AMPLE = 5.0
"""The same below a heading or titles, which may head another text."""
_WITH_SECTION = (Kind.BOX, Kind.NOTE, Kind.LINKS, Kind.NOTES, Kind.SECTION)


@dataclass(frozen=True, slots=True)
class Stray:
    """Blocks ``[start, end)`` that stand behind an author section."""

    start: int
    end: int
    paragraphs: int
    before: int
    """The block they belong before: the first behind the body."""
    evidence: Evidence
    is_sure: bool


def find_strays(document: Document) -> list[Stray]:
    """The runs of body paragraphs behind the first author section, surely so or perhaps."""
    if len(document.blocks) < BODY_ABOVE + 2:
        return []
    openings = find_openings(document)
    if not openings or openings[0] == len(document.blocks) - 1:
        return []
    survey = Survey(document, openings)
    anchor = _anchor(survey)
    if anchor is None:
        return []
    place = _place(survey, anchor)
    found = []
    for run in _runs(survey, anchor):
        found += _judge_run(survey, anchor, place, run)
    return found


def _anchor(survey: Survey) -> int | None:
    """The first section with enough of the article above it."""
    above = 0
    for index, kind in enumerate(survey.kinds):
        if index in survey.sections and above >= BODY_ABOVE:
            return index
        above += kind is Kind.PROSE
    return None


def _place(survey: Survey, anchor: int) -> int:
    """The block behind the last of the body above ``anchor``: boxes that touch it go with it."""
    at = anchor
    while survey.kinds[at - 1] in _WITH_SECTION or is_name(survey.shapes[at - 1].text):
        at -= 1
    return at


def _runs(survey: Survey, anchor: int) -> list[list[int]]:
    """Runs of prose and lines behind ``anchor``: where each part starts, and the end.

    A part is some prose, or a line with the prose below it.
    """
    runs: list[list[int]] = []
    starts: list[int] = []
    end = 0
    for index in range(anchor, len(survey.kinds) + 1):
        kind = survey.kinds[index] if index < len(survey.kinds) else Kind.FIXED
        if kind is Kind.PROSE:
            if not starts or (survey.kinds[index - 1] is not Kind.PROSE and index > starts[-1] + 1):
                starts.append(index)
            end = index + 1
        elif kind in (Kind.LINE, Kind.LABELLED):
            if survey.kinds[index - 1] not in (Kind.LINE, Kind.LABELLED) or not starts:
                starts.append(index)
        elif starts:
            starts = [start for start in starts if start < end]
            if starts:
                runs.append([*starts, end])
            starts = []
    return runs


def _judge_run(survey: Survey, anchor: int, place: int, run: list[int]) -> list[Stray]:
    """The sure part of a run, up to the last part that surely is body, and the rest."""
    needed = _ENOUGH if survey.sections[anchor] >= SURE else _PLENTY
    if needed > _ENOUGH and survey.kinds[anchor:].count(Kind.PROSE) > _MOST_BEHIND:
        needed = float("inf")
    below_titles = survey.kinds[run[0] - 1] in (Kind.LINKS, Kind.NOTES)
    sure = run[0]
    for start, end in pairwise(run):
        headed = survey.kinds[start] is not Kind.PROSE or below_titles
        stray = _stray(survey, place, start, end)
        if stray.evidence.score >= (max(needed, _AMPLE) if headed else needed):
            sure = end
    return [
        _stray(survey, place, start, end, is_sure=end == sure)
        for start, end in ((run[0], sure), (sure, run[-1]))
        if start < end
    ]


def _stray(survey: Survey, place: int, start: int, end: int, *, is_sure: bool = False) -> Stray:
    prose = [
        survey.shapes[index].text
        for index in range(start, end)
        if survey.kinds[index] is Kind.PROSE
    ]
    return Stray(start, end, len(prose), place, survey.vocabulary.evidence(prose), is_sure)
