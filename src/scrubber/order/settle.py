"""Strays in, the same out, in doubt where moving them would strand others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrubber.model import Document
    from scrubber.order.strays import Stray

_UNSETTLED = "others would then stand behind a section"


def settled(
    document: Document, strays: list[Stray], find: Callable[[Document], list[Stray]]
) -> list[Stray]:
    """The strays of a document, as ``find`` finds those of another.

    Where headings over authors alternate with text, each move makes a section of other blocks.
    """
    if all(stray.doubt for stray in find(_moved(document, strays))):
        return strays
    return [replace(stray, doubt=stray.doubt or _UNSETTLED) for stray in strays]


def _moved(document: Document, strays: list[Stray]) -> Document:
    """A document with its strays where they belong; its blocks alone are in order."""
    sure = [stray for stray in strays if not stray.doubt]
    moving = {index: stray.before for stray in sure for index in range(stray.start, stray.end)}
    order = sorted(
        range(len(document.blocks)), key=lambda at: (moving.get(at, at), at not in moving, at)
    )
    blocks = tuple(document.blocks[index] for index in order)
    return document._replace(split=lambda _: blocks)
