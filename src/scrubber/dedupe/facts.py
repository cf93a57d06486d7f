"""The words of two articles in; how many facts of one stand where the other has others out."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from scrubber.dedupe.changes import LONGEST_EDIT, size_of, steps_between, weigh
from scrubber.dedupe.words import ascii_letters, paragraphs, parted, unescaped
from scrubber.similarity.damage import is_damaged
from scrubber.similarity.facts import replaced_fact
from scrubber.similarity.factwords import NUMBERS, UNSPACED_NUMBERS
from scrubber.similarity.numbers import is_number, plain_number
from scrubber.similarity.words import MARKS, SIGNS, UNSPACED
from scrubber.wordlist import words as words_in

_SIGNS = ".,:/"
"""Between two digits these are within a word."""
_LONGEST = 3_000
"""Words of an article that are aligned: time grows with their square."""
_LONGEST_HEADING = 20
_LONGEST_STOPPED = 8
"""Words of a heading that ends in a full stop."""
_STOPS = (".", "。", "।")
_CASED = "\u0500"
"""Up to here letters have cases."""
_FORM_FACTS = 2
"""Where so many facts are half of what differs, the articles follow one form: who edits a story
changes other words as well."""
_NEAR, _ALIKE = 0.1, 0.2
"""Shares of words that differ, up to which each difference is looked at, and where none is of a
fact what stands in the place of other words is no fact either."""


class Reading(NamedTuple):
    """The words of an article below its heading, as they are written; packed, as many are kept."""

    packed: str
    """All, parted by blanks."""
    telling: str
    """Those that may be a fact: a number, with a capital, or of a script that has none."""
    length: float
    """How many there are; in scripts without spaces two ideographs or four letters count as one."""

    @property
    def words(self) -> list[str]:
        """All, in order."""
        return _split(self.packed)


@lru_cache(maxsize=4)
def _split(packed: str) -> list[str]:
    """Articles are compared in groups that have one in common."""
    return packed.split()


def read(text: str) -> Reading:
    """The words of an article."""
    words = body_words(text)
    some = words if text.isascii() else set(words)
    telling = {w for w in some if w < "a" or (w > "{" and _is_telling(w))}
    telling |= words_in(NUMBERS).intersection(some)
    return Reading(" ".join(words), " ".join(telling), size_of(words))


def _is_telling(word: str) -> bool:
    first = word[0]
    return first.isdigit() or first.isupper() or bool(first > _CASED and _caseless().match(word))


def body_words(text: str) -> list[str]:
    """The words of an article below its heading, as they are written."""
    text = unescaped(text)
    parts = paragraphs(text)
    if len(parts) > 1 and _is_heading(parts[0]):
        text = "\n".join(parts[1:])
    return _words_of(text)[:_LONGEST]


def _is_heading(paragraph: str) -> bool:
    words = _words_of(paragraph)
    is_sentence = len(words) > _LONGEST_STOPPED and paragraph.rstrip().endswith(_STOPS)
    return 0 < len(words) <= _LONGEST_HEADING and not is_sentence


def _words_of(text: str) -> list[str]:
    """Words, and signs between two of their digits; of ASCII letters alone twice as fast."""
    plain = ascii_letters(text)
    if plain is None:
        return _words().findall(text)
    return parted(_signs().sub(b" ", plain), _SIGNS)


class Facts(NamedTuple):
    """How two articles differ word by word."""

    replaced: int
    """Numbers and names of one that stand in the place of others."""
    changed: int
    """Words that differ, but for passages that one has more; 0 where no fact can differ."""
    weight: int = 0
    """Where few words differ: how many edits are outweighed by changed facts."""
    edits: int = 0
    """The same: changes that are neither a fact nor misread letters."""


def replaced_facts(
    first: Reading, second: Reading, *, is_near: bool = False, is_nearest: bool = False
) -> Facts:
    """How many facts of one article stand in the place of others in the other.

    A story that was edited has words more, words less and other words; one that was written by
    the same form has other numbers and names in the same places.

    Args:
        first: the words of one article.
        second: those of the other.
        is_near: whether most of their words are the same, so that each difference is looked at.
        is_nearest: whether next to all are.
    """
    telling = set(first.telling.split()), set(second.telling.split())
    if not is_nearest and not _may_differ(*telling):
        return Facts(0, 0)
    one, other = first.words, second.words
    steps = steps_between(one, other)
    found = changed = 0
    for step in steps:
        left, right = one[step.i : step.i_end], other[step.k : step.k_end]
        size = max(len(left), len(right))
        if left and right:
            found += _replaced(left, right, one[step.i - 1] if step.i else "", *telling)
        elif size > LONGEST_EDIT:
            continue
        changed += size
    is_form = found >= _FORM_FACTS and 2 * found >= changed
    if is_form or not (is_near or changed <= _NEAR * len(one)):
        return Facts(found, changed, changed + 1 if is_form else 0, changed)
    weight, edits = weigh(steps, one, other)
    if not weight and changed <= _ALIKE * len(one):
        found = 0
    return Facts(found, changed, weight, edits)


def _replaced(
    left: list[str], right: list[str], before: str, one: set[str], other: set[str]
) -> int:
    found = sum(
        _is_replaced(word, another)
        for word, another in zip(left, right, strict=False)
        if word in one and another in other
    )
    if not found and left[0] > _CASED and _is_caseless(left[0]):
        return bool(replaced_fact(left, right, before))
    return found


def _may_differ(one: set[str], other: set[str]) -> bool:
    lost, added = one - other, other - one
    if not lost or not added:
        return False
    kinds = [{_kind_of(word) for word in words} for words in (lost, added)]
    return not kinds[0].isdisjoint(kinds[1])


def _kind_of(word: str) -> int:
    return 0 if is_number(word) else 1 if word[0].isupper() else 2


def _is_replaced(word: str, other: str) -> bool:
    if is_number(word) or is_number(other):
        return is_number(word) and is_number(other) and plain_number(word) != plain_number(other)
    if not (word[0].isupper() and other[0].isupper()):
        return False
    return word.casefold() != other.casefold() and not is_damaged(word, other, is_scanned=True)


def _is_caseless(word: str) -> bool:
    return not is_number(word) and bool(_caseless().match(word))


@cache
def _words() -> re.Pattern[str]:
    # Latin letters in sets of their own, which cost a look each: the others are a longer way
    latin = r"[A-Za-zÀ-ÖØ-öø-ÿ][0-9A-Za-zÀ-ÖØ-öø-ÿ]*+"
    word = rf"(?:[^\W_{UNSPACED}][{MARKS}{SIGNS}]*+)"
    more = rf"(?:(?<=\d)[.,:/٫٬](?=\d)(?:{word}|\d)++)*+"
    unspaced = rf"[{UNSPACED_NUMBERS}]++|[{UNSPACED}]"
    return re.compile(rf"(?:{latin}{word}*+|{word}++|\d++){more}|{unspaced}")


@cache
def _signs() -> re.Pattern[bytes]:
    return re.compile(rb"[.,:/](?!(?<=\d.)\d)")


@cache
def _caseless() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED}\u0590-\u074f\u0900-\u0fff\u10a0-\u10ff가-힣]")
