r"""A paragraph without its full stop.

What it does:
    Names paragraphs of running prose inside an article that end without any closing mark.

Why:
    An extractor cut them, or took a caption, a pull quote or a heading for a paragraph.

Example:
    before: 'The old bridge over the Lune was closed on Monday after divers found a crack.\n\nEngineers measured it at forty centimetres and the council, which owns the bridge, says that repairs will take until\n\nShops in Harnby lost half of their trade within a week.\n'
    after: 'The old bridge over the Lune was closed on Monday after divers found a crack.\n\nEngineers measured it at forty centimetres and the council, which owns the bridge, says that repairs will take until\n\nShops in Harnby lost half of their trade within a week.\n'

Untouched:
    'The bridge that closed\n\nThe old bridge over the Lune was closed on Monday.\n\nWhat happens next\n\nShops in Harnby lost half of their trade within a week.\n'

Safety:
    There is no fix: what was lost, or whether anything was, is not guessed.
"""  # noqa: E501

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Problem, Safety, Stage
from scrubber.order.unfinished import find_unfinished

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document
    from scrubber.settings import Settings

CODE = "ORD003"
NAME = "unfinished-paragraph"
STAGE = Stage.NOTES


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One note for each paragraph of the body that ends in mid-sentence, as it seems."""
    text = document.text
    for index in find_unfinished(document):
        start, end = document.blocks[index][:2]
        tail = " ".join(text[start:end].split()[-4:])
        message = f"the paragraph ends without a full stop: “… {tail}”"
        yield Problem((start, end), message, safety=Safety.NONE)
