"""The articles of one site in; which blocks recur, in how many stories and where, out."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from scrubber.blocks.forms import Form, form_of
from scrubber.blocks.shape import bare_text, count_units, ends_sentence
from scrubber.learn.stories import stories_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from scrubber.learn.pages import Page, Seen

START, BODY, END = "start", "body", "end"
_OWN = 12
"""Words of a paragraph that shows where the text of an article begins and ends."""


class Place(NamedTuple):
    """Where a block stands."""

    page: int
    at: int


class Site:
    """The articles of a site, in one order whatever order they came in."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self.pages: Sequence[Page] = sorted(pages)
        self.stories = stories_of(self.pages)
        self.size = len(set(self.stories))
        """How many stories there are."""
        self.places: dict[str, list[Place]] = defaultdict(list)
        for number, page in enumerate(self.pages):
            for index, block in enumerate(page.blocks):
                self.places[block.key].append(Place(number, index))
        self.counts = {key: len(self.stories_with(places)) for key, places in self.places.items()}
        """In how many stories a block stands."""
        self._bodies: list[tuple[int, int]] = []
        self.set_aside(())

    def block(self, place: Place) -> Seen:
        """The block at ``place``."""
        return self.pages[place.page].blocks[place.at]

    def first(self, key: str) -> Seen:
        """The first block with that key."""
        return self.block(self.places[key][0])

    def stories_with(self, places: Iterable[Place]) -> set[int]:
        """The stories that ``places`` are in."""
        return {self.stories[place.page] for place in places}

    def set_aside(self, found: Collection[str]) -> None:
        """Look for the text of each article anew, now that the keys in ``found`` are furniture."""
        self._bodies = []
        for page in self.pages:
            own = [
                at for at, block in enumerate(page.blocks)
                if block.key not in found and self._is_own(block)
            ]  # fmt: skip
            self._bodies.append((own[0], own[-1]) if own else (len(page.blocks), -1))

    def _is_own(self, block: Seen) -> bool:
        if self.counts[block.key] > 1 or block.is_fixed:
            return False
        return count_units(block.key) >= _OWN and ends_sentence(block.text)

    def zone(self, place: Place) -> str:
        """Whether a block stands before, within or behind the text that only its article has."""
        first, last = self._bodies[place.page]
        if place.at > last:
            return END if last >= 0 or place.at * 2 >= len(self.pages[place.page].blocks) else START
        return START if place.at < first else BODY

    def zones(self, key: str) -> Counter[str]:
        """In how many stories a block stands in each zone."""
        seen = {(self.zone(place), self.stories[place.page]) for place in self.places[key]}
        return Counter(zone for zone, _ in seen)

    def near(self, place: Place, step: int) -> Seen | None:
        """The block ``step`` places behind another, where there is one."""
        blocks, at = self.pages[place.page].blocks, place.at + step
        return blocks[at] if 0 <= at < len(blocks) else None


def is_prose(text: str) -> bool:
    """Whether a block is running text."""
    return form_of(bare_text(text)) is Form.PROSE


def is_worded(text: str) -> bool:
    """Whether a block has a letter or a figure, so that it is no ornament."""
    return any(map(str.isalnum, text))
