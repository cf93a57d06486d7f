"""A document's blocks told apart: body, author sections, boxes, notes; a document in, kinds out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrubber.blocks.shape import shape_of
from scrubber.order.article import Article
from scrubber.order.bio import is_bio
from scrubber.order.endmatter import Kind, fixed_kind, is_set_out, is_spoken_to, kind_of, row_form
from scrubber.order.evidence import Vocabulary
from scrubber.order.screen import WRAPPED
from scrubber.order.sections import SectionReader

if TYPE_CHECKING:
    from scrubber.blocks.shape import Shape
    from scrubber.model import Document

_MOST_SECTIONS = 50
_LABELLED_ARTICLE = 2
_LONGEST_APPEAL = 35
_AFTER_LINKS = (Kind.PROSE, Kind.LINE, Kind.LABELLED)


class Survey:
    """The blocks of a document by kind, with the author sections in it."""

    def __init__(self, document: Document, openings: list[int]) -> None:
        self.shapes: list[Shape] = []
        self.kinds: list[Kind] = []
        for index, block in enumerate(document.blocks):
            raw = document.text_of(index)
            if document.layout in WRAPPED:
                raw = " ".join(raw.split())
            shape = shape_of(raw)
            if block.reading is not None and block.reading.heading:
                shape = shape._replace(is_prose=False)
            self.shapes.append(shape)
            self.kinds.append((fixed_kind if block.opaque else kind_of)(raw, self.shapes[-1]))
        self._mark_labels(openings)
        self._mark_rows()
        self.vocabulary = Vocabulary(
            shape.text
            for shape, kind in zip(self.shapes, self.kinds, strict=True)
            if kind is Kind.PROSE and not is_bio(shape.text)
        )
        self.sections: dict[int, float] = {}
        """The block each section starts with, and the points for it."""
        self._mark_sections(document, openings)
        self._mark_runs()
        self._mark_appeals()

    def _mark_labels(self, openings: list[int]) -> None:
        """Where the article itself labels its paragraphs, a label is no sign of an end note."""
        above = self.kinds[: openings[0]] if openings else self.kinds
        if above.count(Kind.LABELLED) < _LABELLED_ARTICLE:
            return
        for index, kind in enumerate(self.kinds):
            if kind is Kind.LABELLED and self.shapes[index].is_prose:
                self.kinds[index] = Kind.PROSE

    def _mark_rows(self) -> None:
        """Rows of figures that are built alike, as results, are what an article tells."""
        forms = [
            row_form(shape.text) if kind in (Kind.LINE, Kind.LABELLED) else ""
            for shape, kind in zip(self.shapes, self.kinds, strict=True)
        ]
        counts = Counter(forms)
        for index, form in enumerate(forms):
            if form and counts[form] > 1:
                self.kinds[index] = Kind.PROSE

    def _mark_sections(self, document: Document, openings: list[int]) -> None:
        reader = SectionReader(Article(self.shapes, self.vocabulary, openings), self.kinds)
        for index in openings:
            if len(self.sections) == _MOST_SECTIONS:
                return
            if self.kinds[index] is Kind.SECTION or is_set_out(document.text_of(index)):
                continue
            section = reader.read(index)
            if section is not None:
                self.sections[section.start] = section.points
                count = section.end - section.start
                self.kinds[section.start : section.end] = [Kind.SECTION] * count

    def _mark_appeals(self) -> None:
        """At the edge of a run, a few words to the reader that share none with the article."""
        first = min(self.sections, default=len(self.kinds))
        edges = (Kind.SECTION, Kind.BOX)
        for index in range(first + 1, len(self.kinds)):
            below = self.kinds[index + 1] if index + 1 < len(self.kinds) else Kind.BOX
            at_edge = self.kinds[index - 1] in edges or below is not Kind.PROSE
            if self.kinds[index] is Kind.PROSE and at_edge and self._is_appeal(index):
                self.kinds[index] = Kind.BOX

    def _is_appeal(self, index: int) -> bool:
        text = self.shapes[index].text
        if self.shapes[index].units > _LONGEST_APPEAL or not is_spoken_to(text):
            return False
        evidence = self.vocabulary.evidence([text])
        return not evidence.names and evidence.words <= 1 and not evidence.quotations

    def _mark_runs(self) -> None:
        """Give what stands under a heading over links, notes or comments that heading's kind.

        Above the author section prose under links is rather the article, broken by a link.
        """
        first = min(self.sections, default=len(self.kinds))
        under: Kind | None = None
        teasers = False
        for index, kind in enumerate(self.kinds):
            if under is Kind.COMMENTS and index > first:
                self.kinds[index] = under
            elif kind in (Kind.LINKS, Kind.NOTES, Kind.COMMENTS):
                under = kind
                below = self.kinds[index + 1] if index + 1 < len(self.kinds) else None
                teasers = kind is not Kind.LINKS or (index > first and below is Kind.PROSE)
            elif kind not in _AFTER_LINKS or (kind is Kind.PROSE and not teasers):
                under = None
            elif under is not None:
                self.kinds[index] = under
