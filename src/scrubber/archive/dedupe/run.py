"""Articles in; which of them are copies of which, and which are teasers, out."""

from __future__ import annotations

import itertools
import os
from array import array
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from scrubber.archive.dedupe.clusters import choose
from scrubber.archive.dedupe.crew import each
from scrubber.archive.dedupe.groups import Groups
from scrubber.archive.dedupe.shared import Shared
from scrubber.archive.dedupe.spool import Spool
from scrubber.archive.dedupe.store import open_store
from scrubber.dedupe.furniture import SAMPLE
from scrubber.dedupe.kernels import sketch_of
from scrubber.dedupe.words import unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrubber.archive.dedupe.index import Index
    from scrubber.archive.dedupe.store import Store
    from scrubber.archive.dedupe.texts import Texts

_ARTICLES, _SAMPLES, _PAIRS = 256, 64, 2_048
"""How many make a task."""
_MANY = 4_000
"""From so many articles on several processes are worth their start."""


class Found(NamedTuple):
    """What was found among articles, by number."""

    redundant: dict[int, int]
    """For each copy the article that stays."""
    teasers: dict[int, int]
    """For each teaser the article that it is from."""


class Means(NamedTuple):
    """What a run may use; none of it changes the result."""

    memory: int | None = None
    """How many bytes the tables may use; None: half a gigabyte."""
    jobs: int | None = None
    """The number of processes; None: one for each processor, for many articles."""
    engine: str | None = None
    """What runs SQL; see ``open_store``."""


ANY_MEANS = Means()


class Run:
    """One run over articles.

    Args:
        texts: the articles.
        folder: where to keep what does not fit into memory; empty.
        means: what may be used.
        index: articles of earlier runs, which stay.
    """

    def __init__(
        self, texts: Texts, folder: str, means: Means = ANY_MEANS, index: Index | None = None
    ) -> None:
        self._index = index
        self._store: Store = open_store(folder, means.memory, means.engine)
        self._shingles = Spool(os.path.join(folder, "shingles"))
        self.shared = Shared(texts, self._shingles)
        self._traits: list[tuple[int, int]] = []
        many = len(texts.ids) >= _MANY
        self._jobs = means.jobs or (_processors() if many else 1)

    def find(self) -> Found:
        """Compare all articles."""
        shared, own = self.shared, self.shared.own
        self._find_furniture()
        sketch = self._sketch(0, own)
        if self._index is not None:
            shared.texts.add(self._index.candidates(sketch, set(shared.texts.ids)))
            self._sketch(own, len(shared.texts.ids))
        rows = zip(itertools.count(), self._traits, shared.texts.days(), strict=False)
        traits = ((n, *traits, int(n < own), day) for n, traits, day in rows)
        self._store.fill("article", "article words damage fresh day", traits)
        self._store.run("candidates")
        self._verify()
        choose(self._store, self._refuted)
        redundant = dict(self._store.rows("SELECT article, keep FROM redundant"))
        return Found(redundant, dict(self._store.rows("SELECT article, whole FROM teaser")))

    def each(self, method: str, tasks: Iterable[Any]) -> Iterator[Any]:
        """What a method of ``Shared`` gives for each task, in their order."""
        return each(self.shared, method, tasks, self._jobs)

    def _find_furniture(self) -> None:
        tasks = _ranges(0, self.shared.own)
        rows = itertools.chain.from_iterable(self.each("paragraphs", tasks))
        self._store.fill("paragraph", "mark place article", rows)
        self._store.run("recurring")
        found = self.each("furniture_of", batches(self._samples(), _SAMPLES))
        furniture = set(itertools.chain.from_iterable(found))
        if self._index is not None:
            furniture |= self._index.furniture()
        self.shared.furniture = furniture

    def _samples(self) -> Iterator[tuple[int, list[int]]]:
        """Each paragraph that recurs, with some articles that have it."""
        order = "SELECT mark, article FROM recurring ORDER BY mark, place, article"
        for mark, group in groupby(self._store.rows(order), itemgetter(0)):
            yield mark, [article for _, article in itertools.islice(group, SAMPLE)]

    def _sketch(self, start: int, end: int) -> list[tuple[int, int]]:
        """Sketch articles; where there is an index, the values of their sketches."""
        values: list[tuple[int, int]] = []
        rows = self._sketch_rows(start, end)
        if self._index is not None:
            values = list(rows)
            rows = iter(values)
        self._store.fill("sketch", "article shingle", rows)
        self._shingles.seal()
        return values

    def _sketch_rows(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        results = self.each("sketch", _ranges(start, end))
        for number, found in enumerate(itertools.chain.from_iterable(results), start):
            self._shingles.append(found.shingles)
            self._traits.append((found.words, found.damage))
            if not found.bare:
                self.shared.furnished.add(number)
            for value in found.sketch:
                yield number, value

    def sketch_of(self, number: int) -> list[int]:
        """The sketch of an article."""
        data = self._shingles[number]
        return sketch_of(unpacked(data), data)

    def _verify(self) -> None:
        inside: list[tuple[int, int]] = []
        self._store.fill("verdict", "one other", self._copies(inside))
        self._store.fill("inside", "article whole", inside)

    def _copies(self, inside: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The pairs that are copies, enough of them to connect all; teasers go to ``inside``.

        Each article is compared with its first candidate, then only with those that it is not
        connected to by then: of a story with many copies most pairs need no look.
        """
        query = "SELECT one, other FROM candidate ORDER BY one, other"
        ones, others = array("q"), array("q")  # a tenth of what pairs take
        firsts: dict[int, int] = {}
        for one, other in self._store.rows(query):
            if one < self.shared.own:  # else both are of the index, and were compared
                ones.append(one)
                others.append(other)
                firsts.setdefault(other, one)
        groups = Groups()
        first = (p for p in zip(ones, others, strict=True) if firsts[p[1]] == p[0])
        for same, parts in self._compare(first):
            inside += parts
            for pair in same:
                groups.join(*pair)
                yield pair
        pairs = zip(ones, others, strict=True)
        rest = (p for p in pairs if firsts[p[1]] != p[0] and groups.part(*p))
        for same, parts in self._compare(rest):
            inside += parts
            yield from same

    def _compare(self, pairs: Iterable[Any]) -> Iterator[Any]:
        return self.each("verify", batches(pairs, _PAIRS))

    def _refuted(self, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int]]:
        for refuted in self.each("refute", batches(pairs, _PAIRS)):
            for article in refuted:
                yield (article,)

    def close(self) -> None:
        """Close all files."""
        self._store.close()
        self._shingles.close()
        self.shared.texts.spool.close()


def _ranges(start: int, end: int) -> Iterator[range]:
    for at in range(start, end, _ARTICLES):
        yield range(at, min(at + _ARTICLES, end))


def batches(some: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """The same in lists of ``size``."""
    rest = iter(some)
    while batch := list(itertools.islice(rest, size)):
        yield batch


def _processors() -> int:
    from scrubber.files.run import processors

    return processors()
