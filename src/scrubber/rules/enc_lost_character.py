r"""A character that was lost and replaced by U+FFFD.

What it does:
    Reports the replacement character where nothing around it says what it was.

Why:
    A program that could not read a byte wrote U+FFFD in its place. The character is gone; only
    somebody who knows the text can put it back.

Example:
    before: 'The caf\ufffd is open.\n'
    after: 'The caf\ufffd is open.\n'

Untouched:
    'The café is open.\n'

Safety:
    There is no fix: a lost character is never guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Problem, Safety, Stage
from scrubber.traits import BEYOND_ASCII

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document
    from scrubber.settings import Settings

CODE = "ENC004"
NAME = "lost-character"
STAGE = Stage.NOTES
NEEDS = {BEYOND_ASCII}
LOST = "\ufffd"


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One note for each line that holds the replacement character."""
    text = document.text
    at = text.find(LOST)
    while at >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        count = text.count(LOST, at, end)
        message = "a character was lost" if count == 1 else f"{count} characters were lost"
        yield Problem((at, text.rfind(LOST, at, end) + 1), message, safety=Safety.NONE)
        at = text.find(LOST, end)
