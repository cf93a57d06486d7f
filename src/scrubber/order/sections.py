"""Author sections: a document's blocks by shape and kind in, their ranges and sureness out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scrubber.blocks.shape import ends_sentence
from scrubber.order.article import FAR
from scrubber.order.bio import Bio, bio_of
from scrubber.order.endmatter import Kind
from scrubber.order.headings import (
    is_author_heading,
    is_person_heading,
    names_person,
    split_heading,
)
from scrubber.order.names import first_of_names, is_name, name_words
from scrubber.order.wording import (
    calls_organisation,
    is_card_line,
    is_way_to_reach,
    news_points,
    subject_points,
    tells_of_life,
    wording_points,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrubber.order.article import Article

CERTAIN = 9.0
"""Points of a section under a heading, or of whom the byline names."""

SURE = 3.5
"""Points from which a section is beyond doubt."""

LIKELY = 2.5
"""Points from which a paragraph is a bio at all."""

BARE = 1.5
"""The same without a heading, where the article itself speaks against persons of its own."""

SECOND = 1.0
"""The same once there is a section, as authors come in pairs."""

_MOST_PARAGRAPHS = 12
_CARD_LINES = 6
_UNCASED = "\u0590"
_LONGEST_NAME = 8
_ANNOUNCING = ("?", ":", "？", "：", "؟", ";")
"""What a paragraph ends in that somebody's own words follow."""
_CARD_KINDS = (Kind.LINE, Kind.BOX, Kind.LABELLED, Kind.NOTE)


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks ``[start, end)`` about who wrote the article."""

    start: int
    end: int
    points: float


class SectionReader:
    """Reads the author section, if there is one, that opens at a block."""

    def __init__(self, article: Article, kind_at: Callable[[int], Kind]) -> None:
        self._article = article
        self._shapes = article.shapes
        self._kind_at = kind_at
        self._needed = BARE

    def read(self, index: int) -> Section | None:
        """The section that opens at block ``index``."""
        section = self._read(index)
        if section is None:
            return None
        self._needed = SECOND
        return self._with_heading(section)

    def _with_heading(self, section: Section) -> Section:
        """The section with an author heading above it, under which nothing was known by itself."""
        start = section.start
        if start and is_author_heading(self._shapes[start - 1].text):
            return replace(section, start=start - 1, points=CERTAIN)
        return section

    def _read(self, index: int) -> Section | None:
        text = self._shapes[index].text
        head, rest = split_heading(text)
        if head:
            return self._under(index, bio_of(rest))
        if is_author_heading(text) or is_person_heading(text):
            return self._card(index)
        bio = self._article.bios.get(index)
        if bio is None or not ends_sentence(text):
            named = self._named_card(index) if self._shapes[index].is_line else None
            if named is not None or bio is None:
                return named
        return self._bare_bio(index, bio)

    def _under(self, index: int, bio: Bio | None) -> Section:
        """A section whose heading shares a block with its bio."""
        name = bio.name if bio else ()
        return Section(self._start(index, name), self._past_bios(index + 1, name, 1), CERTAIN)

    def _card(self, index: int) -> Section | None:
        """A section under a heading: name and role, or a bio, or both."""
        at, name = self._past_card_lines(index + 1)
        if not name and at == index + 1 and at < len(self._shapes):
            at += self._opens_with_bio(at)
            name = self._name_at(at - 1)
        end = self._past_bios(at, name, at - index - 1)
        return Section(self._start(index, name), end, CERTAIN) if end > index + 1 else None

    def _start(self, index: int, name: tuple[str, ...]) -> int:
        """Where a section starts: with the author's name, if that stands above it."""
        above = self._shapes[index - 1]
        if not above.is_line or not index:
            return index
        if above.text[:1] >= _UNCASED and not name:
            return index - self._may_be_name(index - 1)
        return index - (names_person(above.text, name) if name else is_name(above.text))

    def _opens_with_bio(self, index: int) -> bool:
        """Whether the paragraph right under an author heading is a bio, in whatever form."""
        shape = self._shapes[index]
        return not shape.is_line and news_points(shape.text) < 2

    def _name_at(self, index: int) -> tuple[str, ...]:
        bio = bio_of(self._shapes[index].text)
        return bio.name if bio else ()

    def _named_card(self, index: int) -> Section | None:
        """A heading such as ``About NAME``, or a name line, over that person's bio or card."""
        text = self._shapes[index].text
        name = name_words(text) if is_name(text) else ()
        at, _ = self._past_card_lines(index + 1, name)
        if at < len(self._shapes) and not self._shapes[at].is_line:
            below = self._shapes[at].text
            bio = bio_of(below)
            names = bio and bio.is_likely and names_person(text, bio.name)
            if bio and names and not calls_organisation(below):
                return Section(index, self._past_bios(at, bio.name, 1), CERTAIN)
        if name and any(is_way_to_reach(shape.text) for shape in self._shapes[index + 1 : at]):
            return Section(index, at, LIKELY)
        return None

    def _past_card_lines(
        self, start: int, name: tuple[str, ...] = ()
    ) -> tuple[int, tuple[str, ...]]:
        """Past the short lines of a card: name, role, ways to reach; with the name."""
        under_heading, behind_name = not name, bool(name)
        for index in range(start, min(start + _CARD_LINES, len(self._shapes))):
            shape = self._shapes[index]
            if not shape.is_line or self._kind_at(index) not in _CARD_KINDS:
                return index, name
            named = shape.text if is_name(shape.text) else first_of_names(shape.text)
            if not name and named:
                name, behind_name = name_words(named), True
                continue
            if index == start and under_heading and self._may_be_name(index):
                name, behind_name = (shape.text,), True
                continue
            if is_author_heading(shape.text) and not under_heading:
                return index, name
            fits = is_card_line(shape.text, name) or is_author_heading(shape.text)
            if not (fits or (behind_name and self._kind_at(index) is Kind.LINE)):
                return index, name
            behind_name = False
        return min(start + _CARD_LINES, len(self._shapes)), name

    def _may_be_name(self, index: int) -> bool:
        """Whether a line right under an author heading is a name in a script without capitals."""
        shape = self._shapes[index]
        if shape.text[:1] < _UNCASED or self._kind_at(index) is not Kind.LINE:
            return False
        return shape.units <= _LONGEST_NAME and not is_card_line(shape.text, ())

    def _past_bios(self, at: int, name: tuple[str, ...], found: int) -> int:
        """Past the paragraphs about ``name`` and the card lines behind them."""
        start = at
        while at < len(self._shapes):
            shape = self._shapes[at]
            if shape.is_line:
                if not found or self._kind_at(at) not in _CARD_KINDS:
                    break
                if not is_card_line(shape.text, name):
                    break
            elif self._kind_at(at) in (Kind.PROSE, Kind.LINE, Kind.LABELLED, Kind.FIXED):
                if found > _MOST_PARAGRAPHS or not self._is_about(at, start, name):
                    break
                name = name or self._name_at(at)
                found += 1
            else:
                break
            at += 1
        return at

    def _is_about(self, index: int, start: int, name: tuple[str, ...]) -> bool:
        """Whether a paragraph tells more of ``name``, or of a second author."""
        text = self._shapes[index].text
        bio = bio_of(text)
        if bio is not None and bio.name[-1:] == name[-1:]:
            return True
        second = bio if bio is not None and bio.is_likely else None
        subject = subject_points(text, name)
        if subject == 1 and not tells_of_life(text):
            subject = 0
        if second is None and not subject:
            return False
        points = wording_points(text, whole=True) + self._article.distance(index, start, name)
        if second is not None and points >= 1:
            return not self._article.mentions(second.name, index)
        return subject > 0 and points + subject >= LIKELY

    def _bare_bio(self, index: int, bio: Bio) -> Section | None:
        """A bio without a heading, known by its wording and by a name the article has not."""
        if bio.name and calls_organisation(self._shapes[index].text):
            return None
        points = bio.points - (1.5 if bio.is_past else 0)
        has_byline = self._article.has_byline(bio.name)
        if has_byline:
            points += 4
        elif not bio.is_likely:
            return None
        elif self._article.mentions(bio.name, index):
            points -= 4
        if points + FAR < self._needed:  # what costs the most comes last
            return None
        points += self._article.distance(index, index, bio.name)
        if points < self._needed or self._article.is_lower(bio.name):
            return None
        if bio.is_own:
            is_answer = self._shapes[index - 1].text.endswith(_ANNOUNCING)
            if is_answer or self._article.speaks_of_itself(index):
                return None
            points = min(points, LIKELY)
        end = self._past_bios(index + 1, bio.name, 1)
        start = self._start(index, bio.name) if bio.name or bio.is_own else index
        points += end > index + 1 or start < index
        return Section(start, end, CERTAIN if has_byline else points)
