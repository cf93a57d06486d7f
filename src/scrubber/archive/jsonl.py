"""JSON lines: a value a line in; the same lines out, where only the text's literal is new."""

from __future__ import annotations

import codecs
import io
import json
import re
from typing import TYPE_CHECKING, Any, BinaryIO

from scrubber.archive.jsontext import Literal, literal_of, locate
from scrubber.archive.model import (
    TEXT_FIELDS,
    ArchiveError,
    Dead,
    Fields,
    Record,
    RecordError,
    Unit,
)
from scrubber.archive.units import PlainWriter, Units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.archive.streams import Stream

_MARK = "\ufeff"


class JsonLines:
    """The format: cuts files into units of whole lines."""

    def units(self, stream: Stream) -> Iterator[Unit]:
        """The units of a file.

        Raises:
            ArchiveError: it is one JSON array.
        """
        for unit in Units(stream):
            if not unit.number and not unit.refused:
                _refuse_array(unit.data)
            yield unit

    def fields(self, unit: Unit, asked: Fields) -> Fields:
        """The first usual name that holds a string in the first row with one."""
        if asked.text is not None:
            return asked
        for line in unit.data.split(b"\n"):
            try:
                found = locate(_decoded(line), TEXT_FIELDS)
            except RecordError:
                continue
            for name in TEXT_FIELDS:
                if name in found and isinstance(found[name].value, str):
                    return asked._replace(text=name)
        return asked

    def cleaner(self, unit: Unit, fields: Fields) -> _Lines:
        """What works on ``unit``."""
        return _Lines(unit, fields)

    def writer(self, path: str, file: BinaryIO) -> PlainWriter:
        """What writes lines."""
        del path
        return PlainWriter(file)


class _Lines:
    """Reads the lines of one unit and writes them again."""

    def __init__(self, unit: Unit, fields: Fields) -> None:
        self._unit = unit
        self._fields = fields
        texts = () if fields.text is None else (fields.text,)
        self._names = (*texts, fields.id, *fields.sites, *fields.dates)
        self._out: list[bytes] = []

    def records(self) -> Iterator[Record | Dead]:
        """Each line but blank ones, which are written as they are."""
        row, offset = self._unit.first, self._unit.offset
        for raw in io.BytesIO(self._unit.data):
            if raw.isspace():
                self._out.append(raw)
            else:
                yield self._record(row, offset, raw)
            row += 1
            offset += len(raw)

    def _record(self, row: int, offset: int, raw: bytes) -> Record | Dead:
        try:
            line = _decoded(raw.removesuffix(b"\n"))
            found = locate(line, self._names)
        except RecordError as error:
            return Dead(row, offset, str(row), str(error), raw)
        text = found.get(self._fields.text or "")
        name = found.get(self._fields.id)
        values = {name: literal.value for name, literal in found.items()}
        return Record(
            row,
            offset,
            raw,
            (line, text),
            text.value if text is not None and isinstance(text.value, str) else None,
            _shown(line, name) or str(row),
            self._fields.site_in(values),
            self._fields.date_in(values),
        )

    def keep(self, record: Record, text: str | None) -> None:
        """Write the line, with ``text`` in place of its own."""
        if text is None:
            self._out.append(record.raw)
            return
        value: tuple[str, Literal] = record.value
        line, (start, end, _) = value
        spliced = line[:start] + literal_of(text, line) + line[end:]
        mark = _MARK if record.raw.startswith(codecs.BOM_UTF8) else ""
        line_end = "\n" if record.raw.endswith(b"\n") else ""
        self._out.append((mark + spliced + line_end).encode())

    def keep_raw(self, dead: Dead) -> None:
        """Write the line as it is."""
        self._out.append(dead.raw)

    def result(self) -> bytes:
        """The lines."""
        return b"".join(self._out)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode().removeprefix(_MARK)
    except UnicodeDecodeError as error:
        raise RecordError(
            f"is no UTF-8 at byte {error.start + 1}; say what it is with --encoding"
        ) from error


def _shown(line: str, literal: Literal | None) -> str:
    """The value of an id as a user knows it; empty for what is none."""
    if literal is None:
        return ""
    if isinstance(literal.value, str):
        return literal.value
    written = line[literal.start : literal.end]
    return written if written[:1].isdigit() or written[:1] == "-" else ""


def _refuse_array(data: bytes) -> None:
    """Refuse an array of records, over several lines or on the only one there is."""
    first, _, others = data.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not first.startswith(b"["):
        return
    try:
        locate(_decoded(first), ())
    except RecordError:
        is_line = False
    else:
        is_line = bool(others.strip()) or not re.match(rb"\[\s*\{", first)
    if not is_line:
        advice = "convert it with jq -c '.[]'"
        raise ArchiveError(f"is one JSON array, not a JSON value a line; {advice}")


def as_line(row: dict[str, Any]) -> bytes:
    """``row`` as a line of JSON; what is no UTF-8 in a path is written as an escape."""
    text = json.dumps(row, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace") + b"\n"
