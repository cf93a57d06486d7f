"""Signs that a bio without a heading is of a person of the article: texts in, answers out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.order.bio import bio_of
from scrubber.order.wording import has_pronoun, news_points

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_UNCASED = "\u0590"
_PLURAL = ("they", "their", "ils", "elles")
_LONGEST = 240
"""Characters of a paragraph that does no more than introduce a person."""
_SHORTEST = 100
"""The same of one that names no trade of those who write."""


def introduces_others(above: Sequence[str], bio: str, below: Iterable[str]) -> bool:
    """Whether paragraphs around a bio introduce persons as bios do, in the present.

    Right above it any trade will do; ``below`` are other bios, with running text around them.
    """
    if any(other.split()[0] != bio.split()[0] for other in below):
        return True
    if above[-1][0] < _UNCASED and _introduces(above[-1], 0, _SHORTEST):
        return True
    return any(_introduces(text, 1) for text in above)


def _introduces(text: str, points: float, longest: int = _LONGEST) -> bool:
    if len(text) > longest or news_points(text):
        return False
    bio = bio_of(text)
    return bio is not None and bool(bio.name) and bio.points >= points and not bio.is_past


def goes_on_about(text: str, above: str) -> bool:
    """Whether a paragraph right behind a bio goes on about its person.

    Where the paragraph above the bio names or quotes somebody, it may be about that one.
    """
    if not opens_with_pronoun(text) or news_points(above):
        return False
    return _two_capitals().search(above) is None


def opens_with_pronoun(text: str, within: int = 1, *, of_several: bool = False) -> bool:
    """Whether one of the first words is a pronoun of the third person.

    Behind the first word one ``of_several`` persons is read only where there are some.
    """
    if text[0] >= _UNCASED:
        return _uncased().match(text) is not None
    return has_pronoun(text, 1) or has_pronoun(text, within, but=() if of_several else _PLURAL)


@cache
def _uncased() -> re.Pattern[str]:
    """How a sentence about a person named before begins in scripts without capitals."""
    return re.compile(
        r"[他她]|彼女?[はがも、]|그(?:녀)?[는가]\s|(?:و?[يت]?قول|و?قالت?|وي|وت)\w*\s(?!ال)"
    )


@cache
def _two_capitals() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)[^\W\d_a-zß-öø-ÿа-яё][\w’'-]+ [^\W\d_a-zß-öø-ÿа-яё\u0590-\uffff][\w’'-]+"
    )
