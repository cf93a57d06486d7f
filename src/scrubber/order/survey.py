"""A document's blocks told apart: body, author sections, boxes, notes; a document in, kinds out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.order.bio import bio_of
from scrubber.order.endmatter import Kind, kind_of
from scrubber.order.evidence import Vocabulary
from scrubber.order.screen import WRAPPED
from scrubber.order.sections import SectionReader
from scrubber.order.shape import shape_of

if TYPE_CHECKING:
    from scrubber.model import Document
    from scrubber.order.shape import Shape

_LABELLED_ARTICLE = 2
_AFTER_LINKS = (Kind.PROSE, Kind.LINE, Kind.LABELLED)


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
            if document.layout in WRAPPED:
                raw = " ".join(raw.split())
            self.shapes.append(shape_of(raw))
            self.kinds.append(Kind.FIXED if block.opaque else kind_of(raw, self.shapes[-1]))
        self.vocabulary = Vocabulary(
            shape.text
            for shape, kind in zip(self.shapes, self.kinds, strict=True)
            if kind is Kind.PROSE and not _is_bio(shape.text)
        )
        self.sections: dict[int, float] = {}
        """The block each section starts with, and the points for it."""
        self._mark_labels(openings)
        self._mark_sections(openings)
        self._mark_runs()

    def _mark_labels(self, openings: list[int]) -> None:
        """Where the article itself labels its paragraphs, a label is no sign of an end note."""
        above = self.kinds[: openings[0]] if openings else self.kinds
        if above.count(Kind.LABELLED) < _LABELLED_ARTICLE:
            return
        for index, kind in enumerate(self.kinds):
            if kind is Kind.LABELLED and self.shapes[index].is_prose:
                self.kinds[index] = Kind.PROSE

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
