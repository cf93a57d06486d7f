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

from scrubber.edits import by_line, counted
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


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """One problem for each line with marks of another style."""
    if settings.quotes not in ("curly", "straight"):
        return
    from scrubber.quotes.settled import settled

    yield from by_line(
        document,
        settled(document, settings.quotes, lambda document: _edits(document, settings)),
        lambda group: f"{counted(len(group), 'mark becomes', 'marks become')} {settings.quotes}",
    )


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
