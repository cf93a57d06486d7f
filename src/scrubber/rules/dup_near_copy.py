r"""A paragraph that says nearly what another says, while neither says all of the other.

What it does:
    Reports two paragraphs that share three words of four or more and differ in no fact. With
    `--unsafe-fixes` the later one goes. Where a negation, an opposite or what may be a name is
    among several edits, they are reported and there is no fix.

Why:
    An editor changed one of two copies, or a scanner misread it. Which wording is meant nobody but
    an editor can say.

Example:
    options: unsafe_fixes=1
    before: 'The old tram line along the river will close in May, since its bridges need repair and no money is left for that.\n\nNobody was asked.\n\nThe old tram line along the stream will shut in May, since its bridges need repair and no money is left for that.\n'
    after: 'The old tram line along the river will close in May, since its bridges need repair and no money is left for that.\n\nNobody was asked.\n'

Untouched:
    'Anna Lind is a reporter in Bergen, where she writes about ships and the people who build them, by hand and for little.\n\nJonas Moe is a reporter in Bergen, where he writes about ships and the people who build them, by hand and for little.\n'

Safety:
    Unsafe: the paragraph that goes has words that the other has not.
"""  # noqa: E501

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.copies import copies_of
from scrubber.model import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document, Problem
    from scrubber.settings import Settings

CODE = "DUP003"
NAME = "near-copy"
STAGE = Stage.COPIES


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each block that is nearly another one."""
    found = copies_of(document)
    if found is None:
        return
    from scrubber.copies.findings import near_problem

    for near in found.near:
        yield near_problem(document, near)
