"""Lists of terms: which words of a text they find, where, and in what time."""

from __future__ import annotations

import pytest

from scrubber.order import words
from scrubber.order.evidence import Vocabulary
from scrubber.order.terms import find, find_all, opens

TERMS = "born in, studi-, of., ende$, город- // 大学, journalist"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She was born in Lund.", "born in"),
        ("born in Lund", "born in"),
        ("“Studied here", "studi"),
        ("newborn inside", ""),
        ("a city_of stone", "of"),
        ("often", ""),
        ("Das Ende.", "ende"),
        ("Das Ende kam", ""),
        ("Пригородом", ""),
        ("в городе", "город"),
        ("毕业于北京大学。", "大学"),
        ("Videojournalistin of note", "journalist"),
    ],
)
def test_the_first_word_of_a_list_is_found(text: str, found: str) -> None:
    span = find(TERMS, text)
    assert (text[slice(*span)].lower() if span else "") == found


def test_a_text_opens_with_a_word_of_a_list() -> None:
    assert opens(TERMS, "Born in Lund") == (0, 7)
    assert opens(TERMS, "大学生") == (0, 2)
    assert opens(TERMS, " born in Lund") is None
    assert opens(TERMS, "Ende kam") is None


def test_all_words_are_found_in_time_that_grows_with_the_text() -> None:
    assert find_all(TERMS, "studied, studies of journalists") == {"studi", "of", "journalist"}
    assert len(find_all(words.LIFE, "毕业" * 300_000)) == 1


def test_the_words_of_a_text_are_runs_of_letters_in_any_script() -> None:
    letters = [chr(code) for code in range(0x2B0) if chr(code).isalpha()]
    text = " ".join(f"{letter}{letter}{letter}{letter}{letter}" for letter in letters)
    latin, other = (Vocabulary([it]).terms for it in (text, f"{text} Ωω"))
    assert latin.stems == other.stems
    assert other.lower - latin.lower == set()
    assert len(latin.stems) == len({(letter * 5)[:6].casefold() for letter in letters})
