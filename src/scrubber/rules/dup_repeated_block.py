r"""A paragraph that says again what another says.

What it does:
    Removes a paragraph of twenty words or more when the one that stays says all that it says: its
    words stand there in their order, white space, quotation marks, dashes, case, diacritics and
    damage of scanning apart. A paragraph that was visibly cut, with or without a link such as
    "read more", goes in favour of the whole one. The more complete one stays, in the place of the
    first.

Why:
    Scrapers collect a paragraph twice: from the page and from its teaser, from two page layouts.

Example:
    before: 'The old tram line along the river will close in May, the council said, because its bridges need repair and no money is left.\n\nNobody was asked.\n\nThe old tram line along the river will close in May, the council said, because its bridges… Read more\n'
    after: 'The old tram line along the river will close in May, the council said, because its bridges need repair and no money is left.\n\nNobody was asked.\n'

Untouched:
    'The club won 3-1 in front of a crowd of 549 at the stadium, its seventh win in all competitions of this long season so far.\n\nThe club won 3-2 in front of a crowd of 812 at the stadium, its seventh win in all competitions of this long season so far.\n'
    'Nobody was asked.\n\nThen came May.\n\nNobody was asked.\n'

Safety:
    Safe: what decides is what differs, not how much. Another number, name, date, unit, address or
    negation makes another text. The proof of the result checks again that every word of a removed
    paragraph stands in the one that was kept.
"""  # noqa: E501

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.copies.near import NearCopy, heading_pair, moves_up, near_copies
from scrubber.copies.repeats import repeated_runs
from scrubber.model import Move, Problem, Remove, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document, Edit, Span
    from scrubber.settings import Settings

CODE = "DUP001"
NAME = "repeated-block"
STAGE = Stage.COPIES


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each block that goes."""
    if len(document.blocks) < 2:
        return
    for run in repeated_runs(document):
        if run.length == 1:
            edits = (Remove(run.start, kept=run.kept[0]),)
            yield _problem(document, run.start, run.kept[0], edits, "identical")
    copies = sorted(copy for copy in near_copies(document) if copy.says_all)
    leaves = _leaving(document, copies)
    for copy in copies:
        what = f"{copy.difference.what}, {copy.difference.score:.0f} % of the words"
        yield _problem(document, copy.dropped, copy.kept, _edits(document, copy, leaves), what)


def _leaving(document: Document, copies: list[NearCopy]) -> set[int]:
    """Blocks that do not stay where they are: no place to move another one to."""
    leaves = {run.start + n for run in repeated_runs(document) for n in range(run.length)}
    for copy in copies:
        headings = heading_pair(document, copy)
        leaves |= {copy.dropped, *headings[:1]} if headings else {copy.dropped}
        if copy.kept > copy.dropped and moves_up(document, copy):
            leaves |= {copy.kept, *headings[1:]} if headings else {copy.kept}
    return leaves


def _edits(document: Document, copy: NearCopy, leaves: set[int]) -> tuple[Edit, ...]:
    """The block goes, with its heading; a more complete later one takes its place."""
    edits: list[Edit] = [Remove(copy.dropped, kept=copy.kept)]
    headings = heading_pair(document, copy)
    if headings:
        edits.insert(0, Remove(headings[0], kept=headings[1]))
    if copy.kept > copy.dropped and moves_up(document, copy):
        places = range(copy.dropped + 1, len(document.blocks))
        target = next((place for place in places if place not in leaves), None)
        if headings:
            edits.append(Move(headings[1], before=target))
        edits.append(Move(copy.kept, before=target))
    return tuple(edits)


def _problem(
    document: Document, dropped: int, kept: int, edits: tuple[Edit, ...], what: str
) -> Problem:
    def span(index: int) -> Span:
        return document.blocks[index].start, document.blocks[index].end

    message = f"repeats {{0}} ({what}); fix removes it"
    return Problem(span(dropped), message, edits, kept=kept, places=(span(kept),))
