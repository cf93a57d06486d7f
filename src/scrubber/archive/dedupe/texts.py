"""The articles of a run, numbered in the order of their ids; what they say stays on disk."""

from __future__ import annotations

import os
from hashlib import blake2b
from typing import TYPE_CHECKING

from scrubber.archive.dedupe.spool import Spool, decoded, encoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrubber.archive.dedupe.store import Store
    from scrubber.dedupe.model import Article

NO_DAY = b"\xff"
"""Stands for the date of an article that has none: it is later than any."""


class Strings:
    """Strings on disk, by number."""

    def __init__(self, path: str) -> None:
        self.spool = Spool(path)

    def append(self, string: str) -> None:
        """Write the next one."""
        self.spool.append(encoded(string))

    def __getitem__(self, number: int) -> str:
        return decoded(self.spool[number])

    def __len__(self) -> int:
        return len(self.spool)


class Texts:
    """Articles by number.

    Args:
        folder: where they are put.
    """

    def __init__(self, folder: str) -> None:
        self.ids, self.dates, self._texts = (
            Strings(os.path.join(folder, name)) for name in ("ids", "dates", "texts")
        )
        self.spool = self._texts.spool
        """The texts as bytes."""

    def add(self, articles: Iterable[Article]) -> None:
        """Number further articles behind the others."""
        for name, text, date in articles:
            self.ids.append(name)
            self.dates.append(date)
            self._texts.append(text)
        self.seal()

    def text(self, number: int) -> str:
        """The text of an article."""
        return self._texts[number]

    def day(self, number: int) -> bytes:
        """The date of an article, to be compared with others."""
        return self.dates.spool[number] or NO_DAY

    def seal(self) -> None:
        """Let what was added be read."""
        for spool in self._spools():
            spool.seal()

    def close(self) -> None:
        """Close all files."""
        for spool in self._spools():
            spool.close()

    def _spools(self) -> tuple[Spool, Spool, Spool]:
        return self.ids.spool, self.dates.spool, self.spool


def gather(
    articles: Iterable[Article],
    folder: str,
    store: Store,
    complain: Callable[[str], None] = lambda _: None,
) -> Texts:
    """Put ``articles`` into ``folder``, and into the table ``repeat`` which of them stand again.

    A record that stands twice is one article. Articles with one id and different texts are left
    out: a plan could not tell them apart. ``complain`` takes a sentence on each such id.
    """
    texts = Texts(folder)
    store.fill("record", "place name:BLOB day:BLOB text:BLOB", _records(articles, texts.spool))
    texts.seal()
    store.run("named")
    query = "SELECT name, place, day, records, is_one FROM named ORDER BY name"
    order = _order(store.rows(query), texts, complain)
    with store.adding("repeat", "article more") as repeat:

        def places() -> Iterator[int]:
            for number, (place, records) in enumerate(order):
                if records > 1:
                    repeat((number, records - 1))
                yield place

        texts.spool.arrange(places())
    texts.seal()
    return texts


def _records(
    articles: Iterable[Article], spool: Spool
) -> Iterator[tuple[int, bytes, bytes, bytes]]:
    for place, (name, text, date) in enumerate(articles):
        data = encoded(text)
        spool.append(data)
        digest = blake2b(data, digest_size=16).digest()
        yield place, encoded(name), encoded(date) or NO_DAY, digest


def _order(
    rows: Iterable[tuple[bytes, int, bytes, int, int]],
    texts: Texts,
    complain: Callable[[str], None],
) -> Iterator[tuple[int, int]]:
    """The place of each article in the order of ids, and how many records it has."""
    for name, place, day, records, is_one in rows:
        if not is_one:
            said = decoded(name)
            complain(f"{records} articles have the id {said!r}; they stay and are not compared")
            continue
        texts.ids.spool.append(name)
        texts.dates.spool.append(b"" if day == NO_DAY else day)
        yield place, records
