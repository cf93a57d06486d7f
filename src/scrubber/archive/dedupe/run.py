"""Articles in; which of them are copies of which, and which are teasers, out."""

from __future__ import annotations

import itertools
import os
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from scrubber.archive.dedupe.clusters import choose
from scrubber.archive.dedupe.spool import Spool
from scrubber.archive.dedupe.store import open_store
from scrubber.dedupe.furniture import Judge
from scrubber.dedupe.kernels import paragraph_rows, sketch_of, sketched
from scrubber.dedupe.model import CONTAINED, SAME
from scrubber.dedupe.verify import Verifier
from scrubber.dedupe.words import unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrubber.archive.dedupe.index import Index
    from scrubber.archive.dedupe.store import Store
    from scrubber.archive.dedupe.texts import Texts


class Found(NamedTuple):
    """What was found among articles, by number."""

    redundant: dict[int, int]
    """For each copy the article that stays."""
    teasers: dict[int, int]
    """For each teaser the article that it is from."""


class Run:
    """One run over articles.

    Args:
        texts: the articles.
        folder: where to keep what does not fit into memory; empty.
        memory: how many bytes the tables may use.
        engine: what runs SQL; see ``open_store``.
        index: articles of earlier runs, which stay.
    """

    def __init__(
        self,
        texts: Texts,
        folder: str,
        memory: int | None = None,
        engine: str | None = None,
        index: Index | None = None,
    ) -> None:
        self.texts = texts
        self.own = len(texts.ids)
        """From this number on articles are of the index."""
        self._index = index
        self._store: Store = open_store(folder, memory, engine)
        self._shingles = Spool(os.path.join(folder, "shingles"))
        self.furniture: set[int] = set()
        self._bare: set[int] = set()
        self._traits: list[tuple[int, int]] = []

    def find(self) -> Found:
        """Compare all articles."""
        self._find_furniture(range(self.own))
        sketch = self._sketch(range(self.own))
        if self._index is not None:
            known = self._index.candidates(sketch, set(self.texts.ids))
            self.texts.add(known)
            self._sketch(range(self.own, len(self.texts.ids)))
        rows = zip(itertools.count(), self._traits, self.texts.days(), strict=False)
        traits = ((n, *traits, int(n < self.own), day) for n, traits, day in rows)
        self._store.fill("article", "article words damage fresh day", traits)
        self._store.run("candidates")
        self._verify()
        choose(self._store, self._refuted)
        redundant = dict(self._store.rows("SELECT article, keep FROM redundant"))
        return Found(redundant, dict(self._store.rows("SELECT article, whole FROM teaser")))

    def _find_furniture(self, numbers: Iterable[int]) -> None:
        rows = paragraph_rows((n, self.texts.text(n)) for n in numbers)
        self._store.fill("paragraph", "mark place article", rows)
        self._store.run("recurring")
        judge = Judge(self.texts.text)
        order = "SELECT mark, article FROM recurring ORDER BY mark, place, article"
        self.furniture = judge.furniture(self._store.rows(order))
        if self._index is not None:
            self.furniture |= self._index.furniture()

    def _sketch(self, numbers: Iterable[int]) -> list[tuple[int, int]]:
        """Sketch articles; where there is an index, the values of their sketches."""
        values: list[tuple[int, int]] = []
        rows = self._sketch_rows(numbers)
        if self._index is not None:
            values = list(rows)
            rows = iter(values)
        self._store.fill("sketch", "article shingle", rows)
        self._shingles.seal()
        return values

    def _sketch_rows(self, numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
        for number in numbers:
            found = sketched(self.texts.text(number), self.furniture)
            self._shingles.append(found.shingles)
            self._traits.append((found.words, found.damage))
            if found.bare:
                self._bare.add(number)
            for value in found.sketch:
                yield number, value

    def sketch_of(self, number: int) -> list[int]:
        """The sketch of an article."""
        data = self._shingles[number]
        return sketch_of(unpacked(data), data)

    @cached_property
    def verifier(self) -> Verifier:
        """Compares articles, once they are sketched."""
        return Verifier(self._shingles.__getitem__, self.body)

    def body(self, number: int) -> str:
        """The text of an article without its furniture."""
        from scrubber.dedupe.furniture import without

        text = self.texts.text(number)
        return text if number in self._bare else without(text, self.furniture)

    def _verify(self) -> None:
        inside: list[tuple[int, int]] = []
        self._store.fill("verdict", "one other kind", self._verdicts(inside))
        self._store.fill("inside", "article whole", inside)

    def _verdicts(self, inside: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
        query = "SELECT one, other FROM candidate ORDER BY one, other"
        for one, other in list(self._store.rows(query)):
            if one >= self.own:  # both are of the index, and were compared
                continue
            verdict = self.verifier.compare(one, other)
            if verdict.kind == CONTAINED:
                inside.append((one, other) if verdict.first < verdict.second else (other, one))
            elif verdict.kind == SAME:
                yield one, other, SAME

    def _refuted(self, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int]]:
        for article, keep in pairs:
            if self.verifier.compare(article, keep).kind != SAME:
                yield (article,)

    def close(self) -> None:
        """Close all files."""
        self._store.close()
        self._shingles.close()
        self.texts.spool.close()
