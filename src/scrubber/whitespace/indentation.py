"""First-line indentation that marks nothing: a text in, its places out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.whitespace import BLANKS
from scrubber.whitespace.lines import (
    SENTENCE_ENDS,
    are_wrapped,
    is_code,
    is_list_item,
    is_sentence,
    lines_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.model import Span
    from scrubber.whitespace.lines import Line

_DEEPEST = 8  # columns: deeper lines are centred or set off
_WIDTH = 80


def first_line_indents(text: str) -> list[Span]:
    """The blanks before first lines of prose paragraphs that blank lines part.

    None where most indented lines follow other lines: there indentation marks the paragraphs.
    """
    found: list[Span] = []
    marking = 0
    above = ""
    for paragraph in _paragraphs(text):
        first = paragraph[0]
        depth = len(first.text) - len(first.text.lstrip(BLANKS))
        if depth and _is_first_line_indented(paragraph, depth) and not above.endswith(":"):
            found.append((first.start, first.start + depth))
        marking += sum(map(_marks_paragraph, paragraph, paragraph[1:]))
        above = paragraph[-1].text.rstrip()
    return found if len(found) > marking else []


def _marks_paragraph(upper: Line, line: Line) -> bool:
    """Whether a paragraph ends above ``line`` and its indentation alone says so."""
    ended = upper.text.rstrip("\"'”’»)")[-1:] in tuple(SENTENCE_ENDS)
    return ended and line.text[0] in BLANKS and is_sentence(line.text)


def _paragraphs(text: str) -> Iterator[list[Line]]:
    """Runs of lines between blank lines."""
    paragraph: list[Line] = []
    for line in lines_of(text):
        if paragraph and line.apart:
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _is_first_line_indented(paragraph: Sequence[Line], depth: int) -> bool:
    """Whether the paragraph is prose, and its first line alone is indented."""
    lines = [line.text for line in paragraph]
    if any(line[0] in BLANKS for line in lines[1:]):
        return False
    if len(lines) > 1 and not are_wrapped(lines):
        return False
    columns = len(lines[0][:depth].expandtabs(_DEEPEST))
    if columns > _DEEPEST and len(lines[0]) <= _WIDTH and len(lines) == 1:
        return False
    prose = " ".join(line.strip() for line in lines)
    return not (is_list_item(prose) or is_code(prose) or _has_columns(prose)) and is_sentence(prose)


def _has_columns(line: str) -> bool:
    return "\t" in line or "  " in line
