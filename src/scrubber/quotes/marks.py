"""A document in; each of its quotation marks, with what it is, out."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from scrubber.quotes.context import Sides
from scrubber.quotes.habits import habits_of
from scrubber.quotes.nouns import CORNER, SINGLE, STRAIGHT, TYPOGRAPHIC, Level, Mark, Role
from scrubber.quotes.pairing import Candidate, partners, roles_of
from scrubber.quotes.readings import readings_of
from scrubber.quotes.zones import tags_of, zones_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Block, Document
    from scrubber.quotes.costs import Options

_end_of = itemgetter(1)
_OPENERS = (*"\"'“„«»”‘「『", "``")
_FIXED: dict[str, tuple[str, Options]] = {
    "「": (Level.CORNER, ((Role.OPEN, 0),)),
    "」": (Level.CORNER, ((Role.CLOSE, 0),)),
    "『": (Level.WHITE_CORNER, ((Role.OPEN, 0),)),
    "』": (Level.WHITE_CORNER, ((Role.CLOSE, 0),)),
    "``": (Level.LATEX, ((Role.OPEN, 0),)),
}


def marks_in(document: Document) -> list[Mark]:
    """The marks of a text outside code, addresses, tags and protected spans, in order.

    A run of three or more equal straight marks is none.
    """
    memo = document.memo
    if "quotation marks" not in memo:
        memo["quotation marks"] = list(Reading(document).marks())
    found: list[Mark] = memo["quotation marks"]
    return found


class Reading:
    """Reads the marks of a document, paragraph by paragraph."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._blocks = document.blocks
        self._zones = zones_of(document)
        self._tags = tags_of(self._text, self._zones)
        self._habits = habits_of(self._text)

    def marks(self) -> Iterator[Mark]:
        """The marks of all paragraphs."""
        for place in range(len(self._blocks)):
            yield from self.paragraph(place)

    def paragraph(self, place: int) -> Iterator[Mark]:
        """The marks of the block at ``place``."""
        block = self._blocks[place]
        signs: list[tuple[int, str]] = []
        zones = self._zones
        zone = bisect_right(zones, block.start, key=_end_of)
        for match in _signs().finditer(self._text, block.start, block.end):
            start = match.start()
            while zone < len(zones) and zones[zone][1] <= start:
                zone += 1
            is_run = len(match[0]) > 2
            if not is_run and (zone == len(zones) or match.end() <= zones[zone][0]):
                signs.append((start, match[0]))
        if signs:
            following = self._blocks[place + 1 : place + 2]
            goes_on = any(self._text.startswith(_OPENERS, block.start) for block in following)
            yield from self._read(block, signs, goes_on=goes_on)

    def _read(self, block: Block, signs: list[tuple[int, str]], *, goes_on: bool) -> Iterator[Mark]:
        sides = Sides(self._text, block.start, block.end, self._tags)
        candidates: list[Candidate] = []
        latex = 0
        for start, sign in signs:
            candidate = self._candidate(start, sign, sides, latex)
            if candidate.level == Level.LATEX:
                latex += 1 if sign == "``" else -1
            candidates.append(candidate)
        levels = "".join(candidate.level for candidate in candidates)
        roles = roles_of(candidates, goes_on=goes_on)
        for (start, sign), level, role, (partner, depth) in zip(
            signs, levels, roles, partners(levels, roles), strict=True
        ):
            yield Mark(
                start, start + len(sign), role, level, sign[0] in "\"'`", depth,
                signs[partner][0] if partner >= 0 else -1,
            )  # fmt: skip

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
    return re.compile(rf"\"{{3,}}|'{{3,}}|(?<!`)``(?!`)|''|[{STRAIGHT}{TYPOGRAPHIC}{CORNER}]")
