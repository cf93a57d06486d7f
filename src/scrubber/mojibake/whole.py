"""Texts and lines that one codec misread from end to end: the text in, its repairs out."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from scrubber.model import Replace
from scrubber.mojibake import judge
from scrubber.mojibake.alphabets import least_strange
from scrubber.mojibake.codecs import all_codecs
from scrubber.mojibake.evidence import MANY, SOME, count_beyond_ascii
from scrubber.mojibake.holes import restore_blanks
from scrubber.mojibake.plan import Undo
from scrubber.mojibake.skip import beginning_beyond_ascii
from scrubber.mojibake.suspect import is_suspect

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from scrubber.mojibake.codecs import Codec
    from scrubber.mojibake.evidence import Evidence
    from scrubber.mojibake.plan import Step

_DEPTH = 4
"""How often a text may have been misread."""


@dataclass(slots=True)
class Line:
    """A line of a text, and what is to be done about it. Offsets are those of the text."""

    start: int
    text: str
    edits: list[Replace] = field(default_factory=list)
    plan: tuple[Step, ...] = ()
    """What undoes the misreadings, in turn."""


def repair_text(text: str) -> list[Line]:
    """The lines of a text that one codec explains from end to end; none where none does."""
    found: dict[str, tuple[str, ...]] = {}
    for codec in all_codecs():
        repaired = codec.undo(text)
        if repaired is None or repaired in found:
            continue
        repaired, chain = unwrap(repaired, codec)
        if _is_sound(repaired) and judge.is_broken(text):
            found.setdefault(repaired, chain)
    if not found:
        return []
    repaired = least_strange(found)
    return list(_lines(text, repaired, found[repaired]))


def _is_sound(repaired: str) -> bool:
    """Whether a whole text that was undone became one that needs no second look."""
    return (
        count_beyond_ascii(repaired) >= MANY
        and judge.fits(repaired)
        and not judge.is_mixed(repaired)
        and all(count >= MANY for count in judge.count_scripts(repaired).values())
    )


def _lines(text: str, repaired: str, chain: tuple[str, ...]) -> Iterator[Line]:
    plan = tuple(map(Undo, chain))
    line: Line | None = None
    end = -1
    for edit in _edits(text, repaired, 0):
        if line is None or edit.start > end:
            if line:
                yield line
            end = line_end(text, edit.start)
            line = line_of(text, edit.start, end)
            line.plan = plan
        line.edits.append(edit)
    if line:
        yield line


def repair_line(line: Line, evidence: Evidence) -> None:
    """Repair a line that one codec explains from end to end."""
    characters = frozenset(line.text)
    found: dict[str, tuple[str, tuple[str, ...], Codec]] = {}
    for codec in sorted(all_codecs(), key=evidence.of, reverse=True):
        if not codec.can_write(characters):
            continue
        source, repaired = _undo_whole(line.text, codec)
        if repaired is None or repaired in found:
            continue
        repaired, chain = unwrap(repaired, codec)
        if _is_whole(line.text, repaired, codec, evidence):
            found.setdefault(repaired, (source, chain, codec))
    if found:
        repaired = least_strange(found)
        source, chain, codec = found[repaired]
        line.edits = list(_edits(source, repaired, line.start))
        line.plan = tuple(map(Undo, chain))
        evidence.add(codec, repaired)


@cache
def _beyond_ascii() -> re.Pattern[str]:
    """Runs of characters beyond ASCII, with the little that stands between words."""
    return beginning_beyond_ascii(r"[^\x00-\x7f]++(?:[ ,.-]{1,2}+[^\x00-\x7f]++)*+")


def _edits(source: str, repaired: str, offset: int) -> Iterator[Replace]:
    """Edits that make ``repaired`` of ``source``: what is ASCII stands in both, in its place."""
    runs = _beyond_ascii().finditer(source)
    results = _beyond_ascii().findall(repaired)
    for run, result in zip(runs, results, strict=True):
        yield Replace(offset + run.start(), offset + run.end(), result)


def _undo_whole(text: str, codec: Codec) -> tuple[str, str | None]:
    """A line with the bytes it lost as no-break spaces, and what it was."""
    repaired = codec.undo(text)
    if repaired is None and codec.has_nbsp:
        restored = restore_blanks(codec, text)
        if restored != text:
            return restored, codec.undo(restored)
    return text, repaired


def unwrap(text: str, codec: Codec) -> tuple[str, tuple[str, ...]]:
    """Undo further misreadings of a text that ``codec`` misread, where there were more."""
    chain: tuple[str, ...] = (codec.name,)
    while len(chain) < _DEPTH and is_suspect(text) and judge.is_broken(text):
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
    count = count_beyond_ascii(repaired)
    enough = count >= (SOME if evidence.of(codec) >= MANY else MANY)
    if not judge.is_broken(line):
        return enough and judge.fits(repaired) and judge.count_unnatural(line, count) >= SOME
    if enough:
        return judge.reads_well(repaired, count)
    if not judge.fits(repaired):
        return False
    if not judge.scripts(repaired):
        return True
    return not judge.has_sound_words(line) and not judge.is_mixed(repaired)


def line_of(text: str, start: int, end: int) -> Line:
    """The line that ends at ``end`` and holds ``start``."""
    start = text.rfind("\n", 0, start) + 1
    return Line(start, text[start:end])


def line_end(text: str, at: int) -> int:
    """Where the line that holds ``at`` ends."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end
