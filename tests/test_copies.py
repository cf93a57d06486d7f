"""Paragraphs that stand twice: which go, which stay, and that nothing is lost with them."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scrubber
from scrubber.blocks import read
from scrubber.core import clean_document
from scrubber.model import Origin
from scrubber.settings import Settings
from scrubber.similarity.candidates import candidate_pairs

CASES = Path(__file__).parent / "cases" / "blocks"


def marked_cases() -> list[tuple[str, list[str]]]:
    """Name and marked paragraphs of each case (the marks: see copies-plain.txt)."""
    found = []
    for path in sorted(CASES.glob("copies-*.txt")):
        for case in path.read_text(encoding="utf-8").split("\n== ")[1:]:
            name, _, text = case.partition("\n")
            found.append((name, text.strip().split("\n\n")))
    return found


def joined(blocks: list[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def before_and_after(marked: list[str]) -> tuple[str, str]:
    before = [block.removeprefix("~ ").removeprefix("+ ") for block in marked]
    moved = [block[2:] for block in marked if block.startswith("+ ")]
    after = []
    for block in marked:
        if block.startswith("~ "):
            after += moved
            moved = []
        elif not block.startswith("+ "):
            after.append(block)
    return joined(before), joined(after)


@pytest.mark.parametrize(
    ("name", "marked"), marked_cases(), ids=[name for name, _ in marked_cases()]
)
def test_case(name: str, marked: list[str]) -> None:
    before, after = before_and_after(marked)
    assert scrubber.clean(before).text == after
    assert scrubber.clean(after).text == after


PARAGRAPHS = (
    "The harbour office in Selby will move to the old customs house in June, after forty years "
    "in a building that leaks whenever it rains.",
    "Fishermen from the eastern quay have asked for a shelter of their own, because the new one "
    "stands half a mile from their boats.",
    "Das Hafenbuch, in dem seit dreißig Jahren jedes Schiff mit Namen, Tag und Ladung steht, "
    "bekommt im Zollhaus ein eigenes Zimmer mit einem Fenster zum Wasser.",
    "Le gardien du phare, qui a vu passer trois maires et deux tempêtes, pense que la vieille "
    "maison du quai devrait devenir une école de voile.",
    "Старый смотритель маяка считает, что дом на набережной надо отдать детям, которые учатся "
    "ходить под парусом, потому что другого места у них нет.",
    "港口旁边的小学校长说，孩子们已经画好了新教室的图，希望旧房子修好屋顶以后可以用来教大家怎样造船、怎样看天气，也怎样在雾里听钟声。",
)
SHORT = "Nobody at the office was sorry."
ORDERS = st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=12)


@given(ORDERS)
def test_each_paragraph_stays_once_where_it_stood_first(order: list[str]) -> None:
    cleaned = scrubber.clean(joined([SHORT, *order])).text
    assert cleaned == joined([SHORT, *dict.fromkeys(order)])
    assert scrubber.clean(cleaned).text == cleaned


@given(ORDERS, st.data())
def test_a_copy_that_was_cut_loses_nothing(order: list[str], data: st.DataObject) -> None:
    cut = data.draw(st.sampled_from(order))
    part = cut[: len(cut) * 2 // 3]
    teaser = (part.rpartition(" ")[0] or part) + "…"
    place = data.draw(st.integers(0, len(order)))
    cleaned = scrubber.clean(joined([SHORT, *order[:place], teaser, *order[place:]])).text
    assert sorted(cleaned.rstrip("\n").split("\n\n")) == sorted({SHORT, *order})
    assert scrubber.clean(cleaned).text == cleaned


def test_a_list_of_markdown_keeps_its_heading() -> None:
    section = ["## What closes", PARAGRAPHS[0], "- the pool\n- the sauna"]
    text = joined([*section, PARAGRAPHS[1], *section, PARAGRAPHS[2]])
    after = [*section, PARAGRAPHS[1], section[0], section[2], PARAGRAPHS[2]]
    result = clean_document(read(text, "markdown", Origin()), Settings())
    assert result.text == joined(after)


EDITED = (
    (
        "The harbour office in Selby will move to the old customs house in June, after forty years "
        "in a building that leaks whenever it rains.",
        "The harbour office in Selby will not move to the old custom house in June, after its "
        "forty years in a building that leaks whenever it rains.",
        "a negation differs",
    ),
    (
        "Das Hafenbuch, in dem seit dreißig Jahren jedes Schiff mit Namen, Tag und Ladung steht, "
        "bekommt im Zollhaus ein eigenes Zimmer mit einem Fenster zum Wasser.",
        "Das Hafenbuch, in dem seit dreißig Jahren jedes Schiff mit Namen, Tag und Ladung steht, "
        "bekommt nun im Zollhaus ein eigenes Regal mit einem Fenster zum Wasser.",
        "perhaps a name differs",
    ),
    (
        "港口旁边的小学校长说，孩子们已经画好了新教室的图，希望旧房子修好屋顶以后可以用来教大家"
        "怎样造船、怎样看天气。",
        "港口旁边的小学校长说，孩子们早就画好了新教室的图，希望旧房子修好屋顶以后可以用来教大家"
        "怎样造船、学习看天气。",
        "perhaps a name differs",
    ),
)


@pytest.mark.parametrize(("one", "other", "said"), EDITED, ids=["en", "de", "zh"])
def test_an_edited_copy_with_a_doubtful_fact_is_pointed_out(
    one: str, other: str, said: str
) -> None:
    text = joined([SHORT, one, PARAGRAPHS[1], other, "It rains on Mondays."])
    result = scrubber.clean(text, unsafe_fixes=True)
    assert result.text == text
    assert [said in finding.message for finding in result.findings] == [True]


@pytest.mark.parametrize("very_many", [5_000, 120_000])
def test_near_copies_are_found_among_very_many_paragraphs(
    very_many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scrubber.similarity.candidates._VERY_MANY", very_many)
    ferry = "the ferry northern line between harbours carried passengers vehicles until evening"
    texts = [" ".join(f"w{n}{k}" for k in range(9)) for n in range(6000)]
    texts[40], texts[5900] = f"{ferry} without interruption", f"{ferry} without incident"
    assert list(candidate_pairs(texts)) == [(40, 5900)]


OATH = (
    "I will serve the people of this town without fear or favour, keep its books open, and leave "
    "its affairs in better order than I found them."
)


def test_what_may_be_meant_is_reported_and_goes_when_asked() -> None:
    text = joined(["Margaret Dole", OATH, "Henry Pask", OATH, SHORT])
    result = scrubber.clean(text)
    assert result.text == text
    assert [(f.code, f.message) for f in result.findings] == [
        ("DUP001", "repeats line 3, maybe on purpose (identical); unsafe fix removes it")
    ]
    asked = scrubber.clean(text, unsafe_fixes=True)
    assert asked.text == joined(["Margaret Dole", OATH, "Henry Pask", SHORT])


TRAM = (
    "The council met on Tuesday to weigh the new tram line against the old one, which has run "
    "since the year the harbour was dug."
)
PLACES = (
    "Monday",
    "Tuesday",
    TRAM,
    "A second vote is planned for the autumn, once the noise report is in and the board has read "
    "what the neighbours wrote to it.",
    "The council met on Tuesday to weigh the new tram line … Read more",
    TRAM.replace("the year the", "the year that the"),
)


def test_fixes_that_are_asked_for_go_with_the_safe_ones() -> None:
    longer = ((0, 0, 2, 4, 5), (2, 4, 2, 0, 5), (3, 4, 3, 0, 2))
    for order in (*product(range(6), repeat=4), *longer):
        text = joined([PLACES[number] for number in order])
        once = scrubber.clean(text, unsafe_fixes=True).text
        assert scrubber.clean(once, unsafe_fixes=True).text == once, order


def test_a_name_over_a_bio_makes_it_no_other_text() -> None:
    bio = (
        "Nora Whitfield is a reporter who has written about crafts and old buildings since 2011 "
        "and lives in Selby with two dogs."
    )
    page = [*PARAGRAPHS[:2], "About the author", bio]
    assert scrubber.clean(joined([*page, "Nora Whitfield", bio])).text == joined(
        [*page, "Nora Whitfield"]
    )


def test_sections_that_stand_in_a_row_go_together() -> None:
    section = [
        "About the author",
        "Mina Falk is a reporter who covers the coast and its islands for us.",
    ]
    heading, bio = section
    text = joined([*section, *section, *[heading] * 3, *[bio] * 3])
    cleaned = scrubber.clean(text).text
    assert cleaned == joined(section)


def test_paragraphs_that_alternate_settle() -> None:
    head = "About the author"
    vote = "A second vote is planned for the autumn, once the noise report is in."
    council = "The council met on Tuesday to weigh the new tram line against the old one."
    for a, b in ((head, vote), (head, council), (vote, council)):
        for pattern in ("ABABBBBBAAAAAAAABBB", "BABBBBBABBAAAABBBA", "AABABBABABBABAABBABA"):
            text = "\n\n".join({"A": a, "B": b}[letter] for letter in pattern) + "\n"
            cleaned = scrubber.clean(text).text
            assert scrubber.clean(cleaned).text == cleaned
