r"""UTF-8 that was read by another codec.

What it does:
    Finds sequences of characters that are UTF-8 misread as latin-1, cp1252, cp1250, cp1251,
    KOI8-R, Mac Roman, cp437 and their kind, once or several times, and undoes the misreading.
    A sequence that lost a byte is repaired where one reading is left. In an HTML source it may be
    spelled by character references: ``&Atilde;&copy;``.

Why:
    The text cannot be read, searched or compared. The damage can be undone as long as nothing
    else touches it, so this comes before every other repair.

Example:
    before: 'The cafÃ© isnâ€™t open.\n'
    after: 'The café isn’t open.\n'

Untouched:
    'The café isn’t open.\n'
    'When UTF-8 is read as Latin-1, é becomes Ã©.\n'
    'NESTLÉ® and a radius of 10 Å—'

Safety:
    Safe: characters are decoded only where they are strictly valid UTF-8 in one codec and cannot
    be sound, or stand in a line or text that is broken throughout. Sound text beside them stays.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from scrubber.blocks import front_matter_of
from scrubber.model import Problem, Replace, Safety, Stage
from scrubber.traits import BEYOND_ASCII, FILE, signs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document, Span
    from scrubber.mojibake.plan import Step
    from scrubber.settings import Settings

CODE = "ENC003"
NAME = "mojibake"
STAGE = Stage.MOJIBAKE
NEEDS = {"&", BEYOND_ASCII, FILE}


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each line with repairs, or for the file; a note where they are protected."""
    if document.origin.misread:
        codec = document.origin.misread[0].removeprefix("encode as ")
        message = f"the whole file is UTF-8 read as {codec}"
        yield Problem((0, 0), message, plan=document.origin.misread, done=True)
    for edits, plan in _repairs(document):
        free = tuple(edit for edit in edits if not _is_protected(edit, document.protected))
        if free:
            yield _problem(free, plan)
        if len(free) < len(edits) and edits[0].start >= front_matter_of(document)[1]:
            message = f"{_misread(plan)} where the text is protected"
            yield Problem((edits[0].start, edits[-1].end), message, safety=Safety.NONE)


def _repairs(document: Document) -> Iterator[tuple[list[Replace], tuple[Step, ...]]]:
    """The edits of each broken line, and what undoes the misreading.

    In an HTML source references are its encoding, so they may spell a misreading.
    """
    text, places = document.text, None
    if document.source_format == "html" and "&" in text:
        from scrubber.markup.references import unescaped

        text, places = unescaped(text)
    if text.isascii():
        return
    from scrubber.mojibake.suspect import has_letters, is_suspect

    if not ((places or has_letters(signs_of(document))) and is_suspect(text)):
        return
    from scrubber.mojibake.plan import Unescape
    from scrubber.mojibake.repair import find_repairs

    for line in find_repairs(text):
        if places is None:
            yield line.edits, line.plan
            continue
        edits = [
            Replace(places.to_input(edit.start), places.to_input(edit.end), edit.text)
            for edit in line.edits
        ]
        spelled = any("&" in document.text[edit.start : edit.end] for edit in edits)
        yield edits, (Unescape(), *line.plan) if spelled else line.plan


def _problem(edits: tuple[Replace, ...], plan: tuple[Step, ...]) -> Problem:
    from scrubber.mojibake.plan import words

    return Problem((edits[0].start, edits[-1].end), _misread(plan), edits, plan=words(plan))


@lru_cache(maxsize=256)
def _misread(plan: tuple[Step, ...]) -> str:
    from scrubber.mojibake.plan import Undo

    codecs = [step.codec for step in plan if isinstance(step, Undo)]
    if len(codecs) == 2 and codecs[0] == codecs[1]:
        return f"UTF-8 read as {codecs[0]} twice"
    return f"UTF-8 read as {' and then as '.join(reversed(codecs))}"


def _is_protected(edit: Replace, protected: tuple[Span, ...]) -> bool:
    if not protected:
        return False
    from bisect import bisect_left

    before = bisect_left(protected, (edit.end, 0)) - 1
    return before >= 0 and protected[before][1] > edit.start
