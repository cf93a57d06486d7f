"""CSV as bytes: where records end and what their fields are, quotes and all (RFC 4180).

A quotation mark inside an unquoted field, or text behind a closing one, is read as Python's csv
module reads it; a carriage return alone ends no record. A field is written anew in the form it
had, quoted where its text needs it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubber.archive.model import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterator

DELIMITERS = (",", ";", "\t", "|")


class Grammar(NamedTuple):
    """The patterns of one delimiter, over bytes in an encoding that contains ASCII."""

    field: re.Pattern[bytes]
    record: re.Pattern[bytes]
    """With its line end."""


@cache
def grammar(delimiter: str) -> Grammar:
    """The patterns for fields parted by ``delimiter``."""
    mark = re.escape(delimiter.encode())
    plain = rb"(?:[^" + mark + rb"\r\n]++|\r(?!\n))*+"
    field = rb'(?:"(?:[^"]++|"")*+"' + plain + rb'|(?!")' + plain + rb")"
    record = field + rb"(?:" + mark + field + rb")*+\r?\n"
    return Grammar(re.compile(field), re.compile(record))


def ends(data: bytes, delimiter: str, *, final: bool = False) -> Iterator[int]:
    """Where each whole record of ``data`` ends; the last one has no line end where it is final."""
    at, match = 0, grammar(delimiter).record.match
    while found := match(data, at):
        at = found.end()
        yield at
    if final and at < len(data):
        yield len(data)


def spans(record: bytes, delimiter: str) -> list[tuple[int, int]]:
    """Where the fields of a record stand, marks of quotation included.

    Raises:
        RecordError: a quotation is not closed.
    """
    content, match = _without_end(record), grammar(delimiter).field.match
    found, at = [], 0
    while field := match(content, at):
        found.append(field.span())
        at = field.end()
        if at == len(content):
            return found
        at += 1
    raise RecordError("has a quotation mark that is not closed")


def _without_end(record: bytes) -> bytes:
    return record[:-1].removesuffix(b"\r") if record.endswith(b"\n") else record


def read(field: bytes) -> str:
    """The text of a field.

    Raises:
        RecordError: it is no UTF-8.
    """
    if field.startswith(b'"'):
        inside, _, behind = field[1:].rpartition(b'"')
        field = inside.replace(b'""', b'"') + behind
    try:
        return field.decode()
    except UnicodeDecodeError as error:
        raise RecordError("is no UTF-8; say what it is with --encoding") from error


def write(text: str, old: bytes, delimiter: str) -> bytes:
    """``text`` as a field in the form that ``old`` had."""
    data = text.encode("utf-8", "surrogatepass")
    needs = any(mark in text for mark in (delimiter, '"', "\r", "\n")) or text != text.strip()
    if needs or old.startswith(b'"'):
        return b'"' + data.replace(b'"', b'""') + b'"'
    return data
