"""What the filter drops, ftfy would have left as it is: the filter changes no result."""

from __future__ import annotations

import random
import re
from itertools import product
from typing import TYPE_CHECKING

import ftfy
import pytest
from ftfy.badness import MOJIBAKE_CATEGORIES
from hypothesis import given
from hypothesis import strategies as st

from scrubber.mojibake.suspect import is_suspect

if TYPE_CHECKING:
    from collections.abc import Iterable

# Whole sequences are what the filter looks for. Sequences that lost a byte count only beside
# whole ones, and controls have a rule of their own.
WHOLE_SEQUENCES = ftfy.TextFixerConfig(
    restore_byte_a0=False, replace_lossy_sequences=False, fix_c1_controls=False, explain=False
)
CLASS = re.compile(f"[{''.join(MOJIBAKE_CATEGORIES.values())}]")
NAMED = [c for c in map(chr, range(0x80, 0x10000)) if CLASS.match(c)]
CONTEXTS = ("a{}z", "Il {}, »{}« {}.")


C1_AS_CP1252 = {
    byte: bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)
}


def ftfy_repairs(line: str) -> bool:
    # ftfy stands in U+001A for a lost character, and reads controls as cp1252.
    repaired = ftfy.fix_encoding(line, WHOLE_SEQUENCES).replace("\x1a", "\ufffd")
    if "\0" in repaired:
        return False  # an overlong sequence, which is no UTF-8
    return repaired.translate(C1_AS_CP1252) != line.translate(C1_AS_CP1252)


def overlooked(pairs: Iterable[tuple[str, str]]) -> list[str]:
    lines = (context.replace("{}", a + b) for a, b in pairs for context in CONTEXTS)
    return [line for line in lines if not is_suspect(line) and ftfy_repairs(line)]


def test_a_sample_of_pairs() -> None:
    chosen = random.Random(1).sample(list(product(NAMED, NAMED)), 10_000)
    assert overlooked(chosen) == []


@pytest.mark.exhaustive
def test_all_pairs() -> None:
    assert overlooked(product(NAMED, NAMED)) == []


@given(st.text(st.sampled_from([*NAMED, *"aZ .,\n"]), max_size=30))
def test_random_lines(text: str) -> None:
    for line in text.split("\n"):
        assert is_suspect(line) or not ftfy_repairs(line)


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_ascii_is_never_suspect(text: str) -> None:
    assert not is_suspect(text)


@pytest.mark.parametrize(
    "text",
    [
        "“It’s late,” she said — and it wasn’t the first time…",
        "‘Is it ‘late’?’ – “‘Yes’”",
        "Der Zug nach Köln fährt früher: „Wir schließen“, größer, ÄÖÜ",
        "Поезд в Казань сегодня уходит раньше, чем обычно.",
        "今日の列車はいつもより早く出発します。",
        "오늘 기차는 평소보다 일찍 출발합니다.",
    ],
)
def test_sound_text_is_not_suspect(text: str) -> None:
    assert not is_suspect(text)
