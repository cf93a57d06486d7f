"""Mojibake in a text: the text in, for each broken line its repairs out.

The whole text is the evidence. A line that is UTF-8 misread by one codec from end to end speaks
for that codec; in a line of sound and broken text the sequences that cannot be sound are repaired,
and others where the text holds more of their codec.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from scrubber.model import Replace
from scrubber.mojibake import judge
from scrubber.mojibake.about import is_about_mojibake
from scrubber.mojibake.codecs import all_codecs
from scrubber.mojibake.evidence import MANY, SOME, Evidence, Run, is_strong, is_weak
from scrubber.mojibake.holes import Surroundings, find_holes, holed, restore_blanks
from scrubber.mojibake.suspect import is_suspect, pairs
from scrubber.offsets import map_of_replacements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scrubber.mojibake.codecs import Codec

_DEPTH = 4
"""How often a text may have been misread."""


@dataclass(slots=True)
class Line:
    """A line of a text, and what is to be done about it. Offsets are those of the text."""

    start: int
    text: str
    edits: list[Replace] = field(default_factory=list)
    codecs: tuple[str, ...] = ()
    """Names of the codecs that misread it, the last one first."""
    fills: list[tuple[str, str]] = field(default_factory=list)
    """Sequences that lost a byte, as they stand and with their byte back."""


def find_repairs(text: str) -> list[Line]:
    """The broken lines of ``text``, in their order, with the edits that repair each."""
    if not is_suspect(text):
        return []
    lines = list(_suspect_lines(text))
    evidence = Evidence()
    for line in lines:
        _repair_whole(line, evidence)
    mixed = [line for line in lines if not line.edits]
    for line in mixed:
        _repair_sequences(line, evidence, is_strong)
    for _ in range(2):  # what is filled in is evidence, too
        if evidence.sequences:
            for line in mixed:
                _repair_sequences(line, evidence, is_weak)
        if not _fill_holes(text, lines, evidence):
            break
    found = [line for line in lines if line.edits]
    return [] if is_about_mojibake(text, found) else found


def _suspect_lines(text: str) -> Iterator[Line]:
    at = 0
    while match := pairs().search(text, at):
        at = _line_end(text, match.end())
        yield _line_of(text, match.start(), at)


def _line_of(text: str, start: int, end: int) -> Line:
    start = text.rfind("\n", 0, start) + 1
    return Line(start, text[start:end])


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


@cache
def _beyond_ascii() -> re.Pattern[str]:
    """Runs of characters beyond ASCII, with the little that stands between words."""
    return re.compile(r"[^\x00-\x7f]++(?:[ ,.-]{1,2}+[^\x00-\x7f]++)*+")


def _repair_whole(line: Line, evidence: Evidence) -> None:
    """Repair a line that one codec explains from end to end."""
    for codec in sorted(all_codecs(), key=evidence.of, reverse=True):
        source, repaired = _undo_whole(line.text, codec)
        if repaired is None:
            continue
        repaired, chain = _unwrap(repaired, codec)
        if _is_whole(line.text, repaired, codec, evidence):
            sources = _beyond_ascii().finditer(source)
            results = _beyond_ascii().finditer(repaired)
            line.edits = [
                Replace(line.start + run.start(), line.start + run.end(), result.group())
                for run, result in zip(sources, results, strict=True)
            ]
            line.codecs = chain
            evidence.add(codec, repaired)
            return


def _undo_whole(text: str, codec: Codec) -> tuple[str, str | None]:
    """A line with the bytes it lost as no-break spaces, and what it was."""
    repaired = codec.undo(text)
    if repaired is None and codec.has_nbsp and codec.to_bytes(text) is not None:
        restored = restore_blanks(codec, text)
        if restored != text:
            return restored, codec.undo(restored)
    return text, repaired


def _unwrap(text: str, codec: Codec) -> tuple[str, tuple[str, ...]]:
    """Undo further misreadings of a text that was misread more than once."""
    chain: tuple[str, ...] = (codec.name,)
    while len(chain) < _DEPTH and not text.isascii() and judge.is_broken(text):
        for inner in all_codecs():
            again = inner.undo(text)
            if again is not None and judge.reads_well(again, len(again)):
                text, chain = again, (*chain, inner.name)
                break
        else:
            break
    return text, chain


def _is_whole(line: str, repaired: str, codec: Codec, evidence: Evidence) -> bool:
    """Whether the round trip of a whole line is more than chance."""
    if not judge.is_broken(line):
        return False
    count = sum(c > "\x7f" for c in repaired)
    if count >= (SOME if evidence.of(codec) >= MANY else MANY):
        return judge.reads_well(repaired, count)
    if not judge.fits(repaired):
        return False
    return not judge.scripts(repaired) or not judge.has_sound_words(line)


def _repair_sequences(
    line: Line, evidence: Evidence, accepts: Callable[[Run, Codec, Evidence], bool]
) -> None:
    """Repair those runs of ``line`` that ``accepts`` takes, of the likeliest codec first."""
    for codec, runs, complete in _runs_by_codec(line.text, evidence):
        native = judge.scripts(codec.runs.sub(" ", line.text))
        taken = sorted((edit.start - line.start, edit.end - line.start) for edit in line.edits)
        for match, repaired in runs:
            start, end = match.span()
            before = bisect_left(taken, (end, 0)) - 1
            if before >= 0 and taken[before][1] > start:
                continue
            repaired, chain = _unwrap(repaired, codec)
            run = Run(line.text, start, end, repaired, native, complete)
            if judge.fits(repaired) and accepts(run, codec, evidence):
                line.edits.append(Replace(line.start + start, line.start + end, repaired))
                line.codecs = line.codecs or chain
                evidence.add(codec, repaired)
    line.edits.sort(key=lambda edit: edit.start)


def _runs_by_codec(
    text: str, evidence: Evidence
) -> list[tuple[Codec, list[tuple[re.Match[str], str]], bool]]:
    """The runs of each codec, what they were, and whether they are all that is beyond ASCII.

    The codec that explains the most comes first. One does not explain the line if it reads most
    runs as what no text holds, or leaves most symbols unexplained: garble is not made worse.
    """
    beyond = sum(c > "\x7f" for c in text)
    symbols = judge.count_symbols(text)
    found = []
    for codec in all_codecs():
        runs = [(run, codec.undo(run.group()) or "") for run in codec.runs.finditer(text)]
        if not runs:
            continue
        covered = "".join(run.group() for run, _ in runs)
        unfit = sum(not judge.fits(repaired) for _, repaired in runs)
        if 2 * unfit < len(runs) and 2 * judge.count_symbols(covered) >= symbols:
            rest = beyond - len(covered)
            complete = rest <= len(holed(codec).findall(text)) and len(runs) >= MANY
            found.append((len(covered), evidence.of(codec), codec, runs, complete))
    found.sort(key=lambda item: item[:2], reverse=True)
    return [item[2:] for item in found]


def _fill_holes(text: str, lines: list[Line], evidence: Evidence) -> bool:
    """Repair what lost a byte, where whole sequences of its codec stand in the text."""
    filled = False
    edits = [edit for line in lines for edit in line.edits]
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.start], edit.text)
        at = edit.end
    around = Surroundings("".join(parts) + text[at:])
    places = map_of_replacements(edits)
    by_start = {line.start: line for line in lines}
    for codec in all_codecs():
        if codec.family != codec.name:
            continue
        for hole in find_holes(codec, around, alone=not evidence.of(codec)):
            length = hole.end - hole.start
            source = places.to_input(hole.start)
            if places.to_input(hole.end - 1) != source + length - 1:
                continue  # a sequence of characters that another repair brought is none
            found = _line_of(text, source, _line_end(text, source))
            line = by_start.setdefault(found.start, found)
            line.edits.append(Replace(source, source + length, hole.character))
            evidence.add(codec, hole.character)
            filled = True
            line.fills.append((text[source : source + length], hole.sequence))
            line.codecs = line.codecs or (codec.name,)
    lines[:] = sorted(by_start.values(), key=lambda line: line.start)
    for line in lines:
        line.edits = _disjoint(line.edits)
    return filled


def _disjoint(edits: list[Replace]) -> list[Replace]:
    """The edits in order, less those that overlap one before: a byte is lost once."""
    kept: list[Replace] = []
    for edit in sorted(edits, key=lambda edit: edit.start):
        if not kept or kept[-1].end <= edit.start:
            kept.append(edit)
    return kept
