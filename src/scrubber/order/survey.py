"""A document's blocks told apart: body, author sections, boxes, notes; a document in, kinds out."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from scrubber.order import words
from scrubber.order.author import (
    bio_of,
    continues_bio,
    is_author_heading,
    is_card_line,
    is_name_line,
    is_person_heading,
    names_heading,
    news_points,
    split_heading,
)
from scrubber.order.endmatter import Kind, kind_of
from scrubber.order.names import is_name, name_start, name_words
from scrubber.order.shape import Shape, shape_of
from scrubber.order.words import members

if TYPE_CHECKING:
    from scrubber.model import Document
    from scrubber.order.author import Bio

BODY_ABOVE = 3
"""Body paragraphs that must stand above an author section."""

_DEFINITE = 4.0
_PROBABLE = 2.5
_MOST_BIOS = 20
_CARD_LINES = 6
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w’'-]{2,}")
_MARKS = '*_#>~<"“('


def candidates(document: Document) -> list[int]:
    """Blocks that may open an author section, by the cheapest of signs."""
    text, blocks = document.text, document.blocks
    found = []
    match = name_start().match
    for index in range(BODY_ABOVE, len(blocks)):
        start, end = blocks[index].start, blocks[index].end
        first = text[start]
        if first in _MARKS:
            shape = shape_of(text[start : min(end, start + 200)])
            if shape.text and _may_open(shape.text, 0, len(shape.text), match):
                found.append(index)
        elif _may_open(text, start, end, match):
            found.append(index)
    return found


def _may_open(text: str, start: int, end: int, match: object) -> bool:
    if end - start <= 60:
        line = text[start:end]
        return is_author_heading(line) or is_person_heading(line) or "\n" in line or is_name(line)
    found = match(text, start, end)  # type: ignore[operator]
    if found:
        following = found["next"]
        return following == "," or following.strip() in members(words.PREDICATES)
    if text.find(":", start, start + 40) > 0 or text.find("\n", start, start + 60) > 0:
        return bool(split_heading(text[start : start + 100])[0])
    return text[start] >= "\u0590" and bio_of(text[start : start + 200]) is not None


class Survey:
    """The blocks of a document by kind, with the author sections in it."""

    def __init__(self, document: Document, openings: list[int]) -> None:
        self.document = document
        self.shapes: list[Shape] = []
        self.kinds: list[Kind] = []
        self.strengths: dict[int, float] = {}
        """The block each section starts with, and how sure it is."""
        for index, block in enumerate(document.blocks):
            raw = document.text_of(index)
            shape = shape_of(raw)
            self.shapes.append(shape)
            self.kinds.append(Kind.FIXED if block.opaque else kind_of(raw, shape))
        self._mentions = self._count_mentions()
        self._mark_sections(openings)
        self._mark_runs()

    def _count_mentions(self) -> Counter[str]:
        """In how many paragraphs each capitalised word stands."""
        counts: Counter[str] = Counter()
        for shape, kind in zip(self.shapes, self.kinds, strict=True):
            if kind is Kind.PROSE:
                counts.update(set(_CAPITALISED.findall(shape.text)))
        return counts

    def _mark_sections(self, openings: list[int]) -> None:
        bios = {index: bio_of(self.shapes[index].text) for index in openings}
        if sum(bio is not None for bio in bios.values()) > _MOST_BIOS:
            bios = {}
        for index in openings:
            if self.kinds[index] in (Kind.SECTION, Kind.FIXED):
                continue
            end, strength = self._read_card(index)
            start = index
            if not strength:
                bio = bios.get(index)
                if bio is None or not self.shapes[index].is_prose:
                    continue
                start, end, strength = self._read_bare_bio(index, bio, bios)
            if strength:
                self.strengths[start] = strength
                self.kinds[start:end] = [Kind.SECTION] * (end - start)

    def _read_card(self, index: int) -> tuple[int, float]:
        """The end of a section under a heading or name line, and how sure it is; 0: none."""
        text = self.shapes[index].text
        head, rest = split_heading(text)
        name: tuple[str, ...] = ()
        if head:
            bio = bio_of(rest)
            return self._read_bios(index + 1, bio.name if bio else ())[0], _DEFINITE
        headed = is_author_heading(text) or is_person_heading(text)
        if not headed:
            return self._read_named_card(index)
        at, name = self._read_card_lines(index + 1)
        end, found = self._read_bios(at, name, first=True)
        if not found and not name:
            return index, 0
        return end, _DEFINITE

    def _read_named_card(self, index: int) -> tuple[int, float]:
        """A heading such as ``About NAME`` or a name line, over that person's bio."""
        shape = self.shapes[index]
        if not shape.is_line or index + 1 >= len(self.shapes):
            return index, 0
        at, _ = self._read_card_lines(index + 1)
        if at >= len(self.shapes) or not self.shapes[at].is_prose:
            return index, 0
        bio = bio_of(self.shapes[at].text)
        if bio is None or not names_heading(shape.text, bio.name):
            return index, 0
        if bio.points < 1.5:
            return index, 0
        return self._read_bios(at, bio.name, first=True)[0], _DEFINITE

    def _read_card_lines(self, at: int) -> tuple[int, tuple[str, ...]]:
        """Past the short lines of a card: name, role, ways to reach; with the name."""
        name: tuple[str, ...] = ()
        behind_name = False
        for index in range(at, min(at + _CARD_LINES, len(self.shapes))):
            shape = self.shapes[index]
            if shape.is_prose or self.kinds[index] not in (Kind.LINE, Kind.BOX, Kind.LABELLED):
                return index, name
            if not name and is_name(shape.text):
                name, behind_name = name_words(shape.text), True
                continue
            fits = is_card_line(shape.text) or is_author_heading(shape.text)
            if not (fits or behind_name or (name and is_name_line(shape.text, name))):
                return index, name
            behind_name = False
        return min(at + _CARD_LINES, len(self.shapes)), name

    def _read_bios(
        self, at: int, name: tuple[str, ...], *, first: bool = False
    ) -> tuple[int, bool]:
        """Past the paragraphs of a bio and the card lines behind it; whether there were any."""
        found = False
        while at < len(self.shapes):
            shape = self.shapes[at]
            if shape.is_line:
                known = is_card_line(shape.text) or is_name_line(shape.text, name)
                if not (found and known and self.kinds[at] in (Kind.LINE, Kind.BOX)):
                    break
            elif not self._tells_of(shape.text, name, first=first and not found):
                break
            else:
                bio = bio_of(shape.text)
                name = name or (bio.name if bio else ())
                found = True
            at += 1
        return at, found

    def _tells_of(self, text: str, name: tuple[str, ...], *, first: bool) -> bool:
        bio = bio_of(text)
        if bio is not None and (bio.name == name or bio.points >= _PROBABLE):
            return True
        if first and not name:
            return news_points(text) < 2
        return continues_bio(text, name) >= (0.5 if first else 2)

    def _read_bare_bio(
        self, index: int, bio: Bio, bios: dict[int, Bio | None]
    ) -> tuple[int, int, float]:
        strength = bio.points
        if self._has_byline(bio.name):
            strength += 4
        elif self._is_mentioned(bio.name, bios):
            strength -= 4
        start = index
        if strength < _PROBABLE:
            return index, index, 0
        above = self.shapes[index - 1]
        if above.is_line and is_name_line(above.text, bio.name):
            start -= 1
        return start, self._read_bios(index + 1, bio.name)[0], strength

    def _has_byline(self, name: tuple[str, ...]) -> bool:
        """Whether a short line near the top is no more than the name and a word or two."""
        for shape in self.shapes[:5]:
            if shape.is_line and all(word in shape.text for word in name):
                lower = [word for word in shape.text.split() if word.islower() and len(word) > 4]
                if not lower:
                    return True
        return False

    def _is_mentioned(self, name: tuple[str, ...], bios: dict[int, Bio | None]) -> bool:
        """Whether the last name stands in a paragraph that does not introduce the same person."""
        last = name[-1]
        own = sum(bio is not None and last in bio.name for bio in bios.values())
        if last >= "\u0590":
            return self.document.text.count(last) > own
        return self._mentions[last] > own

    def _mark_runs(self) -> None:
        """Give what stands under a heading over links, notes or comments that heading's kind."""
        under: Kind | None = None
        direct = False
        for index, kind in enumerate(self.kinds):
            if under is Kind.COMMENTS:
                self.kinds[index] = Kind.COMMENTS
            elif kind in (Kind.LINKS, Kind.NOTES, Kind.COMMENTS):
                under, direct = kind, True
            elif kind in (Kind.SECTION, Kind.BOX, Kind.FIXED):
                under = None
            elif under is not None and kind in (Kind.PROSE, Kind.LINE, Kind.LABELLED):
                if under is Kind.LINKS and kind is Kind.LINE:
                    direct = direct and self.kinds[index - 1] is Kind.PROSE
                if kind is Kind.PROSE and not direct:
                    under = None
                    continue
                self.kinds[index] = under
