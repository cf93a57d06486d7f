"""Invisible characters without a task left out: a text in, edits out."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from scrubber.invisible import characters as kinds
from scrubber.model import Replace

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEVER_NEEDED = dict.fromkeys(map(ord, kinds.ALWAYS))
_BLACK_FLAG = "\U0001f3f4"
_KEYCAP = "\u20e3"


@cache
def _flag() -> re.Pattern[str]:
    """The tail of the flag of a region: tag letters and digits, then the cancel tag (UTS 51)."""
    return re.compile(r"[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")


def invisible_edits(text: str) -> Iterator[Replace]:
    """Edits that leave out every character that shows nothing and has no task."""
    pairs = _balanced(text) if kinds.has_right_to_left(text) else None
    for match in kinds.run_pattern().finditer(text):
        start, end = match.span()
        run = _Run(text[start - 1 : start], match[0], text[end : end + 1], start)
        kept = run.clean(pairs)
        if kept != match[0]:
            yield Replace(start, end, kept)


class _Run:
    """Invisible characters in a row, between ``left`` and ``right``."""

    def __init__(self, left: str, run: str, right: str, start: int) -> None:
        self.left, self.run, self.right, self.start = left, run, right, start

    def clean(self, pairs: frozenset[int] | None) -> str:
        """The characters that have a task.

        Args:
            pairs: places of balanced direction signs; None where the text has no letters that
                run from right to left.
        """
        if not self.run.translate(_NEVER_NEEDED):
            return ""
        kept: list[str] = []
        at = 0
        if self.left == _BLACK_FLAG and (flag := _flag().match(self.run)):
            kept.append(flag[0])
            at = flag.end()
        for offset in range(at, len(self.run)):
            character = self.run[offset]
            if (
                self._has_task(character, kept)
                or (pairs is not None and character in kinds.DIRECTION_MARKS)
                or (pairs and self.start + offset in pairs)
            ):
                kept.append(character)
        return "".join(kept)

    def _has_task(self, character: str, kept: list[str]) -> bool:
        if not self.left:
            return False
        if character in kinds.JOINERS:
            return kept[-1:] != [character] and self._joins(character)
        if character == kinds.GRAPHEME_JOINER:
            return bool(self.right) and unicodedata.combining(self.right) > 0
        if kept:
            return False
        if character in kinds.MONGOLIAN_SELECTORS:
            return "\u1820" <= self.left <= "\u18aa"
        return self._selects(character)

    def _joins(self, joiner: str) -> bool:
        left, right = self.left, self.right
        if joiner == "\u200d" and (
            kinds.is_cursive(left)
            or unicodedata.combining(left) == 9  # a virama: half-forms, also at a word's end
            or (
                right
                and (kinds.is_cursive(right) or (_is_pictured(left) and kinds.is_emoji(right)))
            )
        ):
            return True
        return bool(right) and _meet(left, right)

    def _selects(self, selector: str) -> bool:
        if selector in "\ufe0e\ufe0f":
            if self.left in "0123456789#*":
                return self.right == _KEYCAP
            return kinds.is_emoji(self.left)
        if selector in kinds.SELECTORS or "\U000e0100" <= selector <= "\U000e01ef":
            return kinds.has_variants(self.left)
        return False


def _is_pictured(left: str) -> bool:
    return kinds.is_emoji(left) or left == "\U000e007f"


def _meet(left: str, right: str) -> bool:
    """Whether letters stand on both sides, of which one is of a script that uses joiners."""
    if not (kinds.uses_joiners(left) or kinds.uses_joiners(right)):
        return False
    return all(unicodedata.category(side)[0] in "LMN" for side in (left, right))


def _balanced(text: str) -> frozenset[int]:
    """Places of the direction signs that open and close within their line."""
    pairs: set[int] = set()
    open_signs: list[tuple[str, int]] = []
    signs = re.compile(f"[\n{''.join(kinds.CLOSED_BY)}\u202c\u2069]")
    for match in signs.finditer(text):
        sign, place = match[0], match.start()
        if sign == "\n":
            open_signs.clear()
        elif sign in kinds.CLOSED_BY:
            open_signs.append((kinds.CLOSED_BY[sign], place))
        elif open_signs and open_signs[-1][0] == sign:
            pairs |= {open_signs.pop()[1], place}
    return frozenset(pairs)
