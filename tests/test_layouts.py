"""How a plain text marks its paragraphs: judged, split without loss, and kept in every change."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scrubber
from scrubber.blocks import read
from scrubber.blocks.text import judge_layout
from scrubber.model import Document, Layout, Origin

BODY = [
    "The well in the market square of Ostrow has been dry since June, the mayor said on Monday, "
    "and nobody can say whether the water will come back.",
    "Engineers who looked into the shaft found a wall of brick that is on no plan of the town, "
    "with a small door in it that does not open.",
    "Older people remember stories of a second well under the town hall, which was closed after "
    "a fire in the year of the great frost.",
]
SECTION = ["About the author", "Filip Sand is a reporter who covers small towns."]
STRAYS = [
    "The town hall of Ostrow will be searched for the second well in autumn, when the archive "
    "has moved to the school."
]


def blank_line(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs) + "\n"


def single_newline(paragraphs: list[str]) -> str:
    return "\n".join(paragraphs) + "\n"


def hard_wrapped(paragraphs: list[str]) -> str:
    return "\n\n".join(textwrap.fill(p, 60) for p in paragraphs) + "\n"


def indented(paragraphs: list[str]) -> str:
    return "\n".join(textwrap.fill(p, 60, initial_indent="    ") for p in paragraphs) + "\n"


FORMS = {
    Layout.BLANK_LINE: blank_line,
    Layout.SINGLE_NEWLINE: single_newline,
    Layout.HARD_WRAPPED: hard_wrapped,
    Layout.INDENTED: indented,
}


@pytest.mark.parametrize("layout", FORMS)
def test_a_move_keeps_the_form(layout: Layout) -> None:
    before = FORMS[layout]([*BODY, *SECTION, *STRAYS])
    assert judge_layout(before) is layout
    assert scrubber.clean(before).text == FORMS[layout]([*BODY, *STRAYS, *SECTION])


@pytest.mark.parametrize("layout", FORMS)
def test_each_paragraph_is_a_block(layout: Layout) -> None:
    text = FORMS[layout]([*BODY, *SECTION, *STRAYS])
    assert len(document(text).blocks) == 6


def document(text: str) -> Document:
    return read(text, "text", Origin())


LONG = "This line is one paragraph of a text, and it goes on for more than eighty characters. "
VERSE = (
    "The river carries what we gave\nthe river keeps the names of boats\n"
    "the river does not ask the brave\nwhat on its yellow water floats"
)


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        ("", Layout.ONE_LINE),
        ("\n\n", Layout.ONE_LINE),
        ("One line only.", Layout.ONE_LINE),
        (LONG * 40 + "\n", Layout.ONE_LINE),
        ("Title\n\nA first paragraph.\n\nA second one.\n", Layout.BLANK_LINE),
        ("Title\n\n\n\nA first paragraph.\n\n\nA second one.\n", Layout.BLANK_LINE),
        ("A first paragraph.\n \t\nA second one.\n", Layout.BLANK_LINE),
        ("Title\nA first paragraph.\nA second one.\n", Layout.SINGLE_NEWLINE),
        ("Title\n\n" + (LONG + "\n") * 6, Layout.SINGLE_NEWLINE),
        ((LONG + "\n") * 4 + "\nHeading\n\n" + (LONG + "\n") * 4, Layout.SINGLE_NEWLINE),
        ("    " + "\n    ".join([LONG] * 4), Layout.SINGLE_NEWLINE),
        (f"{LONG}\n\n{VERSE}\n\n{LONG}\n\n{LONG}\n", Layout.BLANK_LINE),
        (f"{LONG}\n\n12 Mill Lane\nOstrow\n\n{LONG}\n", Layout.BLANK_LINE),
        (f"Heading\n{LONG}\n\nHeading\n{LONG}\n\nHeading\n{LONG}\n", Layout.BLANK_LINE),
        (f"{LONG}\n\n- a pear\n- a plum\n- a quince\n\n{LONG}\n", Layout.BLANK_LINE),
        (indented(BODY) + "\n" + indented(BODY), Layout.INDENTED),
        (indented(BODY) + "    https://example.org/" + "a" * 90 + "\n", Layout.INDENTED),
        (indented(["Title", BODY[0], "A heading", BODY[1], "Another", BODY[2]]), Layout.INDENTED),
        (textwrap.fill(LONG * 8, 64) + "\n", Layout.HARD_WRAPPED),
        (
            "\n".join(["广场上的水井从六月起就干了，镇长星期一说，没有人知道水"] * 4),
            Layout.HARD_WRAPPED,
        ),
    ],
)
def test_layouts_are_told_apart(text: str, layout: Layout) -> None:
    assert judge_layout(text) is layout


@pytest.mark.parametrize("text", [f(BODY) for f in FORMS.values()])
def test_clean_text_of_any_layout_stays(text: str) -> None:
    assert scrubber.clean(text).text == text


@given(st.text(alphabet="ab. \n\t\u3000\u00a0", max_size=200))
def test_the_split_loses_nothing(text: str) -> None:
    read_back = document(text)
    at = 0
    for block in read_back.blocks:
        assert not text[at : block.start].strip()
        body = text[block.start : block.end]
        assert body
        assert body == body.strip()
        at = block.end
    assert not text[at:].strip()
