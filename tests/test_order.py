"""Paragraphs behind an author section: which go back, which stay, and what is said of it."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

import scrubber
from scrubber.blocks import read
from scrubber.model import Block, Document, Origin
from scrubber.order import strays_of

CASES = Path(__file__).parent / "cases" / "blocks"


def marked_cases() -> list[tuple[str, list[str]]]:
    """Name and marked paragraphs of each case (the marks: see order-sections.txt)."""
    found = []
    for path in sorted(CASES.glob("order-*.txt")):
        for case in path.read_text(encoding="utf-8").split("\n== ")[1:]:
            name, _, text = case.partition("\n")
            found.append((f"{path.stem[6:]}: {name}", text.strip().split("\n\n")))
    return found


def before_and_after(marked: list[str]) -> tuple[str, str]:
    before = [block.removeprefix("> ") for block in marked if block != "^"]
    strays = [block[2:] for block in marked if block.startswith("> ")]
    after = []
    for block in marked:
        if block == "^":
            after += strays
        elif not block.startswith("> "):
            after.append(block)
    return "\n\n".join(before) + "\n", "\n\n".join(after) + "\n"


@pytest.mark.parametrize(
    ("name", "marked"), marked_cases(), ids=[name for name, _ in marked_cases()]
)
def test_case(name: str, marked: list[str]) -> None:
    before, after = before_and_after(marked)
    result = scrubber.clean(before)
    assert result.text == after
    assert scrubber.clean(after).text == after


ARTICLE = (
    "The mill at Thornby will be pulled down in spring, the owner said on Monday.",
    "Its wheel has not turned since 1974, and the roof fell in two winters ago.",
    "A group of neighbours had hoped to turn the mill into a school of baking.",
)
BIO = ("About the author", "Petra Lindqvist is a reporter who covers old buildings.")


def notes(text: str, code: str) -> list[tuple[int, str]]:
    found = scrubber.clean(text).findings
    return [(f.line, f.message) for f in found if f.code == code]


def test_the_finding_says_what_moves_why_and_where() -> None:
    strays = (
        "The mill stands on land that the parish of Thornby bought in 1911.",
        "“We would have baked there,” said Ruth Ayles, who leads the group in Thornby.",
    )
    text = "\n\n".join((*ARTICLE, *BIO, *strays)) + "\n"
    assert notes(text, "ORD001") == [
        (11, "2 paragraphs after the author section belong to the article: 1 shared name, "
        "1 quotation; fix moves them after line 5"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("behind", "doubt"),
    [
        (("Gusts of up to eighty knots kept helicopters grounded.",), "nothing in the article"),
        (
            ("A school in the hills", "Pupils of a small school walk four miles every day."),
            "under a heading",
        ),
        (
            ("Related", "A school in the hills", "Pupils of a school walk four miles every day."),
            "under links",
        ),
    ],
)
def test_where_evidence_is_short_a_note_says_where_and_why(
    behind: tuple[str, ...], doubt: str
) -> None:
    text = "\n\n".join((*ARTICLE, *BIO, *behind)) + "\n"
    assert scrubber.clean(text).text == text
    [(_, message)] = notes(text, "ORD002")
    assert "after line 5" in message
    assert doubt in message


@pytest.mark.parametrize(
    "unfinished",
    [
        "The parish council, which owns the land under the mill, has asked an engineer from Leeds "
        "to look at the walls and",
        "Der Gemeinderat, dem das Grundstück unter der Mühle gehört, hat einen Ingenieur aus dem "
        "Nachbarort gebeten, sich die Mauern und das Dach anzusehen und dann",
        "教区议会拥有磨坊下面的土地，并且已经请来一位工程师检查墙壁和屋顶，以便在春天之前决定是否还能够保留这座建筑物的一部分作为烘焙学校使用以及",
    ],
)
def test_a_paragraph_of_the_body_without_its_stop_is_reported(unfinished: str) -> None:
    text = "\n\n".join(("The mill", ARTICLE[0], unfinished, *ARTICLE[1:])) + "\n"
    result = scrubber.clean(text)
    assert result.text == text
    assert [f.line for f in result.findings if f.code == "ORD003"] == [5]


@pytest.mark.parametrize(
    "block",
    [
        "What the neighbours of the mill hoped for",
        "By Petra Lindqvist",
        "Photo: The mill at Thornby on a grey morning in March, seen from the road to a church",
        "- flour from the mill, which was sold in every shop between the coast and the hills",
        "“There is no other mill like it between the coast and the hills, and none will be built",
        "The mill is the last of eleven that stood on this river up to the sea (Reuters)",
        "The mill is the last of eleven that stood on the river between a hill and the sea.[2]",
        "The mill is the last of eleven that stood on the river between a hill and the sea. PL",
        "The neighbours have a list of the things that they would like to keep from the mill:",
        "The Last Mill On The River Will Be Pulled Down In Spring As Neighbours Look On",
        "Those who want to help the group of neighbours find out more at www.thornbymill.example",
        "A window, a wheel, a stair and a stone are all that will be left of it in the spring …",
    ],
)
def test_other_blocks_without_a_stop_are_not(block: str) -> None:
    text = "\n\n".join(("The mill", *ARTICLE[:2], block, ARTICLE[2])) + "\n"
    assert notes(text, "ORD003") == []


def test_a_language_without_stops_is_not_reported() -> None:
    paragraph = "เรือข้ามฟากไปยังเกาะเล็กแห่งหนึ่งจะหยุดให้บริการในเดือนตุลาคมตามประกาศของจังหวัดเมื่อวันอังคารที่ผ่านมา"
    text = "\n\n".join((paragraph, "นี้" + paragraph, "นั้น" + paragraph)) + "\n"
    assert notes(text, "ORD003") == []


def listed(name: str) -> list[str]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line.partition(": ")[2] for line in lines]


@pytest.mark.parametrize("bio", listed("bios.txt"))
def test_a_bio_is_known_by_its_wording(bio: str) -> None:
    stray = "The mill in Thornby will be open to neighbours on Sunday, the owner said."
    text = "\n\n".join((*ARTICLE, bio, stray)) + "\n"
    assert scrubber.clean(text).text == "\n\n".join((*ARTICLE, stray, bio)) + "\n"


@pytest.mark.parametrize("paragraph", listed("no-bios.txt"))
def test_a_person_of_the_article_is_no_author(paragraph: str) -> None:
    last = "The mill in Thornby will be open to neighbours on Sunday, the owner said."
    text = "\n\n".join((*ARTICLE, paragraph, last)) + "\n"
    assert scrubber.clean(text).text == text


def test_markup_hides_no_section() -> None:
    text = "\n\n".join(
        (
            *ARTICLE,
            "## About the author",
            "**[Petra Lindqvist](https://example.org/petra)** is a *reporter* who covers mills.",
            "*The Mill* is what neighbours in Thornby call the inn that stands next to it.",
        )
    )
    strays = strays_of(read(text, "text", Origin()))
    assert [(stray.start, stray.end, stray.before) for stray in strays] == [(5, 6, 3)]


def test_what_may_not_move_makes_its_neighbours_doubtful() -> None:
    blocks = (*ARTICLE, *BIO, "- a wheel\n- a stone", "The mill in Thornby has lost both of them.")
    text = "\n\n".join(blocks)

    def split(document: Document) -> tuple[Block, ...]:
        return tuple(
            Block(text.index(block), text.index(block) + len(block), block.startswith("- "))
            for block in blocks
        )

    [stray] = strays_of(read(text, "text", Origin())._replace(split=split))
    assert "stays in its place" in stray.doubt


def test_a_wrapped_bio_is_no_verse() -> None:
    address = "petra.lindqvist@thornby-mercury.example or by letter any day."
    bio = f"Petra Lindqvist is a reporter. Contact her at\n{address}"
    body = [textwrap.fill(paragraph * 2, 60) for paragraph in ARTICLE]
    last = textwrap.fill("The owner of the mill will keep the wheel, he said on Monday. " * 2, 60)
    before = "\n\n".join([*body, bio, last]) + "\n"
    assert scrubber.clean(before).text == "\n\n".join([*body, last, bio]) + "\n"


def test_headings_that_alternate_with_text_settle() -> None:
    quote = "“Nobody asked the people who live along the river,” said Ana Okonkwo, who does."
    bio = "Ana Okonkwo writes about cities and water. She lives in Brno and teaches at a school."
    vote = "A second vote is planned for the autumn, once the noise report is in."
    costs = "Costs rose from 12 million to 14 million crowns between March and June."
    head = "About the author"
    blocks = [vote, bio, quote, head, costs, quote, head, vote, bio, head, bio, head, bio, head]
    text = "\n\n".join(blocks) + "\n"
    assert scrubber.clean(text).text == text
    assert "others would then stand behind a section" in notes(text, "ORD002")[0][1]
