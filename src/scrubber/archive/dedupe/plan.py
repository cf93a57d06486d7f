"""The rows of a plan in; its file out, and rows from it again."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from scrubber.archive.dedupe.spool import encoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

DIGITS = 4
"""Of a score behind the point."""


def digest_of(text: str) -> str:
    """A hash of one text, by which a plan knows it again."""
    return digest(encoded(text))


def digest(data: bytes) -> str:
    """The same of a text as it is stored."""
    return blake2b(data, digest_size=16).hexdigest()


def line_of(row: Mapping[str, Any]) -> bytes:
    """A row as a line of JSON."""
    return encoded(json.dumps(row, ensure_ascii=False)) + b"\n"


class PlanError(Exception):
    """A plan that cannot be used; the message is a sentence."""


def read(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a plan, each with the number of its line.

    Raises:
        PlanError: it is no plan.
        OSError: it cannot be read.
    """
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise PlanError(f"{path}:{number}: is no row of a plan ({error})") from error
            if not isinstance(row, dict) or not isinstance(row.get("id"), str):
                raise PlanError(f"{path}:{number}: is no row of a plan: it has no id")
            yield number, row
