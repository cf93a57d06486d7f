"""Plain text: judges how it marks its paragraphs and splits it into blocks, losslessly."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from scrubber.model import Block, Document, Layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.model import Origin, Span

_SENTENCE_END = tuple(".!?…:;\"'”’»›)]。！？．」』）؟।۔։")

_SHORTEST_WRAP, _LONGEST_WRAP = 30, 120
"""Columns between which texts are wrapped."""

_OVER_WIDTH = 1.25
_LONG_LINE = 80
_HEADING = 0.7
"""Share of the width, below which a paragraph of one line may be a heading."""
_MANY = 2 / 3
_MOST_MISSED = 100


def read_text(text: str, origin: Origin) -> Document:
    """A document of a plain text."""
    protected = verbatim_in(text, origin) if origin.verbatim else ()
    layout = judge_layout(text)
    return Document(text, split_text, protected=protected, layout=layout, origin=origin)


def verbatim_in(text: str, origin: Origin) -> tuple[Span, ...]:
    """Where in the text of a page stands what is kept word for word; tabs are, wherever."""
    found: list[Span] = []
    at = missed = 0
    for body in origin.verbatim:
        start = _line_with(text, body, at)
        if start >= 0:
            found += (match.span() for match in _tabs().finditer(text, at, start))
            at = start + len(body)
            found.append((start, at))
        elif missed == _MOST_MISSED:
            break
        else:
            missed += 1
    return (*found, *(match.span() for match in _tabs().finditer(text, at)))


def _line_with(text: str, body: str, at: int) -> int:
    """Where whole lines, or an item of a list, are ``body``; -1 where none are."""
    start = text.find(body, at)
    while start >= 0:
        opens = not start or text[start - 1] == "\n" or text.startswith("- ", start - 2)
        if opens and text[start + len(body) : start + len(body) + 1] in ("", "\n"):
            return start
        start = text.find(body, start + 1)
    return start


@cache
def _tabs() -> re.Pattern[str]:
    return re.compile(r"\t+")


@lru_cache(maxsize=1)  # a text is read again to be proven
def judge_layout(text: str) -> Layout:
    """How ``text`` marks its paragraphs, judged over the whole of it."""
    body = text.strip()
    if "\n" not in body:
        return Layout.ONE_LINE
    if _odd_breaks().search(body) is None:
        return Layout.BLANK_LINE
    chunks = [chunk.split("\n") for chunk in _blank_lines().split(body)]
    if _are_parted_by_indent(chunks) and _are_wrapped(_part_by_indent(chunks)):
        return Layout.INDENTED
    if _are_wrapped(chunks):
        return Layout.HARD_WRAPPED
    if len(chunks) == 1 or _are_paragraphs_a_line(chunks):
        return Layout.SINGLE_NEWLINE
    return Layout.BLANK_LINE


def split_text(document: Document) -> tuple[Block, ...]:
    """The blocks of a text in its layout. White space alone is gap, never a block."""
    text, layout = document.text, document.layout
    if layout is Layout.INDENTED:
        return tuple(_split_at(text, _indented_or_blank(), 0))
    separator = "\n" if layout is Layout.SINGLE_NEWLINE else "\n\n"
    blocks: list[Block] = []
    at = 0
    for piece in text.split(separator):
        bare = piece.strip()
        if "\n" in bare:
            blocks += _split_at(piece, _blank_lines(), at)
        elif bare:
            start = at if bare is piece else at + len(piece) - len(piece.lstrip())
            blocks.append(Block(start, start + len(bare)))
        at += len(piece) + len(separator)
    return tuple(blocks)


def _split_at(text: str, separator: re.Pattern[str], offset: int) -> Iterator[Block]:
    """The blocks of a text between matches of ``separator``; it stands at ``offset``."""
    at = 0
    while at <= len(text):
        match = separator.search(text, at)
        piece = text[at : match.start() if match else len(text)]
        bare = piece.strip()
        if bare:
            start = offset + at + len(piece) - len(piece.lstrip())
            yield Block(start, start + len(bare))
        if match is None:
            return
        at = match.end()


@cache
def _odd_breaks() -> re.Pattern[str]:
    """An odd number of line ends in a row: lines of one paragraph, or of a gap with blanks."""
    return re.compile(r"\n(?<!\n\n)(?:\n\n)*+(?!\n)")


@cache
def _blank_lines() -> re.Pattern[str]:
    return re.compile(r"\n(?:[^\S\n]*\n)+")


@cache
def _indented_or_blank() -> re.Pattern[str]:
    return re.compile(r"\n(?=[^\S\n])|\n(?:[^\S\n]*\n)+")


def _are_wrapped(chunks: Sequence[Sequence[str]]) -> bool:
    """Whether lines were broken at a width: alike in length, mostly in mid-sentence."""
    inner = [line.rstrip() for chunk in chunks for line in chunk[:-1]]
    if len(inner) < 2:
        return False
    lengths = [_columns(line) for line in inner]
    width = max(lengths)
    if not _SHORTEST_WRAP <= width <= _LONGEST_WRAP:
        return False
    last = (chunk[-1].strip() for chunk in chunks)
    if any(_columns(line) > _OVER_WIDTH * width and " " in line for line in last):
        return False
    full = sum(length >= 0.7 * width for length in lengths)
    ended = sum(line.endswith(_SENTENCE_END) for line in inner)
    return full >= 0.8 * len(inner) and ended <= 0.5 * len(inner)


def _columns(line: str) -> int:
    """The width of a line on a terminal: East Asian characters take two columns."""
    return len(line) if line.isascii() else len(line) + len(_double_width().findall(line))


@cache
def _double_width() -> re.Pattern[str]:
    return re.compile(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]")


def _are_parted_by_indent(chunks: Sequence[Sequence[str]]) -> bool:
    """Whether wrapped lines that begin with a blank open paragraphs: sentences end above them."""
    lines = sum(map(len, chunks))
    width = max(len(line) for chunk in chunks for line in chunk)
    above = []
    for chunk in chunks:
        for place, (upper, line) in enumerate(pairwise(chunk)):
            is_alone = place == 0 or upper[:1].isspace()
            if line[:1].isspace() and not (is_alone and len(upper) < _HEADING * width):
                above.append(upper.rstrip())
    ended = sum(line.endswith(_SENTENCE_END) for line in above)
    return 0 < len(above) < lines - len(chunks) and ended >= _MANY * len(above)


def _part_by_indent(chunks: Sequence[Sequence[str]]) -> list[list[str]]:
    """The paragraphs of a text whose first lines begin with a blank."""
    paragraphs: list[list[str]] = []
    for chunk in chunks:
        for place, line in enumerate(chunk):
            if place == 0 or line[:1].isspace():
                paragraphs.append([])
            paragraphs[-1].append(line)
    return paragraphs


def _are_paragraphs_a_line(chunks: Sequence[Sequence[str]]) -> bool:
    """Whether most lines are paragraphs of their own although some blank lines stand between."""
    inner = [line.rstrip() for chunk in chunks if len(chunk) > 2 for line in chunk]
    if len(inner) < _MANY * sum(map(len, chunks)):
        return False
    paragraphs = sum(
        _columns(line) >= _LONG_LINE and line.endswith(_SENTENCE_END) for line in inner
    )
    return paragraphs >= _MANY * len(inner)
