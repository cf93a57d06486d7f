"""A run that repeats another in, whether it belongs to a heading of its own out.

Two sections may say the same on purpose: an oath under two names, a step of two recipes, a clause
of two articles, a caption under two pictures. What stands under another heading, picture or list
than its like is no copy that a scraper made; without it, its heading would stand over nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from scrubber.blocks.forms import Form
from scrubber.blocks.shape import bare_text, count_units, ends_sentence, is_question, shape_of
from scrubber.copies.refrains import Refrains
from scrubber.order.bio import is_bio
from scrubber.order.headings import is_author_heading, is_person_heading
from scrubber.similarity.cut import cut_text

if TYPE_CHECKING:
    from scrubber.copies.runs import Run
    from scrubber.copies.survey import Survey

_COLONS = (":", "：")
_PAGE = 5, 150
"""Paragraphs and words from which on a run is a page pasted twice, whatever stands above it."""
_TOP = 2
_LONGEST_VOICE = 4
_LONGEST_SECTION, _MOST_HEADS = 30, 6
"""Blocks of a section that is compared with another, and headings above it."""
_ITEM, _LONGEST_ITEM, _FEWEST_ITEMS = 3, 5, 8
"""Words of an item on average, and at most, and items of an enumeration: players, ingredients."""
_UNSTOPPED = re.compile(r"[\u0e00-\u0eff]")
"""Scripts that end no sentence with a stop: a short line may be one."""
_COMMAS = re.compile(r"\s*[.,;،、，；·/]\s*")


class Sections:
    """What the blocks of a document stand under."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._refrains = Refrains(survey)
        self._heads: dict[int, bool] = {}

    def parts(self, run: Run) -> bool:
        """Whether the blocks that would go belong to another heading than those that stay."""
        survey = self._survey
        gone, stays = (pairs[0] for pairs in zip(*run.pairs()[:1], strict=True))
        prose = [i for i in range(gone, gone + run.length) if survey.is_prose(i)]
        if not prose or self._is_exempt(prose):
            return False
        if self._is_turn(gone, run.length) or self._refrains.is_refrain(run):
            return True
        if all(map(self._is_enumeration, prose)):
            return True
        if self._announces(gone - 1):
            return not self._share_head(gone, stays)
        if self._is_head(gone - 1):
            if self._is_head(stays - 1):
                return not (self._share_head(gone, stays) or self._is_deck(gone, stays))
            return self._ends(gone + run.length) and self._is_surely_head(gone - 1)
        return self._are_records(gone, stays, run.length)

    def _is_exempt(self, prose: list[int]) -> bool:
        """Whether a run is a teaser, a bio or a whole page, which are copies under any heading."""
        texts, units = self._survey.texts, self._survey.units
        if len(prose) >= _PAGE[0] and sum(units[i] for i in prose) >= _PAGE[1]:
            return True
        first = texts[prose[0]]
        return cut_text(first) is not None or is_bio(" ".join(bare_text(first).split()))

    def _is_enumeration(self, index: int) -> bool:
        text = self._survey.texts[index]
        items = _COMMAS.split(text)
        if len(items) < _FEWEST_ITEMS or self._survey.units[index] > _ITEM * len(items):
            return False
        return max(map(count_units, items)) <= _LONGEST_ITEM

    def _is_deck(self, gone: int, stays: int) -> bool:
        """Whether two blocks have no more than a byline between them, at the top of an article."""
        first, second = sorted((gone, stays))
        if first > _TOP or not all(map(self._is_head, range(first + 1, second))):
            return False
        return not any(map(self._ends, (second + 1, second + 2)))

    def _is_head(self, index: int) -> bool:
        """Whether a block is no sentence, as a heading, a name, a list, a picture; nor a box."""
        if not 0 <= index < len(self._survey.texts):
            return False
        if index not in self._heads:
            self._heads[index] = self._reads_as_head(index)
        return self._heads[index]

    def _reads_as_head(self, index: int) -> bool:
        from scrubber.order.endmatter import Kind, kind_of

        text = self._survey.texts[index]
        bare = bare_text(text)
        if (ends_sentence(bare) and not is_question(bare)) or "//" in bare or "@" in bare:
            return False  # as most blocks, whose form need not be told
        is_front_matter = not index and index in self._survey.fixed
        if is_front_matter or self._survey.form(index) is Form.PROSE:
            return False
        if is_author_heading(bare) or is_person_heading(bare):
            return False
        return kind_of(text, shape_of(text)) not in (Kind.BOX, Kind.LINKS, Kind.COMMENTS)

    def _announces(self, index: int) -> bool:
        return self._is_head(index) and bare_text(self._survey.texts[index]).endswith(_COLONS)

    def _stack(self, index: int) -> list[str]:
        """The headings right above a block, the nearest first."""
        found: list[str] = []
        while self._is_head(index - 1) and len(found) < _MOST_HEADS:
            index -= 1
            found.append(self._survey.keys[index])
        return found

    def _share_head(self, one: int, other: int) -> bool:
        """Whether the heading of one of two blocks stands above the other as well.

        Where it does right above both, what tells them apart may stand above it.
        """
        here, there = self._stack(one), self._stack(other)
        while here and there and here[0] == there[0]:
            here, there = here[1:], there[1:]
        return not (here and there) or here[0] in there or there[0] in here

    def _is_surely_head(self, index: int) -> bool:
        """Whether a heading is no sentence without a stop, and stands once."""
        key = self._survey.keys[index]
        is_sure = self._is_marked(index) or not _UNSTOPPED.search(key)
        return is_sure and self._counts[key] == 1

    def _ends(self, index: int) -> bool:
        """Whether a section ends above a block."""
        return index >= len(self._survey.texts) or self._is_head(index)

    def _are_records(self, one: int, other: int, length: int) -> bool:
        """Whether two runs end sections under headings of their own, which are built alike.

        The sections are equally long, or their headings are marked as such or begin with the
        same word.
        """
        here, there = self._head_above(one), self._head_above(other)
        if here is None or there is None or there == other - 1:
            return False
        if not (one - here == other - there or self._open_alike(here, there)):
            return False
        is_last = one + length == len(self._survey.texts) - 1  # but for a closing line
        if not (self._ends(other + length) and (is_last or self._ends(one + length))):
            return False
        return not self._share_head(here + 1, there + 1)

    def _open_alike(self, one: int, other: int) -> bool:
        keys = self._survey.keys
        if self._is_marked(one) and self._is_marked(other):
            return True
        return keys[one].split()[0] == keys[other].split()[0]

    def _is_marked(self, index: int) -> bool:
        reading = self._survey.document.blocks[index].reading
        return reading is not None and reading.heading

    def _head_above(self, index: int) -> int | None:
        above = range(index - 1, max(-1, index - 1 - _LONGEST_SECTION), -1)
        return next(filter(self._is_head, above), None)

    def _is_turn(self, start: int, length: int) -> bool:
        """Whether a run is a name and a speech in a text where names recur over other speeches."""
        return length > 1 and start in self._voices and self._survey.is_prose(start + 1)

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(self._survey.keys)

    @cached_property
    def _voices(self) -> set[int]:
        """Short lines, where one recurs over another block."""
        survey = self._survey
        voices = [
            i
            for i in range(len(survey.texts) - 1)
            if survey.units[i] <= _LONGEST_VOICE and self._is_head(i)
        ]
        speeches = defaultdict(set)
        for i in voices:
            speeches[survey.keys[i]].add(survey.keys[i + 1])
        return set(voices) if any(len(said) > 1 for said in speeches.values()) else set()
