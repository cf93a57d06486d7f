"""A rule and a document in; the rule's fixes that may be applied, and its notes, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.apply import apply_replacements, apply_structure
from scrubber.blocks import misfits, read
from scrubber.blocks.text import verbatim_in
from scrubber.memo import remembered
from scrubber.model import Move, ProofError, Remove, Replace, Safety, Stage
from scrubber.spans import holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrubber.model import Document, Edit, Problem, Span
    from scrubber.offsets import OffsetMap
    from scrubber.rules import Rule
    from scrubber.settings import Settings

_MOST_TRIALS = 64
_FEWEST_TRIALS = 6
_TRIED = 5_000_000
"""Fixes of one rule are tried together, then in parts: so often, or so many characters in all."""


def judge(
    rule: Rule, document: Document, settings: Settings, problems: Sequence[Problem]
) -> tuple[list[Problem], list[Problem]]:
    """The ``problems`` that ``rule`` found: fixes to apply under ``settings``, and notes.

    Raises:
        ProofError: the edits of the rule are not lawful.
    """
    problems = list(problems)
    if document.source_format != "text":
        from scrubber.suppress import unsuppressed

        problems = unsuppressed(document, rule.code, rule.stage, problems)
    fixes = [problem for problem in problems if problem.edits and _wanted(problem, settings)]
    if fixes and document.source_format != "text" and rule.stage is not Stage.SOURCE:
        fixes, problems = _sound(rule, document, fixes, problems)
    if len(fixes) == len(problems):
        return fixes, []
    chosen = set(map(id, fixes))
    return fixes, [problem for problem in problems if id(problem) not in chosen]


def carry_out(rule: Rule, document: Document, fixes: list[Problem]) -> tuple[Document, OffsetMap]:
    """Apply ``fixes`` together, and read what is protected in the result anew.

    Raises:
        ProofError: two edits are at odds, or one is none that the rule may ask for.
    """
    done = document.memo.get("carried out")  # when it was tried
    if done is not None and done[0] == fixes:
        return done[1], done[2]
    after, offsets = _apply(rule, document, [edit for fix in fixes for edit in fix.edits])
    if document.source_format != "text":
        after = read(after.text, after.source_format, after.origin)
        document.memo["carried out"] = (fixes, after, offsets)
    elif document.origin.verbatim:
        after = after._replace(protected=verbatim_in(after.text, document.origin))
    return after, offsets


def _apply(rule: Rule, document: Document, edits: list[Edit]) -> tuple[Document, OffsetMap]:
    if rule.stage.is_structural:
        return apply_structure(document, edits)
    replacements = [edit for edit in edits if isinstance(edit, Replace)]
    if len(replacements) < len(edits):
        raise ProofError("a rule for characters asked to remove or move a block")
    replacements.sort(key=lambda edit: edit.start)
    at = 0
    for edit in replacements:
        if not at <= edit.start <= edit.end <= len(document.text):
            raise ProofError("two edits overlap, or one lies outside the text")
        at = edit.end
    return apply_replacements(document, replacements)


def _wanted(problem: Problem, settings: Settings) -> bool:
    if problem.safety is Safety.SAFE:
        return True
    return problem.safety is Safety.UNSAFE and settings.unsafe_fixes


def _sound(
    rule: Rule, document: Document, fixes: list[Problem], problems: list[Problem]
) -> tuple[list[Problem], list[Problem]]:
    """The fixes that leave the markup as it is, and all problems, the other fixes as notes."""
    reasons = {id(fix): _bar(document, fix) for fix in fixes}
    free = [fix for fix in fixes if not reasons[id(fix)]]
    sound = _Trials(rule, document).sound_among(free)
    kept = set(map(id, sound))
    for fix in free:
        if id(fix) not in kept:
            reasons[id(fix)] = "the fix would change the markup"
    return sound, [_as_note(problem, reasons.get(id(problem), "")) for problem in problems]


def _as_note(problem: Problem, reason: str) -> Problem:
    if not reason:
        return problem
    message = f"{problem.message}: not done, {reason}"
    return problem._replace(edits=(), safety=Safety.NONE, message=message)


class _Trials:
    """Tries fixes on a document, as few times as tells which of them are sound."""

    def __init__(self, rule: Rule, document: Document) -> None:
        self._rule, self._document = rule, document
        self._left = max(_FEWEST_TRIALS, min(_MOST_TRIALS, _TRIED // (len(document.text) + 1)))

    def sound_among(self, fixes: list[Problem]) -> list[Problem]:
        """The fixes that can be applied together.

        Those in whose stretch the markup would change are left out, then tried again one by one.
        """
        rest = fixes
        while rest and (spans := self._misfits(rest)):
            left = [fix for fix in rest if not _lies_in(self._document, fix, spans)]
            rest = left if len(left) < len(rest) else []
        kept = set(map(id, rest))
        return self._with(rest, [fix for fix in fixes if id(fix) not in kept])

    def _with(self, sound: list[Problem], fixes: list[Problem]) -> list[Problem]:
        """``sound`` and those of ``fixes`` that can be applied with them."""
        if not fixes or self._left <= 0:
            return sound
        if not self._misfits(sound + fixes):
            return sound + fixes
        if len(fixes) == 1:
            return sound
        half = len(fixes) // 2
        return self._with(self._with(sound, fixes[:half]), fixes[half:])

    def _misfits(self, fixes: list[Problem]) -> list[Span]:
        """Where the markup would change; everywhere, when there were trials enough."""
        if self._left <= 0:
            return [(0, len(self._document.text) + 1)]
        self._left -= 1
        try:
            after, _ = carry_out(self._rule, self._document, fixes)
        except ProofError as error:
            raise ProofError(f"{self._rule.code}: {error}") from error
        return misfits(self._document, after, [edit for fix in fixes for edit in fix.edits])


def _lies_in(document: Document, fix: Problem, spans: list[Span]) -> bool:
    """Whether a fix begins an edit in one of the sorted ``spans``."""
    from scrubber.suppress import points_of

    return any(holds(spans, point) for point in points_of(document, fix))


def _bar(document: Document, fix: Problem) -> str:
    """Why the markup around the blocks of a fix forbids it; empty where it does not."""
    for edit in fix.edits:
        reason = _bar_to(document, edit, fix)
        if reason:
            return reason
    return ""


def _bar_to(document: Document, edit: Edit, fix: Problem) -> str:
    if isinstance(edit, Replace):
        return ""
    block = document.blocks[edit.block]
    if block.opaque and not _is_markup(document, edit.block):
        return "it is no paragraph"
    if block.reading is None:
        return ""
    if block.reading.pinned:
        return block.reading.pinned
    if isinstance(edit, Remove):
        return _bar_to_removal(document, edit, fix)
    return _bar_to_move(document, edit, block.reading.parent)


def _bar_to_removal(document: Document, edit: Remove, fix: Problem) -> str:
    if edit.kept is None:
        return ""
    goes, stays = document.blocks[edit.block].reading, document.blocks[edit.kept].reading
    if goes is not None and stays is not None and not goes.beside <= stays.beside:
        return "it has a link, an image or code that the other has not"
    if goes is not None and goes.heading and len(fix.edits) == 1:
        return "it is a heading"
    heads = _headings_over(document)
    one, other = heads[edit.block], heads[edit.kept]
    if one != other and _has_code(one + other):
        return "it tells of other code"
    return ""


@remembered
def _headings_over(document: Document) -> list[str]:
    """For each block the source of the heading that stands over it; empty where there is none."""
    over, heads = "", []
    for number in range(len(document.blocks)):
        heads.append(over)
        source = document.source_of(number)
        if source.startswith(("#", "<h1", "<h2", "<h3", "<h4", "<h5", "<h6")):
            over = source
    return heads


def _has_code(source: str) -> bool:
    """Whether a heading names something of a program, as those of a reference do."""
    return "`" in source or "<code" in source


def _bar_to_move(document: Document, edit: Move, parent: int) -> str:
    there = 0
    if edit.before is not None:
        reading = document.blocks[edit.before].reading
        there = 0 if reading is None else reading.parent
    return "" if there == parent else "it belongs to another element"


def _is_markup(document: Document, index: int) -> bool:
    reading = document.blocks[index].reading
    return reading is not None and not reading.said
