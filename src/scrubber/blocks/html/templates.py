"""HTML that is a template: a source in, what of it is for a program, not for readers, out.

Front matter, tags of Liquid, Jinja, Go, ERB and their kind, PHP, and display math.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.blocks.markdown.mask import MASK, front_matter_end, tags_of
from scrubber.spans import holds, merged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.blocks.html.structure import Structure
    from scrubber.model import Block, Span

_PINNED = "the page is a template"


def templates_of(source: str, protected: tuple[Span, ...]) -> list[Span]:
    """The spans, sorted and disjoint; none where all lie in ``protected`` ones, as in a script."""
    found: list[Span] = []
    front = front_matter_end(source) if source.lstrip()[:1] in ("-", "+", "{") else 0
    if front:
        found.append((0, front))
    for start, end in sorted([*_tags(source, front), *_programs(source, front)]):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    tells = any(source.startswith("<?", span[0]) or not holds(protected, *span) for span in found)
    return found if tells else []


def structure_of_template(source: str, spans: list[Span]) -> Structure:
    """Blocks and protected spans where ``spans`` are for a program. No block goes or moves."""
    from scrubber.blocks.html.structure import structure_of
    from scrubber.model import Block, Reading

    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += (source[at:start], re.sub(r"\S", MASK if start else " ", source[start:end]))
        at = end
    structure = structure_of("".join((*parts, source[at:])))
    front, end = spans[0]
    blocks = [_pinned(block) for block in structure.blocks]
    if not front:
        body = source[:end]
        start = end - len(body.lstrip())
        reading = Reading("", pinned=_PINNED)
        blocks.insert(0, Block(start, len(body.rstrip()), opaque=True, reading=reading))
    return structure._replace(
        blocks=tuple(blocks), protected=tuple(merged([*structure.protected, *spans]))
    )


def _pinned(block: Block) -> Block:
    if block.reading is None:
        return block
    said = block.reading.said.replace(MASK, "").strip()
    return block._replace(
        opaque=block.opaque or not said, reading=block.reading._replace(said=said, pinned=_PINNED)
    )


def _tags(source: str, start: int) -> Iterator[Span]:
    """Tags of templates, and math, that hold no tag of HTML."""
    for first, end in tags_of(source, start):
        if source.startswith("<%", first) or not _end_tag().search(source, first, end):
            yield first, end


@cache
def _end_tag() -> re.Pattern[str]:
    return re.compile(r"</[a-zA-Z]|<[a-z]+[ >]")


def _programs(source: str, start: int) -> Iterator[Span]:
    """PHP, up to the end where it is not closed."""
    while (start := source.find("<?", start)) >= 0:
        end = source.find("?>", start)
        end = len(source.rstrip()) if end < 0 else end + 2
        if source.startswith(("<?php", "<?="), start):
            yield start, end
        start = max(end, start + 2)
