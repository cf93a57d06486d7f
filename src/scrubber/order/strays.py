"""Paragraphs stranded behind an author section: a survey in, where they stand and belong out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from scrubber.blocks.shape import is_question
from scrubber.order.anchor import find_anchor
from scrubber.order.bio import bio_of
from scrubber.order.endmatter import Kind
from scrubber.order.headings import is_author_heading
from scrubber.order.profiles import goes_on_about, introduces_others, opens_with_pronoun
from scrubber.order.rows import row_form
from scrubber.order.screen import BODY_ABOVE
from scrubber.order.uncased import is_uncased

if TYPE_CHECKING:
    from scrubber.order.anchor import Anchor
    from scrubber.order.evidence import Evidence
    from scrubber.order.survey import Survey

_ENOUGH = 1.0
"""Score from which prose behind a sure section is body."""

_PLENTY = 3.0
"""The same behind a likely one."""

_AMPLE = 5.0
"""The same below a heading or titles, which may head another text."""

_LONGEST_CREDIT = 15
_OPENING = 3
"""Words within which a sentence about the author names him or her."""
_UNLIKE = "nothing in the article is like it"


@dataclass(frozen=True, slots=True)
class Stray:
    """Blocks ``[start, end)`` that stand behind an author section."""

    start: int
    end: int
    paragraphs: int
    before: int
    """The block they belong before: the first behind the body."""
    evidence: Evidence
    doubt: str = ""
    """Why they may as well stay; empty where they surely belong to the article."""


def find_strays(survey: Survey) -> list[Stray]:
    """The runs of body paragraphs behind the first author section, surely so or perhaps."""
    anchor = find_anchor(survey) if survey.sections else None
    if anchor is None:
        return []
    found = []
    for run in _runs(survey, anchor.index):
        found += _judge(survey, anchor, run)
    return found


def _runs(survey: Survey, anchor: int) -> list[list[int]]:
    """Runs of prose and lines behind ``anchor``: where each part starts, and the end.

    A part is some prose, or lines with the prose below them. Lines behind the last prose are none,
    but a list that it announces; a list opens no part.
    """
    runs: list[list[int]] = []
    starts: list[int] = []
    end = 0
    is_announced = False
    above = Kind.SECTION
    for index, kind in enumerate([*survey.kinds[anchor:], Kind.FIXED], anchor):
        is_list = kind is Kind.LINE and bool(starts) and survey.is_list(index)
        if kind is Kind.PROSE:
            is_announced = survey.shapes[index].text.endswith((":", "："))
        if kind is Kind.PROSE or (is_list and is_announced and end == index):
            end = index + 1
        if kind in (Kind.PROSE, Kind.LINE, Kind.LABELLED):
            opens_run = not starts and kind is not Kind.LABELLED
            opens_part = above is Kind.PROSE and kind is not Kind.PROSE and not is_list
            if opens_run or (starts and opens_part):
                starts.append(index)
        elif starts:
            if end > starts[0]:
                runs.append([*(start for start in starts if start < end), end])
            starts = []
        above = kind
    return runs


def _judge(survey: Survey, anchor: Anchor, run: list[int]) -> list[Stray]:
    """The sure part of a run, up to the last part that surely is body, and the rest."""
    sure, doubt = run[0], ""
    for start, end in pairwise(run):
        doubt = _doubt(survey, anchor, start, end)
        if not doubt:
            sure = end
    while sure > run[0] + 1 and _is_credit(survey, anchor, sure - 1):
        sure -= 1
        doubt = doubt or _UNLIKE
    parts = ((run[0], sure, ""), (sure, run[-1], doubt))
    return [_stray(survey, anchor, *part) for part in parts if part[0] < part[1]]


def _is_credit(survey: Survey, anchor: Anchor, index: int) -> bool:
    """Whether a last paragraph is short, names somebody and shares nothing, as a credit does."""
    shape = survey.shapes[index]
    if survey.kinds[index] is not Kind.PROSE or shape.units > _LONGEST_CREDIT:
        return False
    is_named = is_uncased(shape.text) or survey.vocabulary.terms_of([shape.text]).names
    return bool(is_named) and _is_unlike(survey, anchor, index, index + 1)


def _is_unlike(survey: Survey, anchor: Anchor, start: int, end: int) -> bool:
    """Whether paragraphs share nothing with the article, nor go on with its last row of figures."""
    row = row_form(survey.shapes[start].text)
    if row and row == row_form(survey.shapes[anchor.place - 1].text):
        return False
    return (
        not anchor.is_sure or survey.shapes[start].units <= _LONGEST_CREDIT
    ) and survey.evidence(start, end).score < _ENOUGH


def _goes_on_about_author(survey: Survey, start: int, end: int) -> bool:
    """Whether the words right behind a section begin with a pronoun, and nobody speaks in them.

    One behind other words may as well stand for somebody whom the article has told of.
    """
    if survey.kinds[start - 1] is not Kind.SECTION:
        return False
    evidence = survey.evidence(start, end)
    first = survey.shapes[start].text
    if evidence.speech or evidence.quotations:
        return False
    evidence = survey.evidence(start, start + 1)
    within = _OPENING if evidence.score < _PLENTY else 1
    above = survey.shapes[start - 2]
    are_several = survey.kinds[start - 2] is Kind.SECTION and not above.is_line
    return opens_with_pronoun(first, within, of_several=are_several)


def _introduces(survey: Survey, anchor: Anchor, start: int) -> bool:
    """Whether a bio without a heading is one of several persons, or of one who speaks below it."""
    above = survey.prose(0, anchor.place)
    texts = [shape.text for shape in survey.shapes]
    first, kinds = anchor.index, survey.kinds
    others = [
        i for i in survey.sections if Kind.PROSE in kinds[first:i] and Kind.PROSE in kinds[i:]
    ]
    if introduces_others(above, texts[first], (texts[i] for i in others)):
        return True
    is_behind = survey.kinds[start - 1] is Kind.SECTION
    return is_behind and goes_on_about(texts[start], above[-1])


def _introduces_another(survey: Survey, index: int) -> bool:
    """Whether a few words right behind a section open with a name that the article has not."""
    shape = survey.shapes[index]
    bio = bio_of(shape.text) if shape.units <= _LONGEST_CREDIT else None
    if bio is None or not bio.name or survey.evidence(index, index + 1).speech:
        return False
    others = (text for text in survey.prose(0, len(survey.kinds)) if text != shape.text)
    return not any(bio.name[-1] in text for text in others)


def _doubt(survey: Survey, anchor: Anchor, start: int, end: int) -> str:
    """Why the part of a run ``[start, end)`` may be no part of the article."""
    if _is_unlike(survey, anchor, start, end):
        return _UNLIKE
    if _goes_on_about_author(survey, start, end):
        return "it may go on about the author"
    if survey.kinds[start - 1] is Kind.SECTION and _introduces_another(survey, start):
        return "it may introduce another author"
    if not anchor.is_certain and _introduces(survey, anchor, start):
        return "the article may introduce whom the bio above is of"
    if _heads_article(survey, anchor, start):
        return "it may be an article with an author of its own"
    score = survey.evidence(start, end).score
    if not anchor.is_sure and (score < _PLENTY or not anchor.has_few_behind):
        return "the bio above may be of a person in the article"
    if anchor.is_below_teasers:
        return "what stands above the section may be teasers"
    if Kind.FIXED in (survey.kinds[start - 1], *survey.kinds[end : end + 1]):
        return "a block that stays in its place belongs with it"
    if score < _AMPLE and _stands_under_heading(survey, anchor, start):
        return "it stands under a heading"
    if survey.kinds[start - 1] in (Kind.LINKS, Kind.NOTES) and score < _AMPLE:
        return "it stands under links"
    return ""


def _heads_article(survey: Survey, anchor: Anchor, start: int) -> bool:
    """Whether a part opens with a line, as a title, over text that ends in another's section."""
    if survey.kinds[start] is not Kind.LINE:
        return False
    below = min((index for index in survey.sections if index > start), default=start)
    if len(survey.prose(start, below)) < BODY_ABOVE:
        return False
    return _section_at(survey, anchor.index).isdisjoint(_section_at(survey, below))


def _section_at(survey: Survey, start: int) -> set[str]:
    """What a section says but for its heading."""
    blocks = zip(survey.shapes[start:], survey.kinds[start:], strict=True)
    section = takewhile(lambda block: block[1] is Kind.SECTION, blocks)
    return {shape.text for shape, _ in section if not is_author_heading(shape.text)}


def _stands_under_heading(survey: Survey, anchor: Anchor, start: int) -> bool:
    """Whether a part opens with a line; a question is none where the article above asks others."""
    if survey.kinds[start] is Kind.PROSE:
        return False
    if not is_question(survey.shapes[start].text):
        return True
    return not any(is_question(shape.text) for shape in survey.shapes[1 : anchor.place])


def _stray(survey: Survey, anchor: Anchor, start: int, end: int, doubt: str) -> Stray:
    count = len(survey.prose(start, end))
    return Stray(start, end, count, anchor.place, survey.evidence(start, end), doubt)
