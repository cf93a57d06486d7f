"""Articles in; tables of which of them are copies of which, and which are teasers, out."""

from __future__ import annotations

import itertools
import os
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from scrubber.archive.dedupe.clusters import choose, connect
from scrubber.archive.dedupe.crew import Crew
from scrubber.archive.dedupe.shared import Shared
from scrubber.archive.dedupe.spool import Spool
from scrubber.archive.dedupe.store import open_store
from scrubber.archive.dedupe.texts import gather
from scrubber.dedupe.batches import batches, portions
from scrubber.dedupe.furniture import SAMPLE, sampling_keys
from scrubber.dedupe.shingles import Groups, sketches_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrubber.archive.dedupe.index import Index
    from scrubber.dedupe.model import Article
    from scrubber.dedupe.tokens import Numbers

_SAMPLES, _PAIRS = 64, 512
"""How many make a task."""
_BYTES, _LEAST = 1 << 20, 1 << 13
"""The text that makes a task, and what an article counts at least."""
_ROOM = 128 << 20
"""Bytes that all processes may use for what they keep at hand."""
_MANY = 4_000
"""From so many articles on several processes are worth their start."""


class Means(NamedTuple):
    """What a run may use; none of it changes the result."""

    memory: int | None = None
    """How many bytes the tables may use; None: see ``open_store``."""
    jobs: int | None = None
    """The number of processes; None: one for each processor, for many articles."""
    engine: str | None = None
    """What runs SQL; see ``open_store``."""


ANY_MEANS = Means()


class Run:
    """One run over articles; what it finds stands in the tables of its store.

    Args:
        articles: what is compared.
        folder: where to keep what a run knows; empty.
        means: what may be used.
        index: articles of earlier runs, which stay.
        complain: takes a sentence on articles that cannot be compared.
    """

    def __init__(
        self,
        articles: Iterable[Article],
        folder: str,
        means: Means = ANY_MEANS,
        index: Index | None = None,
        complain: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._index = index
        self.store = open_store(folder, means.memory, means.engine)
        texts = gather(articles, folder, self.store, complain)
        self._words, self._shingles = (
            Spool(os.path.join(folder, name)) for name in ("words", "shingles")
        )
        jobs = means.jobs or (_processors() if len(texts.ids) >= _MANY else 1)
        room = min(_ROOM, (means.memory or 4 * _ROOM) // 4) // jobs
        self.shared = Shared(texts, self._words, self._shingles, room)
        self._crew = Crew(folder, jobs)

    def find(self) -> None:
        """Compare all articles, and fill the tables ``redundant`` and ``teaser``."""
        shared, own = self.shared, self.shared.own
        with self.store.adding_arrays("paragraph", "mark place article") as add:
            for marks, articles in self._read(0, own):
                add(marks, sampling_keys(articles), articles)
        self._find_furniture()
        self._sketch(0, own)
        if self._index is not None:
            shared.texts.add(self._index.candidates(self.store))
            for _ in self._read(own, len(shared.texts.ids)):
                pass
            self._sketch(own, len(shared.texts.ids))
        self.store.run("candidates")
        self._verify()
        choose(self.store, self._refuted)

    def each(self, method: str, tasks: Iterable[Any]) -> Iterator[Any]:
        """What a method of ``Shared`` gives for each task, in their order."""
        return self._crew.each(self.shared, method, tasks)

    def _read(self, start: int, end: int) -> Iterator[tuple[Numbers, Numbers]]:
        """Read articles, and give the keys of long paragraphs with their articles."""
        for found in self.each("read", self._tasks(start, end)):
            yield found.marks, found.articles + len(self._words)
            for packed in found.packed:
                self._words.append(packed)
        self._words.seal()

    def _tasks(self, start: int, end: int) -> Iterator[list[int]]:
        """Some articles each, few of long ones."""
        size = self.shared.texts.spool.size
        return portions(range(start, end), lambda n: _LEAST + size(n), _BYTES)

    def _find_furniture(self) -> None:
        self.store.run("recurring")
        found = self.each("furniture_of", batches(self._samples(), _SAMPLES))
        furniture = set(itertools.chain.from_iterable(found))
        if self._index is not None:
            furniture |= self._index.furniture()
        self.shared.furniture = frozenset(furniture)

    def _samples(self) -> Iterator[tuple[int, list[int]]]:
        """Each paragraph that recurs, with some articles that have it."""
        order = "SELECT mark, article FROM recurring ORDER BY mark, place, article"
        for mark, group in groupby(self.store.rows(order), itemgetter(0)):
            yield mark, [article for _, article in itertools.islice(group, SAMPLE)]

    def _sketch(self, start: int, end: int) -> None:
        """Sketch articles, and note what is to be known of each."""
        own, store = self.shared.own, self.store
        with (
            store.adding("article", "article words damage fresh day:BLOB") as note,
            store.adding_arrays("sketch", "article shingle following") as add,
        ):
            for found in self.each("sketch", self._tasks(start, end)):
                first = len(self._shingles)
                articles = range(first, first + len(found.shingles))
                add(np.repeat(articles, found.sizes), found.sketch, found.following)
                for number, words, damage in zip(articles, found.words, found.damage, strict=True):
                    note((number, words, damage, int(number < own), self.shared.texts.day(number)))
                for shingles in found.shingles:
                    self._shingles.append(shingles)
        self._shingles.seal()

    def sketch_of(self, number: int) -> list[int]:
        """The sketch of an article."""
        shingles = self.shared.shingles(number)
        sketch = sketches_of(Groups(shingles, np.array([len(shingles)])))
        return [int(value) for value in sketch.values]

    def _verify(self) -> None:
        """Find the pairs that are copies, enough of them to connect all, and the teasers.

        Each article is compared with the candidate that shares most with it, then only with those
        that it is not connected to by then: of a story with many copies most pairs need no look.
        """
        with self.store.adding("inside", "article whole") as inside:
            self.store.run("nearest")
            self._compare("nearest", inside)
            self.store.run("edges")
            connect(self.store)
            self.store.run("members")
            self.store.run("rest")
            self._compare("rest", inside)

    def _compare(self, table: str, inside: Callable[[tuple[Any, ...]], None]) -> None:
        pairs = self.store.rows(f"SELECT one, other FROM {table} ORDER BY one, other")
        self.store.fill("same", "one other", self._copies(pairs, inside))

    def _copies(
        self, pairs: Iterable[tuple[int, int]], inside: Callable[[tuple[Any, ...]], None]
    ) -> Iterator[tuple[int, int]]:
        for same, parts in self.each("verify", batches(pairs, _PAIRS)):
            for part in parts:
                inside(part)
            yield from same

    def _refuted(self, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int]]:
        for refuted in self.each("refute", batches(pairs, _PAIRS)):
            for article in refuted:
                yield (article,)

    def close(self) -> None:
        """Close all files, and end all processes."""
        self._crew.close()
        self.store.close()
        self._words.close()
        self._shingles.close()
        self.shared.texts.close()


def _processors() -> int:
    from scrubber.files.run import processors

    return processors()
