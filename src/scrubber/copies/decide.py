"""A document in, its copies out: which blocks go, and which stay for them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from scrubber.copies.apart import Sections
from scrubber.copies.matches import Matches
from scrubber.copies.place import Copy, with_moves
from scrubber.copies.runs import Run, RunFinder
from scrubber.copies.survey import Survey
from scrubber.says import says

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from scrubber.model import Document
    from scrubber.similarity.compare import Difference

_MOST_LOOKS = 30


class NearCopy(NamedTuple):
    """A block that nearly says what another says, while each has words of its own."""

    dropped: int
    kept: int
    difference: Difference


class Copies(NamedTuple):
    """What repeats in a document."""

    copies: tuple[Copy, ...]
    apart: tuple[Copy, ...]
    """Those that stand under a heading of their own, and may be meant."""
    near: tuple[NearCopy, ...]


def decide(document: Document) -> Copies:
    """The copies of a document, in its order, with those that show once others are gone.

    Where the same few paragraphs alternate, each that goes sets others side by side.
    """
    found = _look(document)
    for _ in range(_MOST_LOOKS):
        more = _look_again(document, found)
        if more is None:
            break
        found = more
    return found


def _look_again(document: Document, found: Copies) -> Copies | None:
    """What was found and what shows without it; None where nothing does, or something moves."""
    if not found.copies or any(copy.moves for copy in found.copies):
        return None
    gone = dict(chain.from_iterable(map(_pairs, found.copies)))
    left = [at for at in range(len(document.blocks)) if at not in gone]
    blocks = tuple(document.blocks[at] for at in left)
    more = _look(document._replace(split=lambda _: blocks))
    if not more.copies or any(copy.moves for copy in more.copies):
        return None
    copies = [*found.copies, *(_in_whole(copy, left) for copy in more.copies)]
    gone = dict(chain.from_iterable(map(_pairs, copies)))
    if not all(_is_said(document, *pair, gone) for pair in gone.items()):
        return None
    return Copies(
        tuple(sorted(copy._replace(kept=_all_final(copy.kept, gone)) for copy in copies)),
        tuple(_in_whole(copy, left) for copy in more.apart),
        tuple(
            near._replace(dropped=left[near.dropped], kept=left[near.kept]) for near in more.near
        ),
    )


def _pairs(copy: Copy) -> Iterator[tuple[int, int]]:
    return zip(copy.dropped, copy.kept, strict=True)


def _in_whole(copy: Copy, left: Sequence[int]) -> Copy:
    """A copy among the blocks ``left``, as one of all blocks."""
    dropped, kept = (tuple(left[at] for at in found) for found in (copy.dropped, copy.kept))
    return copy._replace(dropped=dropped, kept=kept)


def _look(document: Document) -> Copies:
    """The copies that show in a document as it is."""
    survey = Survey(document)
    matches = Matches(survey)
    finder = RunFinder(survey, matches)
    runs = finder.find()
    _give_up_unproven(document, runs, finder.gone)
    apart = _set_apart(survey, runs, finder.gone)
    copies = sorted(_copy_of(run, matches, finder.gone) for run in runs)
    copies = list(with_moves(survey, copies, finder.gone))
    return Copies(
        tuple(copies),
        tuple(_apart_of(apart, matches, finder.gone, copies)),
        tuple(_near(matches, {*finder.gone, *(at for run in apart for at, _ in run.pairs())})),
    )


def _apart_of(
    runs: list[Run], matches: Matches, gone: dict[int, int], copies: list[Copy]
) -> list[Copy]:
    """The runs that stand under headings of their own, but those that ``copies`` need to stay.

    Their turn comes when the copies are gone.
    """
    needed = {at for copy in copies for at in copy.kept}
    needed |= {move.before for copy in copies for move in copy.moves if move.before is not None}
    final = gone | {at: kept for run in runs for at, kept in run.pairs()}
    free = [run for run in runs if needed.isdisjoint(at for at, _ in run.pairs())]
    return sorted(_copy_of(run, matches, final) for run in free)


def _set_apart(survey: Survey, runs: list[Run], gone: dict[int, int]) -> list[Run]:
    """Take out the runs that stand under a heading of their own."""
    sections = Sections(survey)
    apart = [run for run in runs if sections.parts(run)]
    _give_up(apart, runs, gone)
    return apart


def _give_up(some: list[Run], runs: list[Run], gone: dict[int, int]) -> None:
    given_up = set(some)
    runs[:] = [run for run in runs if run not in given_up]
    for run in some:
        for dropped, _ in run.pairs():
            del gone[dropped]


def _all_final(indexes: Iterable[int], gone: dict[int, int]) -> tuple[int, ...]:
    return tuple(_final(index, gone) for index in indexes)


def _final(index: int, gone: dict[int, int]) -> int:
    while index in gone:
        index = gone[index]
    return index


def _give_up_unproven(document: Document, runs: list[Run], gone: dict[int, int]) -> None:
    """Leave out runs with a block that the proof would miss: only a copy of its copy says it."""
    while True:
        failed = [run for run in runs if not all(_is_said(document, *p, gone) for p in run.pairs())]
        if not failed:
            return
        _give_up(failed, runs, gone)


def _is_said(document: Document, dropped: int, kept: int, gone: dict[int, int]) -> bool:
    said, saying = map(document.source_of, (dropped, _final(kept, gone)))
    return said == saying or says(saying, said)


def _copy_of(run: Run, matches: Matches, gone: dict[int, int]) -> Copy:
    pairs = run.pairs()
    found = (matches.relation(min(pair), max(pair)) for pair in pairs)
    return Copy(
        tuple(dropped for dropped, _ in pairs),
        _all_final((kept for _, kept in pairs), gone),
        tuple(relation.difference for relation in found if relation is not None),
    )


def _near(matches: Matches, gone: Collection[int]) -> list[NearCopy]:
    """For each block that is left the one it nearly repeats; no chains."""
    found: dict[int, NearCopy] = {}
    for (earlier, later), difference in sorted(matches.near.items(), key=lambda item: item[0][1]):
        if earlier in gone or later in gone or earlier in found:
            continue
        if later not in found or difference.score > found[later].difference.score:
            found[later] = NearCopy(later, earlier, difference)
    return list(found.values())
