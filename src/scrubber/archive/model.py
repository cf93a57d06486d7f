"""The nouns of archives: what a file of records is cut into and what becomes of each record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from scrubber.archive.domains import domain_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrubber.model import Finding

TEXT_FIELDS = ("text", "maintext", "body", "content", "raw_text", "article")
"""Names under which scrapers keep an article's text, the likeliest first."""

ADDRESS_FIELDS = ("url", "link", "source_url", "canonical_url", "uri", "permalink")
"""Names under which they keep its address."""

UNIT_BYTES = 1 << 18
"""Records are worked on in units of about this size: a quarter of a second each."""

LARGEST_RECORD = 64 << 20
"""Bytes; a larger record is set aside, so that memory stays bounded."""


TIME_LIMIT = 60
"""Seconds that one record may take, unless something else is asked for."""


class ArchiveError(Exception):
    """A file that cannot be read as records; the message is a sentence without the path."""


class RecordError(ValueError):
    """A record that cannot be read; the message says why."""


class Fields(NamedTuple):
    """Where in a record the text and the name of the record stand. Dots lead into objects."""

    text: str | None = None
    """None where no record of the file holds a text."""
    id: str = "id"
    site: str | None = None
    """None: the site is told by the address of a record."""
    by_site: bool = False
    """Whether sites matter to the run."""
    dates: tuple[str, ...] = ()
    """Where the date of a record may be told, the likeliest first; none if it is no matter."""

    @property
    def sites(self) -> tuple[str, ...]:
        """Where the site of a record may be told, the likeliest first; none if it is no matter."""
        if not self.by_site:
            return ()
        return ADDRESS_FIELDS if self.site is None else (self.site,)

    def site_in(self, values: Mapping[str, object]) -> str:
        """The site that a record with these ``values`` is from; empty where it does not tell."""
        for name in self.sites:
            value = values.get(name)
            if isinstance(value, str) and value:
                site = value if self.site is not None else domain_of(value)
                if site:
                    return site
        return ""

    def date_in(self, values: Mapping[str, object]) -> str:
        """The date of a record with these ``values``, as it is written; empty if there is none."""
        for name in self.dates:
            value = values.get(name)
            if isinstance(value, str) and value:
                return value
            if hasattr(value, "isoformat"):
                return str(value.isoformat())
        return ""


class Unit(NamedTuple):
    """A piece of a file: some whole records, the same whatever works on them."""

    number: int
    """From 0, within the file."""
    first: int
    """Locator of its first record: the line or row in the file, from 1."""
    offset: int
    """Where it begins, in bytes of the file once it is no longer compressed."""
    data: Any
    """What the format reads records from."""
    records: int
    """How many it holds, as the reader counted them."""
    refused: str = ""
    """Why its one record is set aside unread; ``data`` holds its beginning."""


class Record(NamedTuple):
    """One record as its file has it."""

    row: int
    """The line or row in the file, from 1."""
    offset: int
    raw: bytes
    value: Any
    """What the format needs to write it with another text."""
    text: str | None
    id: str
    """The value of the id field, else the row."""
    site: str = ""
    """Where it is from, as far as it tells."""
    date: str = ""
    """As it is written, if it was asked for."""


class Dead(NamedTuple):
    """A record that was set aside."""

    row: int
    offset: int
    id: str
    error: str
    raw: bytes


class Found(NamedTuple):
    """The findings of one record."""

    row: int
    id: str
    findings: tuple[Finding, ...]
    changed: bool


class Tally(NamedTuple):
    """How many records came in and what became of them."""

    rows: int = 0
    cleaned: int = 0
    unchanged: int = 0
    dead: int = 0
    textless: int = 0
    """Those of the unchanged that held no text."""

    def plus(self, other: Tally) -> Tally:
        """The sum of both."""
        return Tally(*map(sum, zip(self, other, strict=True)))

    def as_sum(self) -> str:
        """The account of all records, as a user reads it."""
        without = f" ({self.textless:,} without text)" if self.textless else ""
        return (
            f"{_many(self.rows, 'record')} in = {self.cleaned:,} cleaned + {self.unchanged:,} "
            f"unchanged{without} + {_many(self.dead, 'dead letter')}"
        )

    @property
    def balances(self) -> bool:
        """Whether every record that came in is accounted for once."""
        return self.rows == self.cleaned + self.unchanged + self.dead


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
