"""Blocks that repeat earlier ones word for word: a document in, runs of equal blocks out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from scrubber.blocks.forms import Form, forms_of
from scrubber.blocks.shape import count_units
from scrubber.similarity.words import QUOTES, normalised

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.model import Document

ALONE = 20
"""Words a block needs to be a copy without its neighbours."""
IN_RUN = 25
"""Words of running prose a run of blocks needs."""
UNDER_HEADING = 12
"""Words a bio needs under its own heading."""
_MOST_PLACES = 8
_FAR = 100
"""Blocks of a run that may stand before the prose that makes it a copy."""


class Run(NamedTuple):
    """``length`` blocks from ``start`` that repeat others which stand before and stay."""

    start: int
    length: int
    kept: tuple[int, ...]
    """The block that stays for each of the run."""


def repeated_runs(document: Document) -> tuple[Run, ...]:
    """Runs that repeat earlier blocks and are copies by themselves, in order, disjoint."""
    if "repeated runs" not in document.memo:
        document.memo["repeated runs"] = () if _all_differ(document) else tuple(_runs(document))
    found: tuple[Run, ...] = document.memo["repeated runs"]
    return found


def _runs(document: Document) -> Iterator[Run]:
    texts = [document.text_of(index) for index in range(len(document.blocks))]
    keys = [normalised(text) for text in texts]
    forms = forms_of(texts)
    units = [count_units(text) for text in texts]
    reach = _reach(forms, units)
    places: dict[str, list[int]] = defaultdict(list)
    stays: dict[int, int] = {}
    at = 0
    while at < len(keys):
        first, length = _longest(keys, places[keys[at]], at) if reach[at] else (0, 0)
        if any(document.blocks[at + n].opaque for n in range(length)):
            length = 0
        length = _copy_within(forms[at : at + length], units[at : at + length])
        if not length:
            places[keys[at]].append(at)
            at += 1
            continue
        kept = tuple(stays.get(first + n, first + n) for n in range(length))
        stays.update(zip(range(at, at + length), kept, strict=True))
        yield Run(at, length, kept)
        at += length


def _all_differ(document: Document) -> bool:
    """Whether no two blocks begin alike: a cheap look that spares most texts the rest."""
    text = document.text
    heads: dict[str, list[int]] = {}
    for block in document.blocks:
        head = text[block.start : block.start + 12].lstrip(QUOTES)[:4]
        heads.setdefault(head.casefold(), []).append(block.start)
    return not any(
        len({normalised(text[at : at + 80])[:60] for at in starts}) < len(starts)
        for starts in heads.values()
        if len(starts) > 1
    )


def _reach(forms: Sequence[Form], units: Sequence[int]) -> list[bool]:
    """Whether prose that can make a copy stands within reach of each block.

    Without it no run from there is a copy, and a text of many short equal lines costs no time.
    """
    reach: list[bool] = []
    distance = _FAR
    for place in range(len(forms) - 1, -1, -1):
        distance += 1
        if forms[place] is Form.PROSE and units[place] >= UNDER_HEADING:
            headed = place > 0 and forms[place - 1] is Form.LINE
            distance = 0 if headed or units[place] >= ALONE else distance
        reach.append(distance < _FAR)
    return reach[::-1]


def _longest(keys: Sequence[str], places: Sequence[int], at: int) -> tuple[int, int]:
    """Where the longest run of blocks from ``at`` stood before, and its length; 0 for none."""
    best = (0, 0)
    for first in (*places[: _MOST_PLACES // 2], *places[-_MOST_PLACES // 2 :]):
        length = 1
        while (
            first + length < at
            and at + length < len(keys)
            and keys[first + length] == keys[at + length]
        ):
            length += 1
        if length > best[1]:
            best = (first, length)
    return best


def _copy_within(forms: Sequence[Form], units: Sequence[int]) -> int:
    """How many blocks of a run go: all if its prose makes it a copy, the first if that is one."""
    prose = [n for n, form in enumerate(forms) if form is Form.PROSE]
    if len(forms) > 1:
        alone = any(units[n] >= ALONE for n in prose)
        bio = any(n and forms[n - 1] is Form.LINE and units[n] >= UNDER_HEADING for n in prose)
        if (alone and sum(units[n] for n in prose) >= IN_RUN) or bio:
            return len(forms)
    return int(bool(forms) and 0 in prose and units[0] >= ALONE)
