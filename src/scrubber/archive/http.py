"""An HTTP response as a crawler stored it: its bytes in, its content and what that is out."""

from __future__ import annotations

import re
import zlib
from typing import NamedTuple

from scrubber.archive.model import LARGEST_RECORD, RecordError


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
    headers: dict[str, str] = {}
    for line in head.decode("latin-1").splitlines()[1:]:
        name, _, value = line.partition(":")
        headers.setdefault(name.strip().lower(), value.strip())
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    for coding in reversed(headers.get("content-encoding", "").lower().split(",")):
        body = _decoded(body, coding.strip())
    return Content(*_media_type(headers.get("content-type", "")), body)


def _media_type(value: str) -> tuple[str, str | None]:
    kind, *parameters = value.split(";")
    for parameter in parameters:
        name, _, setting = parameter.partition("=")
        if name.strip().lower() == "charset":
            return kind.strip().lower(), setting.strip().strip("\"'") or None
    return kind.strip().lower(), None


def _joined(body: bytes) -> bytes:
    """The chunks of a body; many crawlers have joined them and left the header."""
    if not re.match(rb"[0-9a-fA-F]+[ \t]*(?:;[^\r\n]*)?\r\n", body):
        return body
    parts, at = [], 0
    while line := re.compile(rb"\s*([0-9a-fA-F]+)[^\r\n]*\r\n").match(body, at):
        size = int(line[1][:16], 16)
        parts.append(body[line.end() : line.end() + size])
        at = line.end() + size
        if not size:
            break
    return b"".join(parts)


def _decoded(body: bytes, coding: str) -> bytes:
    if coding in ("", "identity"):
        return body
    if coding in ("gzip", "x-gzip", "deflate"):
        if coding != "deflate" and not body.startswith(b"\x1f\x8b"):
            return body  # the crawler has done it and left the header
        return _inflated(body)
    raise RecordError(f"is compressed as {coding}, which is not read here")


def _inflated(body: bytes) -> bytes:
    for window in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):  # with its head, or raw as some send it
        inflate = zlib.decompressobj(window)
        try:
            data = inflate.decompress(body, LARGEST_RECORD)
        except zlib.error:
            continue
        if inflate.unconsumed_tail:
            raise RecordError(f"is larger than {LARGEST_RECORD >> 20} MB once decompressed")
        return data
    raise RecordError("is damaged: it cannot be decompressed")
