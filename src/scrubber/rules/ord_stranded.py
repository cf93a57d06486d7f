r"""Paragraphs stranded behind the author section.

What it does:
    Moves paragraphs that stand behind an author section, or behind the boxes that follow it, to
    the end of the article's body. The section and its boxes follow, in their order.

Why:
    Extractors put what a page shows beside the article wherever the markup has it, so the last
    paragraphs of an article turn up below the author's bio.

Example:
    before: 'The old bridge over the Lune was closed on Monday after divers found a crack.\n\nEngineers measured it at forty centimetres, the council said.\n\nShops in Harnby lost half of their trade within a week.\n\nAbout the author\n\nNora Feld is a reporter who covers transport.\n\nThe council meets on Thursday to decide whether the bridge in Harnby is repaired.\n'
    after: 'The old bridge over the Lune was closed on Monday after divers found a crack.\n\nEngineers measured it at forty centimetres, the council said.\n\nShops in Harnby lost half of their trade within a week.\n\nThe council meets on Thursday to decide whether the bridge in Harnby is repaired.\n\nAbout the author\n\nNora Feld is a reporter who covers transport.\n'

Untouched:
    'The old bridge over the Lune was closed on Monday after divers found a crack.\n\nEngineers measured it at forty centimetres, the council said.\n\nShops in Harnby lost half of their trade within a week.\n\nAbout the author\n\nNora Feld is a reporter who covers transport.\n\nRelated\n\nThe council meets on Thursday to decide whether the bridge in Harnby is repaired.\n'

Safety:
    Safe: nothing is lost, and what may as well be a teaser or an end note stays where it is.
"""  # noqa: E501

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Move, Problem, Stage
from scrubber.order import strays_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document
    from scrubber.settings import Settings

CODE = "ORD001"
NAME = "stranded-paragraphs"
STAGE = Stage.ORDER


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each run of paragraphs that surely belongs to the article."""
    blocks = document.blocks
    for stray in strays_of(document):
        if stray.doubt:
            continue
        many = stray.paragraphs > 1
        last = blocks[stray.before - 1].end
        yield Problem(
            (blocks[stray.start].start, blocks[stray.end - 1].end),
            f"{stray.paragraphs} {'paragraphs' if many else 'paragraph'} after the author section "
            f"{'belong' if many else 'belongs'} to the article: {stray.evidence}; "
            f"fix moves {'them' if many else 'it'} after {{0}}",
            tuple(Move(index, stray.before) for index in range(stray.start, stray.end)),
            places=((last - 1, last),),
        )
