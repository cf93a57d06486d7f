"""Two articles in; the row of a plan for them out: how alike they are, and what differs."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from scrubber.archive.dedupe.plan import DIGITS, digest

if TYPE_CHECKING:
    from scrubber.archive.dedupe.texts import Texts
    from scrubber.dedupe.facts import Reading
    from scrubber.dedupe.verify import Verifier

_NAMED = 5
"""Words of an article that the other does not have."""


def row_of(
    texts: Texts, verifier: Verifier, number: int, keep: int, relation: str
) -> dict[str, Any]:
    """The row of an article that another stays for, or that is contained in it.

    Args:
        texts: the articles.
        verifier: compares them.
        number: of the article.
        keep: the number of the other.
        relation: ``keep`` or ``contained``, what the other is to it.
    """
    shared, second, first = verifier.overlap(keep, number)
    digests = [digest(texts.spool[n]) for n in (number, keep)]
    return {
        "id": texts.ids[number],
        relation: texts.ids[keep],
        "score": round(shared / max(1, first + second - shared), DIGITS),
        "containment": round(shared / max(1, first), DIGITS),
        **_differing(verifier, number, keep, is_same=shared == first == second),
        "text": digests[0],
        f"{relation}_text": digests[1],
    }


def _differing(verifier: Verifier, number: int, keep: int, *, is_same: bool) -> dict[str, str]:
    """The ``why`` of a row, and the words of the article that the kept one does not have."""
    if is_same:
        return {"why": "the same words"}
    article, kept = verifier.reading(number), verifier.reading(keep)
    words = article.words
    lost = _lost(words, kept)
    if not lost:
        fewer = len(kept.words) - len(words)
        return {"why": f"all of its words, and {max(0, fewer):,} more, are in the kept article"}
    named = ", ".join(lost[:_NAMED]) + (" …" if len(lost) > _NAMED else "")
    return {"why": f"{len(lost):,} of {len(words):,} words are its own", "own": named}


def _lost(words: list[str], kept: Reading) -> list[str]:
    """The words that are not in the kept article in any case."""
    known = _distinct(kept.packed)
    lost = [word for word in words if word not in known]
    if lost:
        folded = f" {kept.packed.casefold()} "
        lost = [word for word in lost if f" {word.casefold()} " not in folded]
    return lost


@lru_cache(maxsize=4)
def _distinct(packed: str) -> frozenset[str]:
    """Of the articles that one stays for the rows stand together."""
    return frozenset(packed.split())
