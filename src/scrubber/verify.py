"""The proof: shows from the steps alone, by code of its own, that a result keeps its promises."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrubber.blocks import front_matter_of, misfits, read
from scrubber.findings import line_of
from scrubber.model import Move, ProofError, Remove, Replace, Safety, Stage
from scrubber.says import says

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.blocks.markdown.values import Value
    from scrubber.model import Document, Problem
    from scrubber.trace import Step, Trace

_GAP = "the step does not start where the last one ended"


def prove_step(step: Step) -> None:
    """Check that one step is lawful.

    Raises:
        ProofError: a promise is broken; the message says which.
    """
    if step.stage.is_structural:
        _prove_blocks(step)
    else:
        _prove_replacements(step)
        if step.stage is Stage.FRONT_MATTER:
            _prove_front_matter(step)
        elif step.stage is not Stage.SOURCE:
            _prove_protected(step)
    if step.stage is not Stage.SOURCE:
        _prove_form(step)


def prove_result(trace: Trace, result: Document) -> None:
    """Check that the steps of ``trace`` lead from its source to ``result``, and end there.

    Args:
        trace: the steps taken, each of which ``prove_step`` has seen.
        result: the document they led to.

    Raises:
        ProofError: a promise is broken; the message names the rule and the place.
    """
    _prove_lossless(result)
    at = trace.source
    for step in trace.steps:
        if step.before.text != at.text:
            line = line_of(trace, step.fixes[0], step)
            raise ProofError(f"{step.rule} at line {line}: {_GAP}")
        at = step.after
    if at.text != result.text:
        raise ProofError("the result is not what the steps lead to")
    if read(result.text, result.source_format, result.origin) != result:
        raise ProofError("read afresh, the result is not what the rules left alone last")


def _edits(step: Step) -> Iterator[tuple[Problem, Replace | Remove | Move]]:
    for fix in step.fixes:
        for edit in fix.edits:
            yield fix, edit


def _prove_lossless(document: Document) -> None:
    text, at = document.text, 0
    for start, end, *_ in document.blocks:
        if not at <= start < end <= len(text) or text[start].isspace() or text[end - 1].isspace():
            raise ProofError(f"a block at offset {start} is not split at its text")
        if text[at:start].strip():
            raise ProofError(f"text before offset {start} belongs to no block")
        at = end
    if text[at:].strip():
        raise ProofError(f"text behind offset {at} belongs to no block")


def _prove_replacements(step: Step) -> None:
    """Every character that is not in both texts lies within an edit of a finding."""
    before, after = step.before.text, step.after.text
    at = written = 0
    edits = [edit for _, edit in _edits(step) if isinstance(edit, Replace)]
    for edit in sorted(edits, key=lambda edit: edit.start):
        kept = edit.start - at
        if before[at : edit.start] != after[written : written + kept]:
            raise ProofError("text outside its findings changed")
        written += kept
        if after[written : written + len(edit.text)] != edit.text:
            raise ProofError("an edit was not written as it was asked for")
        written += len(edit.text)
        at = edit.end
    if before[at:] != after[written:]:
        raise ProofError("text outside its findings changed")


def _prove_blocks(step: Step) -> None:
    """Every block is in the result once, or its kept copy is and says all that it said."""
    _prove_lossless(step.before)
    before = [step.before.source_of(index) for index in range(len(step.before.blocks))]
    after = Counter(step.after.source_of(index) for index in range(len(step.after.blocks)))
    removed = {edit.block: (fix, edit) for fix, edit in _edits(step) if isinstance(edit, Remove)}
    expected = Counter(body for index, body in enumerate(before) if index not in removed)
    if after != expected:
        raise ProofError("a block was lost, doubled or changed")
    for index, (fix, edit) in removed.items():
        if edit.kept is None:
            if step.stage is not Stage.FURNITURE:
                raise ProofError("a block was removed and no copy of it is named")
        elif not 0 <= edit.kept < len(before):
            raise ProofError("the copy that should stay does not exist")
        elif edit.kept in removed or edit.kept == index:
            raise ProofError("the copy that should stay is removed as well")
        elif fix.safety is Safety.SAFE and not _says(step.before, edit.kept, index):
            raise ProofError("the copy that stays does not say all of the other")


def _prove_form(step: Step) -> None:
    if step.before.source_format == "text":
        return
    if misfits(step.before, step.after, [edit for _, edit in _edits(step)]):
        raise ProofError("the markup of the text changed")


def _says(document: Document, kept: int, dropped: int) -> bool:
    one, other = document.blocks[kept].reading, document.blocks[dropped].reading
    if one is not None and other is not None and not other.beside <= one.beside:
        return False
    return says(document.text_of(kept), document.text_of(dropped))


def _prove_front_matter(step: Step) -> None:
    """No edit leaves the front matter, in which no key nor value changes but strings."""
    from scrubber.blocks.markdown.values import values_of

    end = front_matter_of(step.before)[1]
    if any(isinstance(edit, Replace) and edit.end > end for _, edit in _edits(step)):
        raise ProofError("an edit leaves the front matter")
    before, after = (
        values_of(document.text[: front_matter_of(document)[1]])
        for document in (step.before, step.after)
    )
    if before is None or after is None or _bare(before) != _bare(after):
        raise ProofError("more than a text changed in the front matter")


def _bare(values: list[Value]) -> list[Value]:
    return [value._replace(text="") if value.is_text else value for value in values]


def _prove_protected(step: Step) -> None:
    """No edit reaches into a protected span."""
    protected = step.before.protected
    if not protected:
        return
    edits = sorted(edit for _, edit in _edits(step) if isinstance(edit, Replace))
    index = 0
    for edit in edits:
        while index < len(protected) and protected[index][1] <= edit.start:
            index += 1
        if index < len(protected) and protected[index][0] < edit.end:
            raise ProofError("a protected part of the text changed")
