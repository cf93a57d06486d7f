"""An archive and an edited plan in; the articles that stay, and those that go, out."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from scrubber.archive.compressions import compress
from scrubber.archive.dedupe.plan import PlanError, digest_of
from scrubber.archive.dedupe.records import article_of, is_compared, name_of, pieces_of
from scrubber.archive.jobs import Reader, format_for, job_of, writing
from scrubber.archive.model import ArchiveError, Dead
from scrubber.files.journal import blocks
from scrubber.files.write import replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import ExitStack

    from scrubber.archive.jobs import Job, Piece
    from scrubber.archive.model import Record, Writer
    from scrubber.files.plan import Plan
    from scrubber.files.source import Source

_MOST_NAMED = 3


class Split(NamedTuple):
    """How many articles stayed and went."""

    stay: int
    go: int


class Applier:
    """Applies the rows of a plan to the sources that it was made of.

    Args:
        sources: what the articles are read from.
        plan: how they are read.
        rows: of the plan of what goes, by id.
        complain: takes a sentence on each record that cannot be read; it stays.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        plan: Plan,
        rows: Mapping[str, Mapping[str, Any]],
        complain: Callable[[str], None],
    ) -> None:
        self._sources, self._plan, self._rows = sources, plan, rows
        self._complain = complain
        self._several = sum(map(plan.is_archive, sources)) > 1
        self._changed: set[str] = set()
        """The sources that something goes from."""
        self._repeated: set[str] = set()
        """Ids whose first record was seen, where further ones go."""
        self._stay = self._go = 0

    def check(self) -> None:
        """Make sure that each row of the plan fits the archive.

        Raises:
            PlanError: one does not.
            ArchiveError, OSError: a source cannot be read.
        """
        wanted = {str(row["keep"]) for row in self._rows.values()} | self._rows.keys()
        texts: dict[str, set[str]] = {}
        for source in self._sources:
            for name, text in self._named(source):
                if name in wanted:
                    texts.setdefault(name, set()).add(digest_of(text))
                    if name in self._rows:
                        self._changed.add(source.path)
        wrong = [why for row in self._rows.values() if (why := self._misfit(row, texts))]
        if wrong:
            more = len(wrong) - _MOST_NAMED
            rest = f"; and {more:,} more" if more > 0 else ""
            raise PlanError(
                f"the plan does not fit the archive: {'; '.join(wrong[:_MOST_NAMED])}{rest}"
            )

    def _misfit(self, row: Mapping[str, Any], texts: Mapping[str, set[str]]) -> str:
        """Why a row does not fit; empty if it does."""
        name, keep = row["id"], str(row["keep"])
        other = self._rows.get(keep)
        if other is not None and keep != name and other["keep"] != keep:
            return f"{keep!r}, which {name!r} is a copy of, goes as well"
        for one, field in ((name, "text"), (keep, "keep_text")):
            if one == keep and row.get("indexed") == "keep":
                continue
            if one not in texts:
                return f"there is no article {one!r}"
            if row.get(field, "") not in ("", *texts[one]):
                return f"the text of {one!r} is another one now"
            if not row.get(field) and len(texts[one]) > 1:
                return f"there are several articles {one!r}"
        return ""

    def _named(self, source: Source) -> Iterator[tuple[str, str]]:
        """The id and text of each article of a source."""
        if not self._plan.is_archive(source):
            article = article_of(source, self._plan)
            yield article.id, article.text
            return
        place = source.place if self._several else ""
        for _, _, records in pieces_of(Reader(job_of(source, self._plan))):
            for record in records:
                if not isinstance(record, Dead) and is_compared(record):
                    yield name_of(record, place), record.text or ""

    def write(self, targets: Sequence[Path], removed: Sequence[Path] | None) -> Split:
        """Write what stays of each source to its target, and what goes to that in ``removed``.

        Raises:
            ArchiveError, OSError: a source cannot be read, or a target not be written.
        """
        for number, source in enumerate(self._sources):
            self._split(source, targets[number], removed[number] if removed else None)
        return Split(self._stay, self._go)

    def _split(self, source: Source, target: Path, removed: Path | None) -> None:
        if not self._plan.is_archive(source):
            goes = source.path in self._changed
            self._stay, self._go = self._stay + (not goes), self._go + goes
            place = removed if goes else target
            if place is not None:
                _copy(source.path, place)
            return
        job = job_of(source, self._plan)
        with contextlib.ExitStack() as stack:
            stays = _open(stack, job, target)
            goes_to = None
            if removed is not None and source.path in self._changed:
                goes_to = _open(stack, job, removed)
            self._split_records(source, job, stays, goes_to)

    def _split_records(
        self, source: Source, job: Job, stays: Writer, goes_to: Writer | None
    ) -> None:
        compression = "" if job.format == "warc" else job.compression
        for piece, cleaner, records in pieces_of(Reader(job)):
            if piece.unit.refused:
                raise ArchiveError(f"at line {piece.unit.first}: {piece.unit.refused}")
            gone = {record.row for record in records if self._goes(source, record)}
            self._go += len(gone)
            self._stay += len(records) - len(gone)
            for record in records:
                if isinstance(record, Dead):
                    self._complain(f"{source.path}:{record.row}: {record.error}; it stays")
                    cleaner.keep_raw(record)
                elif record.row not in gone:
                    cleaner.keep(record, None)
            stays.write(compress(cleaner.result(), compression))
            if goes_to is not None:
                goes_to.write(compress(_only(piece, gone), compression))

    def _goes(self, source: Source, record: Record | Dead) -> bool:
        if isinstance(record, Dead) or not is_compared(record):
            return False
        name = name_of(record, source.place if self._several else "")
        row = self._rows.get(name)
        if row is None or row.get("text", "") not in ("", digest_of(record.text or "")):
            return False
        if row["keep"] == name and name not in self._repeated:
            self._repeated.add(name)
            return False
        return True


def _only(piece: Piece, rows: set[int]) -> bytes:
    """A unit of an archive with some of its rows alone."""
    cleaner = format_for(piece.job).cleaner(piece.unit, piece.fields)
    for record in cleaner.records():
        if not isinstance(record, Dead) and record.row in rows:
            cleaner.keep(record, None)
    return cleaner.result()


def _copy(path: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with replacing(target) as file:
        file.writelines(blocks(Path(path)))


def _open(stack: ExitStack, job: Job, target: Path) -> Writer:
    target.parent.mkdir(parents=True, exist_ok=True)
    return stack.enter_context(writing(job, stack.enter_context(replacing(target))))
