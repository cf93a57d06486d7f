"""Order: a document in, its author sections and the paragraphs stranded behind them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.order.screen import BODY_ABOVE, find_openings

if TYPE_CHECKING:
    from scrubber.model import Document
    from scrubber.order.strays import Stray
    from scrubber.order.survey import Survey

__all__ = ["strays_of", "survey_of"]


def strays_of(document: Document) -> list[Stray]:
    """The runs of paragraphs behind the author section, if there is one with text behind it."""
    if len(document.blocks) < BODY_ABOVE + 2:
        return []
    if "strays" not in document.memo:
        document.memo["strays"] = _find(document)
    found: list[Stray] = document.memo["strays"]
    return found


def survey_of(document: Document) -> Survey:
    """The blocks of a document told apart."""
    if "survey" not in document.memo:
        from scrubber.order.survey import Survey

        document.memo["survey"] = Survey(document, _openings_of(document))
    survey: Survey = document.memo["survey"]
    return survey


def _openings_of(document: Document) -> list[int]:
    if "openings" not in document.memo:
        document.memo["openings"] = find_openings(document)
    found: list[int] = document.memo["openings"]
    return found


def _find(document: Document) -> list[Stray]:
    openings = _openings_of(document)
    if not openings or openings[0] == len(document.blocks) - 1:
        return []
    from scrubber.order.strays import find_strays

    return find_strays(survey_of(document))
