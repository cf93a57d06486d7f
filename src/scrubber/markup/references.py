"""Character references: a text in, what each of them stands for out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubber.edits import applied
from scrubber.model import Replace
from scrubber.offsets import map_of_replacements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.model import Span
    from scrubber.offsets import OffsetMap

_AMPERSAND = r"(?:amp|AMP|#0{0,6}38|#[xX]0{0,6}26);"
_BODY = r"(?:#[0-9]{1,10}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});"


class Reference(NamedTuple):
    """A reference, however often it was escaped, and what it stands for."""

    start: int
    end: int
    text: str
    inner: str
    """The reference itself, escaped once; ``&`` where only an ampersand was escaped."""


@cache
def _reference() -> re.Pattern[str]:
    return re.compile(rf"&(?P<again>(?:{_AMPERSAND})*+)(?P<body>{_BODY})?+")


def references_of(text: str, leave: Sequence[Span] = ()) -> Iterator[Reference]:
    """The references of ``text``, outside the sorted spans ``leave``."""
    index = 0
    for match in _reference().finditer(text):
        while index < len(leave) and leave[index][1] <= match.start():
            index += 1
        if index < len(leave) and leave[index][0] < match.end():
            continue
        body = match["body"]
        character = decoded(body[:-1]) if body else None
        if body and character is not None:
            yield Reference(match.start(), match.end(), character, f"&{body}")
        elif match["again"]:
            yield Reference(match.start(), match.end("again"), "&", "&")


def unescaped(text: str) -> tuple[str, OffsetMap]:
    """``text`` with the characters beyond ASCII that a browser shows for references.

    And the map from it to ``text``.
    """
    from html import unescape

    edits = [
        Replace(*match.span(), shown)
        for match in _reference().finditer(text)
        if match["body"] and len(shown := unescape(match[0])) == 1 and "\x7f" < shown != "\ufffd"
    ]
    return applied(text, edits), map_of_replacements(edits)


def decoded(body: str) -> str | None:
    """What ``&body;`` stands for; None where the name or number is not known.

    Numbers 128-159 mean Windows-1252, as browsers read them (HTML Living Standard, 13.2.5.80).
    """
    if body[0] != "#":
        from html.entities import html5

        return html5.get(f"{body};")
    number = int(body[2:], 16) if body[1] in "xX" else int(body[1:])
    if 0x80 <= number <= 0x9F:
        return bytes([number]).decode("cp1252", "ignore") or None
    if not 0 < number <= 0x10FFFF or 0xD800 <= number <= 0xDFFF or number & 0xFFFE == 0xFFFE:
        return None
    return None if 0xFDD0 <= number <= 0xFDEF else chr(number)
