"""A document in, its blocks as they are compared out: text, key, length and form of each."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from scrubber.blocks.forms import (
    Form,
    form_of,
    form_without_label,
    is_item,
    is_lettered,
    is_transcript,
    label_of,
)
from scrubber.blocks.shape import bare_text, count_units, ends_sentence
from scrubber.model import Layout
from scrubber.order.bio import is_bio
from scrubber.order.headings import is_author_heading, is_person_heading
from scrubber.order.names import is_name
from scrubber.similarity.cut import cut_text, without_link_line
from scrubber.similarity.words import normalised

if TYPE_CHECKING:
    from scrubber.model import Document

ALONE = 20
"""Words a block needs to be a copy without its neighbours."""
CUT = 6
"""Words it needs where it was visibly cut."""
UNDER_HEADING = 12
"""Words a bio needs under its own heading."""

_DASHES = "–—―- "
_WRAPPED = (Layout.HARD_WRAPPED, Layout.INDENTED)


class Survey:
    """The blocks of a document. Lengths are in words (see ``count_units``)."""

    def __init__(self, document: Document) -> None:
        text = document.text
        self.document = document
        self.texts = [text[block.start : block.end] for block in document.blocks]
        self.keys = [normalised(block) for block in self.texts]
        """Equal keys: equal blocks, typography and case apart."""
        self.units = [count_units(block) for block in self.texts]
        self._is_wrapped = document.layout in _WRAPPED
        self._forms: dict[int, Form] = {}

    def form(self, index: int) -> Form:
        """The form of a block; a label makes a turn only where several voices speak."""
        if index not in self._forms:
            reading = self.document.blocks[index].reading
            if reading is not None and reading.heading:
                return Form.LINE
            text = without_link_line(self.texts[index])
            form = form_of(text, is_wrapped=self._is_wrapped)
            if form is Form.TURN and not self._is_transcript:
                form = form_without_label(text)
            elif form is Form.LIST and self._is_spoken(index):
                form = form_of(text.lstrip(_DASHES), is_wrapped=self._is_wrapped)
            elif form is Form.PROSE and is_lettered(text):
                form = Form.LIST
            self._forms[index] = form
        return self._forms[index]

    def _is_spoken(self, index: int) -> bool:
        """Whether a dash opens a quotation: a list has more items, or a line that announces it."""
        text = without_link_line(self.texts[index])
        if not self.is_long(index) or text[0] not in _DASHES or "\n" in text:
            return False
        above = self.texts[index - 1] if index else ":"
        below = self.texts[index + 1 : index + 2]
        return ends_sentence(above) and not any(is_item(other) for other in (above, *below))

    @cached_property
    def _is_transcript(self) -> bool:
        return is_transcript({text for text in self.texts if label_of(text)})

    @cached_property
    def fixed(self) -> set[int]:
        """Blocks that may not be removed: opaque ones, and those a protected span covers."""
        blocks = self.document.blocks
        found = {index for index, block in enumerate(blocks) if block.opaque}
        index = 0
        for start, end in self.document.protected:
            while index < len(blocks) and blocks[index].end <= start:
                index += 1
            at = index
            while at < len(blocks) and blocks[at].start < end:
                if start <= blocks[at].start and blocks[at].end <= end:
                    found.add(at)
                at += 1
        return found

    def is_long(self, index: int) -> bool:
        """Whether a block has the words to be a copy by itself."""
        return self.units[index] >= ALONE or self.is_teaser(index)

    def is_teaser(self, index: int) -> bool:
        """Whether a block was visibly cut; the first of a text may be its title, cut as it is."""
        if self.units[index] < CUT or not index:
            return False
        return cut_text(self.texts[index]) is not None

    def is_bio(self, index: int) -> bool:
        """Whether a block under a heading introduces an author."""
        if self.units[index] < UNDER_HEADING or not index or not self.is_prose(index):
            return False
        if self.form(index - 1) is not Form.LINE:
            return False
        heading = bare_text(self.texts[index - 1])
        if is_author_heading(heading) or is_person_heading(heading) or is_name(heading):
            return True
        return is_bio(" ".join(bare_text(self.texts[index]).split()))

    def is_heading(self, index: int) -> bool:
        """Whether a block stands as a heading above another."""
        text = self.texts[index]
        if index + 1 == len(self.texts) or self.form(index) is not Form.LINE:
            return False
        return not (ends_sentence(text) or "@" in text or "//" in text)

    def is_prose(self, index: int) -> bool:
        """Whether a block is running prose that may be removed."""
        if index in self.fixed:
            return False
        form = self.form(index)
        return form is Form.PROSE or (form is Form.LINE and self.is_teaser(index))
