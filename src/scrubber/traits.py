"""What may give rules work: a document in; its signs, and which traits it has, out.

One scan leaves out what most of a text is made of. The little that stays is cheap to search, and
says which rules need not be called at all: those that name what they need (``NEEDS``).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.memo import remembered
from scrubber.model import Origin

if TYPE_CHECKING:
    from scrubber.model import Document

BEYOND_ASCII = "beyond ASCII"
LOOSE_BLANKS = "loose blanks"
"""Perhaps blanks side by side or at the edge of a line, or blank lines that follow each other."""
UNPRINTABLE = "unprintable"
"""Controls, format signs, tabs, special spaces."""
MARKUP = "markup"
FILE = "file"
TRAITS = (BEYOND_ASCII, LOOSE_BLANKS, UNPRINTABLE, MARKUP, FILE)
"""What a rule may need beside characters of ASCII."""

PLAIN = " ,.-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""Characters that every text has: no rule can need them."""

_PLAIN = PLAIN.encode()
_STRING = Origin()


@remembered
def signs_of(document: Document) -> str:
    """The text without ``PLAIN``, in order."""
    data = document.text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return data.decode("utf-8", "surrogatepass")


@remembered
def traits_of(document: Document) -> frozenset[str]:
    """The characters of ASCII that ``signs_of`` has, and those of ``TRAITS`` that hold."""
    signs = signs_of(document)
    if signs.isascii():
        traits = set(signs)
    else:
        traits = {*signs.encode("ascii", "ignore").decode(), BEYOND_ASCII}
    if document.source_format != "text":
        traits.add(MARKUP)
    if document.origin != _STRING:
        traits.add(FILE)
    if not signs.replace("\n", "").isprintable():
        traits.update((UNPRINTABLE, LOOSE_BLANKS))
    elif "  " in document.text or not _has_bare_edges(document.text):
        traits.add(LOOSE_BLANKS)
    return frozenset(traits)


def _has_bare_edges(text: str) -> bool:
    """Whether no line begins or ends with a blank, nor blank lines follow each other."""
    if text[:1] in ("\n", " ", "\t") or text[-1:] in (" ", "\t"):
        return False
    return _blank_at_edge().search(text) is None


@cache
def _blank_at_edge() -> re.Pattern[str]:
    return re.compile(r"\n(?:\n\n|[ \t]|(?<=[ \t]\n))")
