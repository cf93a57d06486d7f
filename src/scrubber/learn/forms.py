"""What a block is by its form: a text in, whether it is prose, a row of a list, an ornament out."""

from __future__ import annotations

from scrubber.blocks.forms import Form, form_of
from scrubber.blocks.shape import bare_text

_NAMES = 0.6
_FEWEST_NAMES = 6
"""A list of names: so many commas, and such a share of words with a capital."""


def is_roll(text: str) -> bool:
    """Whether a block is a row of a table, a result or a list of names."""
    form = form_of(text)
    if form in (Form.FIGURES, Form.VERSE, Form.CODE):
        return True
    if form is Form.TABLE and ("\n" in text or "\t" in text):
        return True
    words = text.split()
    if text.count(",") + text.count(";") < _FEWEST_NAMES:
        return False
    return sum(word[:1].isupper() for word in words) >= _NAMES * len(words)


def is_prose(text: str) -> bool:
    """Whether a block is running text."""
    return form_of(bare_text(text)) is Form.PROSE


def is_worded(text: str) -> bool:
    """Whether a block has a letter or a figure, so that it is no ornament."""
    return any(map(str.isalnum, text))
