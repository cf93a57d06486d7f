r"""Damage in the front matter of a Markdown file.

What it does:
    Finds mojibake, character references, controls and invisible characters in front matter, and
    mends them in the values that are strings.

Why:
    A title is damaged as the text below it is, and shows on more pages.

Example:
    options: format=markdown unsafe_fixes=true
    before: '---\ntitle: The cafÃ© isn&rsquo;t open\n---\n\nThe ferry left.\n'
    after: '---\ntitle: The café isn’t open\n---\n\nThe ferry left.\n'

Untouched:
    '---\ntitle: The café isn’t open\n---\n\nThe ferry left.\n'

Safety:
    Unsafe: programs read front matter, and may want it as it is. It is parsed before and after:
    where a key, or a value that is no string, would change, there is no fix.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from scrubber.blocks import front_matter_of
from scrubber.model import Problem, Replace, Safety, Stage
from scrubber.traits import MARKUP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrubber.model import Document, Edit
    from scrubber.settings import Settings

CODE = "ENC007"
NAME = "front-matter"
STAGE = Stage.FRONT_MATTER
NEEDS = {MARKUP}

_MOST_TRIALS = 50
_TRIED = 200_000
"""Where fixes are at odds each is tried alone: so many, or on so many characters in all."""


class _Damage(NamedTuple):
    line: int
    """Where the line begins."""
    edit: Replace
    what: str


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """One problem for each line of the front matter with damage."""
    end = front_matter_of(document)[1]
    head = document.text[:end]
    if not end or (head.isascii() and "&" not in head and head.replace("\n", "").isprintable()):
        return
    found = list(_damage(document, end, settings))
    problems = [_problem(list(group)) for _, group in groupby(found, lambda each: each.line)]
    together = _is_sound(head, problems)
    trials = min(_MOST_TRIALS, _TRIED // end)
    for number, problem in enumerate(problems):
        if together or (number < trials and _is_sound(head, [problem])):
            yield problem
        else:
            message = f"{problem.message}: not done, more than the text of a value would change"
            yield Problem(problem.span, message, safety=Safety.NONE)


def _problem(damage: list[_Damage]) -> Problem:
    edits = tuple(each.edit for each in damage)
    what = "; ".join(dict.fromkeys(each.what for each in damage))
    span = (edits[0].start, edits[-1].end)
    return Problem(span, f"in the front matter: {what}", edits, Safety.UNSAFE)


def _damage(document: Document, end: int, settings: Settings) -> Iterator[_Damage]:
    """What is damaged up to ``end``, in order; of overlapping edits the first."""
    at = 0
    found = sorted(_edits(document, end, settings), key=lambda each: each[0][:2])
    for edit, what in found:
        if edit.start >= at:
            yield _Damage(document.text.rfind("\n", 0, edit.start) + 1, edit, what)
            at = edit.end


def _edits(document: Document, end: int, settings: Settings) -> Iterator[tuple[Replace, str]]:
    from scrubber.blocks.text import read_text
    from scrubber.mojibake.repair import find_repairs
    from scrubber.rules import (
        enc_legacy_controls,
        htm_character_reference,
        wsp_control_character,
        wsp_invisible,
    )

    head = document.text[:end]
    for line in () if head.isascii() else find_repairs(document.text):
        yield from ((edit, "mojibake is undone") for edit in line.edits if edit.end <= end)
    plain = read_text(head, document.origin)
    for rule in (
        htm_character_reference, enc_legacy_controls, wsp_control_character, wsp_invisible,
    ):  # fmt: skip
        for problem in rule.check(plain, settings):
            yield from _replacements(problem.edits, problem.message)


def _replacements(edits: Iterable[Edit], what: str) -> Iterator[tuple[Replace, str]]:
    return ((edit, what) for edit in edits if isinstance(edit, Replace))


def _is_sound(head: str, problems: list[Problem]) -> bool:
    from scrubber.blocks.markdown.values import differ_as_edited

    parts: list[str] = []
    edits: dict[str, str] = {}
    at = 0
    for edit in (edit for problem in problems for edit in problem.edits):
        assert isinstance(edit, Replace)
        parts += (head[at : edit.start], edit.text)
        edits[head[edit.start : edit.end]] = edit.text
        at = edit.end
    return not edits or differ_as_edited(head, "".join((*parts, head[at:])), edits)
