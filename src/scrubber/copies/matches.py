"""A survey in, which of its blocks say what others say, nearly or in full, out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from scrubber.copies.survey import ALONE
from scrubber.says import says
from scrubber.similarity.candidates import candidate_pairs
from scrubber.similarity.excerpt import is_excerpt
from scrubber.similarity.facts import DOUBTFUL, NUMBER, UNIT
from scrubber.similarity.words import unaccented

if TYPE_CHECKING:
    from scrubber.copies.survey import Survey
    from scrubber.similarity.compare import Difference

DETECTED = 75.0
"""Share of common words, of 100, from which on two blocks are near copies."""
EDITED = 88.0
"""The same where a negation or another doubtful fact is among what differs."""
_FAMILY = 2
"""Others of one wording with other figures that make a block a line of a template."""
_MOST_COMPARED = 30_000
_FIGURES = str.maketrans("123456789", "000000000")


class Relation(NamedTuple):
    """What an earlier block and a later one say of each other. They are not equal."""

    difference: Difference
    later_goes: bool
    """The earlier one says all of the later one, which is no excerpt of it."""
    earlier_goes: bool


class Matches:
    """Which blocks match. Equal blocks count as one: the first of them stands for all."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._first: dict[str, int] = {}
        for index, key in enumerate(survey.keys):
            self._first.setdefault(key, index)
        self.relations: dict[tuple[int, int], Relation] = {}
        self.near: dict[tuple[int, int], Difference] = {}
        """Pairs of which neither says all of the other, while no fact differs."""
        self._variants: set[tuple[int, int]] = set()
        self._family: Counter[int] = Counter()
        self._partners: dict[int, list[int]] = {}
        self._compare_all()

    def first_of(self, index: int) -> int:
        """The first block that equals this one."""
        return self._first[self._survey.keys[index]]

    def partners(self, index: int) -> list[int]:
        """Blocks that say all of this one, or of which it says all; not those that equal it."""
        return self._partners.get(self.first_of(index), [])

    def relation(self, earlier: int, later: int) -> Relation | None:
        """The relation of two blocks where one may go for the other, if they are not equal."""
        one, other = self.first_of(earlier), self.first_of(later)
        if one < other:
            return self.relations.get((one, other))
        turned = self.relations.get((other, one))
        if turned is None:
            return None
        return turned._replace(later_goes=turned.earlier_goes, earlier_goes=turned.later_goes)

    def are_same(self, earlier: int, later: int) -> bool:
        """Whether two blocks are equal, or one says all of the other and the other may go."""
        keys = self._survey.keys
        return keys[earlier] == keys[later] or self.relation(earlier, later) is not None

    def are_variants(self, one: int, other: int) -> bool:
        """Whether two blocks are of one wording, yet differ in a fact or in words of each."""
        pair = sorted((self.first_of(one), self.first_of(other)))
        return (pair[0], pair[1]) in self._variants

    def is_template(self, index: int) -> bool:
        """Whether several other blocks have a block's wording with other figures or dates."""
        return self._family[self.first_of(index)] >= _FAMILY

    def _compare_all(self) -> None:
        survey = self._survey
        long = [index for index in self._first.values() if survey.is_long(index)]
        compared = 0
        for i, k in candidate_pairs([unaccented(survey.keys[index]) for index in long]):
            earlier, later = long[i], long[k]
            if not (survey.is_prose(earlier) and survey.is_prose(later)):
                continue
            if self._differ_in_figures(earlier, later):
                self._note_family(earlier, later)
            elif compared < _MOST_COMPARED:
                compared += 1
                self._compare(earlier, later)

    def _differ_in_figures(self, earlier: int, later: int) -> bool:
        keys = self._survey.keys
        return keys[earlier].translate(_FIGURES) == keys[later].translate(_FIGURES)

    def _note_family(self, earlier: int, later: int) -> None:
        self._variants.add((earlier, later))
        self._family.update((earlier, later))

    def _compare(self, earlier: int, later: int) -> None:
        from scrubber.similarity.compare import compare

        one, other = self._survey.texts[earlier], self._survey.texts[later]
        difference = compare(one, other)
        if difference.fact:
            if difference.score >= DETECTED:
                self._variants.add((earlier, later))
                if difference.fact in (NUMBER, UNIT):
                    self._family.update((earlier, later))
            if self._is_edit(difference):
                self._note_near(earlier, later, difference)
            return
        relation = Relation(
            difference,
            later_goes=difference.first_says and self._may_go(later, earlier),
            earlier_goes=difference.second_says and self._may_go(earlier, later),
        )
        if relation.later_goes or relation.earlier_goes:
            self._relate(earlier, later, relation)
        else:
            self._note_near(earlier, later, difference)

    def _may_go(self, index: int, kept: int) -> bool:
        """Whether a block is no excerpt of the one that says it all, and the proof will hold."""
        texts = self._survey.texts
        return says(texts[kept], texts[index]) and not is_excerpt(texts[index], texts[kept])

    def _is_edit(self, difference: Difference) -> bool:
        """Whether a fact that differs is one of several edits rather than what is told."""
        is_doubtful = difference.fact in DOUBTFUL and difference.score >= EDITED
        return is_doubtful and difference.is_edited

    def _note_near(self, earlier: int, later: int, difference: Difference) -> None:
        units = self._survey.units
        if difference.first_says or difference.second_says or difference.score < DETECTED:
            return
        if min(units[earlier], units[later]) >= ALONE:
            self._variants.add((earlier, later))
            self.near[earlier, later] = difference

    def _relate(self, earlier: int, later: int, relation: Relation) -> None:
        self.relations[earlier, later] = relation
        self._partners.setdefault(later, []).append(earlier)
        self._partners.setdefault(earlier, []).append(later)
