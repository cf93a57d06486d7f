"""What was found among articles in; the rows of the plan, on disk and in any order, out."""

from __future__ import annotations

import itertools
import json
import os
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from scrubber.archive.dedupe.plan import DIGITS, digest_of, line_of
from scrubber.archive.dedupe.spool import Spool, encoded
from scrubber.dedupe.batches import batches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.archive.dedupe.run import Run
    from scrubber.archive.dedupe.texts import Texts

_ROWS = 256
"""How many make a task."""


class Rows:
    """The rows of a plan on disk.

    Args:
        run: what compared the articles.
        folder: where they are put.
    """

    def __init__(self, run: Run, folder: str) -> None:
        self._run, self._store = run, run.store
        self._lines = Spool(os.path.join(folder, "plan"))
        self.gone = self.teasers = 0
        """How many rows are of articles that go, and of teasers."""
        self._store.fill("line", "line id:BLOB label:BLOB score containment", self._write())
        self._lines.seal()

    def _write(self) -> Iterator[tuple[int, bytes, bytes, int, int]]:
        """Put rows aside, and tell by what they are sorted."""
        for number, row in enumerate(self._rows()):
            self.gone += row.get("keep", row["id"]) != row["id"]
            self.teasers += "keep" not in row
            self._lines.append(line_of(row))
            label = encoded(json.dumps(row["id"], ensure_ascii=False))
            figures = (round(row[name] * 10**DIGITS) for name in ("score", "containment"))
            yield number, encoded(row["id"]), label, *figures

    def _rows(self) -> Iterator[dict[str, Any]]:
        tasks = batches(self._relations(), _ROWS)
        yield from itertools.chain.from_iterable(self._run.each("rows", tasks))
        self._store.run("repeated")
        for number, more in self._store.rows("SELECT article, more FROM repeated ORDER BY article"):
            yield _repeated(self._run.shared.texts, number, more)

    def _relations(self) -> Iterator[tuple[int, int, str]]:
        """Articles that are no news, each with another and what that is to it."""
        own = self._run.shared.own
        self._store.run("relations")
        query = "SELECT article, other, goes FROM relation ORDER BY other, article"
        for article, other, goes in self._store.rows(query):
            if min(article, other) < own:
                yield article, other, "keep" if goes and article < own else "contained"

    def lines(self, *, by_certainty: bool = False) -> Iterator[bytes]:
        """The rows as lines of JSON, in the order of their ids or the least certain first."""
        return self._sorted("score, containment, id" if by_certainty else "id")

    def digest(self) -> str:
        """The hash of the plan, whatever the order of its rows."""
        total = blake2b(digest_size=16)
        for line in self._sorted("label"):  # the order of the lines, which begin with it
            total.update(line)
        return total.hexdigest()

    def _sorted(self, order: str) -> Iterator[bytes]:
        for (number,) in self._store.rows(f"SELECT line FROM line ORDER BY {order}"):
            yield self._lines[number]

    def find(self, name: str) -> dict[str, Any] | None:
        """The row of the article ``name``, None if it has none."""
        rows: Iterator[dict[str, Any]] = map(json.loads, self.lines())
        return next((row for row in rows if row["id"] == name), None)

    def close(self) -> None:
        """Close all files."""
        self._lines.close()


def _repeated(texts: Texts, number: int, more: int) -> dict[str, Any]:
    """The row of a record that stands several times: the first stays."""
    name = texts.ids[number]
    text = digest_of(texts.text(number))
    return {
        "id": name,
        "keep": name,
        "score": 1.0,
        "containment": 1.0,
        "why": f"the same record again, {more:,} times",
        "text": text,
        "keep_text": text,
    }
