"""Differing words in, the fact that makes them another text out: a number, name, date, negation."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.similarity import factwords
from scrubber.similarity.words import fold
from scrubber.wordlist import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORTEST_DAMAGED = 4
_LONG = 8
_LONGEST_SHORT_NAME = 6
_SIMILAR = str.maketrans("cfrhuql10|5", "ettbngiiois")
_NAME_CHARACTERS = range(2, 5)
_CASELESS = re.compile(r"[\u0590-\u074f\u0900-\u0fff\u1000-\u10ff\u1780-\u17ff\u3040-\u9fff가-힣]")


def replaced_fact(
    left: Sequence[str],
    right: Sequence[str],
    before: str = "",
    behind: str = "",
    *,
    is_scanned: bool = False,
) -> str:
    """What fact two stretches of words that stand in each other's place differ in; else empty.

    Args:
        left: the words of one text, none of which stands in the other.
        right: the words of the other.
        before: the word in front of them, empty at the beginning of the texts.
        behind: the word behind them.
        is_scanned: other words of the texts were misread, so these may be.
    """
    if len(left) == len(right):
        pairs = [
            pair
            for pair in zip(left, right, strict=True)
            if not is_damage(*pair, is_scanned=is_scanned)
        ]
        left, right = [one for one, _ in pairs], [other for _, other in pairs]
    if _limits(left, before, behind) != _limits(right, before, behind):
        return "a negation"
    for kind, found in (("a number", _numbers), ("a unit or date", _units), ("a name", _names)):
        one, other = found(left), found(right)
        if one and other and one != other:
            return kind
    if left and right and _opposite(left, right):
        return "a word to its opposite"
    opens = not before
    return "a name" if _caseless_name("".join(left), "".join(right), opens=opens) else ""


def added_fact(added: Sequence[str], before: str, behind: str) -> str:
    """What fact words added between ``before`` and ``behind`` change; else empty."""
    if _limits(added, before, behind) != _limits((), before, behind):
        return "a negation"
    touches = (before and is_number(before), behind and is_number(behind))
    if touches[0] and (is_number(added[0]) or added[0].casefold() in words(factwords.MEASURES)):
        return "a number"
    if touches[1] and is_number(added[-1]):
        return "a number"
    return ""


def may_limit(added: Sequence[str], before: str, behind: str) -> bool:
    """Whether added words may change what their neighbours say: a number's, a name's reach."""
    if any(word and is_number(word) for word in (before, behind)):
        return True
    named = all(word[0].isupper() for word in added) and len(added) <= 2
    return named and any(word[:1].isupper() for word in (before, behind))


def is_number(word: str) -> bool:
    """Whether a word is a number, in digits or letters."""
    return (
        word[0].isdigit()
        or word in factwords.UNSPACED_NUMBERS
        or word.casefold() in words(factwords.NUMBERS)
    )


def is_damage(word: str, other: str, *, is_scanned: bool = False) -> bool:
    """Whether two words are likely one, misread in a letter: scanning damages one in five.

    A word that is a fact, and a name, is another word unless the letters look alike.
    """
    from rapidfuzz.distance import Levenshtein

    if is_number(word) or is_number(other):
        return False
    longer = max(len(word), len(other))
    if _look_alike(word, other):
        return True
    if longer < _SHORTEST_DAMAGED or _is_telling(word) or _is_telling(other):
        return False
    if word[0].isupper() and other[0].isupper():
        lost = abs(len(word) - len(other)) == 1 and word[0] == other[0]
        if is_scanned:
            return lost and Levenshtein.distance(word, other) == 1
        lost = lost and longer > _LONGEST_SHORT_NAME
        return lost and Levenshtein.distance(word, other) == 1 and word[-1] == other[-1]
    return Levenshtein.distance(word, other, score_cutoff=2) <= (1 if longer < _LONG else 2)


def is_misread(word: str, other: str) -> bool:
    """Whether a word, no name and not a short one, differs in letters that look alike."""
    is_word = min(len(word), len(other)) >= _SHORTEST_DAMAGED and word.islower()
    return is_word and not is_number(word) and _look_alike(word, other)


def _look_alike(word: str, other: str) -> bool:
    """Whether two words are equal but for letters that a scanner takes for each other.

    The first letter of a name tells Bill from Hill, the last ones Mario from Maria, and in a short
    one each vowel Carey from Corey.
    """
    end = len(word)
    if word[0].isupper():
        if word[0] != other[0]:
            return False
        end = end - 1 if end > _LONGEST_SHORT_NAME else 0
    one, two = (
        (some[:end].replace("o", "a").replace("O", "A") + some[end:]).casefold()
        for some in (word, other)
    )
    if one.translate(_SIMILAR) == two.translate(_SIMILAR):
        return True
    return fold(fold(one).translate(_SIMILAR)) == fold(fold(two).translate(_SIMILAR))


def _is_telling(word: str) -> bool:
    word = word.casefold()
    return word in words(factwords.NEGATIONS) or word in _sides()


def differing_whole(left: str, right: str) -> str:
    """What two whole texts differ in beside their words: an address, a question; else empty."""
    one, other = _addresses_of(left), _addresses_of(right)
    if one - other and other - one:
        return "an address"
    return "a question" if _asks(left) != _asks(right) else ""


def _addresses_of(text: str) -> set[str]:
    if "@" not in text and "//" not in text and "www." not in text:
        return set()
    return {address.rstrip(".,;:!?").casefold() for address in _address().findall(text)}


def _asks(text: str) -> bool:
    return text.rstrip("\"'”’»)› ")[-1:] in factwords.QUESTION_MARKS


def _lower(some: Sequence[str]) -> frozenset[str]:
    return frozenset(word.casefold().replace("’", "'") for word in some)


def _limits(some: Sequence[str], before: str, behind: str) -> list[str]:
    """The negations, and what limits a statement as they do."""
    found = sorted(_lower(some) & words(factwords.NEGATIONS))
    if not (before.isascii() and behind.isascii() and all(map(str.isascii, some))):
        found += factwords.unspaced_negation().findall("".join((before, *some, behind)))
    return found


def _numbers(some: Sequence[str]) -> list[str]:
    return [word.casefold() for word in some if is_number(word)]


def _units(some: Sequence[str]) -> list[str]:
    return [word.casefold() for word in some if _is_unit(word)]


def _is_unit(word: str) -> bool:
    folded = word.casefold()
    known = folded in words(factwords.MEASURES) or folded in words(factwords.DATES)
    return known or word in factwords.UNSPACED_UNITS


def _names(some: Sequence[str]) -> list[str]:
    return [word.casefold() for word in some if word[0].isupper()]


def _opposite(left: Sequence[str], right: Sequence[str]) -> bool:
    one, other = _lower(left), _lower(right)
    sides = _sides()
    for word in one & sides.keys():
        for opposite in other & sides.keys():
            if any((group, not side) in sides[opposite] for group, side in sides[word]):
                return True
    return _prefixed(one, other) or _prefixed(other, one)


@cache
def _sides() -> dict[str, list[tuple[int, bool]]]:
    """For each word that has an opposite: its pairs, and on which side of each it stands."""
    sides: dict[str, list[tuple[int, bool]]] = {}
    pairs = [(one.split(), other.split()) for one, other in factwords.OPPOSITES]
    pairs += [(list(one), list(other)) for one, other in factwords.UNSPACED_OPPOSITES]
    for group, (here, there) in enumerate(pairs):
        for word in here:
            sides.setdefault(word, []).append((group, True))
        for word in there:
            sides.setdefault(word, []).append((group, False))
    return sides


def _prefixed(plain: frozenset[str], turned: frozenset[str]) -> bool:
    """Whether a word of one side is one of the other behind a prefix that turns its sense."""
    return any(
        word.endswith(base) and word[: -len(base)] in words(factwords.PREFIXES)
        for base in plain
        if len(base) >= _SHORTEST_DAMAGED
        for word in turned
        if word != base
    )


def _caseless_name(left: str, right: str, *, opens: bool) -> bool:
    """Whether two stretches name differently, where no capitals show it.

    A known first character of a family's name, the last of a place's, or the subject that opens
    a text; and in Chinese characters any word of the same length, which may as well be a name.
    """
    if not (_CASELESS.search(left) and _CASELESS.search(right)):
        return False
    if opens or (left[0] in factwords.SURNAMES and right[0] in factwords.SURNAMES):
        return True
    if left[-1] in factwords.PLACES and right[-1] in factwords.PLACES:
        return True
    ideographs = all("\u3400" <= c <= "\u9fff" for c in left + right)
    return ideographs and len(left) == len(right) and len(left) in _NAME_CHARACTERS


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"(?:https?://|www\.)[^\s<>\"”’)]+|[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\w)@\w+")
