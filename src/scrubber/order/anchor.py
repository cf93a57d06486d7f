"""The author section that parts an article from what is behind it: a survey in, it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scrubber.order.endmatter import Kind
from scrubber.order.screen import BODY_ABOVE
from scrubber.order.sections import CERTAIN, SURE

if TYPE_CHECKING:
    from scrubber.order.survey import Survey

_MOST_BEHIND = 4
"""With more paragraphs behind it a likely section rather introduces a person of the article."""

_MOST_TEASERS = 3
_WITH_SECTION = (Kind.BOX, Kind.NOTE, Kind.LINKS, Kind.NOTES, Kind.SECTION)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The section that parts the body from what is behind it."""

    index: int
    place: int
    """The block behind the last of the body above: boxes that touch the section go with it."""
    is_certain: bool
    is_sure: bool
    has_few_behind: bool
    is_below_teasers: bool
    """Whether what stands right above the section may be teasers and no body."""


def find_anchor(survey: Survey) -> Anchor | None:
    """The first section with enough of the article above it."""
    above = 0
    for index, kind in enumerate(survey.kinds):
        if index in survey.sections and above >= BODY_ABOVE:
            place = index
            while survey.kinds[place - 1] in _WITH_SECTION:
                place -= 1
            few = survey.kinds[index:].count(Kind.PROSE) <= _MOST_BEHIND
            points = survey.sections[index]
            teasers = _has_teasers(survey, place)
            return Anchor(index, place, points >= CERTAIN, points >= SURE, few, teasers)
        above += kind is Kind.PROSE
    return None


def _has_teasers(survey: Survey, end: int) -> bool:
    """Whether the few paragraphs that end before ``end`` stand right under links."""
    start = end
    while start and survey.kinds[start - 1] is Kind.PROSE:
        start -= 1
    links = [index for index in (start - 1, start - 2) if survey.kinds[index] is Kind.LINKS]
    return end - start <= _MOST_TEASERS and links == [start - 1]
