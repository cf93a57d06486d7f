"""A plan and the archive that it was made of in; whether they fit, and which records go, out."""

from __future__ import annotations

from itertools import count, groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from scrubber.archive.dedupe.plan import PlanError, digest_of, read
from scrubber.archive.dedupe.records import article_of, id_of, is_compared, name_of, pieces_of
from scrubber.archive.dedupe.spool import decoded, encoded
from scrubber.archive.jobs import Reader, job_of
from scrubber.archive.model import Dead
from scrubber.files.errors import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from scrubber.archive.dedupe.store import Store
    from scrubber.files.plan import Plan
    from scrubber.files.source import Source

_MOST_NAMED = 3
_WHY = (
    "{name!r}, which {id!r} is a copy of, goes as well",
    "there is no article {name!r}",
    "the text of {name!r} is another one now",
    "there are several articles {name!r}",
)


class Going(NamedTuple):
    """A record that goes."""

    place: int
    """Its number among all that are compared, in the order in which they are read."""
    text: bytes
    """The hash of its text."""


class Fit:
    """The rows of a plan beside the records of the sources that it was made of.

    Args:
        store: where both are put.
        path: of the plan.
        sources: what the articles are read from.
        reading: how they are read.
        complain: takes a sentence on each file that is no text; it stays.

    Raises:
        PlanError: it is no plan, or does not fit the sources.
        ArchiveError, OSError: a source cannot be read.
    """

    def __init__(
        self,
        store: Store,
        path: Path,
        sources: Sequence[Source],
        reading: Plan,
        complain: Callable[[str], None],
    ) -> None:
        self._store, self._reading, self._complain = store, reading, complain
        columns = "line id:BLOB keep:BLOB text:BLOB keep_text:BLOB goes indexed"
        store.fill("row", columns, _rows(path))
        if again := store.count("row_again"):
            raise PlanError(f"{path}:{again}: {self._id_at(again)!r} has a row already")
        store.fill("record", "place source id:BLOB text:BLOB", self._records(sources))
        store.run("misfits")
        self._refuse_misfits()
        store.run("going")

    def _id_at(self, line: int) -> str:
        ((name,),) = self._store.rows(f"SELECT id FROM row WHERE line = {line}")
        return decoded(name)

    def _records(self, sources: Sequence[Source]) -> Iterator[tuple[int, int, bytes, bytes]]:
        several = sum(map(self._reading.is_archive, sources)) > 1
        numbers = count()
        for number, source in enumerate(sources):
            for name, text in self._named(source, source.place if several else ""):
                yield next(numbers), number, encoded(name), digest_of(text).encode()

    def _named(self, source: Source, place: str) -> Iterator[tuple[str, str]]:
        """The id and text of each article of a source."""
        if not self._reading.is_archive(source):
            yield self._article(source)
            return
        for _, _, records in pieces_of(Reader(job_of(source, self._reading))):
            for record in records:
                if not isinstance(record, Dead) and is_compared(record):
                    yield name_of(record, place), record.text or ""

    def _article(self, source: Source) -> tuple[str, str]:
        try:
            article = article_of(source, self._reading)
        except ValueError as error:
            self._complain(f"{sentence(source.path, error)}; it stays")
            return id_of(source), ""
        return article.id, article.text

    def _refuse_misfits(self) -> None:
        query = "SELECT line, why, name FROM misfit ORDER BY line, step, why"
        found = groupby(self._store.rows(query), itemgetter(0))
        firsts = (next(reasons) for _, reasons in found)
        named = [
            _WHY[why].format(name=decoded(name), id=self._id_at(line))
            for line, why, name in islice(firsts, _MOST_NAMED)
        ]
        if named:
            more = sum(1 for _ in firsts)
            rest = f"; and {more:,} more" if more else ""
            raise PlanError(f"the plan does not fit the archive: {'; '.join(named)}{rest}")

    def going(self) -> Iterator[Going]:
        """The records that go, in the order in which they are read."""
        rows = self._store.rows("SELECT place, text FROM going ORDER BY place")
        return (Going(*row) for row in rows)

    def changed(self) -> set[int]:
        """The numbers of the sources that something goes from."""
        return {number for (number,) in self._store.rows("SELECT DISTINCT source FROM going")}


def _rows(path: Path) -> Iterator[tuple[Any, ...]]:
    for line, row in read(path):
        keep = row.get("keep")
        texts = (_digest(row, name) for name in ("text", "keep_text"))
        indexed = int(row.get("indexed") == "keep")
        yield line, encoded(row["id"]), encoded(str(keep)), *texts, int(bool(keep)), indexed


def _digest(row: dict[str, Any], name: str) -> bytes | None:
    return encoded(str(row[name])) if row.get(name) else None
