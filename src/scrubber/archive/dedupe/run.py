"""Articles in; tables of which of them are copies of which, and which are teasers, out."""

from __future__ import annotations

import itertools
import os
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from scrubber.archive.dedupe.clusters import choose, connect
from scrubber.archive.dedupe.crew import Crew
from scrubber.archive.dedupe.shared import Shared
from scrubber.archive.dedupe.spool import Spool
from scrubber.archive.dedupe.store import open_store
from scrubber.archive.dedupe.texts import gather
from scrubber.dedupe.furniture import SAMPLE
from scrubber.dedupe.kernels import sketch_of
from scrubber.dedupe.words import unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrubber.archive.dedupe.index import Index
    from scrubber.dedupe.model import Article

_ARTICLES, _SAMPLES, _PAIRS = 256, 64, 512
"""How many make a task."""
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
        self._shingles = Spool(os.path.join(folder, "shingles"))
        jobs = means.jobs or (_processors() if len(texts.ids) >= _MANY else 1)
        room = min(_ROOM, (means.memory or 4 * _ROOM) // 4) // jobs
        self.shared = Shared(texts, self._shingles, room)
        self._crew = Crew(folder, jobs)

    def find(self) -> None:
        """Compare all articles, and fill the tables ``redundant`` and ``teaser``."""
        shared, own = self.shared, self.shared.own
        self._find_furniture()
        self._sketch(0, own)
        if self._index is not None:
            shared.texts.add(self._index.candidates(self.store))
            shared.furnished.extend(b"\1" * (len(shared.texts.ids) - own))
            self._sketch(own, len(shared.texts.ids))
        self.store.run("candidates")
        self._verify()
        choose(self.store, self._refuted)

    def each(self, method: str, tasks: Iterable[Any]) -> Iterator[Any]:
        """What a method of ``Shared`` gives for each task, in their order."""
        return self._crew.each(self.shared, method, tasks)

    def _find_furniture(self) -> None:
        tasks = _ranges(0, self.shared.own)
        rows = itertools.chain.from_iterable(self.each("paragraphs", tasks))
        self.store.fill("paragraph", "mark place article", rows)
        self.store.run("recurring")
        found = self.each("furniture_of", batches(self._samples(), _SAMPLES))
        furniture = set(itertools.chain.from_iterable(found))
        if self._index is not None:
            furniture |= self._index.furniture()
        self.shared.furniture = furniture
        self.store.fill("furniture", "mark", zip(furniture))
        self.store.run("furnished")
        for (number,) in self.store.rows("SELECT article FROM furnished"):
            self.shared.furnished[number] = True

    def _samples(self) -> Iterator[tuple[int, list[int]]]:
        """Each paragraph that recurs, with some articles that have it."""
        order = "SELECT mark, article FROM recurring ORDER BY mark, place, article"
        for mark, group in groupby(self.store.rows(order), itemgetter(0)):
            yield mark, [article for _, article in itertools.islice(group, SAMPLE)]

    def _sketch(self, start: int, end: int) -> None:
        """Sketch articles, and note what is to be known of each."""
        columns = "article words damage fresh day:BLOB"
        with self.store.adding("article", columns) as add:
            rows = itertools.chain.from_iterable(self._sketch_rows(start, end, add))
            self.store.fill("sketch", "article shingle following", rows)
        self._shingles.seal()

    def _sketch_rows(
        self, start: int, end: int, add: Callable[[tuple[Any, ...]], None]
    ) -> Iterator[Iterable[tuple[int, int, int]]]:
        shared = self.shared
        results = self.each("sketch", _ranges(start, end))
        for number, found in enumerate(itertools.chain.from_iterable(results), start):
            self._shingles.append(found.shingles)
            fresh = int(number < shared.own)
            add((number, found.words, found.damage, fresh, shared.texts.day(number)))
            yield zip(itertools.repeat(number), found.sketch, [*found.sketch[1:], 0])

    def sketch_of(self, number: int) -> list[int]:
        """The sketch of an article."""
        return sketch_of(set(unpacked(self._shingles[number])[1:]))

    def _verify(self) -> None:
        """Find the pairs that are copies, enough of them to connect all, and the teasers.

        Each article is compared with its first candidate, then only with those that it is not
        connected to by then: of a story with many copies most pairs need no look.
        """
        first = self.store.rows("SELECT one, other FROM first ORDER BY one, other")
        with self.store.adding("inside", "article whole") as inside:
            self.store.fill("same", "one other", self._copies(first, inside))
            self.store.run("edges")
            connect(self.store)
            self.store.run("members")
            self.store.run("rest")
            rest = self.store.rows("SELECT one, other FROM rest ORDER BY one, other")
            self.store.fill("same", "one other", self._copies(rest, inside))

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
        self._shingles.close()
        self.shared.texts.close()


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
