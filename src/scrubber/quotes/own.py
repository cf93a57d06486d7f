"""The marks of a text in; the pairs that it uses itself out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrubber.quotes.guess import guess_language
from scrubber.quotes.languages import Pairs, pairs_of
from scrubber.quotes.nouns import DOUBLE, GUILLEMETS, Level, Mark, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

_BLANKS = " \u00a0\u202f\u2009"
_INNER = {"„“": "‚‘", "„”": "‚’", "””": "’’", "»«": "›‹", "«»": "“”"}
"""The usual inner pair where the outer one is not that of the language."""


def own_pairs(text: str, marks: Sequence[Mark], lang: str | None) -> Pairs:
    """The pairs and the inner blank that ``text`` shows; its language's for what it does not."""
    usual = pairs_of(lang or guess_language(text))
    doubles, singles, nested, blanks = _shown(text, marks)
    if doubles:
        outer = doubles.most_common(1)[0][0]
    elif nested and not singles:
        outer = nested.most_common(1)[0][0]
    elif singles and usual.outer[0] not in DOUBLE:
        outer = singles.most_common(1)[0][0]
    else:
        outer = usual.outer
    inner = usual.inner if outer == usual.outer else _INNER.get(outer, "‘’")
    if nested:
        inner = nested.most_common(1)[0][0]
    elif singles:
        inner = singles.most_common(1)[0][0]
    inside = blanks.most_common(1)[0][0] if blanks else usual.inside
    return Pairs(outer, inner, inside)


def _shown(
    text: str, marks: Sequence[Mark]
) -> tuple[Counter[str], Counter[str], Counter[str], Counter[str]]:
    """How often each pair stands: double and outer, single, nested; and each inner blank."""
    doubles: Counter[str] = Counter()
    singles: Counter[str] = Counter()
    nested: Counter[str] = Counter()
    blanks: Counter[str] = Counter()
    for mark in marks:
        if mark.role is not Role.OPEN or mark.is_straight or mark.partner < 0:
            continue
        if mark.level not in (Level.DOUBLE, Level.SINGLE) or text[mark.partner] in "\"'":
            continue
        pair = text[mark.start] + text[mark.partner]
        if mark.depth % 2:
            nested[pair] += 1
        elif mark.level == Level.DOUBLE:
            doubles[pair] += 1
        else:
            singles[pair] += 1
        if pair[0] in GUILLEMETS:
            following = text[mark.end : mark.end + 1]
            blanks[following if following in tuple(_BLANKS) else ""] += 1
    return doubles, singles, nested, blanks
