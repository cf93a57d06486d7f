"""A text in; each of its quotation marks, with what it is, out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.quotes.nouns import STRAIGHT, TYPOGRAPHIC, Mark
from scrubber.quotes.paragraph import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.model import Document, Span


def marks_in(document: Document) -> list[Mark]:
    """The marks of a text outside code, addresses, tags and protected spans, in order."""
    if "quotation marks" not in document.memo:
        document.memo["quotation marks"] = _read(document)
    found: list[Mark] = document.memo["quotation marks"]
    return found


def _read(document: Document) -> list[Mark]:
    text = document.text
    zones = _merged([*(m.span() for m in _zones().finditer(text)), *document.protected])
    matches = list(_outside(text, zones))
    marks: list[Mark] = []
    at = 0
    for block in document.blocks:
        first = at
        while at < len(matches) and matches[at].start() < block.end:
            at += 1
        if at > first:
            marks += Paragraph(text, block.start, block.end, matches[first:at]).marks()
    return marks


def _outside(text: str, zones: Sequence[Span]) -> Iterator[re.Match[str]]:
    zone = 0
    for match in _candidates().finditer(text):
        while zone < len(zones) and zones[zone][1] <= match.start():
            zone += 1
        if zone == len(zones) or match.end() <= zones[zone][0]:
            yield match


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


@cache
def _candidates() -> re.Pattern[str]:
    return re.compile(rf"``|''|[{STRAIGHT}{TYPOGRAPHIC}]")


@cache
def _zones() -> re.Pattern[str]:
    """What is no prose: code, calls with a text, addresses, tags and attributes."""
    return re.compile(
        r"```.*?```|`[^`\n]+`(?!`)|(?:https?://|www\.)[^\s<>“”]+|<[A-Za-z/!][^<>\n]{0,500}>"
        r"|\w\(\"[^\"\n]{0,200}\"\)|\w=\"[^\"\n]{0,200}\"|\w='[^'\n]{0,200}'",
        re.DOTALL,
    )
