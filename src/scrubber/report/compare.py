"""Two texts as rows to be shown side by side: what stayed, changed, left, came and moved."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PARAGRAPHS = re.compile(r"\n(?:[^\S\n]*\n)+")
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


class Row(NamedTuple):
    """A paragraph of the source beside its counterpart in the result; one of them may be empty."""

    kind: str
    """``same``, ``changed``, ``removed``, ``added``, ``moved-from`` or ``moved-to``."""
    line: int
    """Where the paragraph of the source begins; 0 where there is none."""
    before: str
    after: str


class Piece(NamedTuple):
    """A stretch of words that one side alone has, or both."""

    kind: str
    """``same``, ``deleted`` or ``inserted``."""
    text: str


def rows(before: str, after: str) -> list[Row]:
    """The paragraphs of both texts, aligned."""
    old, new = list(_paragraphs(before)), list(_paragraphs(after))
    matcher = SequenceMatcher(None, [p.text for p in old], [p.text for p in new], autojunk=False)
    found: list[Row] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            found += [Row("same", p.line, p.text, p.text) for p in old[i:j]]
        else:
            found += _replaced(old[i:j], new[k:m])
    return _with_moves(found)


def words(before: str, after: str) -> Iterator[Piece]:
    """The words of a changed paragraph, in order."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(old[i:j]))
            continue
        if i < j:
            yield Piece("deleted", "".join(old[i:j]))
        if k < m:
            yield Piece("inserted", "".join(new[k:m]))


class _Paragraph(NamedTuple):
    line: int
    text: str


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    at, line = 0, 1
    for gap in [*_PARAGRAPHS.finditer(text), None]:
        end = len(text) if gap is None else gap.start()
        if text[at:end].strip():
            yield _Paragraph(line, text[at:end].strip("\n"))
        if gap is not None:
            line += text.count("\n", at, gap.end())
            at = gap.end()


def _replaced(old: Sequence[_Paragraph], new: Sequence[_Paragraph]) -> Iterator[Row]:
    """Pair paragraphs that are alike, in order; the rest left or came."""
    waiting = list(new)
    for paragraph in old:
        place = next((i for i, p in enumerate(waiting) if _alike(paragraph.text, p.text)), None)
        if place is None:
            yield Row("removed", paragraph.line, paragraph.text, "")
            continue
        for added in waiting[:place]:
            yield Row("added", 0, "", added.text)
        yield Row("changed", paragraph.line, paragraph.text, waiting[place].text)
        del waiting[: place + 1]
    for added in waiting:
        yield Row("added", 0, "", added.text)


def _alike(one: str, other: str) -> bool:
    """Whether one paragraph is likely the other, repaired."""
    matcher = SequenceMatcher(None, one[:400], other[:400], autojunk=False)
    return matcher.real_quick_ratio() > 0.6 and matcher.quick_ratio() > 0.6 < matcher.ratio()


def _with_moves(found: list[Row]) -> list[Row]:
    """A paragraph that left in one place and came in another was moved."""
    left = {row.before for row in found if row.kind == "removed"}
    moved = {row.after for row in found if row.kind == "added"} & left
    return [
        row._replace(kind={"removed": "moved-from", "added": "moved-to"}[row.kind])
        if row.kind in ("removed", "added") and (row.before or row.after) in moved
        else row
        for row in found
    ]
