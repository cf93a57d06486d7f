"""The articles of one site in; which blocks recur, in how many stories and where, out."""

from __future__ import annotations

from collections import Counter
from itertools import compress, pairwise
from typing import TYPE_CHECKING

from scrubber.blocks.shape import count_units, ends_sentence
from scrubber.learn.forms import is_paragraph
from scrubber.learn.places import Place, Places, recurring
from scrubber.learn.stories import Stories
from scrubber.similarity.words import LONGEST_WORDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from scrubber.learn.pages import Page, Seen

START, BODY, END = "start", "body", "end"
SHORT = 6
"""Words below which a line may be a heading of many articles."""
ENOUGH = 2
"""Stories that make a habit of a site."""
_TERM = 5
"""Letters of a word that may tell what a block is about."""
_TAKEN_UP = 0.25
"""Share of such words that stand in the text of the article, too, where a block belongs to it."""
_SIGNS = ".,;:!?()[]'\"-"


class Site:
    """The articles of a site, in one order whatever order they came in."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self.places = recurring(pages)
        """The places of blocks that stand in the articles more than once, and of those noted."""
        self._stories = Stories(pages, self.places)
        self._paragraphs = [
            bytes(not block.is_fixed and is_paragraph(block.text) for block in page.blocks)
            for page in pages
        ]
        """Of each block, whether it is a paragraph by its form."""
        self.tell_stories(())

    def tell_stories(self, found: Collection[str]) -> None:
        """Look anew for articles that are one story, now that the keys in ``found`` are furniture.

        What only some copies of a story have makes these look different.
        """
        self.stories = self._stories.told(found)
        self.size = len(set(self.stories))
        """How many stories there are."""
        counts = {key: len(self.stories_with(places)) for key, places in self.places.items()}
        self.counts = {key: count for key, count in counts.items() if count >= ENOUGH}
        """In how many stories a block stands, where these are two or more."""
        self.set_aside(())

    def blocks(self) -> Iterator[tuple[Place, Seen]]:
        """Each block that differs from others, where it first stands."""
        for number, page in enumerate(self.pages):
            for at, block in enumerate(page.blocks):
                place, places = Place(number, at), self.places.get(block.key)
                if places is None or places.first == place:
                    yield place, block

    def note(self, place: Place) -> str:
        """The key of the block at ``place``, which is held from now on."""
        key = self.block(place).key
        if key not in self.places:
            self.places[key] = Places(place)
        return key

    def count(self, key: str) -> int:
        """In how many stories a block stands."""
        return self.counts.get(key, 1)

    def block(self, place: Place) -> Seen:
        """The block at ``place``."""
        return self.pages[place.page].blocks[place.at]

    def first(self, key: str) -> Seen:
        """The first block with that key."""
        return self.block(self.places[key].first)

    def stories_with(self, places: Iterable[Place]) -> set[int]:
        """The stories that ``places`` are in."""
        return {self.stories[place.page] for place in places}

    def set_aside(self, found: Collection[str]) -> None:
        """Look for the text of each article anew, now that the keys in ``found`` are furniture."""
        self._bodies: list[tuple[int, int]] = []
        self._zones: dict[str, Counter[str]] = {}
        leads: list[Place] = []
        for number, page in enumerate(self.pages):
            own = [at for at, key in self._own(number) if key not in found]
            top = page.blocks[: own[0] if own else 0]
            end = self._end(page, own[-1], found) if own else -1
            self._bodies.append((own[0], end) if own else (len(page.blocks), -1))
            leads += (
                Place(number, at) for at, block in enumerate(top)
                if self._paragraphs[number][at]
                and block.key in self.counts and block.key not in found
            )  # fmt: skip
        self._begin_at(leads)

    def _end(self, page: Page, last: int, found: Collection[str]) -> int:
        """Where a text ends: behind its last paragraph, short sentences and one heading go on."""
        for at in range(last + 1, len(page.blocks)):
            block = page.blocks[at]
            is_own = block.key not in self.counts and block.key not in found
            if is_own and not block.is_fixed and ends_sentence(block.text):
                last = at
            elif at > last + 1:
                break
        return last

    def _begin_at(self, leads: Iterable[Place]) -> None:
        """Let texts begin at those of ``leads`` that stand above one text: others quote them."""
        quoted = [place for place in leads if self.zones(self.block(place).key)[START] == 1]
        for place in reversed(quoted):
            self._bodies[place.page] = place.at, self._bodies[place.page][1]
        self._zones = {}

    def _own(self, page: int) -> Iterator[tuple[int, str]]:
        """The paragraphs of a page that only it has: their places and keys."""
        for at, block in compress(enumerate(self.pages[page].blocks), self._paragraphs[page]):
            if block.key not in self.counts:
                yield at, block.key

    def is_text(self, place: Place) -> bool:
        """Whether a paragraph stands at ``place`` that only its article has."""
        if place.at > self._bodies[place.page][1] or not self._paragraphs[place.page][place.at]:
            return False
        return self.block(place).key not in self.counts

    def zone(self, place: Place) -> str:
        """Whether a block stands before, within or behind the text that only its article has."""
        first, last = self._bodies[place.page]
        if last < 0 and count_units(self.block(place).key) < SHORT:
            return BODY
        if place.at > last:
            return END if last >= 0 or place.at * 2 >= len(self.pages[place.page].blocks) else START
        return START if place.at < first else BODY

    def zones(self, key: str) -> Counter[str]:
        """In how many stories a block stands in each zone."""
        if key in self._zones:
            return self._zones[key]
        seen = {(self.zone(place), self.stories[place.page]) for place in self.places[key]}
        zones = Counter(zone for zone, _ in seen)
        if key in self.counts:
            self._zones[key] = zones
        return zones

    def speaks_of_text(self, page: int, at: int) -> bool:
        """Whether a block takes up words of the paragraphs that only its article has."""
        found = _terms(self.block(Place(page, at)).key)
        first, last = self._bodies[page]
        own = {
            term
            for place, key in self._own(page)
            if first <= place <= last and place != at
            for term in _terms(key)
        }
        return len(found & own) >= _TAKEN_UP * len(found)

    def texts_above(self, place: Place) -> int:
        """How many paragraphs that only this article has stand above a block."""
        return sum(at < place.at for at, _ in self._own(place.page))

    def has_text_before(self, page: int, at: int) -> bool:
        """Whether text that only this article has stands before block ``at``."""
        return self._bodies[page][0] < at

    def has_text_behind(self, page: int, at: int) -> bool:
        """Whether such text stands behind block ``at``."""
        return self._bodies[page][1] > at

    def behind_text(self, place: Place) -> Sequence[Seen]:
        """The blocks from the end of the text that only its article has to ``place``."""
        return self.pages[place.page].blocks[self._bodies[place.page][1] + 1 : place.at]

    def is_repeated(self, key: str) -> bool:
        """Whether two stories or more have the block several times."""
        pages = Counter(place.page for place in self.places[key])
        several = {self.stories[page] for page, times in pages.items() if times > 1}
        return len(several) >= ENOUGH

    def near(self, place: Place, step: int) -> Seen | None:
        """The block ``step`` places behind another, where there is one."""
        blocks, at = self.pages[place.page].blocks, place.at + step
        return blocks[at] if 0 <= at < len(blocks) else None


def _terms(key: str) -> set[str]:
    """The longer words of a block; in a script without spaces, pairs of characters."""
    if (key.count(" ") + 1) * LONGEST_WORDS < len(key):
        return set(map("".join, pairwise(key)))
    return {word for word in map(_bare, key.split()) if len(word) >= _TERM}


def _bare(word: str) -> str:
    return word.strip(_SIGNS)
