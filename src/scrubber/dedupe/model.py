"""The nouns of deduplication and the figures that decide."""

from __future__ import annotations

from typing import NamedTuple

SKETCH = 14
"""The least number of shingles that an article is sketched by: those with the smallest hashes."""
SKETCH_SHARE = 16
"""Of a long article one shingle in so many is in its sketch."""
LONGEST_SKETCH = 256


class Article(NamedTuple):
    """One article as it is read."""

    id: str
    text: str
    date: str
    """As it is written, empty where there is none."""


class Verdict(NamedTuple):
    """What two articles are to each other."""

    kind: int
    """``SAME``, ``CONTAINED`` (the first in the second or the other way round) or ``APART``."""
    shared: int
    """Shingles that both have."""
    first: int
    """Shingles of the first."""
    second: int
    facts: int
    """Numbers and names that stand in each other's place."""


APART, SAME, CONTAINED = 0, 1, 2
