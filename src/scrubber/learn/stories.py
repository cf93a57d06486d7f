"""Articles of a site in; which of them are one story, so that they count once, out."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from scrubber.blocks.shape import count_units
from scrubber.similarity.words import LONGEST_WORDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from scrubber.learn.pages import Page, Seen

_FEWEST = 3
"""Words of a block that hints at the story it is from."""
_OWNERS = 8
"""Articles that one is compared with."""
_ALIKE, _ALIKE_BELOW_TITLE = 0.5, 0.3
"""Share of the shorter one's runs of words that the other has, where both are one story."""
_FACTS, _FACTS_BELOW_TITLE = 0.6, 0.3
"""Share of its names and numbers that the other must have."""
_LONG, _SEVERAL = 8, 2
"""Paragraphs of so many words make two articles one story, if little else is in them."""
_REST = 0.3
"""Share of its text below which what another one has not word for word is no other story."""
_MANY = 5
"""Pages from which on what most of them have is no story's."""


_SIGNS = ".,;:!?()[]“”‘’«»\"'"


class Stories:
    """Tells the stories of a site's articles, as often as more of its furniture is known."""

    def __init__(self, pages: Sequence[Page], recurring: Collection[str]) -> None:
        self._pages, self._recurring = pages, recurring
        self._common = _common(pages, recurring)
        self._known: dict[int, bool] = {}
        """Whether two articles are one story, where that was asked the last time."""
        self._aside = array("q", bytes(8 * len(pages)))
        """What was set aside of each article then, as a hash."""

    def told(self, found: Collection[str]) -> list[int]:
        """For each page the first page that tells its story, which may be itself.

        Pages are compared with the first ones that have a block of theirs, not each with each: the
        first copy of a story is among these, by its title or by a paragraph. No furniture in
        ``found`` is part of a story.
        """
        common = self._common.union(found)
        first: dict[str, int] = {}
        parent = list(range(len(self._pages)))
        changed: set[int] = set()
        known, self._known = self._known, {}
        for index, page in enumerate(self._pages):
            keys = [block.key for block in page.blocks if block.key in self._recurring]
            aside = hash(frozenset(common.intersection(keys)))
            if aside != self._aside[index]:
                self._aside[index] = aside
                changed.add(index)
            for other in _owners(index, (key for key in keys if key not in common), first):
                if _root(parent, index) == _root(parent, other):
                    continue
                pair = index * len(parent) + other
                verdict = known.get(pair) if changed.isdisjoint((index, other)) else None
                if verdict is None:
                    verdict = _is_copy(page, self._pages[other], common)
                self._known[pair] = verdict
                if verdict:
                    _join(parent, index, other)
        return [_root(parent, index) for index in range(len(parent))]


def _owners(index: int, keys: Iterable[str], first: dict[str, int]) -> list[int]:
    """The first articles that have blocks of article ``index``, that with most of them first."""
    shared: Counter[int] = Counter()
    for key in keys:
        if (units := count_units(key)) >= _FEWEST:
            other = first.setdefault(key, index)
            if other != index:
                shared[other] += units
    return sorted(shared, key=lambda other: (-shared[other], other))[:_OWNERS]


def _common(pages: Sequence[Page], recurring: Collection[str]) -> set[str]:
    """Blocks that most pages have, however alike these are: no site is one story over and over."""
    distinct: set[bytes] = set()
    counts: Counter[str] = Counter()
    for page in pages:
        keys = [block.key for block in page.blocks]
        whole = "\n".join(keys).encode("utf-8", "surrogatepass")
        digest = blake2b(whole, digest_size=16).digest()
        if digest not in distinct:
            distinct.add(digest)
            counts.update(key for key in set(keys) if key in recurring)
    if len(distinct) < _MANY:
        return set()
    return {key for key, count in counts.items() if 2 * count > len(distinct)}


def _is_copy(one: Page, other: Page, common: set[str]) -> bool:
    """Whether two articles are alike in what is not word for word in both, or in nearly all.

    A plug alone makes no copy of two short articles. Where names and numbers differ, one template
    tells two stories.
    """
    both = {block.key for block in one.blocks} & {block.key for block in other.blocks}
    left, right = (
        [block for block in page.blocks if block.key not in both] for page in (one, other)
    )
    rest = min(_rest(one, left, common), _rest(other, right, common))
    told = sum(count_units(key) >= _LONG for key in both - common)
    if not rest or (rest < _REST and told >= _SEVERAL):
        return True
    titled = one.blocks[0].key == other.blocks[0].key not in common
    if _share(_runs_of(left), _runs_of(right)) < (_ALIKE_BELOW_TITLE if titled else _ALIKE):
        return False
    facts, others = _facts_in(left), _facts_in(right)
    fewer = min(len(facts), len(others))
    return len(facts & others) >= fewer * (_FACTS_BELOW_TITLE if titled else _FACTS)


def _rest(page: Page, blocks: Iterable[Seen], common: set[str]) -> float:
    """The share of a page's text that is in ``blocks``."""
    return _length(blocks, common) / max(1, _length(page.blocks, common))


def _length(blocks: Iterable[Seen], common: set[str]) -> int:
    """The letters of blocks but for what is common."""
    return sum(len(block.key) for block in blocks if block.key not in common)


def _runs_of(blocks: Iterable[Seen]) -> set[int]:
    """Each three words in a row, as their hash of 64 bits: only equality counts."""
    runs: set[int] = set()
    for _, key, *_ in blocks:
        parts: Sequence[str] = key.split()
        if len(parts) * LONGEST_WORDS < len(key):
            parts = key
        runs.update(map(hash, zip(parts, parts[1:], parts[2:], strict=False)))
    return runs


def _share(one: set[int], other: set[int]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _facts_in(blocks: Iterable[Seen]) -> set[str]:
    return {fact for block in blocks for fact in _facts_of(block.text)}


def _facts_of(text: str) -> Iterator[str]:
    """The numbers of a text, and the words with a capital within a sentence."""
    before = "."
    has_digits = bool(_digit().search(text))
    for word in text.split():
        if not word.islower() or (has_digits and not word.isalpha()):
            bare = word.strip(_SIGNS)
            opens = before.endswith((".", "!", "?", ":", "”", '"'))
            if bare and (_digit().search(bare) or (bare[0].isupper() and not opens)):
                yield bare
        before = word


@cache
def _digit() -> re.Pattern[str]:
    return re.compile(r"\d")


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _join(parent: list[int], one: int, other: int) -> None:
    left, right = sorted((_root(parent, one), _root(parent, other)))
    parent[right] = left
