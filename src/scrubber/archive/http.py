"""An HTTP response as a crawler stored it: its bytes in, its content and what that is out."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, NamedTuple

from scrubber.archive.model import LARGEST_RECORD, RecordError

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNREAD = ("br", "zstd", "compress", "x-compress")
_GZIP = b"\x1f\x8b"
_FOLD = re.compile(r"\r?\n[ \t]+")
_CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


class Content(NamedTuple):
    """The content of a response."""

    kind: str
    """Its media type, in lower case."""
    charset: str | None
    data: bytes


def content_of(response: bytes) -> Content:
    """The content of a stored response, no longer chunked or compressed.

    Raises:
        RecordError: it is no response, or coded in a way nobody reads here.
    """
    head, gap, body = response.partition(b"\r\n\r\n")
    if not gap:
        head, gap, body = response.partition(b"\n\n")
    if not response.startswith(b"HTTP/") or not gap:
        raise RecordError("is no HTTP response")
    headers: dict[str, list[str]] = {}
    for line in _FOLD.sub(" ", head.decode("latin-1")).splitlines()[1:]:
        name, _, value = line.partition(":")
        headers.setdefault(name.strip().lower(), []).append(value)
    for name in ("transfer-encoding", "content-encoding"):  # the outer one first
        for coding in reversed(",".join(headers.get(name, ())).lower().split(",")):
            body = _decoded(body, coding.strip())
    kind, charset = _media_type(headers.get("content-type", [""])[0])
    return Content(kind or _looked_at(body), charset, body)


def _looked_at(body: bytes) -> str:
    """The media type of what nobody gave one: a page shows at its beginning that it is one."""
    return "text/html" if _PAGE.match(body) else ""


def _media_type(value: str) -> tuple[str, str | None]:
    kind, *parameters = value.split(";")
    for parameter in parameters:
        name, _, setting = parameter.partition("=")
        if name.strip().lower() == "charset":
            return kind.strip().lower(), setting.strip().strip("\"'") or None
    return kind.strip().lower(), None


def _joined(body: bytes) -> bytes:
    """The chunks of a body; many crawlers have joined them and left the header."""
    parts, at = [], 0
    while line := _CHUNK.match(body, at):
        size, start = int(line[1], 16), line.end()
        parts.append(body[start : start + size])
        at = start + size
        if not size:
            break
        if at > len(body):
            raise RecordError("is cut off: its last chunk is not whole")
    return b"".join(parts) if parts else body


def _decoded(body: bytes, coding: str) -> bytes:
    """The body without one coding; as it is where the crawler undid that and left the header.

    Raises:
        RecordError: it is damaged, or coded in a way nobody reads here.
    """
    if coding == "chunked":
        return _joined(body)
    if coding == "deflate" or (coding in ("gzip", "x-gzip") and body.startswith(_GZIP)):
        return _inflated(body)
    if coding in _UNREAD and not _is_markup(body):
        raise RecordError(f"is compressed as {coding}, which is not read here")
    return body  # other names mean nothing: servers send "none", "utf-8" and the like


def _is_markup(body: bytes) -> bool:
    """Whether it is UTF-8 that begins with a tag, so no longer compressed."""
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return False
    try:
        return "\0" not in body.decode()
    except UnicodeDecodeError:
        return False


def _inflated(body: bytes) -> bytes:
    for window in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):  # with its head, or raw as some send it
        try:
            return b"".join(_members(body, window))
        except zlib.error:
            continue
    raise RecordError("is damaged: it cannot be decompressed")


def _members(body: bytes, window: int) -> Iterator[bytes]:
    """What each member of ``body`` holds; gzip allows several, and zeros behind them."""
    left, size = body, 0
    while True:
        inflate = zlib.decompressobj(window)
        data = inflate.decompress(left, LARGEST_RECORD - size + 1)
        size += len(data)
        if size > LARGEST_RECORD:
            raise RecordError(f"is larger than {LARGEST_RECORD >> 20} MB once decompressed")
        if not inflate.eof:
            raise RecordError("is cut off: its compressed form has no end")
        yield data
        left = inflate.unused_data
        if not left.startswith(_GZIP):
            return
