"""The names of HTML elements, and what their tags mean for the text around them.

Names are those of the HTML Living Standard (index of elements) and of older HTML.
"""

from __future__ import annotations

from scrubber.wordlist import words

_BLOCKS = """
address article aside audio blockquote body canvas caption center col colgroup dd details dialog dir
div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header
hgroup hr html iframe legend li listing main marquee menu nav noframes object ol optgroup option p
plaintext pre search section select summary table tbody td textarea tfoot th thead title tr ul video
xmp
"""
_INLINES = """
a abbr acronym applet area b base basefont bdi bdo bgsound big blink br button cite code command
data datalist del dfn em font i image img input ins kbd keygen label link map mark math meta meter
nobr output param picture progress q rb rbc rp rt rtc ruby s samp slot small source spacer span
strike strong sub sup time track tt u var wbr
"""
_NOTHING_ALONE = """
address caption col colgroup dd dir dt figcaption legend li object optgroup option summary tbody td
tfoot th thead title tr
"""
_BARE_ATTRIBUTES = """
allowfullscreen alt async autofocus autoplay border checked class compact controls declare default
defer disabled download formnovalidate hidden id inert ismap itemscope loop multiple muted nohref
nomodule noresize noshade novalidate nowrap open playsinline readonly required reversed selected
"""

HIDDEN = frozenset(("script", "style", "noscript", "template", "svg"))
"""Elements whose content is never the article's text."""

TABLE_PARTS = frozenset(("tr", "td", "th", "tbody", "thead", "tfoot", "col", "colgroup"))

_OFFICE = ("o:", "v:", "w:", "m:", "st1:")  # prefixes that word processors write into pages


def blocks() -> frozenset[str]:
    """Elements that stand as paragraphs of their own."""
    return words(_BLOCKS)


def nothing_alone() -> frozenset[str]:
    """Blocks of which one tag in mid-sentence marks up nothing, without its like or its end."""
    return words(_NOTHING_ALONE)


def bare_attributes() -> frozenset[str]:
    """Attributes that may stand without a value."""
    return words(_BARE_ATTRIBUTES)


def is_element(name: str) -> bool:
    """Whether ``name``, in small letters, is the name of an element."""
    return name in blocks() or name in words(_INLINES) or name in HIDDEN or name.startswith(_OFFICE)
