"""Plain text: judges how it marks its paragraphs and splits it into blocks, losslessly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrubber.model import Block, Document, Layout

if TYPE_CHECKING:
    from scrubber.model import Origin

_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
_SENTENCE_END = tuple(".!?…:;\"'”’»›)]。！？؟।۔")

_LONGEST_WRAP = 120
_LONG_LINE = 80
_MANY = 2 / 3


def read_text(text: str, origin: Origin) -> Document:
    """A document of a plain text."""
    return Document(text, split_text, layout=judge_layout(text), origin=origin)


def judge_layout(text: str) -> Layout:
    """How ``text`` marks its paragraphs, judged over the whole of it."""
    body = text.strip()
    breaks = body.count("\n")
    if not breaks:
        return Layout.ONE_LINE
    if breaks == 2 * body.count("\n\n"):
        return Layout.BLANK_LINE
    chunks = [chunk.split("\n") for chunk in _BLANK_LINES.split(body)]
    if len(chunks) == 1:
        return _layout_without_blank_lines(chunks[0])
    runs = [chunk for chunk in chunks if len(chunk) > 1]
    if _are_wrapped(runs):
        return Layout.HARD_WRAPPED
    if _are_paragraphs_a_line(runs, sum(map(len, chunks))):
        return Layout.SINGLE_NEWLINE
    return Layout.BLANK_LINE


def split_text(document: Document) -> tuple[Block, ...]:
    """The blocks of a text in its layout. White space alone is gap, never a block."""
    text = document.text
    if document.layout is Layout.SINGLE_NEWLINE:
        pieces = _between(text, re.compile(r"\n"))
    elif document.layout is Layout.INDENTED:
        pieces = _between(text, re.compile(r"\n(?=[^\S\n])|\n(?:[^\S\n]*\n)+"))
    else:
        pieces = _between(text, _BLANK_LINES)
    return tuple(
        Block(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
        for start, piece in pieces
        if piece and not piece.isspace()
    )


def _between(text: str, separator: re.Pattern[str]) -> list[tuple[int, str]]:
    pieces = []
    at = 0
    for match in separator.finditer(text):
        pieces.append((at, text[at : match.start()]))
        at = match.end()
    pieces.append((at, text[at:]))
    return pieces


def _layout_without_blank_lines(lines: list[str]) -> Layout:
    indented = [line[:1].isspace() for line in lines[1:]]
    if any(indented) and not all(indented) and _are_wrapped([lines]):
        return Layout.INDENTED
    if _are_wrapped([lines]):
        return Layout.HARD_WRAPPED
    return Layout.SINGLE_NEWLINE


def _are_wrapped(runs: list[list[str]]) -> bool:
    """Whether lines were broken at a width: alike in length, mostly in mid-sentence."""
    inner = [line.rstrip() for run in runs for line in run[:-1]]
    if len(inner) < 2:
        return False
    width = max(map(len, inner))
    if not 30 <= width <= _LONGEST_WRAP:
        return False
    full = sum(len(line) >= 0.7 * width for line in inner)
    ended = sum(line.endswith(_SENTENCE_END) for line in inner)
    return full >= 0.8 * len(inner) and ended <= 0.5 * len(inner)


def _are_paragraphs_a_line(runs: list[list[str]], lines: int) -> bool:
    """Whether most lines are paragraphs of their own although some blank lines stand between."""
    inner = [line.rstrip() for run in runs if len(run) > 2 for line in run]
    if len(inner) < _MANY * lines:
        return False
    paragraphs = sum(len(line) >= _LONG_LINE and line.endswith(_SENTENCE_END) for line in inner)
    return paragraphs >= _MANY * len(inner)
