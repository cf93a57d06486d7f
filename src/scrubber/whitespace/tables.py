"""Tables in plain text: lines in, the rows among them out."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from scrubber.whitespace import SPECIAL_SPACES, TO_SPACES
from scrubber.whitespace.lines import SENTENCE_ENDS, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrubber.model import Span
    from scrubber.whitespace.lines import Line

_MANY_WORDS = 10
_LONGEST_NUMBER = 4  # of an item: "12. "
_ENDS = frozenset(SENTENCE_ENDS + "\"'”’»)")
_CELL = re.compile(r"[^ \t]+(?: [^ \t]+)*+")


def rows_of_tables(text: str) -> frozenset[int]:
    """Offsets of the lines of ``text`` that are rows: neighbours with the same columns.

    Columns are parted by tabs, or by runs of spaces that align. Rows between which blank lines
    stand must have three columns or more.
    """
    rows: set[int] = set()
    above: Line | None = None
    above_spaced = False
    for line in lines_of(text):
        body = _in_plain_spaces(line.text).strip()
        spaced = "  " in body or "\t" in body
        if not (spaced or _narrow_column().match(body)):
            above = None
            continue
        least = 2 if line.apart else 1
        if above and (spaced or above_spaced) and _same_columns(above.text, line.text, least):
            rows |= {above.start, line.start}
        above, above_spaced = line, spaced
    return frozenset(rows)


@cache
def _narrow_column() -> re.Pattern[str]:
    """A label with its value, or a few words with a number: the widest entry of its column."""
    return re.compile(r"\s*+(?:[^:]{1,40}+: (?=\S)|(?:\S+ ){1,3}(?=[\d.,]+\Z))")


@cache
def _special() -> re.Pattern[str]:
    return re.compile(f"[{SPECIAL_SPACES}]")


def _in_plain_spaces(line: str) -> str:
    """``line`` with ordinary spaces for special ones; most lines have none."""
    if line.isascii() or not _special().search(line):
        return line
    return line.translate(TO_SPACES)


def _same_columns(upper: str, lower: str, least: int) -> bool:
    upper, lower = _in_plain_spaces(upper).rstrip(), _in_plain_spaces(lower).rstrip()
    if "\t" in upper.strip() and "\t" in lower.strip():
        tabs = sorted((upper.count("\t"), lower.count("\t")))
        if tabs[0] == tabs[1] >= least:
            return not (_is_prose(upper) and _is_prose(lower))
        if tabs[1] > least:  # cells at the end of a row may be empty
            return not (_is_prose(upper) or _is_prose(lower))
    columns = _columns(upper), _columns(lower)
    if len(columns[0]) == len(columns[1]) == 1 and _is_sentence(upper) and _is_sentence(lower):
        return False
    return _align(*columns, least)


def _is_prose(line: str) -> bool:
    """Whether the tabs of ``line`` got into a sentence: many words, small letters around."""
    if len(line.split()) < _MANY_WORDS or not line.endswith(tuple(SENTENCE_ENDS)):
        return False
    cells = line.strip().split("\t")
    return all(left[-1:].islower() and right[:1].islower() for left, right in pairwise(cells))


def _is_sentence(line: str) -> bool:
    """Whether a gap of two spaces in ``line`` got into a sentence: an end mark, small letters."""
    left, _, right = line.strip().partition("  ")
    return right[:1].islower() and right[-1] in SENTENCE_ENDS and left[:1].isupper()


@lru_cache(maxsize=8)
def _columns(line: str) -> tuple[Span, ...]:
    """The cells of ``line`` behind two blanks or more.

    Two spaces behind the end of a sentence are no column, behind the number of an item they are.
    """
    columns: list[Span] = []
    before = (0, 0)
    for match in _CELL.finditer(line):
        start = match.start()
        width = start - before[1]
        ended = before[1] - before[0] > _LONGEST_NUMBER and line[before[1] - 1] in _ENDS
        if width > 2 or (width == 2 and not ended):
            columns.append(match.span())
        before = match.span()
    narrow = None if columns else _narrow_column().match(line)
    return ((narrow.end(), len(line)),) if narrow else tuple(columns)


def _align(upper: Iterable[Span], lower: Iterable[Span], least: int) -> bool:
    """Whether each cell of the shorter row starts or ends where one of the other does."""
    short, long = sorted((list(upper), list(lower)), key=len)
    if len(short) < least:
        return False
    starts, ends = {start for start, _ in long}, {end for _, end in long}
    return all(start in starts or end in ends for start, end in short)
