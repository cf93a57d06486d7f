"""What a text shows of its codec, and whether a run of sequences is to be read by it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from scrubber.mojibake import judge

if TYPE_CHECKING:
    from scrubber.mojibake.codecs import Codec

MANY = 3
"""Sequences that make a line, or a text, evidence of its own."""
SOME = 2
_APART = "“”‘’„‚«»‹›–—…\xa0\ufffd"


def count_beyond_ascii(text: str) -> int:
    """How many characters are beyond ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))


@dataclass(slots=True)
class Evidence:
    """What the broken lines of a text say of it."""

    sequences: dict[str, int] = field(default_factory=dict)
    """How many sequences of each codec family were repaired."""
    scripts: set[int] = field(default_factory=set)
    """The scripts that the repairs brought."""

    def add(self, codec: Codec, repaired: str) -> None:
        """Count what a repair brought."""
        count = count_beyond_ascii(repaired)
        self.sequences[codec.family] = self.sequences.get(codec.family, 0) + count
        self.scripts |= judge.scripts(repaired)

    def of(self, codec: Codec) -> int:
        """How many sequences speak for ``codec``."""
        return self.sequences.get(codec.family, 0)


class Run(NamedTuple):
    """Sequences of one codec in a row, in a line that is not broken as a whole."""

    line: str
    start: int
    end: int
    repaired: str
    native: set[int]
    """Scripts of the rest of the line."""
    complete: bool
    """The codec explains all of the line, but for lost bytes."""

    @property
    def source(self) -> str:
        """The characters that stand there."""
        return self.line[self.start : self.end]


def is_strong(run: Run, codec: Codec, evidence: Evidence) -> bool:  # noqa: ARG001
    """Whether a run cannot be sound, whatever else the text holds."""
    if _is_garbled(run) or judge.is_capital_and_mark(run.line, run.start, run.end):
        return False
    brought = judge.scripts(run.repaired) - run.native - evidence.scripts
    if brought and len(run.repaired) < SOME and not "α" <= run.repaired <= "ω":
        return False  # one sequence among sound words, read into another script
    return (
        judge.is_bad(run.source, 0, len(run.source))
        or judge.is_odd(run.line, run.start, run.end)
        or (not brought and _is_alien(run))
    )


def is_weak(run: Run, codec: Codec, evidence: Evidence) -> bool:
    """Whether the text holds enough of the codec to read a run that could be sound."""
    needed = MANY if judge.is_capital_and_mark(run.line, run.start, run.end) else SOME
    if run.complete:
        needed = 1
    known = evidence.of(codec)
    if known < needed or (known < MANY and _is_garbled(run)):
        return False
    return judge.scripts(run.repaired) <= run.native | evidence.scripts


def _is_garbled(run: Run) -> bool:
    """Whether a symbol before it belongs to something that no codec explains."""
    before = run.line[run.start - 1 : run.start]
    return before > "\x7f" and not before.isalnum() and before not in _APART


def _is_alien(run: Run) -> bool:
    """Whether it is a word of another alphabet in a line of Latin letters."""
    around = run.line[max(0, run.start - 1) : run.start] + run.line[run.end : run.end + 1]
    if any(c > "\x7f" and c.isalpha() for c in around):
        return False
    return "Ѐ" <= run.source[0] <= "ӿ" and not run.native
