"""What a run does with each file: the run's settings and a path in, the file's settings out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from scrubber.files.selection import Selection
from scrubber.formats import RECORD_FORMATS, format_of

if TYPE_CHECKING:
    from scrubber.config.globs import Globs
    from scrubber.files.source import Source
    from scrubber.settings import Settings


class Reading(NamedTuple):
    """How sources are read."""

    encoding: str | None = None
    input_format: str = "auto"
    text_field: str | None = None
    """Where records keep their text; None: under a usual name."""
    id_field: str = "id"
    site_field: str | None = None
    """Where records keep their site; None: it is told by their address."""
    to: str = "source"
    """``text``: of HTML sources the visible text is given."""


class Plan(NamedTuple):
    """The settings of a run, and what is different for some of its files."""

    settings: Settings
    reading: Reading = Reading()
    selection: Selection = Selection()
    jobs: int | None = None
    """Number of processes; None: as many as there are processors, for many files."""
    cache: bool = False
    """Whether contents that are known to need nothing are passed over."""
    ignores: tuple[tuple[Globs, tuple[str, ...]], ...] = ()
    """Full codes of rules to leave out in the files that match."""
    changes: tuple[tuple[Globs, dict[str, Any]], ...] = ()
    """Values of ``lang``, ``quotes``, ``site`` and of ``Reading`` in some files; the last holds."""

    def for_source(self, source: Source) -> tuple[Settings, Reading]:
        """What holds for ``source``."""
        settings, reading = self._with_exceptions(source)
        if settings.profile is not None and settings.site is None:
            from scrubber.files.sites import site_among

            site = site_among(settings.profile.sites, source)
            settings = settings._replace(site=site)
        return settings, reading

    def _with_exceptions(self, source: Source) -> tuple[Settings, Reading]:
        if not self.ignores and not self.changes:
            return self.settings, self.reading
        path = os.path.abspath(source.path if source.root or source.path != "-" else source.name)
        codes = [code for globs, codes in self.ignores if _meant(globs, path) for code in codes]
        values: dict[str, Any] = {}
        for globs, table in self.changes:
            if _meant(globs, path):
                values |= table
        reading = {name: values.pop(name) for name in Reading._fields if name in values}
        if codes:
            values["ignore"] = (*self.settings.ignore, *codes)
        return self.settings._replace(**values), self.reading._replace(**reading)

    def gives_text(self, source: Source) -> bool:
        """Whether the visible text of ``source``, a page, is asked for in its place."""
        reading = self.for_source(source)[1]
        return reading.to == "text" and format_of(source.name, reading.input_format) == "html"

    def is_archive(self, source: Source) -> bool:
        """Whether ``source`` is a file of records."""
        return format_of(source.name, self.for_source(source)[1].input_format) in RECORD_FORMATS


def _meant(globs: Globs, path: str) -> bool:
    return globs.match_with_parents(path)
