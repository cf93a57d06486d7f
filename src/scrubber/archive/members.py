"""Gzip files of many members, as crawlers write them: a file in, what can be read of it out.

Each record of a WARC file is a member of its own, so that a damaged one costs itself alone.
"""

from __future__ import annotations

import zlib
from typing import BinaryIO

from scrubber.archive.compressions import Decoder

_MAGIC = b"\x1f\x8b\x08"
_BLOCK = 1 << 14
GAP = b"\r\n\r\n"
"""Stands for what a damaged member did not give: a record of WARC ends there."""
NOTHING = GAP + b"WARC/0\r\nScrubber-Damage: yes" + GAP
"""Stands for a member that gave nothing at all."""


class GzipMembers(Decoder):
    """The members of a file, one behind the other; where one is damaged it goes on with the next.

    Raises:
        EOFError: the last member is cut off.
        zlib.error: nothing can be read behind a damaged one.
    """

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file)
        self._left = b""
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._is_begun = self._has_given = False

    def _go_on(self) -> None:
        data = self._left or self._inner.read(_BLOCK)
        self._left = b""
        if not data:
            if self._is_begun:
                raise EOFError
            self._ended = True
            return
        try:
            given = self._member.decompress(data)
        except zlib.error as error:
            self._find_next(data, error)
            return
        self._is_begun = True
        self._has_given = self._has_given or bool(given)
        self._ready += given
        if self._member.eof:
            self._left = self._member.unused_data.lstrip(b"\0")
            self._begin()

    def _begin(self) -> None:
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._is_begun = self._has_given = False

    def _find_next(self, data: bytes, error: zlib.error) -> None:
        """Go to where the next member seems to begin."""
        data = data[1:]  # or a member that is damaged from its start would be found again
        while (place := data.find(_MAGIC)) < 0:
            block = self._inner.read(_BLOCK)
            if not block:
                raise error
            data = data[-len(_MAGIC) :] + block
        self._left = data[place:]
        self._ready += GAP if self._has_given else NOTHING
        self._begin()
