"""The sequences of UTF-8 in a line, by codec: a line in, what each codec makes of it out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from scrubber.mojibake import judge
from scrubber.mojibake.codecs import all_codecs
from scrubber.mojibake.evidence import MANY, count_beyond_ascii
from scrubber.mojibake.holes import holed
from scrubber.mojibake.suspect import pairs
from scrubber.mojibake.whole import unwrap

if TYPE_CHECKING:
    from scrubber.mojibake.codecs import Codec


class Sequences(NamedTuple):
    """Sequences of one codec in a row."""

    start: int
    end: int
    repaired: str
    chain: tuple[str, ...]
    """The codecs that misread them, in turn."""
    fits: bool
    """Whether the first codec alone brings likely characters."""
    symbols: int


class Reading(NamedTuple):
    """What one codec makes of a line."""

    codec: Codec
    covered: int
    """How many characters are of its sequences."""
    sequences: list[Sequences]
    complete: bool
    """They are all that is beyond ASCII, but for lost bytes."""
    native: set[int]
    """Scripts of the rest of the line."""


Known: TypeAlias = "dict[str, list[tuple[Codec, Sequences]]]"
"""The sequences of stretches beyond ASCII that were looked at."""


def readings_of(text: str, known: Known) -> list[Reading]:
    """What each codec makes of ``text``, in the order of codecs. Adds to ``known``.

    One does not explain the line if it reads most of them as what no text holds, or leaves most
    symbols unexplained: garble is not made worse.
    """
    found = _sequences_by_codec(text, known)
    beyond = count_beyond_ascii(text) if found else 0
    symbols = judge.count_symbols(text) if found else 0
    readings = []
    for codec, sequences in found.items():
        covered = unfit = explained = 0
        for each in sequences:
            covered += each.end - each.start
            unfit += 0 if each.fits else each.end - each.start
            explained += each.symbols
        if 2 * unfit >= covered or 2 * explained < symbols:
            continue
        complete = len(sequences) >= MANY and (beyond - covered <= len(holed(codec).findall(text)))
        native = judge.scripts(_rest(text, sequences))
        readings.append(Reading(codec, covered, sequences, complete, native))
    return readings


@cache
def _stretches() -> re.Pattern[str]:
    return re.compile(r"[^\x00-\x7f]{2,}+")


def _sequences_by_codec(text: str, known: Known) -> dict[Codec, list[Sequences]]:
    """The sequences of ``text``; they are looked for once in each different stretch."""
    found: dict[Codec, list[Sequences]] = {codec: [] for codec in all_codecs()}
    for match in _stretches().finditer(text):
        stretch, at = match.group(), match.start()
        if stretch not in known:
            known[stretch] = _sequences(stretch) if pairs().search(stretch) else []
        for codec, (start, end, repaired, chain, fits, symbols) in known[stretch]:
            moved = Sequences(at + start, at + end, repaired, chain, fits, symbols)
            found[codec].append(moved)
    return {codec: sequences for codec, sequences in found.items() if sequences}


def _sequences(stretch: str) -> list[tuple[Codec, Sequences]]:
    found = []
    for codec in all_codecs():
        for run in codec.runs.finditer(stretch):
            source = run.group()
            first = codec.undo(source) or ""
            fits, symbols = judge.fits(first), judge.count_symbols(source)
            found.append((codec, Sequences(*run.span(), *unwrap(first, codec), fits, symbols)))
    return found


def _rest(text: str, sequences: list[Sequences]) -> str:
    """The line without ``sequences``."""
    edges = [0, *(at for each in sequences for at in (each.start, each.end)), len(text)]
    return " ".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
