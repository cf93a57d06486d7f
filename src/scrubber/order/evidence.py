"""Evidence that paragraphs belong to an article: they and the rest of it in, a score out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from scrubber.order import words
from scrubber.order.bio import is_bio
from scrubber.order.terms import find

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]{2,}")
_LATIN_WORD = re.compile(r"[A-Za-zª²³µ¹º¼-¾À-ÖØ-öø-ʯ]{2,}")
"""The same where nothing is ``_BEYOND_LATIN``: a set that is spelled out is read faster."""
_BEYOND_LATIN = re.compile(r"[^\x00-\u02af\u2010-\u2027]")
_IDEOGRAPHS = re.compile(r"[\u30a1-\u30ff\u3400-\u9fff]{2,}")
_ABUGIDA = re.compile(r"[\u0900-\u0dff]{3,}|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{4,}")
"""Words of scripts that set vowels around letters; where these set no spaces, whole phrases."""
_SYLLABIC = re.compile(r"[\uac00-\ud7a3]{2,}|[\u0590-\u06ff]{4,}")
_UNCASED = "\u0590"
_UNCASED_LETTER = re.compile(r"[\u0590-\u1cff\u3040-\ud7a3]")
_QUOTATION = re.compile(r"[“„«\"「『][^“„«\"「『”»」』]{3,}[”“»\"」』]")
_OPENS, _STOPS = "\"“„«‘'「『‹(\\[", ".!?…:。"
_SENTENCE_OPENER = re.compile(
    rf"[{_OPENS}{_STOPS}](?:(?<=[{_OPENS}])|(?<=[{_STOPS}])[\W\d_])([^\W\d_]{{2,}})"
)
"""A word behind a mark that opens, or behind one that ends and a blank.

Both marks stand in one set before the cases part, as the engine skips quickly to a known set.
"""
_STEM = 6
_SHORTEST_STEM = 5
_SYLLABLES = 2
"""The stem of a word written in syllables or without vowels is as short as this, or twice that."""
_NOUNS_CAPITALISED = 0.3
"""Share of names in a text from which its language must write nouns with a capital."""


class Terms:
    """The words of some paragraphs, each counted by the paragraphs that have it."""

    def __init__(self, paragraphs: Iterable[_Words]) -> None:
        self._paragraphs = list(paragraphs)

    @cached_property
    def names(self) -> Counter[str]:
        """Words with a capital within a sentence."""
        return Counter(chain.from_iterable(words.names for words in self._paragraphs))

    @cached_property
    def openers(self) -> Counter[str]:
        """Words with a capital at the start of one."""
        return Counter(chain.from_iterable(words.openers for words in self._paragraphs))

    @cached_property
    def stems(self) -> Counter[str]:
        """The beginnings of longer words."""
        return Counter(chain.from_iterable(words.stems for words in self._paragraphs))

    @cached_property
    def pairs(self) -> Counter[str]:
        """Pairs of characters, in scripts without spaces."""
        return Counter(chain.from_iterable(words.pairs for words in self._paragraphs))

    @cached_property
    def lower(self) -> frozenset[str]:
        """Words without a capital."""
        return frozenset().union(*(words.lower for words in self._paragraphs))


class _Words(NamedTuple):
    """The words of one paragraph, as ``Terms`` counts them."""

    names: set[str]
    openers: set[str]
    stems: set[str]
    pairs: set[str]
    lower: set[str]


def _words_of(paragraph: str) -> _Words:
    is_latin = not _BEYOND_LATIN.search(paragraph)
    found = (_LATIN_WORD if is_latin else _WORD).findall(paragraph)
    words = set(found)
    capitals = Counter([word for word in found if word[0].isupper()])
    opening = Counter(_SENTENCE_OPENER.findall(f"({paragraph}"))  # its first word opens one
    stems = {
        word[:_STEM].casefold() for word in words if len(word) >= _SHORTEST_STEM and word < _UNCASED
    }
    pairs = set[str]()
    if not is_latin and _UNCASED_LETTER.search(paragraph):
        stems |= _uncased_stems(paragraph)
        pairs = _pairs(paragraph)
    return _Words(
        names={word for word, count in capitals.items() if count > opening.get(word, 0)},
        openers=capitals.keys() & opening.keys(),
        stems=stems,
        pairs=pairs,
        lower=words.difference(capitals),
    )


def _uncased_stems(paragraph: str) -> set[str]:
    """The beginnings of words in scripts without capitals that set spaces."""
    words = _SYLLABIC.findall(paragraph)
    stems = {word[:_SYLLABLES] for word in words if word[0] >= "\uac00"}
    stems |= {word[: 2 * _SYLLABLES] for word in words if word[0] < "\uac00" and len(word) > 3}
    return stems | {word[:_STEM] for word in _ABUGIDA.findall(paragraph)}


def _pairs(paragraph: str) -> set[str]:
    runs = _IDEOGRAPHS.findall(paragraph)
    return {run[at : at + 2] for run in runs for at in range(len(run) - 1)}


def without_quotations(text: str) -> str:
    """A text less what people say in it."""
    return _QUOTATION.sub(" ", text)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What paragraphs share with the rest of an article."""

    names: int
    words: int
    quotations: int
    speech: bool
    paragraphs: int

    @property
    def score(self) -> float:
        """The higher, the surer that they are part of it."""
        shared = 2 * min(self.names, 4) + min(self.words, 6)
        return shared + min(self.quotations, 2) + self.speech + min(self.paragraphs - 1, 2)

    def __str__(self) -> str:
        shared = (self.names, "shared name") if self.names else (self.words, "shared word")
        found = (shared, (self.quotations, "quotation"))
        parts = [f"{count} {what}{'s' if count > 1 else ''}" for count, what in found if count]
        return ", ".join(parts) or "running prose"


class Vocabulary:
    """The words of all running prose of a text, bios apart; they are counted when asked for."""

    def __init__(self, paragraphs: Iterable[str]) -> None:
        self._paragraphs = list(paragraphs)
        self._words: dict[str, _Words] = {}
        self._bios: dict[str, bool] = {}

    @cached_property
    def terms(self) -> Terms:
        """The words, each with the number of paragraphs that have it."""
        return self.terms_of_text(self._paragraphs)

    def terms_of_text(self, paragraphs: Iterable[str]) -> Terms:
        """The words of ``paragraphs``, bios apart."""
        return self.terms_of(text for text in paragraphs if not self._is_bio(text))

    def _is_bio(self, text: str) -> bool:
        if text not in self._bios:
            self._bios[text] = is_bio(text)
        return self._bios[text]

    def terms_of(self, paragraphs: Iterable[str]) -> Terms:
        """The words of ``paragraphs``; each is read once, though asked for in several places."""
        return Terms(map(self._words_in, paragraphs))

    def _words_in(self, paragraph: str) -> _Words:
        if paragraph not in self._words:
            self._words[paragraph] = _words_of(paragraph)
        return self._words[paragraph]

    @cached_property
    def _nouns(self) -> bool:
        names = self.terms.names.total()
        return names > _NOUNS_CAPITALISED * (names + self.terms.stems.total())

    def shared_names(self, own: Terms, counted: Terms) -> int:
        """How many names of ``own`` other paragraphs have; ``counted`` in already are some."""
        if self._nouns:
            return 0
        names, lower = self.terms.names, self.terms.lower
        return sum(
            names[word] > counted.names[word] and word.casefold() not in lower
            for word in (own.names.keys() | own.openers.keys()) & names.keys()
        )

    def shared_words(self, own: Terms, counted: Terms) -> int:
        """The same of words; two pairs of characters make one."""
        stems, pairs = self.terms.stems, self.terms.pairs
        shared = sum(stems[it] > counted.stems[it] for it in own.stems.keys() & stems.keys())
        paired = sum(pairs[it] > counted.pairs[it] for it in own.pairs.keys() & pairs.keys())
        return shared + (paired + 1) // 2

    def evidence(self, paragraphs: list[str]) -> Evidence:
        """What ``paragraphs``, themselves counted in, share with the rest."""
        own = self.terms_of(paragraphs)
        text = "\n".join(paragraphs)
        return Evidence(
            names=self.shared_names(own, own),
            words=self.shared_words(own, own),
            quotations=len(_QUOTATION.findall(text)),
            speech=find(words.SPEECH, text) is not None,
            paragraphs=len(paragraphs),
        )
