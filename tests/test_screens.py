"""Each quick look lets nothing pass that the full one would have found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrubber.blocks import read
from scrubber.invisible import BREAKS, CONTROLS
from scrubber.invisible.controls import _run
from scrubber.markup import guard, nouns, tags
from scrubber.model import Origin, Replace
from scrubber.mojibake import holes, judge
from scrubber.mojibake.codecs import all_codecs
from scrubber.mojibake.suspect import has_letters, is_suspect
from scrubber.normalization import is_normalized, may_change
from scrubber.order import headwords, strays_of, survey_of
from scrubber.order.endmatter import Kind
from scrubber.order.headings import is_author_heading, is_author_word
from scrubber.order.openings import openings_among
from scrubber.order.screen import BODY_ABOVE, find_suspects
from scrubber.order.terms import members
from scrubber.order.unfinished import _ENDS, _after_sentence, _may_be_finished
from scrubber.quotes.habits import _are_spaced
from scrubber.rules.wsp_trailing import _trailing_blanks
from scrubber.whitespace import BLANKS
from scrubber.whitespace.spaces import is_evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKUP = st.lists(
    st.sampled_from(
        ["<", ">", "</", "/>", "<!--", "-->", "!", "-", "b", "br", "ACQ", "script", " ", "\x03",
         "<b>", "</b>", "<p class=x>", "]]>", "<![CDATA[", "]", "=", '"', "\n", "a"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Replace]]:
    text = draw(MARKUP)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    written = st.sampled_from(["", "", "", " ", "\n\n", "<", ">", "!", "b"])
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [Replace(start, end, draw(written)) for start, end in pairs]


@given(edited())
def test_edits_that_may_make_a_tag(case: tuple[str, list[Replace]]) -> None:
    text, edits = case
    if edits and "<" in text and not guard._may_make(text, edits):
        assert not guard._within_tags(text, edits)


@given(MARKUP)
def test_where_markup_begins(text: str) -> None:
    def searched() -> Iterator[nouns.Markup]:
        ends, match = tags._Ends(text), tags._scanner().search(text)
        while match and "<" in text:
            found = tags._read(match, ends)
            if found:
                yield found
            match = tags._scanner().search(text, found.end if found else match.start() + 1)

    assert list(tags.markup_of(text)) == list(searched())


@given(st.text(alphabet="a \t\x1b[0;m\x03\f\u2028\u00a0@"))
def test_runs_of_controls(text: str) -> None:
    sign = rf"(?:\x1b\[[0-9;?]*+[@-~]|[{re.escape(CONTROLS)}{BREAKS}])"
    plain = re.compile(rf"{sign}(?:[ \t\u00a0]*+{sign})*+")
    assert [m.span() for m in _run().finditer(text)] == [m.span() for m in plain.finditer(text)]


@given(st.text(alphabet="a.;5 \t\n\u00a0\u2009\u3000"))
def test_blanks_before_line_ends(text: str) -> None:
    def blanks() -> Iterator[tuple[int, int]]:
        for match in re.finditer(rf"[{BLANKS}]+(?=\n|\Z)", text):
            start, end = match.span()
            start += text[start] == "\u00a0" and is_evidence(text, start)
            if start < end:
                yield start, end

    assert list(_trailing_blanks(text)) == list(blanks())


@given(st.text(alphabet="aB.!…。” \n—-?"))
def test_ends_of_sentences(text: str) -> None:
    plain = r"[.!?…][\"'”’»)]?[\s—–-]+|[。！？]"
    assert _after_sentence().split(text) == re.split(plain, text)


BODY = "The old bridge over the Lune was closed on Monday after divers found a crack."
BIO = "Nora Feld is a reporter who covers transport for this paper and lives in Harnby."


@pytest.mark.parametrize("count", range(6))
@pytest.mark.parametrize("behind", range(3))
def test_sections_with_text_behind(count: int, behind: int) -> None:
    """The screen leaves out a text only if no block but its last may open a section."""
    blocks = [BODY] * count + [BIO] + [f"Shops in Harnby lost {n} visitors." for n in range(behind)]
    document = read("\n\n".join(blocks) + "\n", "text", Origin())
    opening = openings_among(document, range(3, len(blocks)))
    if strays_of(document):
        assert min(opening) < len(blocks) - 1


BLOCKS = st.lists(
    st.sampled_from(
        [BODY, BIO, BODY.rstrip("."), "Related: a bridge in Harnby", "Photo: Nora Feld.",
         "Lune 2, Harnby 1; (3).", "Aire 0, Harnby 4; (1).", "Weather: it rains. Again and again.",
         "- one\n- two.", "About the author", "About the author.", "Nora Feld", "Comments", "So."]
    ),
    max_size=12,
)  # fmt: skip


@given(BLOCKS)
def test_what_counts_as_finished_prose(blocks: list[str]) -> None:
    survey = survey_of(read("\n\n".join(blocks) + "\n", "text", Origin()))
    for index, shape in enumerate(survey.shapes):
        if shape.text[-1:] in _ENDS and survey.kind_in_body(index) is Kind.PROSE:
            assert _may_be_finished(survey, index)


def test_pairs_of_marks() -> None:
    """Mojibake needs two neighbours: no two of the marks that are let pass are suspect."""
    marks = [char for char in map(chr, range(0x80, 0x3000)) if not has_letters(char)]
    assert len(marks) > 10
    assert not [a + b for a in marks for b in marks if is_suspect(a + b)]


def test_pairs_of_normal_characters() -> None:
    normal = [char for char in map(chr, range(0x3000)) if not may_change(char)]
    assert len(normal) > 800
    rows = ["".join(a + b for b in normal) for a in normal]
    assert all(map(is_normalized, rows))
    assert not [char for char in map(chr, range(0x3000, 0x110000)) if not may_change(char)]


@given(st.text(alphabet='a." \n,'))
def test_marks_with_blanks_on_their_inner_side(text: str) -> None:
    plain = r'(?<!\S)" (?=\S)|(?<=\S) "(?![^\s.,;:!?)])'
    assert _are_spaced(text) == (len(re.findall(plain, text)) > 1)


SHORT = st.text(alphabet="ab: .\n", min_size=1, max_size=70).filter(
    lambda text: text.strip() == text
)


@given(st.lists(st.one_of(SHORT, st.just(BODY), st.just(f"{BODY}: {BODY}")), max_size=8))
def test_blocks_that_may_open_a_section(blocks: list[str]) -> None:
    """What is short or labelled is a suspect, wherever its first colon stands."""
    document = read("\n\n".join(blocks), "text", Origin())
    plain = re.compile(r"(?!(?s:.{61}))|[^:]{0,39}:")
    labelled = [
        index
        for index, (start, end, *_) in enumerate(document.blocks)
        if index >= BODY_ABOVE and plain.match(document.text, start, end)
    ]
    assert set(labelled) <= set(find_suspects(document))


SIGNS = "".join({sign for codec in all_codecs() for sign in codec.table[0x80:]})


@given(
    st.text(alphabet=st.one_of(st.sampled_from("aB !?."), st.sampled_from(SIGNS), st.characters()))
)
def test_expressions_that_skip_ascii(text: str) -> None:
    """The condition in front of each lets every match pass."""
    expressions = [judge._odd(), judge._natural(), judge._unlikely(), judge._foreign()]
    for codec in all_codecs():
        expressions += holes._blanks(codec), holes._losses(codec)
    for expression in expressions:
        plain = re.compile(re.sub(r"\A\(\?=(?:[^()]|\(\?s:\.\))*\)", "", expression.pattern))
        assert plain.pattern != expression.pattern
        found = [match.span() for match in expression.finditer(text)]
        assert found == [match.span() for match in plain.finditer(text)]


@given(st.text(alphabet="ab é—αжא中"))
def test_words_of_two_alphabets(text: str) -> None:
    assert judge.is_mixed(text) == (judge._mixed().search(text) is not None)


HEADING = st.lists(
    st.sampled_from(["About", "the", "author", "Author:", "of", "Harnby", "7", "writers", "à"])
).map(" ".join)


@given(HEADING)
def test_headings_of_known_words(text: str) -> None:
    """A line is left out at its first unknown word only if it is no heading of known ones."""
    tokens = re.findall(r"[^\W\d_]+", text.casefold())
    authors = set(filter(is_author_word, tokens))
    known = all(t in authors or len(t) <= 2 or t in members(headwords.ABOUT) for t in tokens)
    if text and len(text) <= 60:
        assert is_author_heading(text) == (bool(authors) and known)
