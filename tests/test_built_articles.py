"""Articles built with planted copies, author sections and strays: nothing they say is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

import scrubber

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = ("Nora Hale", "Piet Aalbers", "Ines Marchetti", "Jonas Ruud", "Lucía Ferrer", "Öykü Tan")
PLACES = ("Selby", "Lowmoor", "Tarnwick", "Saint-Aubin", "Vik")
BODIES = (
    "{name} told the council of {place} that {number} boats had left the old harbour since spring, "
    "and that the rest would follow before the ice came back.",
    "“We counted {number} of them,” said {name}, who has kept the lighthouse near {place} for most "
    "of a long life and does not trust the new machines.",
    "The school in {place} has {number} children, and {name} drives each of them home over the "
    "causeway whenever the tide leaves time enough for it.",
    "In {place} the price of bread rose by {number} per cent; {name}, the last baker there, "
    "blames the ferry, the flour and the weather in this order.",
)
BIOS = (
    "{name} is a reporter who writes about islands and the people who stay on them. "
    "She lives in {place}.",
    "{name} covers harbours for the paper and is the author of {number} books on the sea.",
)
HEADING = "About the author"


def _filled(templates: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda template, **facts: template.format(**facts),
        st.sampled_from(templates),
        name=st.sampled_from(NAMES),
        place=st.sampled_from(PLACES),
        number=st.integers(2, 999),
    )


def _typography(text: str) -> str:
    return text.replace("“", '"').replace("”", '"').replace(", ", ",  ")


def _cut(text: str) -> str:
    return text[: len(text) * 2 // 3].rpartition(" ")[0] + "… Read more"


def _other_number(text: str) -> str:
    return re.sub(r"\d+", lambda match: str(int(match[0]) + 1), text)


COPIES: st.SearchStrategy[Callable[[str], str]] = st.sampled_from(
    (str, _typography, str.upper, _cut, _other_number)
)


@st.composite
def articles(draw: st.DrawFn) -> list[str]:
    """The blocks of an article: body, copies of it, perhaps a section, perhaps strays behind it."""
    body = draw(st.lists(_filled(BODIES), min_size=3, max_size=8))
    for _ in range(draw(st.integers(0, 3))):
        copy = draw(COPIES)(draw(st.sampled_from(body)))
        body.insert(draw(st.integers(1, len(body))), copy)
    section = [HEADING, draw(_filled(BIOS))] if draw(st.booleans()) else []
    strays = draw(st.lists(_filled(BODIES), max_size=3)) if section else []
    again = section if draw(st.booleans()) else []
    return [*body, *section, *strays, *again]


def _facts(block: str) -> set[str]:
    """Numbers and words, as they may stand in a copy in other letters."""
    return set(re.findall(r"\w+", block.casefold().replace("read more", "")))


@given(articles())
def test_what_a_block_says_stays(blocks: list[str]) -> None:
    """Every block is in the result, or one is that has all its words and figures."""
    result = scrubber.clean("\n\n".join(blocks) + "\n")
    kept = [_facts(block) for block in result.text.split("\n\n")]
    for block in blocks:
        assert any(_facts(block) <= facts for facts in kept), block


@given(articles())
def test_another_figure_is_another_block(blocks: list[str]) -> None:
    """However much alike two blocks are otherwise."""
    text = scrubber.clean("\n\n".join(blocks) + "\n").text
    for number in re.findall(r"\d+", "\n\n".join(blocks)):
        assert number in text


@given(articles())
def test_nothing_is_invented(blocks: list[str]) -> None:
    """The result has no block that the source has not, and none more often."""
    text = scrubber.clean("\n\n".join(blocks) + "\n", quotes="keep").text
    source = [_plain(block) for block in blocks]
    for block in map(_plain, text.split("\n\n")):
        source.remove(block)


def _plain(block: str) -> str:
    return " ".join(block.split())


@given(articles())
def test_a_second_run_changes_nothing(blocks: list[str]) -> None:
    once = scrubber.clean("\n\n".join(blocks) + "\n").text
    assert not scrubber.clean(once).changed
