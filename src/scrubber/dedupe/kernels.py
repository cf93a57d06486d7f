"""What is computed batch by batch, in whatever process: texts and numbers in, arrays out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from scrubber.dedupe.shingles import Groups, shingles_of, sketches_of
from scrubber.dedupe.tokens import tokens_of
from scrubber.dedupe.words import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from numpy.typing import NDArray

    from scrubber.dedupe.tokens import Hashes, Numbers

SHORTEST = 40
"""Characters; a shorter paragraph is a heading or a line of a table, no furniture."""
_HEAD = 2


class Words(NamedTuple):
    """What is known of an article once it was read: its paragraphs, as far as words matter."""

    damage: int
    keys: Hashes
    """Of each paragraph; see ``Tokens``."""
    counts: Numbers
    hashes: Hashes

    @classmethod
    def unpacked(cls, data: bytes) -> Words:
        """An article that was packed."""
        record = np.frombuffer(data, "<u8").astype(np.uint64, copy=False)
        parts, damage = map(int, record[:_HEAD])
        ends = _HEAD + parts, _HEAD + 2 * parts
        counts = record[ends[0] : ends[1]].view(np.int64)
        return cls(damage, record[_HEAD : ends[0]], counts, record[ends[1] :])


def staying(articles: Sequence[Words], furniture: Set[int]) -> NDArray[np.bool_]:
    """Which paragraphs of articles are no furniture; all of one that has no others.

    Args:
        articles: some.
        furniture: the keys of paragraphs.
    """
    keys = [article.keys.tolist() for article in articles]
    stays = np.array([key not in furniture for some in keys for key in some], np.bool_)
    owner = np.repeat(np.arange(len(keys)), list(map(len, keys)))
    left = np.bincount(owner, stays, len(keys))
    return stays | (left == 0)[owner]


class Read(NamedTuple):
    """A batch of articles that were read."""

    packed: list[bytes]
    """The words of each; see ``Words``."""
    marks: Numbers
    """The keys of their long paragraphs, once for each article."""
    articles: Numbers
    """The article of each of these, by its place in the batch."""


class Sketches(NamedTuple):
    """A batch of sketches."""

    shingles: list[bytes]
    """Of each article, all of them in order, eight bytes each."""
    sketch: Numbers
    following: Numbers
    """What stands behind each value of ``sketch`` in that of the same article; 0 at its end."""
    sizes: Numbers
    """How much of ``sketch`` is of each article."""
    words: list[int]
    damage: list[int]


def read(texts: Sequence[str]) -> Read:
    """The words of articles."""
    parts = [paragraphs(text) for text in texts]
    every = [part for some in parts for part in some]
    tokens = tokens_of(every)
    bounds = np.cumsum([0, *map(len, parts)])
    ends = np.append(0, np.cumsum(tokens.counts))[bounds]
    counts = tokens.counts.astype(np.uint64)
    packed = []
    for n, text in enumerate(texts):
        some = slice(bounds[n], bounds[n + 1])
        head = np.array((bounds[n + 1] - bounds[n], damage_of(text)), np.uint64)
        words = tokens.hashes[ends[n] : ends[n + 1]]
        record = np.concatenate((head, tokens.keys[some], counts[some], words))
        packed.append(record.astype("<u8", copy=False).tobytes())
    long = np.fromiter(map(len, every), np.int64, len(every)) >= SHORTEST
    long &= tokens.keys != 0
    marks = tokens.keys[long].astype(np.int64)
    articles = np.repeat(np.arange(len(texts)), np.diff(bounds))[long]
    order = np.lexsort((marks, articles))
    marks, articles = marks[order], articles[order]
    again = (np.diff(marks, prepend=-1) == 0) & (np.diff(articles, prepend=-1) == 0)
    return Read(packed, marks[~again], articles[~again])


def sketches(articles: Sequence[Words], furniture: Set[int]) -> Sketches:
    """The shingles of articles without their furniture, and a sketch of each."""
    counts = np.concatenate([article.counts for article in articles])
    counts[~staying(articles, furniture)] *= -1
    stays = np.repeat(counts > 0, np.abs(counts))
    hashes = np.concatenate([article.hashes for article in articles])
    bounds = np.cumsum([0, *(len(article.counts) for article in articles)])
    total = np.concatenate(([0], np.cumsum(np.maximum(counts, 0))))
    words = Groups(hashes[stays], np.diff(total[bounds]))
    shingles = shingles_of(words)
    sketch = sketches_of(shingles)
    values = sketch.values.astype(np.int64)
    following = np.append(values[1:], 0)
    following[np.cumsum(sketch.sizes) - 1] = 0
    return Sketches(
        [some.astype("<u8", copy=False).tobytes() for some in shingles.each()],
        values,
        following,
        sketch.sizes,
        words.sizes.tolist(),
        [article.damage for article in articles],
    )


def damage_of(text: str) -> int:
    """How many places of a text are visibly broken: lost characters, mojibake, markup."""
    if text.isascii() and "&" not in text and "<" not in text:
        return 0
    return len(_broken().findall(text))


@cache
def _broken() -> re.Pattern[str]:
    lost = map(chr, (0xFFFD, 0xAD, *range(0x80, 0xA0)))
    mojibake = (rf"{sign}[\u00a0-\u00bf]" for sign in "ÃÂ")
    markup = r"&(?:#\w{1,7}|[a-zA-Z]{2,8});", r"</?[a-zA-Z][^<>\n]{0,200}>"
    # each begins with one character: of these a set is made that a text is searched for
    return re.compile("|".join((*lost, *mojibake, "â€", *markup)))
