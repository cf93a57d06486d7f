"""A row of a plan and the texts of its two articles in; lines that show them side by side out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrubber.similarity.words import word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_LONGEST = 5_000
"""Words of each article that are aligned."""
_SHOWN = 6
"""Words at each end of a stretch that is equal in both."""


def lines_of(row: Mapping[str, Any], text: str, kept: str) -> Iterator[str]:
    """What is equal in two articles and what differs, stretch by stretch."""
    from rapidfuzz.distance import Levenshtein

    relation = "keep" if "keep" in row else "contained"
    yield f"- {row['id']}  ({'goes' if relation == 'keep' else 'is a teaser, and stays'})"
    yield f"+ {row[relation]}  (stays)"
    yield f"score {row['score']:.4f}, containment {row['containment']:.4f}: {row['why']}"
    one, other = (word_pattern().findall(some)[:_LONGEST] for some in (text, kept))
    folded = [[word.casefold() for word in words] for words in (one, other)]
    for step in Levenshtein.opcodes(*folded):
        left, right = one[step.src_start : step.src_end], other[step.dest_start : step.dest_end]
        if step.tag == "equal":
            yield f"= {_shortened(left)}"
            continue
        if left:
            yield f"- {' '.join(left)}"
        if right:
            yield f"+ {' '.join(right)}"


def _shortened(words: Sequence[str]) -> str:
    if len(words) <= 3 * _SHOWN:
        return " ".join(words)
    hidden = len(words) - 2 * _SHOWN
    return f"{' '.join(words[:_SHOWN])} … {hidden:,} words … {' '.join(words[-_SHOWN:])}"
