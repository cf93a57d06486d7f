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
_FEW_WORDS = 5
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
    characters: frozenset[str] = frozenset()
    """The characters of the text."""

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
    in_broken_word: bool
    """Other sequences of its word were repaired."""

    @property
    def source(self) -> str:
        """The characters that stand there."""
        return self.line[self.start : self.end]

    @property
    def before(self) -> str:
        """The character in front of it."""
        return self.line[max(0, self.start - 1) : self.start]

    @property
    def after(self) -> str:
        """The character behind it."""
        return self.line[self.end : self.end + 1]

    def fits(self) -> bool:
        """Whether the repair is likely, and the run no part of a longer word as it stands."""
        if not judge.fits(self.repaired, self.before):
            return False
        ends = ((self.before, self.source[0]), (self.source[-1], self.after))
        return not any(judge.are_one_word(left, right) for left, right in ends)


def is_strong(run: Run, codec: Codec, evidence: Evidence) -> bool:  # noqa: ARG001
    """Whether a run cannot be sound, whatever else the text holds."""
    if _is_garbled(run) or judge.is_capital_and_mark(run.line, run.start, run.end):
        return False
    brought = judge.scripts(run.repaired) - run.native - evidence.scripts
    if brought and len(run.repaired) < MANY and not "α" <= run.repaired <= "ω":
        return False  # a lone sequence among sound words is not read into another script
    is_known = evidence.characters.issuperset(run.repaired)
    return (
        judge.is_bad(run.source, 0, len(run.source))
        or (is_known and judge.is_bad(run.line, run.start, run.end))
        or judge.is_odd(run.line, run.start, run.end)
        or ((is_known or _is_prose(run)) and judge.is_in_word(run.line, run.start, run.end))
        or (not brought and (_is_alien(run) or _is_long(run) or _is_native(run)))
    )


def is_weak(run: Run, codec: Codec, evidence: Evidence) -> bool:
    """Whether the text holds enough of the codec to read a run that could be sound."""
    needed = MANY if judge.is_capital_and_mark(run.line, run.start, run.end) else SOME
    if run.complete or run.in_broken_word:
        needed = 1
    known = evidence.of(codec)
    if known < needed or (known < MANY and _is_garbled(run)):
        return False
    return judge.scripts(run.repaired) <= run.native | evidence.scripts


def _is_garbled(run: Run) -> bool:
    """Whether a symbol before it belongs to something that no codec explains."""
    return run.before > "\x7f" and not run.before.isalnum() and run.before not in _APART


def _is_alien(run: Run) -> bool:
    """Whether it is what cp1251 makes of à to ÿ, as a word in a line of Latin letters."""
    if any(c > "\x7f" and c.isalpha() for c in run.before + run.after):
        return False
    return run.source[0] == "Г" and "à" <= run.repaired <= "ÿ" and not run.native


def _is_prose(run: Run) -> bool:
    """Whether its line is more than a name or a title, which may be written in any way."""
    return len(run.line.split(maxsplit=_FEW_WORDS)) > _FEW_WORDS


def _is_native(run: Run) -> bool:
    """Whether letters of another script spell one of the script that the line is in."""
    brought = judge.scripts(run.repaired)
    return bool(brought) and run.source[0].isalpha() and not judge.scripts(run.source) & run.native


def _is_long(run: Run) -> bool:
    """Whether it is a word, in letters of the line's other words that are not of Latin."""
    return len(run.source) >= 2 * MANY and bool(judge.scripts(run.repaired))
