"""Two articles in; the row of a plan for them out, and rows from its file again."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from scrubber.archive.dedupe.texts import encoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from scrubber.archive.dedupe.shared import Shared
    from scrubber.dedupe.facts import Reading
    from scrubber.dedupe.verify import Verifier

_NAMED = 5
DIGITS = 4
"""Of a score behind the point."""


def row_of(run: Shared, number: int, keep: int, relation: str) -> dict[str, Any]:
    """The row of an article that another stays for, or that is contained in it."""
    shared, second, first = run.verifier.overlap(keep, number)
    texts = run.texts
    digests = [_digest(texts.spool[n]) for n in (number, keep)]
    return {
        "id": texts.ids[number],
        relation: texts.ids[keep],
        "score": round(shared / max(1, first + second - shared), DIGITS),
        "containment": round(shared / max(1, first), DIGITS),
        **_differing(run.verifier, number, keep, is_same=shared == first == second),
        "text": digests[0],
        f"{relation}_text": digests[1],
        **(
            {"indexed": "id" if keep < run.own else relation}
            if max(number, keep) >= run.own
            else {}
        ),
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
    known = set(kept.words)
    lost = [word for word in words if word not in known]
    if lost:
        folded = f" {kept.packed.casefold()} "
        lost = [word for word in lost if f" {word.casefold()} " not in folded]
    return lost


def digest_of(text: str) -> str:
    """A hash of one text, by which a plan knows it again."""
    return _digest(encoded(text))


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def line_of(row: Mapping[str, Any]) -> bytes:
    """A row as a line of JSON."""
    return encoded(json.dumps(row, ensure_ascii=False)) + b"\n"


class PlanError(Exception):
    """A plan that cannot be used; the message is a sentence."""


def read(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a plan, each with the number of its line.

    Raises:
        PlanError: it is no plan.
        OSError: it cannot be read.
    """
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise PlanError(f"{path}:{number}: is no row of a plan ({error})") from error
            if not isinstance(row, dict) or not isinstance(row.get("id"), str):
                raise PlanError(f"{path}:{number}: is no row of a plan: it has no id")
            yield number, row
