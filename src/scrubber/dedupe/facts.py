"""The words of two articles in; how many facts of one stand where the other has others out."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from scrubber.dedupe.words import ascii_letters, paragraphs, parted, unescaped
from scrubber.similarity.damage import is_damaged
from scrubber.similarity.facts import is_number, replaced_fact
from scrubber.similarity.factwords import NUMBERS, UNSPACED_NUMBERS
from scrubber.similarity.words import UNSPACED
from scrubber.wordlist import words as words_in

_SIGNS = ".,:/"
"""Between two digits these are within a word."""
_LONGEST = 3_000
"""Words of an article that are aligned: time grows with their square."""
_LONGEST_HEADING = 20
_CASED = "\u0500"
"""Up to here letters have cases."""
_LONGEST_EDIT = 5
"""Words; more that stand in one article alone are a passage that was added, not an edit."""


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
    length: float = len(words)
    if not text.isascii():
        length -= _count(_unspaced(), words) / 2 + _count(_spelt(), words) / 4
    return Reading(" ".join(words), " ".join(telling), length)


def _count(kind: re.Pattern[str], words: list[str]) -> int:
    return sum(map(bool, map(kind.match, words)))


def _is_telling(word: str) -> bool:
    first = word[0]
    return first.isdigit() or first.isupper() or bool(first > _CASED and _caseless().match(word))


def body_words(text: str) -> list[str]:
    """The words of an article below its heading, as they are written."""
    text = unescaped(text)
    parts = paragraphs(text)
    heading = _words_of(parts[0]) if len(parts) > 1 else []
    if heading and len(heading) <= _LONGEST_HEADING:
        text = "\n".join(parts[1:])
    return _words_of(text)[:_LONGEST]


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


def replaced_facts(first: Reading, second: Reading) -> Facts:
    """How many facts of one article stand in the place of others in the other.

    A story that was edited has words more, words less and other words; one that was written by
    the same form has other numbers and names in the same places.
    """
    telling = set(first.telling.split()), set(second.telling.split())
    if not _may_differ(*telling):
        return Facts(0, 0)
    one, other = first.words, second.words
    from rapidfuzz.distance import Levenshtein

    found = changed = 0
    for step in Levenshtein.opcodes(one, other):
        if step.tag == "equal":
            continue
        left = one[step.src_start : step.src_end]
        right = other[step.dest_start : step.dest_end]
        size = max(len(left), len(right))
        changed += size if step.tag == "replace" or size <= _LONGEST_EDIT else 0
        if step.tag == "replace":
            replaced = sum(
                _is_replaced(word, another)
                for word, another in zip(left, right, strict=False)
                if word in telling[0] and another in telling[1]
            )
            if not replaced and left[0] > _CASED and _is_caseless(left[0]):
                before = one[step.src_start - 1] if step.src_start else ""
                replaced = bool(replaced_fact(left, right, before))
            found += replaced
    return Facts(found, changed)


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
        return is_number(word) and is_number(other) and _plain(word) != _plain(other)
    if not (word[0].isupper() and other[0].isupper()):
        return False
    return word.casefold() != other.casefold() and not is_damaged(word, other, is_scanned=True)


def _is_caseless(word: str) -> bool:
    return not is_number(word) and bool(_caseless().match(word))


def _plain(number: str) -> str:
    """A number without case and with the digits of ASCII."""
    return "".join(str(unicodedata.digit(c, c)) for c in number.casefold())


@cache
def _words() -> re.Pattern[str]:
    # Latin letters in sets of their own, which cost a look each: the others are a longer way
    latin = r"[A-Za-zÀ-ÖØ-öø-ÿ][0-9A-Za-zÀ-ÖØ-öø-ÿ]*+"
    word = rf"[^\W_{UNSPACED}]"
    more = rf"(?:(?<=\d)[.,:/٫٬](?=\d)(?:{word}|\d)++)*+"
    unspaced = rf"[{UNSPACED_NUMBERS}]++|[{UNSPACED}]"
    return re.compile(rf"(?:{latin}{word}*+|{word}++|\d++){more}|{unspaced}")


@cache
def _signs() -> re.Pattern[bytes]:
    return re.compile(rb"[.,:/](?!(?<=\d.)\d)")


@cache
def _caseless() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED}\u0590-\u074f\u0900-\u0fff\u10a0-\u10ff가-힣]")


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED}]")


@cache
def _spelt() -> re.Pattern[str]:
    return re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
