"""White space: blanks, tabs, special spaces, blank lines, indentation and the end of a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scrubber
from scrubber.core import clean_bytes
from scrubber.settings import Settings

RUNS = [
    ("The ferry  leaves.", "The ferry leaves."),
    ("One.  Two.   Three.", "One. Two. Three."),
    ("The\tferry leaves at noon.", "The ferry leaves at noon."),
    ("The \t ferry leaves at noon.", "The ferry leaves at noon."),
    ("a   b\tc \t d", "a b c d"),
    ("Name:\tAnna", "Name: Anna"),
    ("• \tThe first point.", "• The first point."),
    ("渡轮  中午开。", "渡轮 中午开。"),
    ("The ferry\u00a0 leaves.", "The ferry leaves."),
    ("The ferry \u00a0leaves.", "The ferry leaves."),
    ("The ferry\u00a0\u00a0leaves.", "The ferry leaves."),
    ("The ferry\u2003\u2003leaves.", "The ferry leaves."),
    # a stray run in each of two paragraphs makes no table
    ("The ferry  leaves.\n\nThe trains  wait.", "The ferry leaves.\n\nThe trains wait."),
    ("One ends.  Two.\nAnd so.  On it goes.", "One ends. Two.\nAnd so. On it goes."),
    (
        "The mayor said\tthat the ferry would leave the old pier at noon.\n"
        "The crew had\tbeen told to wait until all of the passengers came.",
        "The mayor said that the ferry would leave the old pier at noon.\n"
        "The crew had been told to wait until all of the passengers came.",
    ),
    ("The  ferry sank.\nThe  train left.", "The ferry sank.\nThe train left."),
    # beside a table
    ("Pier\t12\nQuay\t9\n\nBoth  are open.", "Pier\t12\nQuay\t9\n\nBoth are open."),
]

TABLES = [
    "Pier\tFerries\nNorth\t12\nSouth\t9",
    "\t2019\t2020\nNorth\t12\t14",
    "North\t\t14\nSouth\t9",
    "North\t12\t14\nSouth\t9",
    "Pier     Ferries\nNorth         12\nSouth          9",
    "Pier   Ferries   Trams\nNorth  12        4\nSouth  9         11",
    "          2019   2020\nNorth       10     12\nSouth        9     11",
    "1.  First\n2.  Second",
    "Anna Okonkwo    Captain\nJan Vesely      Mate",
    "Name:  Bob\nAge:   40",
    "Name:   Bob\nAge:    40\nPhone:  123",
    "From:  Bob\nTo:    Ann Vale",
    "Tea      2.50\nCoffee  12.00",
    # the widest entry of a column is parted from the next by one space
    "Name:       Bob\nOccupation: captain\nAge:        40",
    "Name: Bob\nAge:  40",
    "Occupation: captain\nName:       Bob",
    "Tea      2.50\nEspresso 3.00",
    "North\t12\t4\n\nSouth\t9\t11",
    "T H E   E N D",
    "if x:\n    y  = 1  # one\n    zz = 22  # two",
    "    return  x;",
    "12   noon    North\n13   one     South",
]

SPECIAL = [
    ("the\u00a0harbour", "the harbour"),
    ("É\u00a0bello, è vero.", "É bello, è vero."),
    ("À\u00a0Paris, déjà", "À Paris, déjà"),
    ("À SÃO\u00a0PAULO, NÃ\u00a0", "À SÃO PAULO, NÃ"),
    ("В\u00a0Москве", "В Москве"),
    ("Le café est Ã\u00a0   la mode.", "Le café est Ã\u00a0 la mode."),
    ("Le café est Ã    la mode.", "Le café est Ã  la mode."),
    ("the\u202fharbour", "the harbour"),
    ("one\u2009—\u2009two", "one — two"),
    ("one\u200a–\u200atwo", "one – two"),
    ("25\u00a0people", "25 people"),
    ("in\u00a02019", "in 2019"),
    ("May\u00a05", "May 5"),
    ("Chapter\u00a012", "Chapter 12"),
    ("12\u00a0and 13", "12 and 13"),
    ("12\u00a0mai", "12 mai"),
    ("a\u00a0(b)", "a (b)"),
    ("so\u00a0, no", "so , no"),
    ("“\u00a0Yes\u00a0”", "“ Yes ”"),
    ("— \u00a0Yes", "— Yes"),
    ("слово\u00a0— слово", "слово — слово"),
    ("Master\u00a0Vale", "Master Vale"),
    ("the Dr.\u00a05", "the Dr. 5"),
    ("It was 5 p.m.\u00a0The ferry left.", "It was 5 p.m. The ferry left."),
    ("plan b.\u00a0The end", "plan b. The end"),
    ("»Wort«\u00a0und", "»Wort« und"),
    ("und\u00a0»Wort«", "und »Wort«"),
    ("x\u00a0=\u00a05", "x = 5"),
    ("a\u00a0b\u00a0c\u00a0d", "a b c d"),
    ("3\u00a0Uhren", "3 Uhren"),
    ("5\u00a0metric", "5 metric"),
    ("5\u00a0\u00a0km", "5\u00a0km"),
    ("5 \u00a0km", "5\u00a0km"),
    ("«\u00a0\u00a0Oui\u00a0»", "«\u00a0Oui\u00a0»"),
    ("\u2002Verse one\n\u2002verse two", " Verse one\n verse two"),
]

SPECIAL_KEPT = [
    # may be half of a letter that was misread among sound ones
    "Le café est Ã\u00a0 la mode.",
    "Le café est Ã\u00a0la mode.",
    "Déjà vu, le café Ã\u00a0",
    "Déjà vu, le café Ã\u00a0\nla mode",
    "Le café est Ã  la mode.",
    "O pão e a mão: Ã\u00a0 noite",
    # within a number
    "1\u00a0000\u00a0000",
    "20\u202f000 crowns",
    "15\u00a0Mio.\u00a0Euro",
    "3\u00a0millions\u00a0€",
    "2,5\u00a0млрд\u00a0руб.",
    "12\u2009345",
    "06\u00a012\u00a034\u00a056\u00a078",
    # number and unit, percent, degree
    "5\u00a0km, 12\u00a0kg and 3\u00a0m²",
    "8\u00a0%, 3\u202f‰",
    "20\u00a0°C, 45\u00a0°",
    "100\u00a0km/h",
    "20\u00a0h\u00a030, 6\u00a0ft\u00a02, 45°\u00a030′",
    "%\u00a05, 5\u00a0٪",
    "8\u00a0Uhr",
    "5\u00a0€, 7\u00a0EUR, 9\u00a0kr",
    "€\u00a05 and US$\u00a07",
    "CHF\u00a012",
    "12\u00a0euros",
    "3\u00a0Mio. Euro",
    "5\u00a0млн руб",
    "½\u00a0l",
    "§\u00a012",
    "5\u2009kWh",
    # titles and initials
    "Mr.\u00a0Vale and Mrs\u00a0Vale",
    "Dr\u00a0Okonkwo, Prof.\u00a0Weiß",
    "M.\u00a0Dupont et Mme\u00a0Durand",
    "Sra.\u00a0Vega",
    "St.\u00a0Gallen",
    "J.\u00a0R.\u00a0R. Hollis",
    "J.\u00a0Hollis",
    "Anna\u00a0B. Hollis",
    "Иванов\u00a0И. И.",
    "z.\u00a0B. und d.\u00a0h. so",
    "и т.\u00a0д. дальше",
    # French marks, by context
    "Quoi\u00a0? Non\u00a0! Si\u202f; et\u00a0: voilà",
    "«\u00a0Oui\u00a0», dit-il",
    "‹\u00a0Oui\u00a0›",
    "Vraiment\u202f?!",
    # other scripts' own
    "全角　空白",
    "　　段落开头。",
]

LINES = [
    ("One.  \nTwo.\t\nThree. \t ", "One.\nTwo.\nThree."),
    ("One.\u00a0\nTwo.\u2003", "One.\nTwo."),
    ("One.\n \t\nTwo.", "One.\n\nTwo."),
    ("One.\n\u00a0\nTwo.", "One.\n\nTwo."),
    ("One.\n\n\nTwo.", "One.\n\nTwo."),
    ("One.\n\n\n\n\n\nTwo.\n\n\nThree.", "One.\n\nTwo.\n\nThree."),
    ("One.\n  \n \n\t\nTwo.", "One.\n\nTwo."),
    ("\nOne.", "One."),
    ("\n\n\nOne.", "One."),
    (" \n\t\nOne.", "One."),
    ("One.\nTwo.\n\n\nThree.\nFour.", "One.\nTwo.\n\nThree.\nFour."),
]

LINES_KEPT = [
    "One.\nTwo.\nThree.",
    "One.\n\nTwo.\n\nThree.",
    "hard wraps at a\nwidth and a hyphen-\nated word stay",
    "dots ... and . . . and … and dashes - -- – — stay",
    "1 - 2 -- 3",
]

INDENTED = [
    ("    The ferry leaves at noon.", "The ferry leaves at noon."),
    ("\tThe ferry leaves at noon.", "The ferry leaves at noon."),
    ("  It rained.\n\n  We left.", "It rained.\n\nWe left."),
    ("\u00a0\u00a0\u00a0The ferry leaves at noon.", "The ferry leaves at noon."),
    ("\u2003The ferry leaves at noon.", "The ferry leaves at noon."),
    (
        "  The ferry leaves at noon.\n\n  It is late today. We wait.",
        "The ferry leaves at noon.\n\nIt is late today. We wait.",
    ),
    (
        "The ferry leaves at noon.\n\n    It is late today, she said.",
        "The ferry leaves at noon.\n\nIt is late today, she said.",
    ),
    (
        "    “It is late today,” she said.\n\n    “So are we,” said he.",
        "“It is late today,” she said.\n\n“So are we,” said he.",
    ),
    (
        "   The harbour board met on Tuesday to speak of the pier and of\n"
        "the lamps it has lacked since the storm of the last winter.\n\n"
        "   It will meet again on Friday, when the report on the tides of\n"
        "the spring is in, and then decide on the lamps.",
        "The harbour board met on Tuesday to speak of the pier and of\n"
        "the lamps it has lacked since the storm of the last winter.\n\n"
        "It will meet again on Friday, when the report on the tides of\n"
        "the spring is in, and then decide on the lamps.",
    ),
]

INDENTED_KEPT = [
    # where indentation alone marks paragraphs
    "  The ferry leaves at noon.\n  It is late today. We wait.",
    "  The ferry leaves at noon.\nIt is late today. We wait.",
    (
        "   The harbour board met on Tuesday to speak of the pier and of\n"
        "the lamps it has lacked since the storm of the last winter.\n"
        "   It will meet again on Friday, when the report on the tides of\n"
        "the spring is in, and then decide on the lamps."
    ),
    "A Headline\n\n  The ferry leaves.\n  It is late.\n  We wait.\n\n  It comes at last.",
    # no sentence
    "   A Headline",
    "Text before it stands.\n\n    Chapter Two\n\nText behind it stands.",
    # verse
    "The ferry, the ferry\n    goes over the sea\nand carries the letter\n    from you to me.",
    "  The ferry, the ferry\n  goes over the sea.\n\n  It carries the letter\n  from you to me.",
    # code
    "Run this now.\n\n    print(noon)\n\nThen wait for it.",
    "    def ferry(noon):\n        return noon + 1",
    # lists
    "Bring these along.\n\n  - The first is a lamp.\n\n  - The second is a map.",
    "  1. The first is a lamp.\n\n  2. The second is a map.",
    "  • The first is a lamp.",
    "  (a) The first is a lamp.",
    # set off
    "He wrote to us then:\n\n    The ferry leaves at noon.\n\nWe were there.",
    "It began so.\n\n    The ferry leaves at noon today.\n    It will be late again.\n\nIt ended.",
    # centred
    "Text before it stands here.\n\n                    * * *\n\nText behind it.",
    "Text before it.\n\n                         The ferry leaves at noon.\n\nText behind it.",
    # wide blanks of the script
    "　　渡轮中午开，乘客都在码头上等着。",
]


def clean(text: str) -> str:
    return scrubber.clean(text + "\n").text.removesuffix("\n")


@pytest.mark.parametrize(("before", "after"), RUNS + SPECIAL + LINES + INDENTED)
def test_cleaned(before: str, after: str) -> None:
    assert clean(before) == after


@pytest.mark.parametrize("text", TABLES + SPECIAL_KEPT + LINES_KEPT + INDENTED_KEPT)
def test_kept(text: str) -> None:
    assert clean(text) == text


FILES = [
    ("Déjà vu, le café Ã\u00a0\n\n".encode(), "Déjà vu, le café Ã\u00a0\n".encode()),
    (b"", b""),
    (b"\n", b""),
    (b" \n\t\n\n", b""),
    (b"\xc2\xa0\n", b""),
    (b"One.", b"One.\n"),
    (b"One.\n", b"One.\n"),
    (b"One.\n\n\n", b"One.\n"),
    (b"One.  \n \n", b"One.\n"),
    (b"One.   ", b"One.\n"),
    (b"One.\r\n\r\n", b"One.\r\n"),
    (b"One.\r\nTwo.", b"One.\r\nTwo.\r\n"),
    (b"One.\rTwo.\r", b"One.\rTwo.\r"),
    (b"One.\r\nTwo.\r\nThree.\n", b"One.\r\nTwo.\r\nThree.\r\n"),
    (b"One.\nTwo.\nThree.\r\n", b"One.\nTwo.\nThree.\n"),
    (b"One.\nTwo.\r\n", b"One.\nTwo.\n"),
    (b"One.\r\nTwo.\n", b"One.\r\nTwo.\r\n"),
    (b"One.\rTwo.\rThree.\n", b"One.\rTwo.\rThree.\r"),
    (b"One.&#13;&#10;Two.\n", b"One.\nTwo.\n"),
]


@pytest.mark.parametrize(("before", "after"), FILES)
def test_files(before: bytes, after: bytes) -> None:
    assert clean_bytes(before, Settings(), "text").data == after


@pytest.mark.parametrize(
    "text", ["", "\n", "\n\n\n", "One.", "One.\n\n\n", "One.\r\n\r\n", "One.\r"]
)
def test_a_text_without_a_file_keeps_its_ending(text: str) -> None:
    assert scrubber.clean(text).text == text


def test_one_finding_a_line() -> None:
    findings = scrubber.clean("The\u00a0ferry\u00a0leaves  at  noon.\n").findings
    assert [(f.code, f.column) for f in findings] == [("WSP006", 4), ("WSP005", 17)]
    assert findings[0].message == "2 no-break spaces become ordinary"


BLANK = st.sampled_from(
    [" ", "  ", "\t", "\u00a0", "\u202f", "\n", "\n\n", "\u3000", "\u2003 ", "\n "]
)
WORD = st.sampled_from(
    ["The", "ferry", "5", "km", "J.", "Dr.", "«", "»", "?", "- a", "No.", "x = 1;"]
)
TEXT = st.lists(st.one_of(BLANK, WORD), max_size=40).map("".join)


@given(TEXT)
def test_only_white_space_changes(text: str) -> None:
    result = scrubber.clean(text, select=["WSP"]).text
    assert "".join(result.split()) == "".join(text.split())
    assert scrubber.clean(result, select=["WSP"]).text == result


@given(TEXT)
def test_words_stay_apart_and_together(text: str) -> None:
    assert scrubber.clean(text, select=["WSP"]).text.split() == text.split()
