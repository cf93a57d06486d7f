"""The blocks of a Markdown text: what was parsed of it in, blocks and protected spans out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubber.blocks.markdown.groups import blocks_of
from scrubber.blocks.markdown.prose import unprosaic
from scrubber.blocks.markdown.said import reading_of
from scrubber.model import Block, Reading
from scrubber.spans import holds, merged, without

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrubber.blocks.markdown.mask import Masked
    from scrubber.blocks.markdown.parser import Leaf, Parsed, Top
    from scrubber.model import Span


class Structure(NamedTuple):
    """The blocks of a text and what in it may not be touched."""

    blocks: tuple[Block, ...]
    protected: tuple[Span, ...]
    comments: tuple[Span, ...]
    """Those that may speak to this program."""


def structure_of(text: str, masked: Masked, parsed: Parsed) -> Structure:
    """Blocks and protected spans of ``text``."""
    prose = {leaf.first: list(_prose_of(text, masked, leaf)) for leaf in parsed.leaves}
    leaves = {leaf.first: leaf for leaf in parsed.leaves}
    blocks: list[Block] = []
    extents: list[Span] = []
    for top in blocks_of(text, masked, parsed):
        first, end = parsed.starts[top.first], parsed.starts[top.end]
        body = text[first:end]
        if not body or body.isspace():
            continue
        start, stop = first + len(body) - len(body.lstrip()), first + len(body.rstrip())
        is_heading = top.kind == "heading_open"
        is_leaf = is_heading or top.kind == "paragraph_open"
        if is_leaf and _has_words(text, prose.get(top.first, ())):
            reading = reading_of(text, masked, leaves[top.first], is_heading=is_heading)
            blocks.append(Block(start, stop, reading=reading))
        else:
            silent = Reading("") if _is_definition(text, top, start) else None
            blocks.append(Block(start, stop, opaque=True, reading=silent))
            stop = first + len(body.rstrip("\n"))
        extents.append((first, stop))
    free = merged([span for spans in prose.values() for span in spans])
    return Structure(tuple(blocks), tuple(without(extents, free)), tuple(_comments(text, parsed)))


def _is_definition(text: str, top: Top, start: int) -> bool:
    """Whether a block defines links, notes or abbreviations, and stands for nothing itself."""
    return top.kind == "loose" or _definition().match(text, start) is not None


@cache
def _definition() -> re.Pattern[str]:
    return re.compile(r"(?:\[\^[^\]\n]+\]|\*\[[^\]\n]+\]):")


def _comments(text: str, parsed: Parsed) -> list[Span]:
    if "scrubber:" not in text:
        return []
    found = [
        match.span()
        for first, end in parsed.html
        for match in _comment().finditer(text, parsed.starts[first], parsed.starts[end])
    ]
    for leaf in parsed.leaves:
        for mark in leaf.marks:
            if mark.kind == "html_inline" and leaf.content.startswith("<!--", mark.start):
                places = list(leaf.places(mark.start, mark.end))
                found.append((places[0][0], places[-1][1]))
    return sorted(found)


@cache
def _comment() -> re.Pattern[str]:
    return re.compile(r"<!--(?:[^-]|-(?!->))*+-->")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w")


def _has_words(text: str, spans: Iterable[Span]) -> bool:
    return any(_word().search(text, start, end) for start, end in spans)


def _prose_of(text: str, masked: Masked, leaf: Leaf) -> Iterator[Span]:
    """The spans of prose of ``leaf`` in the text."""
    (_, first), (offset, last) = leaf.lines[0], leaf.lines[-1]
    end = last + len(leaf.content) - offset
    if first < masked.front_matter:
        return
    if holds(masked.pairs, first) and _data().search(leaf.content):
        return
    prose = without([(0, len(leaf.content))], unprosaic(leaf))
    places = (place for start, stop in prose for place in leaf.places(start, stop))
    yield from without(places, masked.code)
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    if end < line_end and text[end:line_end].isspace():
        yield end, line_end


@cache
def _data() -> re.Pattern[str]:
    """Signs that what stands between template tags is meant for a machine."""
    return re.compile(r"[{}=\t]|;$|\"[,:]|^[\"'\[]", re.M)
