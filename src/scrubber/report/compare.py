"""Two texts as rows to be shown side by side: what stayed, changed, left, came and moved."""

from __future__ import annotations

import re
from collections import Counter, deque
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from scrubber.report.align import Hunk, differing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PARAGRAPHS = re.compile(r"\n(?:[^\S\n]*\n)+")
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_NEAR = 16
"""So many paragraphs ahead the counterpart of one is looked for."""


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
    hunks = differing([p.text for p in old], [p.text for p in new])
    gone = Counter(p.text for hunk in hunks for p in old[hunk.i : hunk.j])
    came = Counter(p.text for hunk in hunks for p in new[hunk.k : hunk.m])
    left, come = gone & came, gone & came
    found: list[Row] = []
    at = 0
    for hunk in hunks:
        found += [Row("same", p.line, p.text, p.text) for p in old[at : hunk.i]]
        found += _replaced(old[hunk.i : hunk.j], new[hunk.k : hunk.m], left, come)
        at = hunk.j
    return found + [Row("same", p.line, p.text, p.text) for p in old[at:]]


def words(before: str, after: str) -> Iterator[Piece]:
    """The words of a changed paragraph, in order."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    at = 0
    for i, j, k, m in [*differing(old, new), Hunk(len(old), len(old), 0, 0)]:
        pieces = (("same", old[at:i]), ("deleted", old[i:j]), ("inserted", new[k:m]))
        yield from (Piece(kind, "".join(part)) for kind, part in pieces if part)
        at = j


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


def _replaced(
    old: Sequence[_Paragraph], new: Sequence[_Paragraph], left: Counter[str], come: Counter[str]
) -> Iterator[Row]:
    """Pair paragraphs that are alike, in order, or as many on both sides; the rest left or came.

    ``left`` and ``come`` count those that moved, and are counted down.
    """
    in_step = sum(not left[p.text] for p in old) == sum(not come[p.text] for p in new)
    waiting = deque(new)
    for line, text in old:
        if left[text]:
            left[text] -= 1
            yield Row("moved-from", line, text, "")
            continue
        near = enumerate(islice(waiting, _NEAR))
        fits = (i for i, p in near if not come[p.text] and (in_step or _alike(text, p.text)))
        place = next(fits, None)
        if place is None:
            yield Row("removed", line, text, "")
            continue
        yield from (_added(waiting.popleft(), come) for _ in range(place))
        yield Row("changed", line, text, waiting.popleft().text)
    yield from (_added(paragraph, come) for paragraph in waiting)


def _added(paragraph: _Paragraph, come: Counter[str]) -> Row:
    if not come[paragraph.text]:
        return Row("added", 0, "", paragraph.text)
    come[paragraph.text] -= 1
    return Row("moved-to", 0, "", paragraph.text)


def _alike(one: str, other: str) -> bool:
    """Whether one paragraph is likely the other, repaired."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, one[:400], other[:400], autojunk=False)
    return matcher.real_quick_ratio() > 0.6 and matcher.quick_ratio() > 0.6 < matcher.ratio()
