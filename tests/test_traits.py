"""A rule is not called where what it needs is missing, and would find nothing there."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrubber.blocks import read
from scrubber.model import Origin, Stage
from scrubber.options import from_options
from scrubber.rules import Rule, all_rules
from scrubber.traits import (
    BEYOND_ASCII,
    FILE,
    LOOSE_BLANKS,
    MARKUP,
    UNPRINTABLE,
    signs_of,
    traits_of,
)

PIECES = (
    "The ferry", "is late", "  ", " ", "\n", "\n\n", "\n\n\n", "\t", "'", '"', "''", "``", "<b>",
    "<!-- x -->", "</b>", "&eacute;", "&", "\r\n", "\x07", "\x0c", "\u2028", "\u200b", "é",
    "\ufe0f", "e\u0301", "\u00a0", "\x93", "Ã©", "â€œ", "\ufffd", "\ufeff", "“", "”", "’", "«",
    "»", "「", "\ud800",
)  # fmt: skip
OPTIONS: tuple[dict[str, Any], ...] = ({}, {"quotes": "curly"}, {"quotes": "straight"})


@pytest.mark.parametrize(
    ("text", "traits"),
    [
        ("The ferry leaves at noon, on time.", set()),
        ("One line.\n\nAnother - the last.\n", {"\n"}),
        ('It is "late" & old.', {'"', "&"}),
        ("Two  blanks.", {LOOSE_BLANKS}),
        ("At the end. \nOf a line.", {"\n", LOOSE_BLANKS}),
        (" At its start.", {LOOSE_BLANKS}),
        ("Far\n\n\napart.", {"\n", LOOSE_BLANKS}),
        ("A tab:\t.", {":", "\t", LOOSE_BLANKS, UNPRINTABLE}),
        ("The café.", {BEYOND_ASCII}),
        ("Much\u00a0space!", {"!", BEYOND_ASCII, LOOSE_BLANKS, UNPRINTABLE}),
    ],
)
def test_traits(text: str, traits: set[str]) -> None:
    assert traits_of(read(text, "text", Origin())) == traits


def test_traits_of_a_source() -> None:
    document = read("Plain.", "markdown", Origin(whole_file=True))
    assert traits_of(document) == {FILE, MARKUP}


def test_signs_stay_in_order() -> None:
    assert signs_of(read("“Ça va?”\n'No', she said.", "text", Origin())) == "“Ç?”\n''"


@given(st.lists(st.sampled_from(PIECES)).map("".join), st.sampled_from(OPTIONS))
def test_no_rule_finds_work_without_what_it_needs(text: str, options: dict[str, Any]) -> None:
    document = read(text, "text", Origin())
    settings = from_options(**options)
    for rule in all_rules():
        if rule.needs and rule.needs.isdisjoint(traits_of(document)):
            assert not rule.problems(document, settings), rule.code


@pytest.mark.parametrize("need", ["a", " ", "é", "==", ""])
def test_a_rule_needs_what_a_text_is_known_by(need: str) -> None:
    module: Any = SimpleNamespace(
        CODE="WSP999", NAME="x", STAGE=Stage.WHITESPACE, NEEDS={need}, check=None, __doc__="X."
    )
    with pytest.raises(ValueError, match="WSP999 needs"):
        Rule(module)
