"""Dead letters and findings as they are kept: a record or a finding in, a line of JSON out."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from scrubber.archive.jsonl import as_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrubber.archive.model import Dead
    from scrubber.model import Finding


def letter_line(path: str, dead: Dead) -> bytes:
    """A dead letter: the record as it was, and why it is none of the output."""
    letter: dict[str, Any] = {
        "path": path,
        "row": dead.row,
        "offset": dead.offset,
        "id": dead.id,
        "error": dead.error,
    }
    try:
        letter["raw"] = dead.raw.decode()
    except UnicodeDecodeError:
        letter["raw_base64"] = base64.b64encode(dead.raw).decode()
    return as_line(letter)


def finding_line(place: Mapping[str, Any], finding: Finding) -> bytes:
    """A finding, behind the names and values of its ``place``."""
    return as_line(
        {
            **place,
            "code": finding.code,
            "message": finding.message,
            "line": finding.line,
            "column": finding.column,
            "fixed": finding.fixed,
            "before": finding.before,
            "after": finding.after,
        }
    )
