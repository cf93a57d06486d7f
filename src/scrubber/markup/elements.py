"""The names of HTML elements, and what leaving out their tags means for the text around.

Names are those of the HTML Living Standard (index of elements) and of older HTML.
"""

from __future__ import annotations

from functools import cache

_BLOCKS = """
address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt
fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe
legend li main menu nav noframes noscript ol optgroup option p pre search section select summary
table tbody td template textarea tfoot th thead title tr ul video audio object embed canvas
listing xmp plaintext isindex marquee frame
"""
_INLINES = """
a abbr acronym applet area b base basefont bdi bdo bgsound big blink button cite code command data
datalist del dfn em font i img image input ins kbd keygen label link map mark math meta meter nobr
output param picture progress q rb rbc rp rt rtc ruby s samp script slot small source spacer span
strike strong style sub sup svg time track tt u var wbr
"""
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source")
) | {"track", "wbr"}
"""Elements without content: their tag stands alone."""

HIDDEN = frozenset(("script", "style"))
"""Elements whose content is never the article's text."""

_BARE_ATTRIBUTES = """
alt async autofocus autoplay checked class compact contenteditable controls declare default defer
disabled download draggable formnovalidate hidden id inert ismap itemscope loop multiple muted
nohref nomodule noresize noshade novalidate nowrap open playsinline readonly required reversed
selected spellcheck style allowfullscreen webkitallowfullscreen mozallowfullscreen
"""


@cache
def blocks() -> frozenset[str]:
    """Elements that stand as paragraphs of their own."""
    return frozenset(_BLOCKS.split())


@cache
def names() -> frozenset[str]:
    """All names of elements, in small letters."""
    return blocks() | frozenset(_INLINES.split()) | {"br"}


@cache
def bare_attributes() -> frozenset[str]:
    """Attributes that may stand without a value."""
    return frozenset(_BARE_ATTRIBUTES.split())
