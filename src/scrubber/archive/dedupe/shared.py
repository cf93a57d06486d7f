"""What every process of a run knows of its articles; tasks in, what is computed for them out."""

from __future__ import annotations

from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, Any

import numpy as np

from scrubber.archive.dedupe.differences import row_of
from scrubber.dedupe import kernels
from scrubber.dedupe.furniture import Judge
from scrubber.dedupe.kernels import Words
from scrubber.dedupe.model import CONTAINED, SAME
from scrubber.dedupe.verify import Verifier
from scrubber.dedupe.words import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrubber.archive.dedupe.spool import Spool
    from scrubber.archive.dedupe.texts import Texts
    from scrubber.dedupe.tokens import Hashes

Pairs = list[tuple[int, int]]


class Shared:
    """Articles, and what was found of them so far.

    Args:
        texts: the articles.
        words: those of each, packed.
        shingles: those of each, packed.
        room: how many bytes a process may use for what it keeps at hand.
    """

    def __init__(self, texts: Texts, words: Spool, shingles: Spool, room: int) -> None:
        self.texts, self._packed_words, self._packed_shingles = texts, words, shingles
        self._room = room
        self.own = len(texts.ids)
        """From this number on articles are of the index."""
        self.furniture: frozenset[int] = frozenset()
        """The keys of paragraphs."""

    def _words(self, number: int) -> Words:
        return Words.unpacked(self._packed_words[number])

    def shingles(self, number: int) -> Hashes:
        """The shingles of an article, in order."""
        return np.frombuffer(self._packed_shingles[number], "<u8").astype(np.uint64, copy=False)

    def body(self, number: int) -> str:
        """The text of an article without its furniture."""
        text, words = self.texts.text(number), self._words(number)
        if self.furniture.isdisjoint(words.keys.tolist()):
            return text
        return "\n\n".join(compress(paragraphs(text), kernels.staying([words], self.furniture)))

    @cached_property
    def verifier(self) -> Verifier:
        """Compares articles, once they are sketched."""
        return Verifier(self.shingles, self.body, self._room)

    @cached_property
    def _judge(self) -> Judge:
        return Judge(self._words, self._room // 4)

    def read(self, numbers: Sequence[int]) -> kernels.Read:
        """The words of articles."""
        return kernels.read([self.texts.text(n) for n in numbers])

    def furniture_of(self, samples: Sequence[tuple[int, list[int]]]) -> list[int]:
        """Which paragraphs are furniture, by samples of the articles that they stand in."""
        return self._judge.furniture(samples)

    def sketch(self, numbers: Sequence[int]) -> kernels.Sketches:
        """The shingles and sketches of articles."""
        return kernels.sketches([self._words(n) for n in numbers], self.furniture)

    def verify(self, pairs: Pairs) -> tuple[Pairs, Pairs]:
        """Which pairs are copies, and which are teasers with their wholes."""
        same: Pairs = []
        inside: Pairs = []
        for one, other in pairs:
            verdict = self.verifier.compare(one, other)
            if verdict.kind == SAME:
                same.append((one, other))
            elif verdict.kind == CONTAINED:
                inside.append((one, other) if verdict.first < verdict.second else (other, one))
        return same, inside

    def refute(self, pairs: Pairs) -> list[int]:
        """The first of each pair that is no copy of the second."""
        return [one for one, other in pairs if self.verifier.compare(one, other).kind != SAME]

    def rows(self, relations: Sequence[tuple[int, int, str]]) -> list[dict[str, Any]]:
        """The rows of a plan for articles, each with another and what that is to it."""
        return [self._row(*relation) for relation in relations]

    def _row(self, number: int, other: int, relation: str) -> dict[str, Any]:
        row = row_of(self.texts, self.verifier, number, other, relation)
        if max(number, other) >= self.own:
            row["indexed"] = "id" if other < self.own else relation
        return row
