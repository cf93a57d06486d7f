r"""A quotation mark without its partner.

What it does:
    Points at a double mark that closes what nothing opened, or that opens a quotation which is
    never closed and which the next paragraph does not take up.

Why:
    A mark was lost, or words were. Where it stood nobody but an editor can say.

Example:
    before: '“It is over,” he said. They will be back.”\n'
    after: '“It is over,” he said. They will be back.”\n'

Untouched:
    '“It is over,” he said.\n'
    '“The first paragraph goes on.\n\n“The second one ends.”\n'
    '„Der erste Absatz geht weiter.\n\nDer zweite endet.“\n'
    'A 27" screen\n'

Safety:
    There is no fix: a missing mark is never guessed. A quotation over several paragraphs may be
    opened again in each or not. Single marks are not judged: most are apostrophes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Problem, Safety, Stage
from scrubber.traits import BEYOND_ASCII, signs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document
    from scrubber.settings import Settings

CODE = "QUO003"
NAME = "unbalanced-quote"
STAGE = Stage.NOTES
NEEDS = {'"', BEYOND_ASCII}


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One note for each paragraph with a mark that has no partner."""
    from scrubber.quotes.balance import pairs_in, take_turns

    signs = signs_of(document)  # their order is what counts
    pairs = pairs_in(signs)
    if pairs is not None and take_turns(signs, pairs, edge="\n"):
        return
    from scrubber.quotes.lonely import lonely_marks

    for mark in lonely_marks(document):
        lacks = "opens a quotation that nothing closes"
        if mark.role.value == "close":
            lacks = "closes a quotation that nothing opened"
        yield Problem((mark.start, mark.end), f"this mark {lacks}", safety=Safety.NONE)
