"""How a paragraph or heading of Markdown reads: a parsed leaf in, its visible text out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.blocks.markdown.mask import MASK
from scrubber.model import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from scrubber.blocks.markdown.mask import Masked
    from scrubber.blocks.markdown.parser import Leaf

_LONGEST_ATTRIBUTES = 400
_ANNOUNCES = ("?", ":", "？", "：", "؟")


def reading_of(text: str, masked: Masked, leaf: Leaf, *, is_heading: bool) -> Reading:
    """The reading of a leaf.

    Args:
        text: the whole text.
        masked: what was masked in it.
        leaf: the leaf of a paragraph or heading at the top level.
        is_heading: whether Markdown calls it a heading.
    """
    said = _visible(leaf.tokens)
    attributes = _attributes().search(said, max(0, len(said) - _LONGEST_ATTRIBUTES))
    if attributes:
        said = said[: attributes.start()]
    heads = is_heading or said.endswith(_ANNOUNCES) or _is_whole(leaf, "strong", "b")
    if _is_whole(leaf, "em", "i"):
        said = f"*{said}*"  # the form of a note, as in a plain text
    beside = {*_beside(text, masked, leaf), *([attributes[0]] if attributes else [])}
    return Reading(said, heads, frozenset(beside))


@cache
def _attributes() -> re.Pattern[str]:
    """An anchor and classes at the end, as kramdown and Pandoc write them."""
    return re.compile(r"\s\{:?[ \t]?[#.][^{}\n]*\}\Z")


def _visible(tokens: tuple[Token, ...]) -> str:
    parts: list[str] = []
    for token in tokens:
        if token.type in ("text", "text_special", "code_inline"):
            parts.append(token.content.replace(MASK, ""))
        elif token.type == "softbreak":
            parts.append(" ")
        elif token.type == "hardbreak":
            parts.append("\n")
    return "".join(parts).strip()


def _is_whole(leaf: Leaf, name: str, other_name: str) -> bool:
    """Whether the whole leaf is one element, written in Markdown or as an HTML tag."""
    for tag in (name, other_name):
        if leaf.content.startswith(f"<{tag}>"):
            return leaf.content.endswith(f"</{tag}>") and leaf.content.count("</") == 1
    inner = [token for token in leaf.tokens if token.content.strip() or token.type != "text"]
    if not inner or inner[0].type != f"{name}_open" or inner[-1].type != f"{name}_close":
        return False
    depth = 0
    for token in inner[:-1]:
        depth += (token.type == f"{name}_open") - (token.type == f"{name}_close")
        if not depth:
            return False
    return True


def _beside(text: str, masked: Masked, leaf: Leaf) -> Iterator[str]:
    """Targets, images, code and tags of a leaf."""
    for token in leaf.tokens:
        if token.type in ("link_open", "image"):
            yield f"{token.type} {token.attrGet('href') or token.attrGet('src')}"
        elif token.type == "code_inline" or (token.type == "html_inline" and "=" in token.content):
            yield token.content
    if MASK in leaf.content:
        start, end = leaf.lines[0][1], leaf.lines[-1][1] + len(leaf.content) - leaf.lines[-1][0]
        yield from (text[at:stop] for at, stop in masked.tags if start <= at and stop <= end)
