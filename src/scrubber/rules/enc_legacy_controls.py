r"""C1 control characters that stand for the cp1252 character of their number.

What it does:
    Replaces controls from U+0080 to U+009F by what the byte of their number is in cp1252. The
    five that cp1252 leaves undefined are removed.

Why:
    Text in cp1252 that was read as latin-1 has controls where its quotation marks, dashes and
    ellipses were. They show nowhere. Browsers read them as cp1252, too.

Example:
    before: 'She said \x93yes\x94 \x96 at last.\n'
    after: 'She said “yes” – at last.\n'

Untouched:
    'She said “yes” – at last.\n'

Safety:
    Safe: no text uses these controls, and those that are part of mojibake were repaired before.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.edits import by_line, counted
from scrubber.model import Replace, Stage
from scrubber.traits import UNPRINTABLE, signs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document, Problem
    from scrubber.settings import Settings

CODE = "ENC005"
NAME = "legacy-controls"
STAGE = Stage.MOJIBAKE
NEEDS = {UNPRINTABLE}

_ANY = re.compile("[\x80-\x9f]")


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for each line that holds such a control."""
    if not _ANY.search(signs_of(document)):
        return
    edits = (
        Replace(*run.span(), run.group().encode("latin-1").decode("cp1252", "ignore"))
        for run in _controls().finditer(document.text)
    )
    yield from by_line(document, edits, _message)


def _message(edits: list[Replace]) -> str:
    count = sum(edit.end - edit.start for edit in edits)
    return f"{counted(count, 'control character')} read as cp1252"


@cache
def _controls() -> re.Pattern[str]:
    from scrubber.mojibake.codecs import all_codecs

    # A control that cp1252 leaves undefined may still be a later byte of what could not be read.
    signs = {sign for codec in all_codecs() for sign in codec.table[0x80:] if sign != "\xa0"}
    undefined = f"(?<![{re.escape(''.join(sorted(signs)))}])[\x81\x8d\x8f\x90\x9d]+"
    return re.compile(f"[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]+|{undefined}")
