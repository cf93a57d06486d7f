r"""Quotation marks of the style that was asked for.

What it does:
    With `--quotes curly`, straight marks become those of the language (`--lang`, else guessed from
    the text): outer and inner pairs after CLDR, apostrophes, primes behind feet and inches. With
    `--quotes straight`, typographic marks become straight ones.

Why:
    A house has one style, whatever its sources have.

Example:
    options: quotes=curly lang=de
    before: 'Er sagte: "Das ist \'gut\', 5" lang."\n'
    after: 'Er sagte: „Das ist ‚gut‘, 5″ lang.“\n'

Untouched:
    '"We read it," she said, and it\'s true.\n'

Safety:
    Safe: only on request. `curly` leaves marks that are typographic already, `straight` keeps
    primes, the letters ʻ and ʼ, and corner brackets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.blocks import read
from scrubber.edits import applied, by_line, counted, summed
from scrubber.model import Stage
from scrubber.traits import BEYOND_ASCII

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document, Problem, Replace
    from scrubber.settings import Settings

CODE = "QUO002"
NAME = "quote-style"
STAGE = Stage.QUOTES
NEEDS = {"'", '"', "`", BEYOND_ASCII}

_PASSES = 8


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """One problem for each line with marks of another style."""
    yield from by_line(
        document,
        _settled_edits(document, settings),
        lambda group: f"{counted(len(group), 'mark becomes', 'marks become')} {settings.quotes}",
    )


def _settled_edits(document: Document, settings: Settings) -> list[Replace]:
    """The edits of a text and of what they make of it: one mark can tell what another one is."""
    text = document.text
    edits: list[Replace] = []
    for _ in range(_PASSES):
        then = _edits(document, settings) if _may_hold_others(text, settings.quotes) else []
        if not then:
            break
        edits = list(summed(text, edits, then))
        text = applied(text, then)
        document = read(text, document.source_format, document.origin)
    return edits


def _may_hold_others(text: str, style: str) -> bool:
    if style == "straight":
        from scrubber.quotes.nouns import TYPOGRAPHIC

        return not text.isascii() and any(sign in text for sign in TYPOGRAPHIC)
    return style == "curly" and ("'" in text or '"' in text or "``" in text)


def _edits(document: Document, settings: Settings) -> list[Replace]:
    from scrubber.quotes.languages import pairs_of
    from scrubber.quotes.marks import marks_in
    from scrubber.quotes.own import own_pairs
    from scrubber.quotes.style import curly_edits, straight_edits

    text, marks = document.text, marks_in(document)
    if settings.quotes == "straight":
        return list(straight_edits(text, marks))
    lang = settings.lang
    pairs = pairs_of(lang) if lang else own_pairs(text, marks, None)
    return list(curly_edits(text, marks, pairs))
