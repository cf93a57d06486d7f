"""The articles of a run, numbered in the order of their ids; their texts stay on disk."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scrubber.archive.dedupe.spool import Spool
    from scrubber.dedupe.model import Article

NO_DAY = 1 << 62
"""Stands for the date of an article that has none: it is later than any."""


class Texts(NamedTuple):
    """Articles by number."""

    ids: list[str]
    dates: list[str]
    """As they are written; empty where there is none."""
    spool: Spool
    repeats: dict[int, int]
    """How many more records have the same id and text as an article."""

    def add(self, articles: Iterable[Article]) -> None:
        """Number further articles behind the others."""
        for name, text, date in articles:
            self.ids.append(name)
            self.dates.append(date)
            self.spool.append(text.encode("utf-8", "surrogatepass"))
        self.spool.seal()

    def days(self) -> list[int]:
        """For each article the place of its date in the order of dates."""
        ranks = {date: n for n, date in enumerate(sorted({date for date in self.dates if date}))}
        return [ranks.get(date, NO_DAY) for date in self.dates]

    def text(self, number: int) -> str:
        """The text of an article."""
        return self.spool[number].decode("utf-8", "surrogatepass")


def gather(
    articles: Iterable[Article], spool: Spool, complain: Callable[[str], None] = lambda _: None
) -> Texts:
    """Put the texts of ``articles`` into ``spool``.

    A record that stands twice is one article. Articles with one id and different texts are left
    out: a plan could not tell them apart. ``complain`` takes a sentence on each such id.
    """
    ids: list[str] = []
    dates: list[str] = []
    for name, text, date in articles:
        ids.append(name)
        dates.append(date)
        spool.append(text.encode("utf-8", "surrogatepass"))
    spool.seal()
    order: list[int] = []
    repeats: dict[int, int] = {}
    for name, group in groupby(sorted(range(len(ids)), key=ids.__getitem__), ids.__getitem__):
        same = list(group)
        if len(same) > 1 and len({spool[n] for n in same}) > 1:
            complain(f"{len(same)} articles have the id {name!r}; they stay and are not compared")
            continue
        if len(same) > 1:
            repeats[len(order)] = len(same) - 1
        order.append(min(same, key=lambda n: dates[n] or "\U0010ffff"))
    spool.arrange(order)
    return Texts([ids[n] for n in order], [dates[n] for n in order], spool, repeats)
