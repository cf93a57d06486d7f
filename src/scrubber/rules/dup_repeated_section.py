r"""Several blocks in a row that say again what others say.

What it does:
    Removes a run of blocks that repeats an earlier one as a whole: a bio with its heading, a
    section, a page pasted twice. A heading, a list or a short line goes with its run, never alone;
    the run needs running prose of 25 words, or a bio of 12 under its own heading. One that belongs
    to another heading, as a section that two products share, or is a turn of a play, may be meant:
    it is reported and goes with `--unsafe-fixes` alone.

Why:
    One decision is easier to trust than five: the section stood there twice.

Example:
    before: 'Ferries wait.\n\nAbout the author\n\nIna Berg writes about harbours and has sailed since she was nine years old.\n\nAbout the author\n\nIna Berg writes about harbours and has sailed since she was nine years old.\n'
    after: 'Ferries wait.\n\nAbout the author\n\nIna Berg writes about harbours and has sailed since she was nine years old.\n'

Untouched:
    'Row, row, row your boat\n\nGently down the stream\n\nRow, row, row your boat\n\nGently down the stream\n'
    'Monday\n\n- bread\n\nTuesday\n\n- bread\n'

Safety:
    Safe: each block of the run stands in the part that stays, word for word.
"""  # noqa: E501

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.copies import copies_of
from scrubber.model import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document, Problem
    from scrubber.settings import Settings

CODE = "DUP002"
NAME = "repeated-section"
STAGE = Stage.COPIES


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each run of two blocks or more."""
    found = copies_of(document)
    if found is None:
        return
    from scrubber.copies.findings import apart_problem, problem_of

    for copy in found.copies:
        if len(copy.dropped) > 1:
            yield problem_of(document, copy)
    for copy in found.apart:
        if len(copy.dropped) > 1:
            yield apart_problem(document, copy)
