"""A document's blocks told apart: body, author sections, boxes, notes; a document in, kinds out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from scrubber.order import words
from scrubber.order.author import bio_of, is_author_heading, is_person_heading, split_heading
from scrubber.order.endmatter import Kind, kind_of
from scrubber.order.evidence import Vocabulary
from scrubber.order.names import is_name, name_start
from scrubber.order.sections import SectionReader
from scrubber.order.shape import bare_text, shape_of
from scrubber.order.words import members

if TYPE_CHECKING:
    from scrubber.model import Document
    from scrubber.order.shape import Shape

BODY_ABOVE = 3
"""Body paragraphs that must stand above an author section."""

_SHORT = 60
_MARKS = '*_#>~<"“('
_HEAD = 200
_AUTHOR_WITHIN = 24
_AFTER_LINKS = (Kind.PROSE, Kind.LINE, Kind.LABELLED)


def find_openings(document: Document) -> list[int]:
    """Blocks that may open an author section, by the cheapest of signs."""
    text, blocks = document.text, document.blocks
    found = []
    for index in range(BODY_ABOVE, len(blocks)):
        start, end = blocks[index].start, blocks[index].end
        if text[start] in _MARKS:
            head = bare_text(text[start : min(end, start + _HEAD)])
            if head and _may_open(head, 0, len(head)):
                found.append(index)
        elif _may_open(text, start, end):
            found.append(index)
    return found


def _may_open(text: str, start: int, end: int) -> bool:
    if end - start <= _SHORT:
        line = text[start:end]
        if is_name(line) or is_author_heading(line) or is_person_heading(line):
            return True
    match = name_start().match(text, start, end)
    if match is not None:
        following = match["next"]
        if following == "," or following.strip() in _verbs():
            return bio_of(text[start : min(end, start + _HEAD)]) is not None
    elif _starts_with_author(text[start : start + _AUTHOR_WITHIN]):
        return True
    near = min(end, start + _SHORT)
    if text.find(":", start, near) > 0 or text.find("\n", start, near) > 0:
        return bool(split_heading(text[start : min(end, start + _HEAD)])[0])
    return text[start] >= "\u0590" and bio_of(text[start : min(end, start + _HEAD)]) is not None


@cache
def _verbs() -> frozenset[str]:
    return members(words.PREDICATES) | members(words.AUXILIARIES)


def _starts_with_author(head: str) -> bool:
    """Whether one of the first words is ``author``, as in ``The author is a historian``."""
    authors = members(words.AUTHOR)
    return any(word in authors for word in head.casefold().replace("’", " ").split(None, 2)[:2])


def _is_bio(text: str) -> bool:
    bio = bio_of(text)
    return bio is not None and bio.points >= 1


class Survey:
    """The blocks of a document by kind, with the author sections in it."""

    def __init__(self, document: Document, openings: list[int]) -> None:
        self.shapes: list[Shape] = []
        self.kinds: list[Kind] = []
        for index, block in enumerate(document.blocks):
            raw = document.text_of(index)
            self.shapes.append(shape_of(raw))
            self.kinds.append(Kind.FIXED if block.opaque else kind_of(raw, self.shapes[-1]))
        self.vocabulary = Vocabulary(
            shape.text
            for shape, kind in zip(self.shapes, self.kinds, strict=True)
            if kind is Kind.PROSE and not _is_bio(shape.text)
        )
        self.sections: dict[int, float] = {}
        """The block each section starts with, and the points for it."""
        self._mark_sections(openings)
        self._mark_runs()

    def _mark_sections(self, openings: list[int]) -> None:
        reader = SectionReader(self.shapes, self.kinds, self.vocabulary, openings)
        for index in openings:
            if self.kinds[index] in (Kind.SECTION, Kind.FIXED):
                continue
            section = reader.read(index)
            if section is not None:
                self.sections[section.start] = section.points
                count = section.end - section.start
                self.kinds[section.start : section.end] = [Kind.SECTION] * count

    def _mark_runs(self) -> None:
        """Give what stands under a heading over links, notes or comments that heading's kind."""
        under: Kind | None = None
        teasers = False
        for index, kind in enumerate(self.kinds):
            if under is Kind.COMMENTS:
                self.kinds[index] = under
            elif kind in (Kind.LINKS, Kind.NOTES, Kind.COMMENTS):
                under = kind
                teasers = index + 1 < len(self.kinds) and self.kinds[index + 1] is Kind.PROSE
            elif kind not in _AFTER_LINKS or (kind is Kind.PROSE and not teasers):
                under = None
            elif under is not None:
                self.kinds[index] = under
