r"""A text that mixes straight and typographic quotation marks.

What it does:
    Writes the marks of the minority as the majority of the text has them: double and single marks
    and apostrophes are counted together, over the whole text. Typographic marks take the pairs
    that the text uses itself. On a tie the typographic ones win.

Why:
    Either style is right, a mixture is not: it comes of two sources pasted together.

Example:
    before: '“We read it,” she said. "There was a sheet, and that’s all."\n'
    after: '“We read it,” she said. “There was a sheet, and that’s all.”\n'

Untouched:
    '"We read it," she said, and it\'s true.\n'
    '“We read it,” she said. He is 6\' 2" tall.\n'
    '„Wir haben es gelesen“, sagte sie.\n'

Safety:
    Safe: only marks change, never a letter. Measures, code, addresses and tags neither count nor
    change, and a text of one style is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.edits import by_line, counted
from scrubber.model import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document, Problem, Replace
    from scrubber.settings import Settings

CODE = "QUO001"
NAME = "mixed-quotes"
STAGE = Stage.QUOTES
NEEDS = {"'", '"'}

_CHANGES = {
    "straight": ("typographic mark becomes straight", "typographic marks become straight"),
    "curly": ("straight mark becomes typographic", "straight marks become typographic"),
}


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """One problem for each line whose marks are of the minority."""
    text = document.text
    if settings.quotes != "consistent" or text.isascii():
        return
    from scrubber.quotes.nouns import TYPOGRAPHIC

    if not any(sign in text for sign in TYPOGRAPHIC):
        return
    from scrubber.quotes.settled import settled

    style = _style(document)
    if style is None:
        return
    edits = settled(document, style, lambda document: _edits(document, style, settings.lang))
    yield from by_line(
        document,
        edits,
        lambda group: f"{counted(len(group), *_CHANGES[style])}, as most of the text",
    )


def _style(document: Document) -> str | None:
    """The style of most marks, on a tie the typographic one; None where all are of one style."""
    from scrubber.quotes.marks import marks_in

    straight = [mark.is_straight for mark in marks_in(document) if mark.has_style]
    if all(straight) or not any(straight):
        return None
    return "straight" if 2 * sum(straight) > len(straight) else "curly"


def _edits(document: Document, style: str, lang: str | None) -> Iterator[Replace]:
    from scrubber.quotes.marks import marks_in
    from scrubber.quotes.own import own_pairs
    from scrubber.quotes.style import curly_edits, straight_edits

    marks = [mark for mark in marks_in(document) if mark.has_style]
    if style == "curly":
        return curly_edits(document.text, marks, own_pairs(document.text, marks, lang))
    return straight_edits(document.text, marks)
