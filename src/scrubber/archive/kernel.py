"""One unit of an archive: its records in, the cleaned records with their findings out. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from scrubber.archive.model import Dead, Found, Tally
from scrubber.archive.pages import shown_text
from scrubber.core import trace_text
from scrubber.model import ProofError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from scrubber.archive.model import Fields, Record, Unit
    from scrubber.archive.protocols import Cleaner, Format
    from scrubber.model import Finding
    from scrubber.settings import Settings


class Change(NamedTuple):
    """The text of a record before and after, for a diff."""

    row: int
    id: str
    before: str
    after: str


class Produced(NamedTuple):
    """What became of one unit."""

    tally: Tally
    out: bytes
    codes: tuple[tuple[str, int], ...] = ()
    """How many findings of each rule there are, whether or not they are kept."""
    found: tuple[Found, ...] = ()
    dead: tuple[Dead, ...] = ()
    changes: tuple[Change, ...] = ()


class Wish(NamedTuple):
    """What a run needs of each unit."""

    out: bool = True
    keep_dead: bool = False
    """Whether a record that cannot be cleaned stays in the output as it is."""
    found: bool = False
    changes: bool = False
    as_text: bool = False
    """Whether a field that holds HTML gives its visible text."""


def clean_unit(
    handler: Format,
    unit: Unit,
    fields: Fields,
    settings: Settings,
    wish: Wish,
    condemned: Mapping[int, str] | None = None,
    begin: Callable[[int], None] = lambda _: None,
) -> Produced:
    """Clean the records of ``unit``.

    Args:
        handler: of the format of their file.
        unit: where they are from.
        fields: where in each the text is.
        settings: of the file.
        wish: what is needed of the result.
        condemned: records of the unit, from 0, that are not to be touched, and why.
        begin: called with the number of each record before it is read, at the end with -1.
    """
    if unit.refused:
        dead = Dead(unit.first, unit.offset, str(unit.first), unit.refused, unit.data)
        return Produced(Tally(rows=1, dead=1), b"", dead=(dead,))
    cleaner = handler.cleaner(unit, fields)
    work = _Work(cleaner, settings, wish)
    for number, record in enumerate(_begun(cleaner.records(), begin)):
        if isinstance(record, Dead):
            work.bury(record)
        elif condemned and number in condemned:
            work.bury(_dead(record, condemned[number]))
        else:
            work.clean(record)
    return work.produced()


def _begun(
    records: Iterator[Record | Dead], begin: Callable[[int], None]
) -> Iterator[Record | Dead]:
    """The same records; ``begin`` is told before each is read."""
    number = 0
    begin(number)
    for record in records:
        yield record
        number += 1
        begin(number)
    begin(-1)


def _dead(record: Record, why: str) -> Dead:
    return Dead(record.row, record.offset, record.id, why, record.raw)


class _Work:
    """Cleans records one after the other and keeps count."""

    def __init__(self, cleaner: Cleaner, settings: Settings, wish: Wish) -> None:
        self._cleaner, self._settings, self._wish = cleaner, settings, wish
        self._cleaned = self._unchanged = self._textless = 0
        self._dead: list[Dead] = []
        self._codes: Counter[str] = Counter()
        self._found: list[Found] = []
        self._changes: list[Change] = []

    def bury(self, dead: Dead) -> None:
        """Set a record aside."""
        self._dead.append(dead)
        if self._wish.keep_dead:
            self._cleaner.keep_raw(dead)

    def clean(self, record: Record) -> None:
        """Clean a record, if it holds a text; what fails its proof is set aside."""
        if record.text is None:
            self._textless += 1
            self._keep(record, None)
            return
        try:
            text = shown_text(record.text) if self._wish.as_text else record.text
            after, trace = trace_text(text, self._settings_of(record))
            findings = trace.findings() if self._wish.found else ()
        except ProofError as error:
            self.bury(_dead(record, f"failed proof: {error}"))
        except (RecursionError, MemoryError) as error:
            self.bury(_dead(record, f"is too large to clean ({error})"))
        except Exception as error:  # a fault of ours must not cost the other records
            self.bury(_dead(record, f"internal error ({type(error).__name__}: {error})"))
        else:
            self._codes.update(trace.codes())
            self._take(record, record.text, after, findings)

    def _settings_of(self, record: Record) -> Settings:
        """Those of the file, with the site of the record where that matters."""
        if self._settings.profile is None or not record.site:
            return self._settings
        return self._settings._replace(site=record.site)

    def _take(self, record: Record, before: str, after: str, findings: tuple[Finding, ...]) -> None:
        changed = after != before
        self._keep(record, after if changed else None)
        if findings:
            self._found.append(Found(record.row, record.id, findings, changed))
        if self._wish.changes and changed:
            self._changes.append(Change(record.row, record.id, before, after))

    def _keep(self, record: Record, text: str | None) -> None:
        self._cleaned += text is not None
        self._unchanged += text is None
        if self._wish.out:
            self._cleaner.keep(record, text)

    def produced(self) -> Produced:
        """All of it."""
        dead = len(self._dead)
        rows = self._cleaned + self._unchanged + dead
        tally = Tally(rows, self._cleaned, self._unchanged, dead, self._textless)
        out = self._cleaner.result() if self._wish.out else b""
        kept = (tuple(self._found), tuple(self._dead), tuple(self._changes))
        return Produced(tally, out, tuple(sorted(self._codes.items())), *kept)
