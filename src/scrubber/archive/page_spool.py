"""Articles in, one after the other; those of each site out, in one order, from a temporary file."""

from __future__ import annotations

import marshal
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import repeat
from tempfile import SpooledTemporaryFile
from typing import NamedTuple, overload

from scrubber.learn.pages import Page, Seen

_IN_MEMORY = 1 << 24
"""Bytes that are held in memory before there is a file."""
_PAGES = 256
"""Articles that are held at a time: those that are compared with one another."""


class _Entry(NamedTuple):
    """Where an article lies, in the order of articles."""

    id: str
    digest: bytes
    at: int
    length: int


class PageSpool:
    """The articles of an archive. The file has no name, so none is left behind."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - it lives as long as this
        self._entries: dict[str, list[_Entry]] = defaultdict(list)
        self.size = 0
        """How many articles there are."""

    @property
    def sites(self) -> list[str]:
        """The sites of the articles."""
        return sorted(self._entries)

    def close(self) -> None:
        """Let go of the temporary file."""
        self._file.close()

    def add(self, page: Page) -> None:
        """Put one more article in.

        Raises:
            OSError: the temporary file cannot be written.
        """
        data = marshal.dumps([tuple(block) for block in page.blocks])
        entry = _Entry(page.id, blake2b(data, digest_size=8).digest(), self._file.tell(), len(data))
        self._file.write(data)
        self._entries[page.site].append(entry)
        self.size += 1

    def pages_of(self, site: str) -> Sequence[Page]:
        """The articles of a site, in one order whatever order they came in."""
        return _Pages(self._file, site, sorted(self._entries[site]))


class _Pages(Sequence[Page]):
    """Articles that are read when they are asked for."""

    def __init__(
        self, file: SpooledTemporaryFile[bytes], site: str, entries: Sequence[_Entry]
    ) -> None:
        self._file, self._site, self._entries = file, site, entries
        self._read = lru_cache(_PAGES)(self._page)

    def _page(self, number: int) -> Page:
        entry = self._entries[number]
        self._file.seek(entry.at)
        blocks = marshal.loads(self._file.read(entry.length))
        return Page(self._site, entry.id, tuple(map(tuple.__new__, repeat(Seen), blocks)))

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, number: int) -> Page: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Page]: ...
    def __getitem__(self, number: int | slice) -> Page | Sequence[Page]:
        if isinstance(number, slice):
            return _Pages(self._file, self._site, self._entries[number])
        if number >= len(self._entries):
            raise IndexError(number)
        return self._read(number)
