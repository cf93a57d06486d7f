"""Text in, proven result out: what the library and every command call."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrubber.blocks import read
from scrubber.decode import decode, encode
from scrubber.engine import run
from scrubber.model import Origin, Result
from scrubber.newlines import read_newlines, write_newlines

if TYPE_CHECKING:
    from scrubber.model import Document, Finding
    from scrubber.settings import Settings
    from scrubber.trace import Trace


def clean_text(text: str, settings: Settings) -> Result:
    """Clean a plain text that has no file: its ending and its kind of line end stay.

    Raises:
        ProofError: the result failed its proof.
    """
    text, trace = trace_text(text, settings)
    return Result(text, trace.findings())


def trace_text(text: str, settings: Settings) -> tuple[str, Trace]:
    """As ``clean_text``, with the findings yet to be made of the trace.

    Raises:
        ProofError: the result failed its proof.
    """
    text, newline = read_newlines(text)
    cleaned, trace = _proven(read(text, "text", Origin(newline=newline)), settings)
    return write_newlines(cleaned.text, newline), trace


def clean_document(document: Document, settings: Settings) -> Result:
    """Clean ``document`` and prove the result. The lines of the result end in a line feed.

    Raises:
        ProofError: the result failed its proof.
    """
    cleaned, trace = _proven(document, settings)
    return Result(cleaned.text, trace.findings())


def _proven(document: Document, settings: Settings) -> tuple[Document, Trace]:
    cleaned, trace = run(document, settings)
    if trace.steps:
        from scrubber.verify import prove_result

        prove_result(trace, cleaned)
    return cleaned, trace


class CleanedFile(NamedTuple):
    """The content of a file before and after."""

    before: str
    after: str
    """Both with line feeds alone, as findings count lines."""
    data: bytes
    """What to write in its place."""
    findings: tuple[Finding, ...]


def clean_bytes(
    data: bytes, settings: Settings, source_format: str, encoding: str | None = None
) -> CleanedFile:
    """Clean the content of a file.

    Raises:
        DecodeError: the bytes are no text, or which text cannot be decided.
        ValueError: there is no such format.
        ProofError: the result failed its proof.
    """
    text, origin = decode(data, encoding, source_format)
    whole, origin = _undo_misreading(text, source_format, origin, settings)
    document = read(whole, source_format, origin._replace(whole_file=True))
    result = clean_document(document, settings)
    return CleanedFile(text, result.text, encode(result.text, origin), result.findings)


def clean_page(data: bytes, settings: Settings, encoding: str | None = None) -> CleanedFile:
    """Clean the text that a page of HTML shows; it, not its source, is what findings refer to.

    Raises:
        DecodeError: the bytes are no text, or which text cannot be decided.
        ProofError: the result failed its proof.
    """
    from scrubber.blocks.html.visible import shown_by

    text, origin = decode(data, encoding, "html")
    whole, origin = _undo_misreading(text, "html", origin, settings)
    shown, verbatim = shown_by(whole)
    origin = origin._replace(written="utf-8", whole_file=True, verbatim=verbatim)
    result = clean_document(read(shown, "text", origin), settings)
    return CleanedFile(shown, result.text, encode(result.text, origin), result.findings)


def _undo_misreading(
    text: str, source_format: str, origin: Origin, settings: Settings
) -> tuple[str, Origin]:
    """A source with markup that was misread from end to end, as it was before it is parsed.

    Later its markup is protected, and only prose is repaired.
    """
    if source_format == "text" or text.isascii() or not settings.selects("ENC003"):
        return text, origin
    from scrubber.mojibake.suspect import is_suspect

    if not is_suspect(text):
        return text, origin
    from scrubber.mojibake.repair import undo_file

    text, misread = undo_file(text)
    return text, origin._replace(misread=misread)
