"""Mojibake in a text: the text in, for each broken line its repairs out.

The whole text is the evidence. A line that is UTF-8 misread by one codec from end to end speaks
for that codec; in a line of sound and broken text the sequences that cannot be sound are repaired,
and others where the text holds more of their codec.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from scrubber.edits import applied
from scrubber.model import Replace
from scrubber.mojibake.about import is_about_mojibake
from scrubber.mojibake.alphabets import strangeness
from scrubber.mojibake.chain import chained
from scrubber.mojibake.evidence import Evidence, Run, is_strong, is_weak
from scrubber.mojibake.fill import fill_holes
from scrubber.mojibake.plan import Undo, words
from scrubber.mojibake.runs import readings_of
from scrubber.mojibake.suspect import is_suspect, pairs
from scrubber.mojibake.whole import Line, line_end, line_of, repair_line, repair_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    from scrubber.model import Span
    from scrubber.mojibake.alphabets import Strangeness
    from scrubber.mojibake.codecs import Codec
    from scrubber.mojibake.runs import Known, Reading

    Accepts: TypeAlias = Callable[[Run, Codec, Evidence], bool]

_PASSES = 8
_LONGEST_WORD = 64


def find_repairs(text: str) -> list[Line]:
    """The broken lines of ``text``, in their order, with the edits that repair each.

    One repair can uncover another: the text is looked at until it is sound. One that is not
    suspect (see ``is_suspect``) has none.
    """
    lines = _look(text)
    for _ in range(_PASSES):
        if not lines:
            break
        repaired = applied(text, [edit for line in lines for edit in line.edits])
        more = _look(repaired) if is_suspect(repaired) else []
        if not more:
            break
        lines = chained(text, repaired, lines, more)
    return lines


def undo_file(text: str) -> tuple[str, tuple[str, ...]]:
    """A suspect text that one codec misread from end to end as it was, and what undid it.

    Any other text comes back as it is, without steps.
    """
    lines = repair_text(text)
    if not lines or is_about_mojibake(text, lines):
        return text, ()
    repaired = applied(text, [edit for line in lines for edit in line.edits])
    return repaired, words(lines[0].plan)


def _look(text: str) -> list[Line]:
    lines = repair_text(text) or _repair_lines(text)
    return [] if is_about_mojibake(text, lines) else lines


def _repair_lines(text: str) -> list[Line]:
    lines = list(_suspect_lines(text))
    evidence = Evidence(characters=frozenset(text))
    mixed = lines
    for _ in range(2):  # what one line shows, another one before it may need
        for line in mixed:
            repair_line(line, evidence)
        mixed = [line for line in lines if not line.edits]
        if not evidence.sequences:
            break
    known: Known = {}
    readings = [readings_of(line.text, known) for line in mixed]
    for line, read in zip(mixed, readings, strict=True):
        _repair_sequences(line, read, evidence, is_strong)
    for _ in range(2):  # what is filled in is evidence, too
        if evidence.sequences:
            for line, read in zip(mixed, readings, strict=True):
                _repair_sequences(line, read, evidence, is_weak)
        if not fill_holes(text, lines, evidence):
            break
    return [line for line in lines if line.edits]


def _suspect_lines(text: str) -> Iterator[Line]:
    at = 0
    while match := pairs().search(text, at):
        at = line_end(text, match.end())
        yield line_of(text, match.start(), at)


def _repair_sequences(
    line: Line, readings: list[Reading], evidence: Evidence, accepts: Accepts
) -> None:
    """Repair those sequences of ``line`` that ``accepts`` takes, of the likeliest codec first."""
    for codec, _, sequences, complete, native in _ranked(line.text, readings, evidence):
        taken = sorted((edit.start - line.start, edit.end - line.start) for edit in line.edits)
        for start, end, repaired, chain, *_ in sequences:
            before = bisect_left(taken, (end, 0)) - 1
            if before >= 0 and taken[before][1] > start:
                continue
            broken = _holds_one(line.text, start, end, taken[max(0, before) : before + 2])
            run = Run(line.text, start, end, repaired, native, complete, broken)
            if run.fits() and accepts(run, codec, evidence):
                line.edits.append(Replace(line.start + start, line.start + end, repaired))
                line.plan = line.plan or tuple(map(Undo, chain))
                evidence.add(codec, repaired)
    line.edits.sort(key=lambda edit: edit.start)


def _ranked(text: str, readings: list[Reading], evidence: Evidence) -> list[Reading]:
    """The readings of a line, the likeliest first."""
    if len(readings) < 2:
        return readings

    def unlikeliness(reading: Reading) -> tuple[int, int, Strangeness]:
        edits = [Replace(each.start, each.end, each.repaired) for each in reading.sequences]
        strange = strangeness(applied(text, edits))
        return -reading.covered, -evidence.of(reading.codec), strange

    return sorted(readings, key=unlikeliness)


def _holds_one(text: str, start: int, end: int, taken: list[Span]) -> bool:
    """Whether the word around ``[start, end)`` holds one of the repairs beside it."""
    return any(
        " " not in text[min(end, to) : max(start, at)] and abs(at - start) < _LONGEST_WORD
        for at, to in taken
    )
