"""What a block is by its form: a text in, whether it is prose, a row of a list, an ornament out."""

from __future__ import annotations

import re
from functools import cache

from scrubber.blocks.forms import Form, form_of
from scrubber.blocks.shape import bare_text, count_units, ends_sentence, is_question, shape_of
from scrubber.learn.words import ADVERTISEMENT, CONTROLS
from scrubber.order.endmatter import Kind, kind_of
from scrubber.order.headwords import LINKS
from scrubber.order.terms import opens

_NAMES = 0.6
"""Share of words with a capital in a list of names."""
_LONGEST_LABEL, _LONGEST_LINK = 40, 40
"""Characters of a label with its colon, and words of a line that leads to another article."""
_MARKS = " •▶►→»-–—|([*_"
_PARAGRAPH = 8
"""Words of a paragraph that shows where the text of an article begins and ends."""
_FEWEST_NAMES, _LONGEST_NAME = 6, 3
"""A list of names: so many commas, and words of a name in a script without capitals."""


@cache
def _separator() -> re.Pattern[str]:
    return re.compile("[,;、，；،؛]")


def is_roll(text: str) -> bool:
    """Whether a block is a row of a table, a result or a list of names."""
    form = form_of(text)
    if form in (Form.FIGURES, Form.VERSE, Form.CODE):
        return True
    if form is Form.TABLE and ("\n" in text or "\t" in text):
        return True
    items = _separator().split(text)
    if len(items) <= _FEWEST_NAMES:
        return False
    words = text.split()
    if text.lower() == text.upper():  # no script of capitals
        return all(count_units(item) <= _LONGEST_NAME for item in items)
    return sum(word[:1].isupper() for word in words) >= _NAMES * len(words)


def is_prose(text: str) -> bool:
    """Whether a block is running text, or a sentence behind the name of who said it."""
    form = form_of(bare_text(text))
    return form is Form.PROSE or (form is Form.TURN and is_paragraph(text))


def is_worded(text: str) -> bool:
    """Whether a block has a letter or a figure, so that it is no ornament."""
    return any(map(str.isalnum, text))


def is_paragraph(text: str) -> bool:
    """Whether a block shows where the text of an article is: sentences, and no short ones.

    A question alone may be a title.
    """
    return count_units(text) >= _PARAGRAPH and ends_sentence(text) and not is_question(text)


def is_call(text: str) -> bool:
    """Whether a block's own words are those of an advertisement, a plug or a link to elsewhere."""
    bare = text.lstrip(_MARKS)
    if count_units(text) < _PARAGRAPH and (opens(ADVERTISEMENT, bare) or opens(CONTROLS, bare)):
        return True
    kind = kind_of(text, shape_of(text))
    if kind is Kind.BOX:
        return " " in text or not text.isascii()  # a word alone may be a heading
    return kind in (Kind.LINKS, Kind.COMMENTS)


def heads_links(text: str) -> bool:
    """Whether a line stands above links to other articles: ``Related``."""
    return kind_of(text, shape_of(text)) is Kind.LINKS


def link_label(text: str) -> str:
    """The words by which a line says that it leads to another article: ``See also: ...``."""
    label, colon, rest = text[:_LONGEST_LABEL].replace("：", ":").partition(":")
    if not colon or not rest.strip() or ends_sentence(text) or "\n" in text:
        return ""
    if opens(LINKS, label.lstrip(_MARKS)) is None or count_units(text) > _LONGEST_LINK:
        return ""
    return label
