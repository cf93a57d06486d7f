"""Pairs in, what they connect so far out (union-find)."""

from __future__ import annotations


class Groups:
    """What is connected so far (union-find)."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}

    def find(self, number: int) -> int:
        """The smallest number of its group."""
        parents = self._parents
        while (parent := parents.get(number, number)) != number:
            parents[number] = parents.get(parent, parent)
            number = parent
        return number

    def join(self, one: int, other: int) -> None:
        """Make one group of two."""
        ends = self.find(one), self.find(other)
        self._parents[max(ends)] = min(ends)

    def part(self, one: int, other: int) -> bool:
        """Whether two are not connected."""
        return self.find(one) != self.find(other)
