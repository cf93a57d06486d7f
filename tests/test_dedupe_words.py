"""The shingles of a text, its paragraphs as keys, and what is kept at hand of articles."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrubber.dedupe.cache import Cache
from scrubber.dedupe.facts import read, replaced_facts
from scrubber.dedupe.furniture import keys_of
from scrubber.dedupe.words import folded, hash_of, shingles

WORDS = st.sampled_from(("the", "mill", "3rd", "snake_case", "café", "“so”", "дом", "—", "…", "Öl"))


@given(st.lists(WORDS))
def test_shingles_are_pairs_of_words(words: list[str]) -> None:
    text = folded(" ".join(words))
    bare = [word.strip("“”—.") for word in text.split()]
    hashes = [hash_of(word) for word in bare if word]
    pairs = {(one >> 1) ^ other for one, other in pairwise(hashes)}
    assert shingles(text) == (pairs or set(hashes))


def test_shingles_where_no_spaces_part_words() -> None:
    assert shingles("水曜日の朝に") == {hash_of("水曜日の朝"), hash_of("曜日の朝に")}
    assert shingles("tea 茶") == {hash_of("茶")}


@pytest.mark.parametrize("blank", ["  ", "\n", " \t", "\u00a0", "\u2003", "\u2028", " \n "])
def test_blanks_in_a_paragraph_make_no_other(blank: str) -> None:
    line = "The mill by the river was sold to a couple who mean to bake bread in it again."
    assert keys_of([line.replace(" ", blank), f"{blank}{line}{blank}"]) == keys_of([line, line])


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
