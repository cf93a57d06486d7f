"""Words that lose their beginning or end, and what else shows an apostrophe at a word's edge."""

from __future__ import annotations

import re
from functools import cache

from scrubber.wordlist import words

_WITHOUT_BEGINNING = """
twas twere twill twould twixt tween twasn tis tisn tain em er im ere cause cos coz cuz til till n nd
round bout bouts cept neath nuff ello ullo fraid nother scuse gainst sup tude kay ome appen course
t s k m r d ns zelf
ne nen nem ner rein raus rauf rum runter rüber nauf nunter drum s'ist tschuldigung
ndrangheta ndranghete ndrina ndrine sto sta sti ste gna nu na l o
sen nte na nge
tit tite
"""
_WITHOUT_END = """
o an th ol lil li wi fo mo po be de di da fa va sta to ca vo pe tho thro fer in is nich hab heut
wär könnt würd müsst hätt wollt sollt nix
"""
_LONGEST = 16


@cache
def _beginning() -> re.Pattern[str]:
    """The year or word behind a mark, unless another mark makes a quotation of it alone."""
    alone = r"(?!['’](?!\w))"
    year = rf"\d\d(?:e?r?s|ern?)\b|(?:\d\d|[1-9]00)(?!\w){alone}"
    return re.compile(rf"['‘’](?:({year})|([^\W\d_]++){alone})")


@cache
def _n() -> re.Pattern[str]:
    return re.compile(r"['‘’]n['‘’](?!\w*['’]\w)", re.IGNORECASE)


def is_lone_n(text: str, start: int) -> bool:
    """Whether the mark at ``start`` is either of those in ``rock 'n' roll``."""
    return _n().match(text, start) is not None or (
        start >= 2 and _n().match(text, start - 2) is not None
    )


def is_cut_year(text: str, start: int) -> bool:
    """Whether a year, decade or century without its first digits follows: ``'90s``, ``'900``."""
    match = _beginning().match(text, start)
    return match is not None and match[1] is not None


def is_cut_word(text: str, start: int) -> bool:
    """Whether a word that lost its beginning follows: ``'em``, ``'Tis``, ``'s avonds``."""
    match = _beginning().match(text, start, start + _LONGEST)
    return (
        match is not None and match[2] is not None and match[2].lower() in words(_WITHOUT_BEGINNING)
    )


@cache
def _end() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+\Z")


def lost_its_end(text: str, end: int) -> bool:
    """Whether the word before ``end`` is one that loses its end: ``goin'``, ``ol'``, ``po'``."""
    match = _end().search(text[max(0, end - _LONGEST) : end])
    if match is None:
        return False
    word = match[0].lower()
    return word in words(_WITHOUT_END) or (len(word) > 3 and word.endswith("in"))
