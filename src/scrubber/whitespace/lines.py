"""The form of lines: a text in; its lines, and which are code or letterspaced, out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubber.whitespace import BLANKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SENTENCE_ENDS = ".!?…。！？؟।۔"
_LONGEST_CODE = 200


class Line(NamedTuple):
    """A line that is not blank, without its end, at its offset in the text."""

    start: int
    text: str
    apart: bool
    """Blank lines stand before it."""

    @property
    def end(self) -> int:
        """The offset of its line end."""
        return self.start + len(self.text)


@cache
def _not_blank() -> re.Pattern[str]:
    return re.compile(rf"^[{BLANKS}]*+[^{BLANKS}\n][^\n]*", re.MULTILINE)


def lines_of(text: str) -> Iterator[Line]:
    """The lines of ``text`` that hold more than blanks."""
    end = -1
    for match in _not_blank().finditer(text):
        yield Line(match.start(), match[0], apart=match.start() > end + 1)
        end = match.end()


@cache
def _opens_as_code() -> re.Pattern[str]:
    return re.compile(
        r"""\s*(?:
            (?:def|class)\ [\w(].*:$ | (?:if|for|while|elif|with|except)\b.*:$ | (?:else|try):$
          | import\ [\w.]+(?:\ as\ \w+)?$ | from\ [\w.]+\ import\ .+$ | return\b.*[;)\]]$
          | \#\s*(?:include|define)\b | // | /\* | \$\  | >>>\  | \#!
          | [\w.\[\]]+\s*(?:[-+*/|&:]?=|=>)\s*\S.*
          | [\w.]+\([^()]*\);?$
        )""",
        re.VERBOSE,
    )


@cache
def _statement() -> re.Pattern[str]:
    return re.compile(r"[^={(]*(?:[={]|\w\()[^;]*;$")


@cache
def _ends_in_tag() -> re.Pattern[str]:
    """A template tag, or an anchor and classes, with which lines of prose end as well."""
    return re.compile(r"(?:\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{:?\ ?[#.][^{}]*\})\Z")


def is_code(line: str) -> bool:
    """Whether ``line`` has the form of a line of program code."""
    if len(line) > _LONGEST_CODE:
        return False
    line = line.rstrip()
    if (
        line.endswith("{")
        or (line.endswith("}") and not _ends_in_tag().search(line))
        or "  # " in line
        or "  // " in line
        or _opens_as_code().match(line) is not None
    ):
        return True
    return line.endswith(";") and _statement().match(line) is not None


def is_letterspaced(line: str, start: int, end: int) -> bool:
    """Whether the blanks ``[start, end)`` part words that are spaced out: ``T H E   E N D``."""
    left, right = line[max(0, start - 4) : start], line[end : end + 4]
    singles_left, singles_right = _singles(left[::-1]), _singles(right)
    return singles_left + singles_right >= 3 and min(singles_left, singles_right) > 0


def _singles(text: str) -> int:
    """How many single letters stand at the head of ``text``, one space apart; at most two."""
    if not text[:1].isalpha() or text[1:2] not in ("", " "):
        return 0
    return 2 if text[2:3].isalpha() and text[3:4] in ("", " ") else 1


@cache
def _list_item() -> re.Pattern[str]:
    return re.compile(
        r"(?:[-*+•‣◦▪▫●○■□–·»>]|\(?(?:\d{1,3}|[ivxIVX]{2,5})[.)]|\(?[a-zA-Z]\)|[a-z]\.|\d{1,2}(?:\.\d{1,2})+\.?)\s"
    )


def is_list_item(line: str) -> bool:
    """Whether ``line`` begins with a bullet or a number, indentation apart."""
    return _list_item().match(line.lstrip()) is not None


def is_sentence(text: str) -> bool:
    """Whether ``text`` is a sentence or more: two words and an end mark, or long without one.

    Scripts without blanks between words count by their length.
    """
    body = text.strip().rstrip("\"'”’»›)]」』")
    if not body or not (body[0].isalnum() or body[0] in "\"'“‘„‚«‹»¿¡([「『—–…"):
        return False
    ended = body[-1] in SENTENCE_ENDS or body[-1] == ":"
    words = len(body.split())
    if ended:
        return words >= 2 or (len(body) >= 8 and not body.isascii())
    return words >= 15 or len(body) >= 100


def are_wrapped(lines: Sequence[str]) -> bool:
    """Whether the lines of one paragraph were broken at a width: long, and alike but the last."""
    width = max(len(line) for line in lines)
    full = sum(len(line) >= 0.7 * width for line in lines[:-1])
    ended = sum(line.rstrip()[-1:] in SENTENCE_ENDS for line in lines[:-1])
    return width >= 40 and full >= 0.8 * (len(lines) - 1) and ended <= 0.5 * (len(lines) - 1)
