"""Author sections, boxes and end notes in twenty-six languages, in every order that occurs."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import scrubber
from scrubber.blocks.shape import shape_of
from scrubber.order.endmatter import Kind, kind_of
from scrubber.order.headings import is_author_heading

if TYPE_CHECKING:
    from collections.abc import Iterator

Parts = dict[str, list[str]]
Case = tuple[list[str], list[str]]


def languages() -> dict[str, Parts]:
    path = Path(__file__).parent / "cases" / "blocks" / "languages.txt"
    found: dict[str, Parts] = {}
    for section in path.read_text(encoding="utf-8").split("\n[")[1:]:
        name, _, lines = section.partition("]\n")
        parts: Parts = defaultdict(list)
        for line in filter(None, lines.split("\n")):
            key, _, text = line.partition(": ")
            parts[key].append(text)
        found[name] = parts
    return found


LANGUAGES = languages()


def with_headings(parts: Parts) -> Iterator[Case]:
    body, stray, bio = parts["body"], parts["stray"], parts["bio"]
    yield [*body, *bio, *stray], [*body, *stray, *bio]
    for heading in parts["heading"]:
        yield [*body, heading, *bio, *stray], [*body, *stray, heading, *bio]
        yield [*body, heading, *bio], [*body, heading, *bio]


def with_boxes(parts: Parts) -> Iterator[Case]:
    body, stray = parts["body"], parts["stray"]
    section = [parts["heading"][0], *parts["bio"]]
    for box in parts["box"]:
        yield [*body, *section, box, *stray], [*body, *stray, *section, box]
        yield [*body, box, *section, *stray], [*body, *stray, box, *section]
        yield [*body, box, *stray], [*body, box, *stray]


def with_notes(parts: Parts) -> Iterator[Case]:
    body, stray = parts["body"], parts["stray"]
    section = [parts["heading"][0], *parts["bio"]]
    for note in parts["note"]:
        yield [*body, *section, note], [*body, *section, note]
        yield [*body, *section, *stray, note], [*body, *stray, *section, note]
        yield [*body, *section, note, *stray], [*body, *stray, *section, note]


def with_teasers(parts: Parts) -> Iterator[Case]:
    body, stray = parts["body"], parts["stray"]
    section = [parts["heading"][0], *parts["bio"]]
    for heading in parts["links"]:
        links = [heading, *parts["teaser"]]
        yield [*body, *section, *links], [*body, *section, *links]
        yield [*body, *section, *stray, *links], [*body, *stray, *section, *links]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cases", [with_headings, with_boxes, with_notes, with_teasers])
def test_every_order(language: str, cases: object) -> None:
    assert callable(cases)
    for before, after in cases(LANGUAGES[language]):
        result = scrubber.clean("\n\n".join(before) + "\n", select=["ORD"])
        assert result.text.split("\n\n") == ("\n\n".join(after) + "\n").split("\n\n")


KINDS = {
    "box": {Kind.BOX, Kind.LABELLED},
    "links": {Kind.LINKS, Kind.BOX},
    "comments": {Kind.COMMENTS},
    "note": {Kind.NOTE, Kind.BOX, Kind.LABELLED},
    "text": {Kind.PROSE, Kind.LINE},
}
"""What may be found of each kind: apart from ``text`` and ``comments`` all of it stays."""


def known() -> list[list[str]]:
    path = Path(__file__).parent / "cases" / "blocks" / "kinds.txt"
    return [line.split(": ", 1) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("kind", "text"), [(k, text) for k, text in known() if k in KINDS])
def test_what_stands_behind_articles_is_told_apart(kind: str, text: str) -> None:
    assert kind_of(text, shape_of(text)) in KINDS[kind]


@pytest.mark.parametrize(("kind", "text"), [(k, text) for k, text in known() if k not in KINDS])
def test_a_heading_over_the_author_says_no_more(kind: str, text: str) -> None:
    assert is_author_heading(text) is (kind == "author")
