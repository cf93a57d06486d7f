r"""Paragraphs behind the author section that may belong to the article.

What it does:
    Names running prose behind an author section where the evidence does not suffice to move it.

Why:
    What stands there is as often a teaser of another article. A reader of both sees it at once.

Example:
    before: 'The old bridge over the Lune was closed on Monday after divers found a crack.\n\nEngineers measured it at forty centimetres, the council said.\n\nShops in Harnby lost half of their trade within a week.\n\nAbout the author\n\nNora Feld is a reporter who covers transport.\n\nGusts of up to eighty knots kept helicopters on the ground.\n'
    after: 'The old bridge over the Lune was closed on Monday after divers found a crack.\n\nEngineers measured it at forty centimetres, the council said.\n\nShops in Harnby lost half of their trade within a week.\n\nAbout the author\n\nNora Feld is a reporter who covers transport.\n\nGusts of up to eighty knots kept helicopters on the ground.\n'

Untouched:
    'The old bridge over the Lune was closed on Monday.\n\nEngineers measured the crack at forty centimetres, the council said.\n\nShops in Harnby lost half of their trade within a week.\n\nAbout the author\n\nNora Feld is a reporter who covers transport.\n'

Safety:
    There is no fix: moving another article's teaser into this one would do more harm.
"""  # noqa: E501

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Problem, Safety, Stage
from scrubber.order import strays_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document
    from scrubber.settings import Settings

CODE = "ORD002"
NAME = "possibly-stranded"
STAGE = Stage.ORDER


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One note for each run of paragraphs that may belong to the article."""
    blocks = document.blocks
    for stray in strays_of(document):
        if not stray.doubt:
            continue
        count = stray.paragraphs
        last = blocks[stray.before - 1].end
        yield Problem(
            (blocks[stray.start].start, blocks[stray.end - 1].end),
            f"{count} {'paragraphs' if count > 1 else 'paragraph'} after the author section may "
            f"belong after {{0}} ({stray.evidence}), but {stray.doubt}",
            safety=Safety.NONE,
            places=((last - 1, last),),
        )
