"""The marks of a text in; the pairs that it uses itself out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrubber.quotes.guess import guess_language
from scrubber.quotes.languages import Pairs, pairs_of
from scrubber.quotes.nouns import DOUBLE, GUILLEMETS, STRAIGHT, Level, Mark, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_BLANKS = tuple(" \u00a0\u202f\u2009")
_INNER = {"„“": "‚‘", "„”": "‚’", "””": "’’", "»«": "›‹", "«»": "“”"}
"""The usual inner pair where the outer one is not that of the language."""


def own_pairs(text: str, marks: Sequence[Mark], lang: str | None) -> Pairs:
    """The pairs and the inner blank that ``text`` shows; its language's for what it does not."""
    usual = pairs_of(lang or guess_language(text))
    shown = list(_shown(text, marks))
    doubles = (pair for pair, mark in shown if mark.level == Level.DOUBLE and not mark.depth % 2)
    outer = _commonest(doubles)
    singles = _commonest(pair for pair, mark in shown if mark.level == Level.SINGLE)
    if not outer and singles and usual.outer[0] not in DOUBLE:
        outer = singles
    outer = outer or usual.outer
    nested = _commonest(pair for pair, mark in shown if mark.depth % 2 and pair != outer)
    inner = usual.inner if outer == usual.outer else _INNER.get(outer, "‘’")
    blanks = [
        following if (following := text[mark.end : mark.end + 1]) in _BLANKS else ""
        for pair, mark in shown
        if pair[0] in GUILLEMETS
    ]
    inside = _commonest(blanks) if blanks else usual.inside
    return Pairs(outer, nested or singles or inner, inside)


def _shown(text: str, marks: Sequence[Mark]) -> Iterator[tuple[str, Mark]]:
    """Each typographic pair with its opening mark."""
    for mark in marks:
        if mark.role is Role.OPEN and mark.is_matched and mark.has_style and not mark.is_straight:
            opening, closing = text[mark.start], text[mark.partner]
            alike = (opening in GUILLEMETS) is (closing in GUILLEMETS)
            if closing not in STRAIGHT and alike:
                yield opening + closing, mark


def _commonest(items: Iterable[str]) -> str:
    counted = Counter(items).most_common(1)
    return counted[0][0] if counted else ""
