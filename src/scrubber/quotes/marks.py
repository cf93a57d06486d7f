"""A document in; each of its quotation marks, with what it is, out."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from scrubber.memo import remembered
from scrubber.quotes.context import Sides
from scrubber.quotes.habits import habits_of
from scrubber.quotes.nouns import CORNER, SINGLE, STRAIGHT, TYPOGRAPHIC, Level, Mark, Role
from scrubber.quotes.pairing import Candidate, partners, roles_of
from scrubber.quotes.readings import readings_of
from scrubber.quotes.zones import tags_of, zones_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document, Span
    from scrubber.quotes.costs import Options

_LEAST_RUN = 3
OPENERS = (*"\"'“„«»”‘「『", "``")
_FIXED: dict[str, tuple[str, Options]] = {
    "「": (Level.CORNER, ((Role.OPEN, 0),)),
    "」": (Level.CORNER, ((Role.CLOSE, 0),)),
    "『": (Level.WHITE_CORNER, ((Role.OPEN, 0),)),
    "』": (Level.WHITE_CORNER, ((Role.CLOSE, 0),)),
    "``": (Level.LATEX, ((Role.OPEN, 0),)),
}


def paragraphs_of(document: Document) -> list[Span]:
    """The blocks of ``document``; lines that one sentence runs over are one paragraph."""
    text = document.text
    spans: list[Span] = []
    for block in document.blocks:
        start, end = block.start, block.end
        if spans and spans[-1][1] == start - 1 and _goes_on(text[start - 2]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _goes_on(char: str) -> bool:
    return char.isalnum() or char in ",-–—"


@remembered
def marks_in(document: Document) -> list[Mark]:
    """The marks of a text outside code, addresses, tags and protected spans, in order.

    A run of three or more equal straight marks is none.
    """
    return list(Reading(document).marks())


class Reading:
    """Reads the marks of a document, paragraph by paragraph."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self.paragraphs = paragraphs_of(document)
        self._zones = zones_of(document)
        self._tags = tags_of(self._text, self._zones)
        self._habits = habits_of(self._text)

    def marks(self) -> Iterator[Mark]:
        """The marks of all paragraphs."""
        for place in range(len(self.paragraphs)):
            yield from self.marks_of(place)

    def marks_of(self, place: int) -> Iterator[Mark]:
        """The marks of the paragraph at ``place``."""
        signs = list(self._signs(self.paragraphs[place]))
        if not signs:
            return
        sides = Sides(self._text, *self.paragraphs[place], self._tags)
        candidates: list[Candidate] = []
        latex = 0
        for start, sign in signs:
            candidate = self._candidate(start, sign, sides, latex)
            if candidate.level == Level.LATEX:
                latex += 1 if sign == "``" else -1
            candidates.append(candidate)
        levels = "".join(candidate.level for candidate in candidates)
        roles = roles_of(candidates, goes_on=self._is_taken_up(place))
        for (start, sign), level, role, (partner, depth) in zip(
            signs, levels, roles, partners(levels, roles), strict=True
        ):
            if sign == "''" and partner < 0:
                role = Role.NONE
            yield Mark(
                start, start + len(sign), role, level, sign[0] in "\"'`", depth,
                signs[partner][0] if partner >= 0 else -1,
            )  # fmt: skip

    def _signs(self, paragraph: Span) -> Iterator[tuple[int, str]]:
        zones = self._zones
        zone = bisect_right(zones, paragraph[0], key=itemgetter(1))
        for match in _signs().finditer(self._text, *paragraph):
            start, end = match.span()
            while zone < len(zones) and zones[zone][1] <= start:
                zone += 1
            is_prose = zone == len(zones) or end <= zones[zone][0]
            if is_prose and end - start < _LEAST_RUN:
                yield start, match[0]

    def _is_taken_up(self, place: int) -> bool:
        """Whether the next paragraph opens with a mark."""
        following = self.paragraphs[place + 1 : place + 2]
        return any(self._text.startswith(OPENERS, start) for start, _ in following)

    def _candidate(self, start: int, sign: str, sides: Sides, latex: int) -> Candidate:
        """``latex``: so many LaTeX quotations are open."""
        if sign in _FIXED:
            return Candidate(*_FIXED[sign], 2)
        if sign == "''" and latex:
            return Candidate(Level.LATEX, ((Role.CLOSE, 0),), 0)
        options = readings_of(self._text, sign, start, sides, self._habits)
        level = Level.SINGLE if sign == "'" or sign in SINGLE else Level.DOUBLE
        return Candidate(level, options, 2 if sign[0] in STRAIGHT else 0.5)


@cache
def _signs() -> re.Pattern[str]:
    # A class of characters at its head makes the search several times faster.
    return re.compile(
        rf"""[{STRAIGHT}{TYPOGRAPHIC}{CORNER}`]
        (?: (?<=")""+ | (?<=')'+ | (?<=`)(?<!``)`(?!`) | (?<!`) )""",
        re.VERBOSE,
    )
