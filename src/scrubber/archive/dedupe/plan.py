"""What was found among articles in; the rows of a plan out, and from its file again."""

from __future__ import annotations

import json
from hashlib import blake2b
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from scrubber.dedupe.facts import body_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from scrubber.archive.dedupe.run import Found, Run
    from scrubber.archive.dedupe.shared import Shared
    from scrubber.archive.dedupe.texts import Texts

_NAMED = 5
_ROWS = 256
"""How many make a task."""


def rows_of(run: Run, found: Found, *, drop_teasers: bool = False) -> list[dict[str, Any]]:
    """The rows of a plan in the order of their ids.

    Args:
        run: what compared the articles.
        found: what came of it.
        drop_teasers: whether teasers are redundant, too.
    """
    own = run.shared.own
    keeps = _with_teasers(found) if drop_teasers else found.redundant
    relations = [(n, keep, "keep" if n < own else "contained") for n, keep in keeps.items()]
    if not drop_teasers:
        relations += [(n, whole, "contained") for n, whole in found.teasers.items()]
    asked = sorted(relation for relation in relations if min(relation[:2]) < own)
    tasks = (asked[at : at + _ROWS] for at in range(0, len(asked), _ROWS))
    rows = [row for some in run.each("rows", tasks) for row in some]
    repeats = run.shared.texts.repeats
    rows += [_repeated(run.shared.texts, number) for number in repeats if number not in keeps]
    return sorted(rows, key=itemgetter("id"))


def _with_teasers(found: Found) -> dict[int, int]:
    """For all redundant articles the one that stays when teasers go."""
    keeps = found.redundant | found.teasers

    def last(number: int) -> int:
        while number in keeps:
            number = keeps[number]
        return number

    return {number: last(keep) for number, keep in keeps.items()}


def row_of(run: Shared, number: int, keep: int, relation: str) -> dict[str, Any]:
    """The row of an article that another stays for, or that is contained in it."""
    verdict = run.verifier.compare(number, keep)
    shared, first, second = verdict.shared, verdict.first, verdict.second
    texts = run.texts
    return {
        "id": texts.ids[number],
        relation: texts.ids[keep],
        "score": round(shared / max(1, first + second - shared), 4),
        "containment": round(shared / max(1, first), 4),
        **_differing(run.body(number), run.body(keep), shared == first == second),
        "text": digest_of(texts.text(number)),
        f"{relation}_text": digest_of(texts.text(keep)),
        **(
            {"indexed": "id" if keep < run.own else relation}
            if max(number, keep) >= run.own
            else {}
        ),
    }


def _repeated(texts: Texts, number: int) -> dict[str, Any]:
    """The row of a record that stands several times: the first stays."""
    count, name = texts.repeats[number], texts.ids[number]
    text = digest_of(texts.text(number))
    return {
        "id": name,
        "keep": name,
        "score": 1.0,
        "containment": 1.0,
        "why": f"the same record again, {count:,} times",
        "text": text,
        "keep_text": text,
    }


def _differing(text: str, kept: str, is_same: bool) -> dict[str, str]:  # noqa: FBT001 - private
    """The ``why`` of a row, and the words of the article that the kept one does not have."""
    if is_same:
        return {"why": "the same words"}
    words, known = body_words(text), body_words(kept)
    lost = _lost(words, known)
    if not lost:
        fewer = len(known) - len(words)
        return {"why": f"all of its words, and {max(0, fewer):,} more, are in the kept article"}
    named = ", ".join(lost[:_NAMED]) + (" …" if len(lost) > _NAMED else "")
    return {"why": f"{len(lost):,} of {len(words):,} words are its own", "own": named}


def _lost(words: list[str], known: list[str]) -> list[str]:
    has = {word.casefold() for word in known}
    return [word for word in words if word.casefold() not in has]


def digest_of(text: str) -> str:
    """A hash of one text, by which a plan knows it again."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def by_certainty(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows, the least certain first."""
    return sorted(rows, key=lambda row: (row["score"], row["containment"], row["id"]))


def lines_of(rows: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """The rows as lines of JSON."""
    for row in rows:
        text = json.dumps(row, ensure_ascii=False)
        yield text.encode("utf-8", "surrogatepass") + b"\n"


def digest(rows: Iterable[Mapping[str, Any]]) -> str:
    """The hash of a plan, whatever the order of its rows."""
    total = blake2b(digest_size=16)
    for line in sorted(lines_of(rows)):
        total.update(line)
    return total.hexdigest()


class PlanError(Exception):
    """A plan that cannot be used; the message is a sentence."""


def read(path: Path) -> dict[str, dict[str, Any]]:
    """The rows of a plan, by id.

    Raises:
        PlanError: it is no plan, or says two things of one article.
        OSError: it cannot be read.
    """
    rows: dict[str, dict[str, Any]] = {}
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise PlanError(f"{path}:{number}: is no row of a plan ({error})") from error
        if not isinstance(row, dict) or not isinstance(row.get("id"), str):
            raise PlanError(f"{path}:{number}: is no row of a plan: it has no id")
        if row["id"] in rows:
            raise PlanError(f"{path}:{number}: {row['id']!r} has a row already")
        rows[row["id"]] = row
    return rows
