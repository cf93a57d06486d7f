"""The articles of a run, numbered in the order of their ids; their texts stay on disk."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrubber.archive.dedupe.spool import Spool
    from scrubber.dedupe.model import Article

NO_DAY = 1 << 62
"""Stands for the date of an article that has none: it is later than any."""


class Texts(NamedTuple):
    """Articles by number."""

    ids: list[str]
    days: list[int]
    """The place of each date in the order of dates."""
    spool: Spool

    def text(self, number: int) -> str:
        """The text of an article."""
        return self.spool[number].decode("utf-8", "surrogatepass")


def gather(articles: Iterable[Article], spool: Spool) -> Texts:
    """Put the texts of ``articles`` into ``spool``.

    Raises:
        SameIdError: two articles have one id.
    """
    ids: list[str] = []
    dates: list[str] = []
    for name, text, date in articles:
        ids.append(name)
        dates.append(date)
        spool.append(text.encode("utf-8", "surrogatepass"))
    order = sorted(range(len(ids)), key=ids.__getitem__)
    spool.seal(order)
    names = [ids[n] for n in order]
    for one, other in pairwise(names):
        if one == other:
            raise SameIdError(one)
    ranks = {date: n for n, date in enumerate(sorted({date for date in dates if date}))}
    return Texts(names, [ranks.get(dates[n], NO_DAY) for n in order], spool)


class SameIdError(Exception):
    """Two articles have the same id, so that a plan could not tell them apart."""
