"""What elements mean to a reader: an element in, whether its text shows, and is prose, out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.wordlist import words

if TYPE_CHECKING:
    from scrubber.blocks.html.tree import Element

_BLOCKS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu
nav ol optgroup option p plaintext pre search section select summary table tbody td tfoot th thead
tr ul xmp
"""
"""Elements that begin and end a line."""

_WHOLE = """
blockquote details dialog dir dl fieldset figure form listing menu nav ol plaintext pre select table
ul xmp
"""

_NO_PROSE = """
applet audio canvas code datalist head iframe kbd listing math noembed noframes noscript object
plaintext pre samp script style svg template textarea title tt var video xmp
"""
_AROUND = "html body main article"
"""Elements whose classes tell of a page, not of what stands in them."""
_NOT_SHOWN = """
applet audio canvas datalist head iframe noembed noframes noscript object script style svg template
title video
"""


def is_block(name: str) -> bool:
    """Whether elements of this name part paragraphs."""
    return name in words(_BLOCKS)


def is_whole(element: Element) -> bool:
    """Whether an element is one block, whatever it holds: a list, a table, what is not shown."""
    return element.name in words(_WHOLE) or not is_shown(element)


def is_prose(element: Element) -> bool:
    """Whether the text in an element may be edited, as far as the element itself tells."""
    if element.name in words(_NO_PROSE) or is_hidden(element):
        return False
    kind = element.attributes.get("class")
    return kind is None or element.name in words(_AROUND) or not _formal().search(kind)


@cache
def _formal() -> re.Pattern[str]:
    """Classes of code and of formulas that are drawn letter by letter."""
    return re.compile(
        r"(?:^|\s)(?:(?:[\w-]*-)?code(?:-?(?:block|header|listing|snippet|example|inner))?"
        r"|katex(?:-\w+)?|mathjax\w*|(?:mwe-)?math(?:-(?:inline|display|element))?)(?:\s|$)",
        re.I,
    )


def is_shown(element: Element) -> bool:
    """Whether a reader sees the text in an element, as far as the element itself tells."""
    return element.name not in words(_NOT_SHOWN) and not is_hidden(element)


def is_hidden(element: Element) -> bool:
    """Whether an attribute hides an element."""
    attributes = element.attributes
    return "hidden" in attributes or bool(
        "style" in attributes and _hiding().search(attributes["style"])
    )


@cache
def _hiding() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.I
    )
