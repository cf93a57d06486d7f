"""Headings over an author section, in thirty languages: a line in, whether it is one out."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from scrubber.order import headwords
from scrubber.order.terms import members, opens

_UNCASED = "\u0590"
_LONGEST = 60
_LONGEST_ENDING = 5
_WORDS = 4096
"""Words kept with what they mean: short lines are made of few."""


def is_author_heading(text: str) -> bool:
    """Whether a line says no more than that what follows is about the author."""
    text = text.strip(" \t:：.–—-#*_|")
    if not text or len(text) > _LONGEST or (text.isascii() and not _is_of_known_words(text)):
        return False
    tokens = _token().findall(text.casefold())
    authors = {token for token in tokens if is_author_word(token)}
    if authors:
        known = members(headwords.ABOUT)
        return all(token in known or token in authors or len(token) <= 2 for token in tokens)
    return not text.isascii() and _uncased().fullmatch(text) is not None


def _is_of_known_words(text: str) -> bool:
    """Whether all words are of those that such headings are made of; mostly the first is not."""
    known = members(headwords.ABOUT)
    tokens = (match[0] for match in _token().finditer(text.casefold()))
    return all(len(token) <= 2 or token in known or is_author_word(token) for token in tokens)


@lru_cache(maxsize=_WORDS)
def is_author_word(token: str) -> bool:
    """Whether a word in lower case means who wrote it, in whatever inflection."""
    found = opens(headwords.AUTHOR, token)
    return found is not None and len(token) - found[1] <= _LONGEST_ENDING


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _uncased() -> re.Pattern[str]:
    return re.compile(headwords.HEADING)


def is_person_heading(text: str) -> bool:
    """Whether a line announces somebody's life, as ``Bio`` does."""
    return text.strip(" \t:：?").casefold() in members(headwords.PERSON)


def names_person(line: str, name: tuple[str, ...]) -> bool:
    """Whether a line has the last two words of ``name``, in whatever inflection."""
    if name and name[-1] >= _UNCASED:
        return all(map(line.__contains__, name))
    tokens = [token.casefold() for token in _token().findall(line)]
    stems = [word.casefold()[: max(2, len(word) - 2)] for word in name[-2:]]
    return bool(stems) and all(any(t.startswith(stem) for t in tokens) for stem in stems)


def split_heading(text: str) -> tuple[str, str]:
    """A heading in one block with its bio, before a colon or as a first line; and the bio."""
    line, found, rest = text[:_LONGEST].partition("\n")
    if found and is_author_heading(line):
        return line, text[len(line) + 1 :].strip()
    for colon in ":：":
        head, found, rest = text[:_LONGEST].partition(colon)
        if found and rest.strip() and is_author_heading(head):
            return head, text[len(head) + 1 :].strip()
    return "", text
