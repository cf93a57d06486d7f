"""Order: a document in, its author sections and the paragraphs stranded behind them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.memo import remembered
from scrubber.order.screen import find_suspects

if TYPE_CHECKING:
    from scrubber.model import Document
    from scrubber.order.bio import Bio
    from scrubber.order.strays import Stray
    from scrubber.order.survey import Survey

__all__ = ["strays_of", "survey_of"]


@remembered
def strays_of(document: Document) -> list[Stray]:
    """The runs of paragraphs behind the author section, if there is one with text behind it."""
    strays = _strays_in(document)
    if all(stray.doubt for stray in strays):
        return strays
    from scrubber.order.settle import settled

    return settled(document, strays, _strays_in)


def _strays_in(document: Document) -> list[Stray]:
    last = len(document.blocks) - 1
    if next(iter(_suspects_of(document)), last) == last:  # what costs more is asked later
        return []
    if next(iter(_openings_of(document)), last) == last:
        return []
    survey = survey_of(document)
    if not survey.may_have_strays():
        return []
    from scrubber.order.strays import find_strays

    return find_strays(survey)


@remembered
def survey_of(document: Document) -> Survey:
    """The blocks of a document told apart."""
    from scrubber.order.survey import Survey

    return Survey(document, lambda: _openings_of(document))


@remembered
def _suspects_of(document: Document) -> list[int]:
    return find_suspects(document)


@remembered
def _openings_of(document: Document) -> dict[int, Bio | None]:
    suspects = _suspects_of(document)
    if not suspects:
        return {}
    from scrubber.order.openings import openings_among

    return openings_among(document, suspects)
