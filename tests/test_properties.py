"""What holds for every text there is: lossless, conserved, settled, the same each time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import scrubber
from scrubber.blocks import read
from scrubber.model import Layout, Origin

ANY_TEXT = st.text(max_size=300)
PIECES = [
    *"ab. \n\t\r\"'“”‘’«»„&<>;/#-—…0\u00a0\u00ad\u200b\u200f\u202e\ufeff\ufffdÃ©â€œ\x85\x0c",
    *"\x00\x07\x0b\x80\x9d\u2028\u2066\u2069\u200d\ufe0f\u0301👩❤אمп漢`:",
    *("&amp;nbsp;", "&#60;", "&eacute;", "Â\xa0", "ðŸ˜€", "Ð¿", "e\u0301", "<!--", "-->", "<b>"),
    *("&amp;", "&lt;", "<p>", "</p>", "<br>", "Ã©", "â€™", "\r\n", "\n\n", "About "),
]
AWKWARD = st.lists(st.sampled_from(PIECES), max_size=80).map("".join)
SENTENCES = (
    "The council met on Tuesday to weigh the new tram line against the old one.",
    "“Nobody asked the people who live along the river,” said Ana Okonkwo, who does.",
    "Costs rose from 12 million to 14 million crowns between March and June.",
    "A second vote is planned for the autumn, once the noise report is in.",
    "Die Brücke bleibt bis Freitag gesperrt, teilte das Bauamt am Abend mit.",
    "委员会星期二开会讨论新的电车线路，居民代表也参加了会议。",
    "About the author",
    "Ana Okonkwo writes about cities and water. She lives in Brno and teaches at a night school.",
    "- a list item",
    "Related",
)
ARTICLES = st.lists(st.sampled_from(SENTENCES), max_size=14).map(
    lambda parts: "\n\n".join(parts) + "\n"
)
EVERY = st.one_of(ANY_TEXT, AWKWARD, ARTICLES)


@given(EVERY, st.sampled_from(Layout))
def test_splitting_is_lossless(text: str, layout: Layout) -> None:
    document = read(text, "text", Origin())._replace(layout=layout)
    at, joined = 0, ""
    for block in document.blocks:
        gap = text[at : block.start]
        assert not gap.strip(), "a gap is white space alone"
        joined += gap + text[block.start : block.end]
        at = block.end
    assert not text[at:].strip()
    assert joined + text[at:] == text


@example('""<BR>«')
@example("Ã©m\x9dÂ\xa0>\u2069\x9d<ï»¿â€œ€❤")
@example("漢Â\xa0\x9d\\\u0301םâ€™。\u2029\u202aâ€™")
@example("\x9d\x9d\x9d\x9d\x9d")
@example("т\x85Ð¿\x0b\x9dâ€👩 â€\x9d\u3000â€œ、<p>")
@given(EVERY)
def test_a_second_run_changes_nothing(text: str) -> None:
    once = scrubber.clean(text).text
    assert scrubber.clean(once).text == once


@given(EVERY, st.sampled_from(("curly", "straight", "keep")))
def test_a_second_run_changes_nothing_in_any_style(text: str, style: str) -> None:
    once = scrubber.clean(text, quotes=style, unsafe_fixes=True).text
    assert scrubber.clean(once, quotes=style, unsafe_fixes=True).text == once


@given(EVERY)
def test_the_same_text_gives_the_same_result(text: str) -> None:
    assert scrubber.clean(text) == scrubber.clean(text)


@given(EVERY)
def test_a_change_has_a_finding_and_a_finding_has_a_place(text: str) -> None:
    result = scrubber.clean(text)
    assert result.changed == (result.text != text) or not result.changed
    if result.text != text:
        assert any(finding.fixed for finding in result.findings)
    lines = text.count("\n") + text.count("\r") + 1
    for finding in result.findings:
        assert 1 <= finding.line <= finding.end_line <= lines
        assert finding.column >= 1


@given(ARTICLES)
def test_no_paragraph_of_an_article_is_lost(text: str) -> None:
    """Each different block of the source is in the result at least once."""
    before, after = Counter(text.split("\n\n")), Counter(scrubber.clean(text).text.split("\n\n"))
    assert {block.strip() for block in before} == {block.strip() for block in after}


SCRIPT = """
import sys, scrubber
text = sys.stdin.buffer.read().decode("utf-8", "surrogatepass")
sys.stdout.write(repr(scrubber.clean(text)))
"""


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_two_processes_agree(hash_seed: str) -> None:
    """Neither the hash seed nor what ran before counts."""
    text = "\n\n".join(SENTENCES * 2) + '\n<p>Caf&eacute; "x” cafÃ©</p>\n'
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input=text.encode(),
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    assert run.stdout.decode() == repr(scrubber.clean(text))
