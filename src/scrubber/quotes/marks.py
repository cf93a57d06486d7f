"""A document in; each of its quotation marks, with what it is, out."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from scrubber.quotes.context import Sides
from scrubber.quotes.habits import habits_of
from scrubber.quotes.measures import follows_feet
from scrubber.quotes.nouns import CORNER, DOUBLE, STRAIGHT, TYPOGRAPHIC, Level, Mark, Role
from scrubber.quotes.pairing import Candidate, partners, roles_of
from scrubber.quotes.readings import readings_of
from scrubber.quotes.zones import tags_of, zones_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Block, Document
    from scrubber.quotes.costs import Options
    from scrubber.quotes.habits import Habits

_end_of = itemgetter(1)
_CORNERS = {
    "「": (Level.CORNER, Role.OPEN), "」": (Level.CORNER, Role.CLOSE),
    "『": (Level.WHITE_CORNER, Role.OPEN), "』": (Level.WHITE_CORNER, Role.CLOSE),
}  # fmt: skip


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
            if zone == len(zones) or match.end() <= zones[zone][0]:
                signs.append((start, match[0]))
        if signs:
            following = self._blocks[place + 1].start if place + 1 < len(self._blocks) else -1
            yield from self._paragraph(block, signs, following)

    def _paragraph(
        self, block: Block, signs: list[tuple[int, str]], following: int
    ) -> Iterator[Mark]:
        text = self._text
        sides = Sides(text, block.start, block.end, self._tags)
        candidates: list[Candidate] = []
        kept: list[tuple[int, str]] = []
        latex = 0
        for start, sign in signs:
            if sign == "''" and not latex and not follows_feet(text, start):
                halves = [(start, "'"), (start + 1, "'")]
            elif len(sign) > 2:
                continue
            else:
                halves = [(start, sign)]
            for place, half in halves:
                candidate = _candidate(text, half, place, sides, self._habits, latex)
                latex += (half == "``") - (half == "''" and latex > 0)
                candidates.append(candidate)
                kept.append((place, half))
        goes_on = following >= 0 and text[following] in _OPENING_A_PARAGRAPH
        roles = roles_of(candidates, goes_on=goes_on)
        levels = [candidate.level for candidate in candidates]
        pairs = partners(levels, roles)
        for (start, sign), level, role, (partner, depth) in zip(
            kept, levels, roles, pairs, strict=True
        ):
            yield Mark(
                start, start + len(sign), role, level, sign[0] in "\"'`", depth,
                kept[partner][0] if partner >= 0 else -1,
            )  # fmt: skip


_OPENING_A_PARAGRAPH = frozenset("\"“„«»”'‘「『`")


def _candidate(
    text: str, sign: str, start: int, sides: Sides, habits: Habits, latex: int
) -> Candidate:
    if sign in _CORNERS:
        level, role = _CORNERS[sign]
        return Candidate(level, ((role, 0),), 0)
    if sign == "``":
        return Candidate(Level.LATEX, ((Role.OPEN, 0),), 2)
    if sign == "''":
        role = Role.CLOSE if latex else Role.PRIME
        return Candidate(Level.LATEX if latex else Level.DOUBLE, ((role, 0),), 2)
    options: Options = readings_of(text, sign, start, sides, habits)
    level = Level.DOUBLE if sign == '"' or sign in DOUBLE else Level.SINGLE
    return Candidate(level, options, 2 if sign in STRAIGHT else 0.5)


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(rf"\"{{3,}}|'{{3,}}|(?<!`)``(?!`)|''|[{STRAIGHT}{TYPOGRAPHIC}{CORNER}]")
