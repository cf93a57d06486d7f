r"""A paragraph that says again what another says.

What it does:
    Removes a paragraph of twenty words or more when the one that stays says all that it says: its
    words stand there in their order, white space, quotation marks, dashes, case, diacritics and
    damage of scanning apart. A paragraph that was visibly cut, with or without a link such as
    "read more", goes in favour of the whole one. The more complete one stays, in the place of the
    first. One that stands under another heading, name, picture or list than its like, or is an
    enumeration, may be meant: it is reported and goes with `--unsafe-fixes` alone.

Why:
    Scrapers collect a paragraph twice: from the page and from its teaser, from two page layouts.

Example:
    before: 'The old tram line along the river will close in May, the council said, because its bridges need repair and no money is left.\n\nNobody was asked.\n\nThe old tram line along the river will close in May, the council said, because its bridges… Read more\n'
    after: 'The old tram line along the river will close in May, the council said, because its bridges need repair and no money is left.\n\nNobody was asked.\n'

Untouched:
    'The club won 3-1 in front of a crowd of 549 at the stadium, its seventh win in all competitions of this long season so far.\n\nThe club won 3-2 in front of a crowd of 812 at the stadium, its seventh win in all competitions of this long season so far.\n'
    'Nobody was asked.\n\nThen came May.\n\nNobody was asked.\n'
    'Ada Holt\n\nI will serve the people of this town without fear or favour and leave its affairs in better order than I found them.\n\nJon Reik\n\nI will serve the people of this town without fear or favour and leave its affairs in better order than I found them.\n'

Safety:
    Safe: what decides is what differs, not how much. Another number, name, date, unit, address or
    negation makes another text. The proof of the result checks again that every word of a removed
    paragraph stands in the one that was kept.
"""  # noqa: E501

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.copies import copies_of
from scrubber.model import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document, Problem
    from scrubber.settings import Settings

CODE = "DUP001"
NAME = "repeated-block"
STAGE = Stage.COPIES


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each block that goes alone."""
    found = copies_of(document)
    if found is None:
        return
    from scrubber.copies.findings import apart_problem, problem_of

    for copy in found.copies:
        if len(copy.dropped) == 1:
            yield problem_of(document, copy)
    for copy in found.apart:
        if len(copy.dropped) == 1:
            yield apart_problem(document, copy)
