"""Text in, proven result out: what the library and every command call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.blocks import read
from scrubber.engine import first_fix, run
from scrubber.model import Origin, Result
from scrubber.newlines import read_newlines, write_newlines
from scrubber.verify import verify

if TYPE_CHECKING:
    from scrubber.model import Document
    from scrubber.settings import Settings


def clean_text(text: str, settings: Settings) -> Result:
    """Clean a plain text that has no file: its ending and its kind of line end stay.

    Raises:
        ProofError: the result failed its proof.
    """
    text, newline = read_newlines(text)
    result = clean_document(read(text, "text", Origin(newline=newline)), settings)
    return Result(write_newlines(result.text, newline), result.findings)


def clean_document(document: Document, settings: Settings) -> Result:
    """Clean ``document`` and prove the result. The lines of the result end in a line feed.

    Raises:
        ProofError: the result failed its proof.
    """
    cleaned, trace = run(document, settings)
    if trace.steps:
        verify(trace, cleaned, _work_left(cleaned, settings))
    return Result(cleaned.text, trace.findings())


def _work_left(cleaned: Document, settings: Settings) -> tuple[str, int] | None:
    """What a run over the cleaned text, read afresh, would still fix."""
    afresh = read(cleaned.text, cleaned.source_format, cleaned.origin)
    left = first_fix(afresh, settings)
    if left is None:
        return None
    rule, problem = left
    return rule.code, afresh.text.count("\n", 0, problem.span[0]) + 1
