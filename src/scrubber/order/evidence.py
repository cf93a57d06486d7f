"""Evidence that paragraphs belong to an article: they and the rest of it in, a score out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scrubber.order import words
from scrubber.order.words import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]{3,}")
_JOINED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{2,}")
_QUOTATION = re.compile(r"[“„«\"「『][^“„«\"「『]{3,}?[”“»\"」』]")
_STEM = 6
_SHORTEST_STEM = 5
_NOUNS_CAPITALISED = 0.2


@dataclass(frozen=True, slots=True)
class Evidence:
    """What paragraphs share with an article."""

    names: int
    words: int
    quotations: int
    speech: bool
    paragraphs: int

    @property
    def score(self) -> float:
        """The higher, the surer that they are part of it."""
        shared = 2 * min(self.names, 4) + min(self.words, 6)
        spoken = min(self.quotations, 2) + self.speech
        return shared + spoken + min(self.paragraphs - 1, 2)

    def __str__(self) -> str:
        parts = [
            f"{count} {what}{'s' if count > 1 else ''}"
            for count, what in (
                (self.names, "shared name"),
                (self.words if not self.names else 0, "shared word"),
                (self.quotations, "quotation"),
            )
            if count
        ]
        return ", ".join(parts) or "running prose"


class Vocabulary:
    """The names and words of all running prose of a text, counted by paragraphs."""

    def __init__(self, paragraphs: Iterable[str]) -> None:
        self.names: Counter[str] = Counter()
        self.words: Counter[str] = Counter()
        capitals = total = 0
        for paragraph in paragraphs:
            names, stems = _names(paragraph), _stems(paragraph)
            self.names.update(names)
            self.words.update(stems)
            capitals += len(names)
            total += len(stems)
        self._nouns = capitals > 0.8 * total

    def evidence(self, paragraphs: list[str]) -> Evidence:
        """What ``paragraphs``, themselves counted in, share with the rest."""
        own_names, own_words = Counter[str](), Counter[str]()
        for paragraph in paragraphs:
            own_names.update(_names(paragraph))
            own_words.update(_stems(paragraph))
        text = "\n".join(paragraphs)
        names = sum(self.names[name] > own for name, own in own_names.items())
        shared = sum(self.words[word] > own for word, own in own_words.items())
        return Evidence(
            names=0 if self._nouns else names,
            words=shared,
            quotations=len(_QUOTATION.findall(text)),
            speech=pattern(words.SPEECH).search(text) is not None,
            paragraphs=len(paragraphs),
        )


def _names(paragraph: str) -> set[str]:
    return {word for word in _WORD.findall(paragraph) if word[0].isupper()}


def _stems(paragraph: str) -> set[str]:
    stems = {
        word[:_STEM].casefold()
        for word in _WORD.findall(paragraph)
        if len(word) >= _SHORTEST_STEM and not _JOINED.match(word)
    }
    if paragraph.isascii():
        return stems
    for run in _JOINED.findall(paragraph):
        stems.update(run[at : at + 2] for at in range(len(run) - 1))
    return stems
