"""One file from its bytes to its result: what every command does with each source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrubber.core import clean_bytes, clean_page
from scrubber.decode import DecodeError, decode
from scrubber.files.source import read_source
from scrubber.formats import format_of
from scrubber.model import ProofError

if TYPE_CHECKING:
    import os

    from scrubber.files.cache import Cache, Known
    from scrubber.files.plan import Plan
    from scrubber.files.source import Source
    from scrubber.model import Finding


class Outcome(NamedTuple):
    """What became of one source."""

    source: Source
    after: bytes = b""
    """What is to be written."""
    findings: tuple[Finding, ...] = ()
    error: str | None = None
    """One sentence; with it there is no result."""
    stat: os.stat_result | None = None
    """Of the file when it was read."""

    before_text: str = ""
    """The source decoded, with line feeds alone, as findings count its lines."""
    after_text: str = ""

    changed: bool = False
    """Whether the result differs from the source in any byte."""
    shown: tuple[str, ...] = ()
    """Lines of a diff, where one was asked for."""
    fingerprints: tuple[str, ...] = ()
    """One for each finding, where they were asked for."""
    is_done: bool = False
    """Whether the result stands in its place already."""
    to_cache: bytes = b""
    """The key under which the cache should know what this content led to."""

    def whole(self) -> Outcome:
        """All of it."""
        return self

    def without_text(self) -> Outcome:
        """Without what only a comparison needs."""
        return self._replace(before_text="", after_text="")

    def to_replace(self) -> Outcome:
        """What is needed to write it in place: nothing where nothing changed."""
        return self.without_text() if self.changed else self.without_content()

    def without_content(self) -> Outcome:
        """Only what was found, and whether it changed."""
        return self._replace(after=b"", stat=None, before_text="", after_text="")


def clean_source(source: Source, plan: Plan, cache: Cache | None = None) -> Outcome:
    """Read and clean one source. Never raises for what a bad file can cause."""
    data = b""
    try:
        data, stat = read_source(source)
        return _clean(source, plan, cache, data, stat)
    except Exception as error:  # a fault of ours must not cost the other files
        return Outcome(source, error=_why(source, data, error))


def _clean(
    source: Source,
    plan: Plan,
    cache: Cache | None,
    data: bytes,
    stat: os.stat_result | None,
) -> Outcome:
    settings, reading = plan.for_source(source)
    source_format = format_of(source.name, reading.input_format)
    how = (settings, source_format, reading.encoding)
    as_text = source_format == "html" and reading.to == "text"
    key = cache.key(data, *how) if cache and not as_text else b""
    known = cache.get(key) if cache and key else None
    if known is not None:
        return _known(source, data, stat, known, key, (reading.encoding, source_format))
    cleaned = clean_page(data, settings, reading.encoding) if as_text else clean_bytes(data, *how)
    return Outcome(
        source,
        cleaned.data,
        cleaned.findings,
        stat=stat,
        changed=cleaned.before != cleaned.after if as_text else cleaned.data != data,
        before_text=cleaned.before,
        after_text=cleaned.after,
        to_cache=key,
    )


def _why(source: Source, data: bytes, error: Exception) -> str:
    """Why there is no result of ``source``, in a sentence."""
    from scrubber.files.errors import other_format, sentence

    if isinstance(error, DecodeError):
        return f"{source.shown}: {other_format(data) or error}"
    if isinstance(error, OSError | ValueError):
        return sentence(source.address, error)
    if isinstance(error, ProofError):
        advice = "the file is untouched; --ignore that rule and report it"
        return f"{source.shown}: failed proof: {error}; {advice}"
    if isinstance(error, RecursionError | MemoryError):
        return f"{source.shown}: too large to clean ({error}); split it"
    kind = f"{type(error).__name__}: {error}"
    return f"{source.shown}: internal error ({kind}); the file is untouched, report it"


def _known(
    source: Source,
    data: bytes,
    stat: os.stat_result | None,
    known: Known,
    key: bytes,
    reading: tuple[str | None, str],
) -> Outcome:
    """The outcome of a content that the cache knows."""
    text = decode(data, *reading)[0] if known.findings else ""
    return Outcome(
        source,
        b"" if known.changed else data,
        known.findings,
        stat=stat,
        changed=known.changed,
        before_text=text,
        after_text="" if known.changed else text,
        to_cache=key if known.is_old else b"",
    )
