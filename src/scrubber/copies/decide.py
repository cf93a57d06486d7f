"""A document in, its copies out: which blocks go, and which stay for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrubber.copies.apart import Sections
from scrubber.copies.matches import Matches
from scrubber.copies.place import Copy, with_moves
from scrubber.copies.runs import Run, RunFinder
from scrubber.copies.survey import Survey
from scrubber.says import says

if TYPE_CHECKING:
    from collections.abc import Collection

    from scrubber.model import Document
    from scrubber.similarity.compare import Difference


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
    """The copies of a document, in its order."""
    survey = Survey(document)
    matches = Matches(survey)
    finder = RunFinder(survey, matches)
    runs = finder.find()
    _give_up_unproven(survey, runs, finder.gone)
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


def _final(index: int, gone: dict[int, int]) -> int:
    while index in gone:
        index = gone[index]
    return index


def _give_up_unproven(survey: Survey, runs: list[Run], gone: dict[int, int]) -> None:
    """Leave out runs with a block that the proof would miss: only a copy of its copy says it."""
    while True:
        failed = [run for run in runs if not all(_is_said(survey, *p, gone) for p in run.pairs())]
        if not failed:
            return
        _give_up(failed, runs, gone)


def _is_said(survey: Survey, dropped: int, kept: int, gone: dict[int, int]) -> bool:
    said, saying = survey.texts[dropped], survey.texts[_final(kept, gone)]
    return said == saying or says(saying, said)


def _copy_of(run: Run, matches: Matches, gone: dict[int, int]) -> Copy:
    pairs = run.pairs()
    found = (matches.relation(min(pair), max(pair)) for pair in pairs)
    return Copy(
        tuple(dropped for dropped, _ in pairs),
        tuple(_final(kept, gone) for _, kept in pairs),
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
