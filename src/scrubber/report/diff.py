"""What a run would change, as a unified diff: the outcome of one file in, lines out.

The form is that of POSIX ``diff -u``, which ``patch`` and ``git apply`` read: what is said besides
stands in comment lines before it, and behind the second ``@@`` of a hunk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.edits import lines_named
from scrubber.report.align import Hunk, differing
from scrubber.report.moves import find_moves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrubber.files.job import Outcome
    from scrubber.report.moves import Moves

INVISIBLE = frozenset({"ENC001", "ENC002", "WSP001", "WSP009"})
"""Rules whose fixes no line of a diff shows: encoding, BOM, line ends, final newline."""

_CONTEXT = 3
_COLOURS = {"+": "32", "-": "31", "@": "36", "#": "33", "<": "1;35", ">": "1;34", "=": "1"}
_OF_FILE = frozenset(" +-<>")
_ESCAPES = {code: f"\\x{code:02x}" for code in (*range(9), *range(0xB, 0x20), *range(0x7F, 0xA0))}


def diff_lines(outcome: Outcome, *, colours: bool = False) -> Iterator[str]:
    """The diff of one outcome; comment lines name what no line of it shows.

    Lines of a file whose line ends are CRLF keep the CR, without which no tool would apply them.
    With ``colours``, for a terminal: moved lines have colours of their own, and control characters
    are written as escapes.
    """
    end = "\r" if b"\r\n" in outcome.after else ""
    for kind, line in _kinds(outcome):
        if not colours:
            yield line + end if kind in _OF_FILE else line
        elif kind == " ":
            yield line.translate(_ESCAPES)
        else:
            yield f"\x1b[{_COLOURS[kind]}m{line.translate(_ESCAPES)}\x1b[0m"


def with_diff(outcome: Outcome, *, colours: bool) -> Outcome:
    """The outcome with its diff in place of its content."""
    lines = tuple(diff_lines(outcome, colours=colours)) if outcome.changed else ()
    return outcome.without_content()._replace(shown=lines)


def _kinds(outcome: Outcome) -> Iterator[tuple[str, str]]:
    """The lines of the diff, each with a sign for what it is."""
    path = outcome.source.shown
    for finding in outcome.findings:
        if finding.code in INVISIBLE and finding.fixed:
            yield "#", f"# {path}: {finding.code} {finding.message}"
    old, new = _lines(outcome.before_text), _lines(outcome.after_text)
    hunks = differing(old, new)
    if not hunks:
        return
    moves = find_moves(old, new, hunks)
    tab = "\t" if " " in path else ""  # tools read a name up to a blank, or else to a tab
    yield "=", f"--- {path}{tab}"
    yield "=", f"+++ {path}{tab}"
    for group in _groups(hunks):
        yield from _group(group, old, new, moves)


def _groups(hunks: Iterable[Hunk]) -> Iterator[list[Hunk]]:
    """Hunks whose context meets, together."""
    group: list[Hunk] = []
    for hunk in hunks:
        if group and hunk.i - group[-1].j > 2 * _CONTEXT:
            yield group
            group = []
        group.append(hunk)
    if group:
        yield group


def _group(
    group: list[Hunk], old: Sequence[str], new: Sequence[str], moves: Moves
) -> Iterator[tuple[str, str]]:
    first, last = group[0], group[-1]
    before = min(_CONTEXT, first.i)
    behind = min(_CONTEXT, len(old) - last.j)
    i, j, k, m = first.i - before, last.j + behind, first.k - before, last.m + behind
    where = _where(group, moves)
    yield "@", f"@@ -{_range(i, j)} +{_range(k, m)} @@{where and ' '}{where}"
    at = i
    for hunk in group:
        yield from ((" ", f" {line}") for line in old[at : hunk.i])
        for n in range(hunk.i, hunk.j):
            yield "<" if n in moves.gone else "-", f"-{old[n]}"
        for n in range(hunk.k, hunk.m):
            yield ">" if n in moves.came else "+", f"+{new[n]}"
        at = hunk.j
    yield from ((" ", f" {line}") for line in old[at:j])


def _where(group: list[Hunk], moves: Moves) -> str:
    """Where the moved lines of a group went, or came from."""
    gone = [moves.gone[n] for hunk in group for n in range(hunk.i, hunk.j) if n in moves.gone]
    came = [moves.came[n] for hunk in group for n in range(hunk.k, hunk.m) if n in moves.came]
    return ", ".join(
        f"moved {way} {lines_named(first + 1, last + 1)}"
        for way, places in (("to", gone), ("from", came))
        for first, last in _stretches(places)
    )


def _stretches(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Numbers that follow one another, as their first and last."""
    first = last = -2
    for number in numbers:
        if number != last + 1:
            if last >= 0:
                yield first, last
            first = number
        last = number
    if last >= 0:
        yield first, last


def _range(start: int, stop: int) -> str:
    """A range of lines as a hunk's head has it: from 1, an empty one by the line before it."""
    length = stop - start
    if length == 1:
        return f"{start + 1}"
    return f"{start + 1 if length else start},{length}"


def _lines(text: str) -> list[str]:
    """Lines parted at line feeds alone; other separators are part of a line here."""
    return text.split("\n")[:-1] if text.endswith("\n") else text.split("\n")
