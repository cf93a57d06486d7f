"""A paragraph that introduces a person as bios do: its text in, the person out."""

from __future__ import annotations

import re
from functools import cache, cached_property
from itertools import pairwise

from scrubber.order import words
from scrubber.order.headings import is_author_word
from scrubber.order.names import is_name, name_at_start, name_words
from scrubber.order.own import opens_as_author
from scrubber.order.terms import find, is_plain, members, opens
from scrubber.order.uncased import is_uncased, person_of, unnamed_subject
from scrubber.order.wording import bio_points, news_points

_OPENING = 160
"""Characters of a bio within which its first sentence says what the person is."""
_PARTICIPLE_WITHIN = 30
_COPULAS = ("dır", "dir", "dur", "dür", "tır", "tir", "tur", "tür")
"""Endings of Turkish for "is"."""
_DASHES = ("–", "—", "-")
_AUTHOR_WITHIN = 40
_AUTHOR, _LIKELY = 1.5, 1.0
"""Points for what calls itself the author, and those of one who may be."""


class Bio:
    """A person introduced; what the wording tells is read when it is asked for."""

    def __init__(self, name: tuple[str, ...], text: str, *, is_own: bool = False) -> None:
        self.name = name
        """The words of the name as the text has them; none where it says ``the author``."""
        self.is_own = is_own
        """Whether it says ``I``."""
        self._text = text

    @cached_property
    def _told(self) -> float:
        # "The author" is a writer anyhow: what counts is what else is said.
        return bio_points(self._text) + (0 if self.name else _AUTHOR)

    @cached_property
    def points(self) -> float:
        """How much the wording tells of an author."""
        return self._told - news_points(self._text)

    @property
    def is_likely(self) -> bool:
        """Whether the person may be an author."""
        return self._told >= _LIKELY and self.points >= _LIKELY

    @cached_property
    def is_past(self) -> bool:
        """Whether it says what the person was."""
        return bool(self.name) and _past().match(self._text, 0, _OPENING) is not None


def bio_of(text: str) -> Bio | None:
    """The person whom a paragraph introduces."""
    text = text.lstrip("([—–- ")
    line, is_card, rest = text.partition("\n")
    if is_card and is_name(line):
        return Bio(name_words(line), rest)
    name = (person_of(text) or None) if is_uncased(text) else _name(text)
    if not name:
        subject = _unnamed(text) if name is None else 0
        if subject:
            return Bio((), text[subject:])
        return Bio((), text, is_own=True) if opens_as_author(text) else None
    return Bio(name, text)


def is_bio(text: str) -> bool:
    """Whether a paragraph introduces somebody who may be an author."""
    bio = bio_of(text)
    return bio is not None and bio.is_likely


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[.!?](?:\s|$)")


@cache
def _past() -> re.Pattern[str]:
    verbs = "was|were|war|était|fue|era|foi|był|była|byl|byla|var|oli|был|была|був|була"
    return re.compile(rf"[^.!?,]* (?:{verbs})\s")


def _unnamed(text: str) -> int:
    """The length of the subject of ``The author is a historian``; 0 where it is another one."""
    if is_uncased(text):
        return unnamed_subject(text)
    opening = text[:_AUTHOR_WITHIN].replace("’", " ").replace("'", " ").split()[:3]
    for word, verb in pairwise(opening):
        if verb in members(words.PREDICATES) and is_author_word(word.casefold()):
            return text.index(word) + len(word)
    return 0


def _name(text: str) -> tuple[str, ...] | None:
    """The words of the name that a bio's verb follows; none where another person's name opens."""
    match = name_at_start(text)
    if match is None:
        return None
    if not (_has_predicate(text, match) or _has_late_predicate(text, match)):
        return ()
    name = name_words(match["name"])
    return name if len(name) > 1 else None


def _has_trade(text: str) -> bool:
    return any(find(listed, text) for listed in (words.WRITER, words.TRADE, words.LIFE))


def _has_predicate(text: str, match: re.Match[str]) -> bool:
    """Whether the name is the subject of a bio's verb, at once or behind an apposition."""
    end = match.start("next")
    if match["next"] != ",":
        return _is_predicate(text[end : end + _OPENING])
    clauses = text[end + 1 : end + _OPENING].split(",")
    for place, clause in enumerate(clauses):
        if place and _is_predicate(clause):
            return True
        if _sentence_end().search(clause):
            return False
    return False


def _is_predicate(clause: str) -> bool:
    verb, _, rest = clause.strip().partition(" ")
    if verb in members(words.AUXILIARIES):
        return find(words.LIFE, rest[:_PARTICIPLE_WITHIN]) is not None
    if verb in _DASHES:
        return _has_trade(rest[:_PARTICIPLE_WITHIN])
    return verb in members(words.PREDICATES)


def _has_late_predicate(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence calls its subject a writer right behind the name or at its end.

    So do languages that need no verb to be something, or set it last; English does not.
    """
    if is_plain(text):
        return False
    sentence = _sentence_end().split(text[match.start("next") : 2 * _OPENING], maxsplit=1)[0]
    tokens = sentence.strip(" ,.").split()
    if not tokens:
        return False
    return (
        tokens[-1] in members(words.LATE)
        or opens(words.WRITER, tokens[-1]) is not None
        or (tokens[-1].endswith(_COPULAS) and opens(words.TRADE, tokens[-1]) is not None)
        or (match["next"] != "," and opens(words.WRITER, tokens[0]) is not None)
    )
