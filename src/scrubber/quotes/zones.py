"""A document in; the spans of it that are no prose out: code, calls, addresses, tags."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document, Span

_QUOTED = r"""(?:"[^"\n]{0,200}"|'[^'\n]{0,200}')"""
_ADDRESS = r"""[^\s<>"“”„«»‘’]*[^\s<>"“”„«»‘’'.,;:!?)\]]"""
_NOT_PROSE = (
    # what stands in every such span, and the form of the span: fast where it begins with a sign,
    # so letters before it that hold no mark are left out
    ("```", r"(?s)(?<!`)```(?!`).*?```"),
    ("`", r"(?<![\w`])`(?!`)[^`\n]+`(?![\w`])"),
    ("``", r"(?<!`)``(?!`)(?:[^`'\n]|'(?!')|`(?!`))+``(?!`)"),
    ("://", rf"://(?<=[a-z]://){_ADDRESS}"),
    ("www.", rf"www\.(?<![\w.]www\.){_ADDRESS}"),
    ("/", rf"(?<![\w.@/-])(?:[\w-]+\.)+[a-z]{{2,}}/{_ADDRESS}"),
    ("@", r"(?<![\w.'+-])[\w.'+-]+@[\w-]+\.[\w.-]*\w"),
    ("<", r"""<[A-Za-z/!](?:[^<>"']|"[^"<]{0,500}"|'[^'<]{0,500}'){0,500}>"""),
    ("(", rf"\((?<=\w\(){_QUOTED}[),]"),
    ("[", rf"\[(?<=\w\[){_QUOTED}\]"),
    ("=", rf"=(?<=\w=){_QUOTED}"),
    ("{", r'\{\s*"[^{}\n]{1,1000}\}|\{[{%][^{}\n]{1,1000}[}%]\}'),
    ("](", r"""\]\([^()\s"]+\s+(?:"[^"\n]*"|'[^'\n]*')\)"""),
)


def zones_of(document: Document) -> list[Span]:
    """Sorted, disjoint spans in which marks are no quotation marks."""
    text = document.text
    spans = list(document.protected)
    for sign, form in _NOT_PROSE:
        if sign in text:
            spans += (match.span() for match in _compiled(form).finditer(text))
    if document.source_format == "text":
        spans += _code_blocks(document)
        front = _front_matter().match(text) if text.startswith("---\n") else None
        spans += [front.span()] if front else []
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def tags_of(text: str, zones: list[Span]) -> dict[int, int]:
    """Of the ``zones`` that are tags: each end with its start, each start with its end."""
    tags: dict[int, int] = {}
    if "<" in text:
        for start, end in zones:
            if text[start] == "<" and text[end - 1] == ">":
                tags[start], tags[end] = end, start
    return tags


def _code_blocks(document: Document) -> Iterator[Span]:
    """Blocks most of whose lines are program code."""
    from scrubber.whitespace.lines import is_code

    for block in document.blocks:
        lines = document.text[block.start : block.end].splitlines()
        if is_code(lines[0]) and 2 * sum(map(is_code, lines)) > len(lines):
            yield block.start, block.end


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form)


@cache
def _front_matter() -> re.Pattern[str]:
    """YAML between two lines of three hyphens, at the start of a text."""
    return re.compile(r"---\n(?:[\w-]+:.*\n|[ \t-].*\n|\n)*?---(?:\n|\Z)")
