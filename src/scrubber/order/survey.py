"""A document's blocks told apart: body, author sections, boxes, notes; a document in, kinds out."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from scrubber.blocks.forms import is_item
from scrubber.blocks.shape import ends_sentence, shape_of
from scrubber.order.article import Article
from scrubber.order.endmatter import Kind, fixed_kind, heading_kind, is_set_out, kind_of
from scrubber.order.evidence import Vocabulary
from scrubber.order.names import is_name
from scrubber.order.remarks import is_credit
from scrubber.order.rows import row_form
from scrubber.order.screen import BODY_ABOVE, WRAPPED
from scrubber.order.sections import SectionReader
from scrubber.order.trailing import UNMARKED, mark_appeals, mark_buttons, mark_remarks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from scrubber.blocks.shape import Shape
    from scrubber.model import Document
    from scrubber.order.bio import Bio
    from scrubber.order.evidence import Evidence

_MOST_SECTIONS = 50
_LABELLED_ARTICLE = 2
_HEADS = (Kind.LINKS, Kind.NOTES, Kind.COMMENTS)


class Survey:
    """The blocks of a document by kind, with the author sections in it."""

    def __init__(
        self, document: Document, openings: Callable[[], Mapping[int, Bio | None]]
    ) -> None:
        self._document = document
        self._find_openings = openings
        self.shapes = [self._shape(index) for index in range(len(document.blocks))]
        self._own_kinds: dict[int, Kind] = {}
        self._evidence: dict[tuple[int, int], Evidence] = {}
        self._sections: dict[int, float] = {}
        self._marking = self._mark_sections()

    @cached_property
    def _openings(self) -> Mapping[int, Bio | None]:
        return self._find_openings()

    @property
    def sections(self) -> dict[int, float]:
        """The block each section starts with, and the points for it."""
        for _ in self._marking:
            pass
        return self._sections

    def may_have_strays(self) -> bool:
        """Whether a section may stand between an article and more text.

        Often none does but the last, so it is not read for this.
        """
        texts = [
            index
            for index, shape in enumerate(self.shapes)
            if shape.is_prose or row_form(shape.text)
        ]
        if len(texts) <= BODY_ABOVE:
            return False
        first, last = texts[BODY_ABOVE - 1], texts[-1]
        if not any(first < index < last for index in self._openings):
            return False
        for index in self._marking:
            if index >= last:
                break
        return bool(self._sections)

    def _shape(self, index: int) -> Shape:
        reading = self._document.blocks[index].reading
        shape = shape_of(self._text(index))
        return shape if reading is None or not reading.heading else shape._replace(is_prose=False)

    def _text(self, index: int) -> str:
        text = self._document.text_of(index)
        return " ".join(text.split()) if self._document.layout in WRAPPED else text

    def _own_kind(self, index: int) -> Kind:
        if index not in self._own_kinds:
            is_fixed = self._document.blocks[index].opaque
            read = fixed_kind if is_fixed else kind_of
            self._own_kinds[index] = read(self._text(index), self.shapes[index])
        return self._own_kinds[index]

    def is_list(self, index: int) -> bool:
        """Whether a block is a list or an item of one."""
        text = self._text(index)
        return is_item(text) or is_set_out(text)

    def _is_note(self, index: int) -> bool:
        shape = self.shapes[index]
        is_text = self._own_kind(index) in (Kind.PROSE, Kind.LABELLED)
        return not is_text or is_credit(shape.text, shape.units)

    def kind_in_body(self, index: int) -> Kind:
        """What a block is where it stands; the others are read only where something hangs on them.

        So it is where there is no section, and no heading over links, notes or comments.
        """
        return self.kinds[index] if self.sections or self._has_heads else self._kind_at(index)

    @cached_property
    def _has_heads(self) -> bool:
        return any(map(heading_kind, self.shapes))

    def _kind_at(self, index: int) -> Kind:
        """What a block is before runs are marked; the others are read only where they count."""
        own = self._own_kind(index)
        hangs_on_others = own is Kind.LABELLED or (
            own is Kind.LINE and row_form(self.shapes[index].text)
        )
        return self._reading[0][index] if hangs_on_others else own

    @cached_property
    def _reading(self) -> tuple[list[Kind], Vocabulary]:
        """What each block is by itself, and the words of the prose; in most texts nobody asks."""
        kinds = [self._own_kind(index) for index in range(len(self.shapes))]
        self._mark_labels(kinds)
        self._mark_rows(kinds)
        blocks = zip(self.shapes, kinds, strict=True)
        return kinds, Vocabulary(shape.text for shape, kind in blocks if kind is Kind.PROSE)

    @cached_property
    def kinds(self) -> list[Kind]:
        """What each block is where it stands."""
        kinds, _ = self._reading
        first = min(self.sections, default=len(kinds))
        mark_buttons(self.shapes, kinds, first)
        self._mark_runs(kinds)
        mark_remarks(self.shapes, kinds, first)
        mark_appeals(self.shapes, kinds, first, self.vocabulary)
        return kinds

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of the running prose."""
        return self._reading[1]

    def prose(self, start: int, end: int) -> list[str]:
        """The texts of running prose among blocks ``[start, end)``."""
        blocks = zip(self.shapes[start:end], self.kinds[start:end], strict=True)
        return [shape.text for shape, kind in blocks if kind is Kind.PROSE]

    def evidence(self, start: int, end: int) -> Evidence:
        """What the prose among blocks ``[start, end)`` shares with the rest."""
        if (start, end) not in self._evidence:
            self._evidence[start, end] = self.vocabulary.evidence(self.prose(start, end))
        return self._evidence[start, end]

    def _mark_labels(self, kinds: list[Kind]) -> None:
        """Where the article itself labels its paragraphs, a label is no sign of an end note."""
        above = kinds[: next(iter(self._openings), None)]
        if above.count(Kind.LABELLED) < _LABELLED_ARTICLE:
            return
        for index, kind in enumerate(kinds):
            if kind is Kind.LABELLED and self.shapes[index].is_prose:
                kinds[index] = Kind.PROSE

    def _mark_rows(self, kinds: list[Kind]) -> None:
        """Rows of figures that are built alike, as results, are what an article tells."""
        forms = [
            row_form(shape.text) if kind in (Kind.LINE, Kind.LABELLED) else ""
            for shape, kind in zip(self.shapes, kinds, strict=True)
        ]
        counts = Counter(forms)
        for index, form in enumerate(forms):
            if form and counts[form] > 1:
                kinds[index] = Kind.PROSE

    def _is_card(self, index: int) -> bool:
        """Whether short lines of one block are a name, a role and a bio, and no verse."""
        bio = self._openings[index]
        name, _, rest = self.shapes[index].text.partition("\n")
        return bio is not None and is_name(name) and ends_sentence(rest) and bio.is_likely

    def _mark_sections(self) -> Iterator[int]:
        """Mark the sections in turn; what may open one is yielded before it is read."""
        article = Article(self.shapes, self._openings, lambda: self.vocabulary, self._is_note)
        reader = SectionReader(article, self._kind_at)
        end = 0
        for index in self._openings:
            if len(self._sections) == _MOST_SECTIONS:
                return
            yield index
            if index < end or (is_set_out(self._text(index)) and not self._is_card(index)):
                continue
            section = reader.read(index)
            if section is not None:
                end = section.end
                self._sections[section.start] = section.points
                self._reading[0][section.start : end] = [Kind.SECTION] * (end - section.start)

    def _mark_runs(self, kinds: list[Kind]) -> None:
        """Give what stands under a heading over links, notes or comments that heading's kind.

        Above the author section prose under links is rather the article, broken by a link.
        """
        first = min(self.sections, default=len(kinds))
        under: Kind | None = None
        teasers = False
        for index, kind in enumerate(kinds):
            if under is Kind.COMMENTS and index > first:
                kinds[index] = under
            elif kind in _HEADS:
                under = kind
                below = kinds[index + 1] if index + 1 < len(kinds) else None
                teasers = kind is not Kind.LINKS or (index > first and below is Kind.PROSE)
            elif kind not in UNMARKED or (kind is Kind.PROSE and not teasers):
                under = None
            elif under is not None:
                kinds[index] = under
