"""What every process of a run knows of its articles; tasks in, what is computed for them out."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from scrubber.archive.dedupe.plan import row_of
from scrubber.dedupe.furniture import Judge, without
from scrubber.dedupe.kernels import Sketched, paragraph_rows, sketched
from scrubber.dedupe.model import CONTAINED, SAME
from scrubber.dedupe.verify import Verifier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrubber.archive.dedupe.spool import Spool
    from scrubber.archive.dedupe.texts import Texts

Pairs = list[tuple[int, int]]


class Shared:
    """Articles, and what was found of them so far.

    Args:
        texts: the articles.
        shingles: those of each.
        room: how many bytes a process may use for what it keeps at hand.
    """

    def __init__(self, texts: Texts, shingles: Spool, room: int) -> None:
        self.texts, self.shingles = texts, shingles
        self._room = room
        self.own = len(texts.ids)
        """From this number on articles are of the index."""
        self.furniture: set[int] = set()
        self.furnished = bytearray(self.own)
        """For each article whether it may have furniture, a byte each."""

    def body(self, number: int) -> str:
        """The text of an article without its furniture."""
        return without(self.texts.text(number), self._furniture_in(number))

    @cached_property
    def verifier(self) -> Verifier:
        """Compares articles, once they are sketched."""
        return Verifier(self.shingles.__getitem__, self.body, self._room)

    @cached_property
    def _judge(self) -> Judge:
        return Judge(self.texts.text, self._room // 4)

    def paragraphs(self, numbers: range) -> list[tuple[int, int, int]]:
        """The rows of the paragraphs of articles."""
        return list(paragraph_rows((n, self.texts.text(n)) for n in numbers))

    def furniture_of(self, samples: Sequence[tuple[int, list[int]]]) -> list[int]:
        """Which paragraphs are furniture, by samples of the articles that they stand in."""
        return [mark for mark, sample in samples if self._judge.are_unlike(sample)]

    def sketch(self, numbers: range) -> list[Sketched]:
        """The shingles and sketches of articles."""
        return [sketched(self.texts.text(n), self._furniture_in(n)) for n in numbers]

    def _furniture_in(self, number: int) -> set[int]:
        return self.furniture if self.furnished[number] else set()

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
        return [row_of(self, *relation) for relation in relations]
