"""Differing words in, the fact that makes them another text out: a number, name, date, negation."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from scrubber.similarity import datewords, factwords
from scrubber.similarity.damage import SHORTEST_DAMAGED, is_damaged, look_alike, lost_inside
from scrubber.similarity.numbers import is_number, plain_number
from scrubber.similarity.opposites import are_opposite, has_opposite
from scrubber.wordlist import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NUMBER, UNIT = "a number", "a unit or date"
NEGATION, OPPOSITE, NAME = "a negation", "a word to its opposite", "a name"
PERHAPS_NAME = "perhaps a name"
DOUBTFUL = (NEGATION, OPPOSITE, PERHAPS_NAME)
"""Facts that an edit changes as well as a template: who reads the texts must judge."""
_GERMAN = "der die das und den von im des ist nicht sich auf ein eine für dem"
"""Words of which a German paragraph has some."""
_FEWEST_GERMAN = 3
_NAME_CHARACTERS = range(2, 5)
_UNSPACED = "\u0e00"
_SPELT = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_SHORTEST_SPELT = 6
_CASELESS = re.compile(r"[\u0590-\u074f\u0900-\u0fff\u1000-\u10ff\u1780-\u17ff\u3040-\u9fff가-힣]")


def replaced_fact(
    left: Sequence[str],
    right: Sequence[str],
    before: str = "",
    behind: str = "",
    *,
    is_scanned: bool = False,
    has_nouns: bool = False,
) -> str:
    """What fact two stretches of words that stand in each other's place differ in; else empty.

    Args:
        left: the words of one text, none of which stands in the other.
        right: the words of the other.
        before: the word in front of them, empty at the beginning of the texts.
        behind: the word behind them.
        is_scanned: other words of the texts were misread, so these may be.
        has_nouns: the texts are German, where nouns have capitals as names do.
    """
    if len(left) == len(right):
        pairs = [
            pair
            for pair in zip(left, right, strict=True)
            if not _are_one(*pair, is_scanned=is_scanned)
        ]
        left, right = [one for one, _ in pairs], [other for _, other in pairs]
    for kind, found in ((NUMBER, _numbers), (UNIT, _units), (UNIT, _dates)):
        if _stand_for(found(left), found(right)):
            return kind
    if _limits(left, before, behind) != _limits(right, before, behind):
        return NEGATION
    if before not in words(factwords.BEFORE_NOUNS) and _stand_for(_names(left), _names(right)):
        may_be_noun = has_nouns and _may_be_noun(left, right, before, behind)
        return PERHAPS_NAME if may_be_noun else NAME
    if left and right and are_opposite(_lower(left), _lower(right)):
        return OPPOSITE
    return _caseless_name("".join(left), "".join(right), opens=not before)


def _stand_for(one: list[str], other: list[str]) -> bool:
    """Whether facts stand in the place of others, or in another order."""
    if one == other:
        return False
    lost, added = Counter(one) - Counter(other), Counter(other) - Counter(one)
    if not lost and not added:
        return True
    return bool(lost and added) and "".join(one) != "".join(other)


def changed_fact(
    left: Sequence[str],
    right: Sequence[str],
    before: str = "",
    behind: str = "",
    *,
    is_scanned: bool = False,
    has_nouns: bool = False,
) -> str:
    """The same, where one of the two may be empty: its words were added."""
    if left and right:
        return replaced_fact(
            left, right, before, behind, is_scanned=is_scanned, has_nouns=has_nouns
        )
    return added_fact(left or right, before, behind)


def added_fact(added: Sequence[str], before: str, behind: str) -> str:
    """What fact words added between ``before`` and ``behind`` change; else empty."""
    if _limits(added, before, behind) != _limits((), before, behind):
        return NEGATION
    touches = (before and is_number(before), behind and is_number(behind))
    if touches[0] and (is_number(added[0]) or added[0].casefold() in words(datewords.MEASURES)):
        return NUMBER
    if touches[1] and is_number(added[-1]):
        return NUMBER
    return ""


def may_limit(added: Sequence[str], before: str, behind: str) -> bool:
    """Whether added words may change what their neighbours say: a number's, a name's reach."""
    if any(word and is_number(word) for word in (before, behind)):
        return True
    if not _lower(added).isdisjoint(words(factwords.DEPUTIES)):
        return True
    if added[0] >= _UNSPACED and _alters_word("".join(added)):
        return True
    named = all(word[0].isupper() for word in added) and len(added) <= 2
    return named and any(word[:1].isupper() for word in (before, behind))


def _alters_word(added: str) -> bool:
    """Whether characters added where no spaces part words may make another word of one.

    One ideograph does (a deputy of a mayor), unless it is a particle; a few letters of Thai do.
    """
    if _SPELT.search(added):
        return len(added) < _SHORTEST_SPELT
    return len(added) == 1 and "\u3040" <= added <= "\u9fff" and added not in factwords.PARTICLES


def is_german(some: Iterable[str]) -> bool:
    """Whether nouns have capitals in a text as names do."""
    return len(words(_GERMAN).intersection(some)) >= _FEWEST_GERMAN


def _are_one(word: str, other: str, *, is_scanned: bool) -> bool:
    """Whether two words are one that was damaged; one that is a fact is another unless alike."""
    if is_number(word) or is_number(other):
        return False
    if look_alike(word, other):
        return True
    if _is_telling(word) or _is_telling(other):
        return False
    return is_damaged(word, other, is_scanned=is_scanned)


def is_misread(word: str, other: str) -> bool:
    """Whether a word, no name and not a short one, differs in letters that look alike.

    Or in a letter that was lost inside it; at its ends one letter more may be its inflection.
    """
    shorter = min(len(word), len(other))
    if shorter < SHORTEST_DAMAGED or not word[:1].islower() or is_number(word):
        return False
    return look_alike(word, other) or lost_inside(word, other)


def _is_telling(word: str) -> bool:
    """Whether a word is a negation or has an opposite."""
    word = word.casefold()
    return word in words(factwords.NEGATIONS) or has_opposite(word)


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
        found += _unspaced_negation().findall("".join((before, *some, behind)))
    return found


def _numbers(some: Sequence[str]) -> list[str]:
    return [plain_number(word) for word in some if is_number(word)]


def _units(some: Sequence[str]) -> list[str]:
    return [word.casefold() for word in some if word.casefold() in words(datewords.MEASURES)]


def _dates(some: Sequence[str]) -> list[str]:
    return [word.casefold() for word in some if _is_date(word)]


def _is_date(word: str) -> bool:
    return word.casefold() in words(datewords.DATES) or word in datewords.UNSPACED_UNITS


def _names(some: Sequence[str]) -> list[str]:
    return [word.casefold() for word in some if word[0].isupper()]


def _may_be_noun(left: Sequence[str], right: Sequence[str], before: str, behind: str) -> bool:
    """Whether a German word that stands for another may name nobody: no capital stands by it."""
    by_itself = not (before[:1].isupper() or behind[:1].isupper())
    return by_itself and len(left) == len(right) == 1


def _caseless_name(left: str, right: str, *, opens: bool) -> str:
    """Whether two stretches name differently, where no capitals show it.

    A known first character of a family's name, the last of a place's, or the subject that opens
    a text; and perhaps in Chinese characters any word of the same length.
    """
    if not (_CASELESS.search(left) and _CASELESS.search(right)):
        return ""
    if opens or (left[0] in factwords.SURNAMES and right[0] in factwords.SURNAMES):
        return NAME
    if left[-1] in factwords.PLACES and right[-1] in factwords.PLACES:
        return NAME
    ideographs = all("\u3400" <= c <= "\u9fff" for c in left + right)
    return PERHAPS_NAME if ideographs and len(left) == len(right) in _NAME_CHARACTERS else ""


@cache
def _unspaced_negation() -> re.Pattern[str]:
    return re.compile(factwords.UNSPACED_NEGATION)


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"(?:https?://|www\.)[^\s<>\"”’)]+|[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\w)@\w+")
