"""Blocks behind an author section that their neighbours tell from text: kinds in, kinds out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.order.boxes import is_spoken_to
from scrubber.order.endmatter import Kind
from scrubber.order.evidence import without_quotations
from scrubber.order.remarks import is_credit, is_remark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrubber.blocks.shape import Shape
    from scrubber.order.evidence import Vocabulary

UNMARKED = (Kind.PROSE, Kind.LINE, Kind.LABELLED)
"""Kinds that a heading above, or what a block says, can turn into others."""
_LONGEST_APPEAL = 35
_LONGEST_BUTTON = 2
_COMMON = (
    *("we", "nous", "ci", "We", "Nous", "Ci"),
    *("tu", "u", "nos", "nas", "dit", "dig", "size", "sua", "seu", "sie", "ihr", "ihre"),
)
"""An essay's reader and itself, and what means ``you`` in one language but not in others."""
_EDGES = (Kind.SECTION, Kind.BOX)


def mark_buttons(shapes: Sequence[Shape], kinds: list[Kind], first: int) -> None:
    """Words right below a button are others, and head nothing."""
    for index in range(first + 1, len(kinds)):
        both = shapes[index - 1 : index + 1]
        is_below = kinds[index - 1] is Kind.BOX and kinds[index] is Kind.LINE
        if is_below and all(shape.is_line and shape.units <= _LONGEST_BUTTON for shape in both):
            kinds[index] = Kind.BOX


def mark_remarks(shapes: Sequence[Shape], kinds: list[Kind], first: int) -> None:
    """What is said of the article and not in it is a note; right above a section, a credit is."""
    for index in range(first - 1, 0, -1):
        shape = shapes[index]
        if kinds[index] is Kind.NOTE:
            continue
        if kinds[index] not in UNMARKED or not is_credit(shape.text, shape.units):
            break
        kinds[index] = Kind.NOTE
    for index in range(first + 1, len(kinds)):
        shape = shapes[index]
        if kinds[index] in UNMARKED and is_remark(shape.text, shape.units):
            kinds[index] = Kind.NOTE


def mark_appeals(
    shapes: Sequence[Shape], kinds: list[Kind], first: int, vocabulary: Vocabulary
) -> None:
    """At the edge of a run, a few words to the reader that share none with the article.

    Where the article itself speaks to its reader they are no sign of an appeal.
    """
    for index in range(first + 1, len(kinds)):
        below = kinds[index + 1] if index + 1 < len(kinds) else Kind.BOX
        at_edge = kinds[index - 1] in _EDGES or below is not Kind.PROSE
        if kinds[index] is Kind.PROSE and at_edge and _is_appeal(shapes[index], vocabulary):
            if _speak_to_reader(shapes[:first], kinds):
                return
            kinds[index] = Kind.BOX


def _is_appeal(shape: Shape, vocabulary: Vocabulary) -> bool:
    if shape.units > _LONGEST_APPEAL or not is_spoken_to(shape.text, but=_COMMON):
        return False
    evidence = vocabulary.evidence([shape.text])
    return not evidence.names and evidence.words <= 1 and not evidence.quotations


def _speak_to_reader(shapes: Sequence[Shape], kinds: Sequence[Kind]) -> bool:
    """Whether running text does; what people in it say to each other does not count."""
    return any(
        kind is Kind.PROSE and is_spoken_to(without_quotations(shape.text))
        for shape, kind in zip(shapes, kinds, strict=False)
    )
