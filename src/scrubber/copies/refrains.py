"""A paragraph that repeats in, whether it is a refrain of the text it stands in out."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from scrubber.blocks.shape import shape_of
from scrubber.order.endmatter import Kind, kind_of

if TYPE_CHECKING:
    from scrubber.copies.runs import Run
    from scrubber.copies.survey import Survey

_QUOTES, _FEWEST_SAID = "\"“”„«»‘’'‚「」『』‹›", 3
_OPENING, _UNSPACED = 4, 6
"""Words with which two paragraphs begin alike; characters where words are not set apart.

Of three and more one word less will do, and fewer where they also end alike.
"""
_ENDS = 2
"""Words with which two paragraphs begin and end alike."""


class Refrains:
    """The paragraphs of a document that come back on purpose."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found = defaultdict(list)
        for index, key in enumerate(self._survey.keys):
            found[key].append(index)
        return found

    def is_refrain(self, run: Run) -> bool:
        """Whether a run is a single paragraph that comes back as refrains, oaths and mottoes do."""
        survey = self._survey
        key = survey.keys[run.later]
        if run.length > 1 or key != survey.keys[run.earlier]:
            return False
        places = self._places[key]
        if self._is_said(run.later) and (len(places) >= _FEWEST_SAID or self._ends(places)):
            return True
        if not self._follows_alike(places):
            return False
        text = survey.texts[run.later]
        return kind_of(text, shape_of(text)) is not Kind.BOX

    def _is_said(self, index: int) -> bool:
        text = self._survey.texts[index].strip()
        return text[0] in _QUOTES and text[-1] in _QUOTES

    def _ends(self, places: list[int]) -> bool:
        """Whether a saying stands once in a text and ends it."""
        return places[1:] == [len(self._survey.keys) - 1]

    def _follows_alike(self, places: list[int]) -> bool:
        """Whether the paragraphs right above its places are others, and all begin alike."""
        if not places[0]:
            return False
        above = {self._survey.keys[index - 1] for index in places}
        words = _OPENING - (len(places) > 2)
        openings = {_opening(key, words) for key in above}
        ends = {(*key.split()[:_ENDS], *key.split()[-_ENDS:]) for key in above}
        return len(above) == len(places) and (len(openings) == 1 or len(ends) == 1)


def _opening(key: str, count: int) -> str:
    words = key.split(None, count)
    return " ".join(words[:count]) if len(words) > count else key[:_UNSPACED]
