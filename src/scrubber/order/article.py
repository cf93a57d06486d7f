"""What an article says of a person who may be its author: shapes and vocabulary in, answers out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.order.evidence import without_quotations
from scrubber.order.own import speaks_of_itself
from scrubber.order.wording import is_byline, mentions_person, news_points

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from scrubber.blocks.shape import Shape
    from scrubber.order.bio import Bio
    from scrubber.order.evidence import Vocabulary

_TOP = 5
FAR = 1.5
"""Points at most for how far a paragraph is from the article."""
_NEAR = -2.0
_WORDS_WEIGH = 5
_NAMES_WEIGH = 3
_MOST_BIOS = 20


class Article:
    """The article that a bio may belong to.

    ``vocabulary`` and ``is_note``, whether a block is none of the running text, are asked for only
    where something hangs on them.
    """

    def __init__(
        self,
        shapes: Sequence[Shape],
        bios: Mapping[int, Bio | None],
        vocabulary: Callable[[], Vocabulary],
        is_note: Callable[[int], bool],
    ) -> None:
        self.shapes = shapes
        self.vocabulary = vocabulary
        self._is_note = is_note
        many = sum(bio is not None for bio in bios.values()) > _MOST_BIOS
        self.bios = {} if many else bios
        """The persons introduced, by block; none where there are many, as they are its matter."""

    def distance(self, index: int, start: int, name: tuple[str, ...]) -> float:
        """Points for what block ``index``, in a section from ``start``, tells of other things."""
        section = [shape.text for shape in self.shapes[start : index + 1] if shape.is_prose]
        vocabulary = self.vocabulary()
        counted = vocabulary.terms_of_text(section)
        own = vocabulary.terms_of([self.shapes[index].text])
        for word in name:
            own.names.pop(word, None)
            own.openers.pop(word, None)
        terms = len(own.stems) + (len(own.pairs) + 1) // 2
        if not terms:
            return 0
        shared = vocabulary.shared_words(own, counted) / terms
        points = FAR - _WORDS_WEIGH * shared
        if own.names:
            shared = vocabulary.shared_names(own, counted) / len(own.names)
            points = (points + FAR - _NAMES_WEIGH * shared) / 2
        return max(_NEAR, points)

    def has_byline(self, name: tuple[str, ...]) -> bool:
        """Whether a short line near the top is no more than the name and a word or two."""
        return bool(name) and any(
            shape.is_line and is_byline(shape.text, name) for shape in self.shapes[:_TOP]
        )

    def is_lower(self, name: tuple[str, ...]) -> bool:
        """Whether the first word of a name stands in the article without its capital."""
        return bool(name) and name[0].casefold() in self.vocabulary().terms.lower

    def speaks_of_itself(self, at: int) -> bool:
        """Whether running text but for block ``at`` is in the first person, as an essay is."""
        return any(
            speaks_of_itself(without_quotations(shape.text))
            for index, shape in enumerate(self.shapes)
            if shape.is_prose and index != at
        )

    def mentions(self, name: tuple[str, ...], at: int) -> bool:
        """Whether the last name stands in a paragraph that is no bio, nor goes on with ``at``."""
        if not name:
            return False
        last = name[-1]
        if last[0] >= "\u0590":
            own = sum(bio is not None and last in bio.name for bio in self.bios.values())
            return sum(last in shape.text for shape in self.shapes if shape.is_prose) > own
        return any(
            mentions_person(shape.text, name)
            for index, shape in enumerate(self.shapes)
            if shape.is_prose
            and last in shape.text
            and self.bios.get(index) is None
            and not (at < index <= at + 2 and not news_points(shape.text))
            and not self._is_note(index)
        )
