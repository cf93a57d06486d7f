"""Control characters left out: a document in, edits that leave no blank out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.apply import paragraph_break
from scrubber.invisible import BREAKS, CONTROLS
from scrubber.model import Replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document

_BESIDE = " \t\u00a0"  # blanks that a line break makes needless


@cache
def _run() -> re.Pattern[str]:
    sequence = r"(?<=\x1b)\[[0-9;?]*+[@-~]"  # of ECMA-48: colours and such
    control = f"[{re.escape(CONTROLS)}{BREAKS}](?:{sequence})?+"
    return re.compile(rf"{control}(?:[{_BESIDE}]*+{control})*+")


def control_edits(document: Document) -> Iterator[Replace]:
    """Edits that leave out controls; between words a form feed and its kind leave a line break."""
    text = document.text
    for match in _run().finditer(text):
        run = match[0]
        start, end = match.span()
        if any(sign in run for sign in BREAKS):
            start, end = _with_blanks(text, start, end)
            if start > 0 and end < len(text) and "\n" not in (text[start - 1], text[end]):
                yield Replace(start, end, _line_break(document, run))
                continue
            start, end = match.span()
        yield Replace(start, end, "".join(sign for sign in run if sign in _BESIDE))


def _with_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    while start and text[start - 1] in _BESIDE:
        start -= 1
    while end < len(text) and text[end] in _BESIDE:
        end += 1
    return start, end


def _line_break(document: Document, run: str) -> str:
    if document.source_format != "text":
        return " "  # within a paragraph a line break is no more than that
    parts = "\u2029" in run or run.count("\u2028") > 1
    return paragraph_break(document.layout) if parts else "\n"
