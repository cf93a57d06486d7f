"""What a block is by its form: a text in, whether it is prose, a row of a list, an ornament out."""

from __future__ import annotations

from scrubber.blocks.forms import Form, form_of
from scrubber.blocks.shape import bare_text, count_units, ends_sentence, shape_of
from scrubber.learn.words import ADVERTISEMENT, CONTROLS
from scrubber.order.endmatter import Kind, kind_of
from scrubber.order.endwords import LINKS
from scrubber.order.terms import opens

_NAMES = 0.6
_LONGEST_LABEL, _LONGEST_LINK = 40, 40
"""Characters of a label with its colon, and words of a line that leads to another article."""
_MARKS = " •▶►→»-–—|([*_"
_PARAGRAPH = 8
"""Words of a paragraph that shows where the text of an article begins and ends."""
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


def is_paragraph(text: str) -> bool:
    """Whether a block shows where the text of an article is: sentences, and no short ones."""
    return count_units(text) >= _PARAGRAPH and ends_sentence(text)


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


def is_link(text: str) -> bool:
    """Whether a line says that it leads to another article, and to which: ``See also: ...``."""
    label, colon, rest = text[:_LONGEST_LABEL].partition(":")
    if not colon or not rest.strip() or ends_sentence(text) or "\n" in text:
        return False
    return opens(LINKS, label.lstrip(_MARKS)) is not None and count_units(text) <= _LONGEST_LINK
