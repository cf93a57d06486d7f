"""Lost bytes filled in: the lines of a text with their repairs in, more repairs in them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.edits import applied
from scrubber.model import Replace
from scrubber.mojibake import judge
from scrubber.mojibake.codecs import all_codecs
from scrubber.mojibake.holes import Surroundings, find_holes
from scrubber.mojibake.plan import Fill, Undo
from scrubber.mojibake.whole import Line, line_end, line_of
from scrubber.offsets import map_of_replacements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.mojibake.codecs import Codec
    from scrubber.mojibake.evidence import Evidence
    from scrubber.mojibake.holes import Hole
    from scrubber.offsets import OffsetMap


def fill_holes(text: str, lines: list[Line], evidence: Evidence) -> bool:
    """Repair what lost a byte, where whole sequences of its codec stand in the text.

    Adds to ``lines``, also new ones, and to ``evidence``; tells whether it did.
    """
    edits = [edit for line in lines for edit in line.edits]
    around = Surroundings(applied(text, edits))
    places = map_of_replacements(edits)
    by_start = {line.start: line for line in lines}
    starts, ends = {edit.start for edit in edits}, {edit.end for edit in edits}
    filled = False
    line: Line | None = None
    for codec, hole in _holes(around, evidence):
        source = _source_of(hole, places)
        if source is None or (
            source not in ends
            and judge.scripts(text[source]) & around.scripts_of_words
            and _is_letter(text, source, hole, follows=source + hole.end - hole.start in starts)
        ):
            continue
        if line is None or not line.start <= source < line.start + len(line.text):
            found = line_of(text, source, line_end(text, source))
            line = by_start.setdefault(found.start, found)
        end = source + hole.end - hole.start
        line.edits.append(Replace(source, end, hole.character))
        step = Fill(text[source:end], hole.sequence)
        if step not in line.plan:
            line.plan = (step, *(line.plan or (Undo(codec.name),)))
        evidence.add(codec, hole.character)
        filled = True
    lines[:] = sorted(by_start.values(), key=lambda line: line.start)
    for each in lines:
        each.edits = _disjoint(each.edits)
    return filled


def _holes(around: Surroundings, evidence: Evidence) -> Iterator[tuple[Codec, Hole]]:
    for codec in all_codecs():
        if codec.family == codec.name:
            for hole in find_holes(codec, around, alone=not evidence.of(codec)):
                yield codec, hole


def _source_of(hole: Hole, places: OffsetMap) -> int | None:
    """Where the hole stands in the text; None where a repair brought one of its characters."""
    source = places.to_input(hole.start)
    last = hole.end - 1
    return source if places.to_input(last) == source + last - hole.start else None


def _is_letter(text: str, source: int, hole: Hole, *, follows: bool) -> bool:
    """Whether the lead of a hole behind no repair is a sound letter: ``я``, ``В``, that of ``суп``.

    ``follows``: a repair is right behind the hole.
    """
    before = text[max(0, source - 1) : source]
    return not follows or hole.character.isspace() or judge.are_one_word(before, text[source])


def _disjoint(edits: list[Replace]) -> list[Replace]:
    """The edits in order, less those that overlap one before: a byte is lost once."""
    kept: list[Replace] = []
    for edit in sorted(edits, key=lambda edit: edit.start):
        if not kept or kept[-1].end <= edit.start:
            kept.append(edit)
    return kept
