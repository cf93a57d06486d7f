"""The shingles of a text, its paragraphs as keys, and what is kept at hand of articles."""

from __future__ import annotations

from hashlib import blake2b
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrubber.dedupe.batches import portions
from scrubber.dedupe.cache import Cache
from scrubber.dedupe.facts import read, replaced_facts
from scrubber.dedupe.shingles import Groups, in_common, shingles_of
from scrubber.dedupe.tokens import PIECE, tokens_of

WORDS = st.sampled_from(("the", "Mill", "3rd", "snake_case", "café", "“so”", "дом", "—", "…", "Öl"))


def bare(text: str) -> list[str]:
    words = (word.strip("“”—….").lower() for word in text.split())
    return [word.replace("é", "e").replace("ö", "o") for word in words if word]


def hash_of(word: str) -> int:
    """As the hash is defined."""
    total = 0
    for place, byte in enumerate(word.encode()):
        value = int.from_bytes(blake2b(bytes([byte]), digest_size=8).digest(), "big") | 1
        total += value * 0x9E3779B97F4A7C15**place
    return total % (1 << 63)


def shingles(*texts: str) -> list[list[int]]:
    tokens = tokens_of(texts)
    found = shingles_of(Groups(tokens.hashes, tokens.counts)).each()
    return [some.tolist() for some in found]


def characters(text: str) -> list[int]:
    """The hashes of characters of scripts that set no spaces between words."""
    return [int(value ^ PIECE) for value in tokens_of([text]).hashes if value >= PIECE]


@given(st.lists(st.lists(WORDS).map(" ".join), max_size=4))
def test_words_of_paragraphs(parts: list[str]) -> None:
    tokens = tokens_of(parts)
    assert tokens.hashes.tolist() == [hash_of(word) for part in parts for word in bare(part)]
    assert tokens.counts.tolist() == [len(bare(part)) for part in parts]
    assert tokens.keys.tolist() == [key for part in parts for key in tokens_of([part]).keys]


@given(st.lists(st.lists(WORDS).map(" ".join), max_size=4))
def test_shingles_are_pairs_of_words(texts: list[str]) -> None:
    found = shingles(*texts)
    assert found == [shingles(text)[0] for text in texts]
    for text, some in zip(texts, found, strict=True):
        assert some == sorted(set(some))
        assert len(some) == len(set(pairwise(bare(text))) or set(bare(text)))


def test_shingles_where_no_spaces_part_words() -> None:
    assert characters("水曜日の朝に") == [hash_of("\1水曜日の朝"), hash_of("\1曜日の朝に")]
    assert characters("tea 茶") == [hash_of("\1茶")]
    both, tea, sign = shingles("tea 茶", "tea", "茶")
    assert both == sorted(tea + sign)


def test_shingles_in_common() -> None:
    one, other = map(np.array, shingles("the mill by the river", "by the river, by the mill"))
    assert in_common(one, other) == 3


@pytest.mark.parametrize("blank", ["  ", "\n", " \t", "\u00a0", "\u2003", "\u2028", " \n ", "\0"])
def test_blanks_in_a_paragraph_make_no_other(blank: str) -> None:
    line = "The mill by the river was sold to a couple who mean to bake bread in it again."
    first, *others = tokens_of([line, line.replace(" ", blank), f"{blank}{line}{blank}"]).keys
    assert others == [first, first]


def test_words_are_the_same_wherever_bytes_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = ["the mill by the river", "", "水曜日の朝に", "a" * 99, "again\nand\nagain café"]
    whole = tokens_of(parts)
    for size in (1, 7, 20):
        monkeypatch.setattr("scrubber.dedupe.tokens._AT_HAND", size)
        for found, known in zip(tokens_of(parts), whole, strict=True):
            assert found.tolist() == known.tolist()


def test_portions_end_with_what_makes_them_heavy() -> None:
    found = list(portions([1, 2, 3, 9, 1, 1], lambda one: one, 4))
    assert found == [[1, 2, 3], [9], [1, 1]]


def test_paragraphs_without_words_are_not_told_apart() -> None:
    assert tokens_of(["* * *", "", "⁂"]).keys.tolist() == [0, 0, 0]


def test_reading() -> None:
    reading = read("A heading\n\nIn May 1,200 of 3.5 million rows, the 12th Café and Ölmühle x-ray")
    assert reading.words == [
        *("In", "May", "1,200", "of", "3.5", "million", "rows", "the", "12th", "Café", "and"),
        *("Ölmühle", "x", "ray"),
    ]
    assert sorted(reading.telling.split()) == [
        *("1,200", "12th", "3.5", "Café", "In", "May", "million", "Ölmühle"),
    ]  # fmt: skip


@given(st.text("ab19 2_.,:/-’٣\n", max_size=30))
def test_words_of_ascii_letters_are_those_of_others(text: str) -> None:
    assert read(f"{text} Ω").words == [*read(f"{text} -").words, "Ω"]


NUMERALS: list[tuple[str, str, int]] = [
    ("明天最高气温四十八度，有雨。", "明天最高气温三十二度，有雨。", 1),
    ("明天最高气温48度，有雨。", "明天最高气温４８度，有雨。", 0),
    ("ستبلغ الحرارة ٣٫٥ درجة غدا", "ستبلغ الحرارة ٤٫٨ درجة غدا", 1),
    ("ستبلغ الحرارة ٣٥ درجة غدا", "ستبلغ الحرارة 35 درجة غدا", 0),
    ("It opens on the 12th of May", "It opens on the 24th of May", 1),
    ("It opens with three rooms", "It opens with Three rooms", 0),
    ("It opens with three rooms", "It opens with 15 rooms", 1),
]


@pytest.mark.parametrize(("one", "other", "count"), NUMERALS)
def test_facts_are_whole_numbers(one: str, other: str, count: int) -> None:
    assert replaced_facts(read(one), read(other)).replaced == count


def test_cache_keeps_what_has_room() -> None:
    asked: list[int] = []

    def compute(number: int) -> str:
        asked.append(number)
        return "x" * number

    cache = Cache(compute, len, 10)
    assert [len(cache[number]) for number in (4, 5, 4, 6, 4, 40, 6)] == [4, 5, 4, 6, 4, 40, 6]
    assert asked == [4, 5, 6, 4, 40, 6]
    assert sum(map(len, cache.values())) <= 40
