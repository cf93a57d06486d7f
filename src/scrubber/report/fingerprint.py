"""What a finding is known by wherever it stands: an outcome in, a digest for each finding out.

A fingerprint is made of the rule's code and the lines that the finding is about, their white space
apart: it holds when lines above change, or the file gets another name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrubber.files.job import Outcome
    from scrubber.model import Finding


def with_fingerprints(outcome: Outcome) -> Outcome:
    """The outcome with the fingerprints of its findings in place of its content."""
    fingerprints: tuple[str, ...] = ()
    if outcome.findings:
        lines = outcome.before_text.split("\n")
        fingerprints = tuple(_fingerprint(finding, lines) for finding in outcome.findings)
    return outcome.without_content()._replace(fingerprints=fingerprints)


def _fingerprint(finding: Finding, lines: Sequence[str]) -> str:
    from hashlib import blake2b

    about = lines[finding.line - 1 : finding.end_line]
    if not any(about):  # a record's text is not at hand, but its message names it
        about = [finding.message, finding.before]
    digest = blake2b(finding.code.encode(), digest_size=10)
    for line in about:
        digest.update(b"\n" + " ".join(line.split()).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
