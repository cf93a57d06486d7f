"""How much a paragraph's wording is that of a bio: its text in, points out."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from scrubber.order import words
from scrubber.order.headings import names_person
from scrubber.order.names import is_name
from scrubber.order.terms import find, find_all, members

if TYPE_CHECKING:
    from collections.abc import Collection

_OPENING = 320
"""Characters of a paragraph within which it says what the person is."""
_TRADE_WITHIN = 120
_SUBJECT = 160
_SUBJECT_WORDS = 8
_SPANISH = ("he", "han")
_PARTICIPLE = ("ado", "ido", "sto", "cho", "rto", "rito")
"""How what stands behind these ends, where they say "I have" and "they have"."""
_BESIDE_NAME = 2
_LONGEST_WORD = 60


def wording_points(text: str, *, whole: bool = False) -> float:
    """How much a paragraph tells what bios tell, less what only articles tell."""
    return bio_points(text, whole=whole) - news_points(text)


def bio_points(text: str, *, whole: bool = False) -> float:
    """How much a paragraph tells what bios tell.

    A trade counts where a bio names it, soon, or anywhere in the ``whole`` paragraph.
    """
    points = 0.0
    if find(words.WRITER, text, None if whole else _OPENING):
        points += 3
    elif find(words.TRADE, text, None if whole else _TRADE_WITHIN):
        points += 1.5
    if names_address(text):
        points += 3
    elif points and find(words.CONTACT, text):
        points += 1
    if points:
        points += min(2.0, 0.5 * len(find_all(words.LIFE, text)))
    return points


def calls_organisation(text: str) -> bool:
    """Whether a paragraph's first words say that its subject is a company or a place."""
    found = find(words.ORGANISATION, text, _TRADE_WITHIN)
    return found is not None and not find(words.WRITER, text, found[0])


def news_points(text: str) -> float:
    """How much a paragraph reads like an article: speech and quotations."""
    quotation = _quotation().search(text) is not None
    speech = find(words.SPEECH, text) is not None
    if quotation and speech:
        return 4
    return 1.5 if speech else float(quotation)


def subject_points(text: str, name: tuple[str, ...]) -> float:
    """How much a paragraph behind a bio of ``name`` is about that person; 0: not at all."""
    opening = _token().findall(text[:_SUBJECT])[:_SUBJECT_WORDS]
    if any(word in name for word in opening[:2]):
        return 2.5
    if any(word in text for word in name if len(word) > 3):
        return 2
    return float(has_pronoun(text, _SUBJECT_WORDS))


def has_pronoun(text: str, within: int, but: Collection[str] = ()) -> bool:
    """Whether a pronoun of the third person is among the first words of a text.

    Before a participle of Spanish ``he`` and ``han`` are none.
    """
    tokens = [token.casefold() for token in _token().findall(text[:_SUBJECT])]
    pronouns = members(words.PRONOUNS).difference(but)
    return any(
        token in pronouns and not (token in _SPANISH and following.endswith(_PARTICIPLE))
        for token, following in pairwise([*tokens, ""][: within + 1])
    )


def tells_of_life(text: str) -> bool:
    """Whether a paragraph has a word of those that bios are made of."""
    return names_address(text) or any(
        find(listed, text) for listed in (words.WRITER, words.TRADE, words.LIFE, words.CONTACT)
    )


def mentions_person(text: str, name: tuple[str, ...]) -> bool:
    """Whether a text calls a person by the last name, alone or behind the first."""
    last = name[-1]
    start = text.find(last)
    while start >= 0:
        end = start + len(last)
        if not (text[start - 1 : start].isalnum() or _goes_on().match(text, end)):
            before = _word_before().search(text, max(0, start - _LONGEST_WORD), start)
            word = before[1] if before else ""
            if not word or word in name or not word[0].isupper() or word.endswith("."):
                return True
        start = text.find(last, end)
    return False


def is_byline(text: str, name: tuple[str, ...]) -> bool:
    """Whether a short line is the name with no more than a word or two beside it."""
    if not all(word in text for word in name):
        return False
    others = [token for token in _token().findall(text) if token not in name and len(token) > 1]
    return len(others) <= _BESIDE_NAME


def is_way_to_reach(text: str) -> bool:
    """Whether a short line has an address, a handle or a network."""
    return names_address(text) or find(words.CONTACT, text) is not None


def is_card_line(text: str, name: tuple[str, ...]) -> bool:
    """Whether a short line gives the name, a role or a way to reach someone."""
    return (
        (names_person(text, name) if name else is_name(text))
        or is_way_to_reach(text)
        or any(find(listed, text) for listed in (words.WRITER, words.TRADE))
    )


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


def names_address(text: str) -> bool:
    """Whether a text holds an address or a handle."""
    return "@" in text and _reached().search(text) is not None


@cache
def _reached() -> re.Pattern[str]:
    return re.compile(r"[\w.+-]+@[\w-]+\.\w|(?<![\w@])@\w{3,}")


@cache
def _goes_on() -> re.Pattern[str]:
    """What follows a word that is part of a longer name: more letters, or another capital."""
    return re.compile(r"\w| ?[^\W\d_a-z]")


@cache
def _word_before() -> re.Pattern[str]:
    return re.compile(r"([\w.’'-]+) \Z")


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(r"[“„«\"「『][^“„«»\"」』”]{25,}[”“»\"」』]")
