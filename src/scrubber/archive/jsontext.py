"""JSON as text: a line and field names in, the places of their values in the line out.

The grammar is that of the json module, whose scanner in C does the work; what is added are the
offsets of values, so that one can be replaced and all else stays as it was written.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from json.decoder import scanstring  # type: ignore[attr-defined]
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import TYPE_CHECKING, Any, NamedTuple

from scrubber.archive.model import RecordError

if TYPE_CHECKING:
    from collections.abc import Callable

_BLANKS = " \t\n\r"
_BLANK_RUN = re.compile(r"[ \t\n\r]*")
_COLON = re.compile(r"[ \t\n\r]*:[ \t\n\r]*")
_MORE = re.compile(r"[ \t\n\r]*(?:,[ \t\n\r]*|(\}))")
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|.)", re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")


class Literal(NamedTuple):
    """A value and where its literal stands in the line: ``[start, end)`` code points."""

    start: int
    end: int
    value: Any


def _any_number(_: str) -> None:
    """Numbers are never read: they may be longer than Python converts."""


_decoder = json.JSONDecoder(parse_int=_any_number, parse_float=_any_number)
_scan: Callable[[str, int], tuple[Any, int]] = _decoder.scan_once  # type: ignore[attr-defined]


def locate(line: str, names: tuple[str, ...]) -> dict[str, Literal]:
    """The literals of the dotted ``names`` that the object in ``line`` has.

    Of duplicate keys the last counts. A line with another JSON value has none.

    Raises:
        RecordError: the line is no JSON.
    """
    wanted = _tree(names)
    if wanted is None:
        return {}
    found: dict[str, Literal] = {}
    try:
        start = _skip(line, 0)
        if line.startswith("{", start):
            end = _object(line, start + 1, wanted, found)
        else:
            end = _scan(line, start)[1]
        if _skip(line, end) != len(line):
            raise RecordError(f"is no valid JSON: something follows at column {end + 1}")
    except StopIteration as stop:
        raise RecordError(
            f"is no valid JSON: a value is missing at column {stop.value + 1}"
        ) from stop
    except json.JSONDecodeError as error:
        reason = error.msg[:1].lower() + error.msg[1:].removesuffix(" at")
        raise RecordError(f"is no valid JSON: {reason} at column {error.pos + 1}") from error
    except RecursionError as error:
        raise RecordError("is nested too deeply") from error
    return found


@lru_cache(maxsize=64)
def _tree(names: tuple[str, ...]) -> dict[str, Any] | None:
    """The dotted ``names`` by their parts; None where one is a part of another."""
    wanted: dict[str, Any] = {}
    for name in names:
        at, parts = wanted, name.split(".")
        for part in parts[:-1]:
            at = at.setdefault(part, {})
            if isinstance(at, str):
                return None
        at[parts[-1]] = name
    return wanted


def _skip(line: str, at: int) -> int:
    """Where the next thing behind white space begins."""
    if line[at : at + 1] in _BLANKS:  # an empty string, too: at the end
        match = _BLANK_RUN.match(line, at)
        return match.end() if match else at
    return at


def _object(line: str, at: int, wanted: dict[str, Any], found: dict[str, Literal]) -> int:
    """Read the members of an object from behind its brace; where it ends."""
    at = _skip(line, at)
    if line.startswith("}", at):
        return at + 1
    while True:
        if not line.startswith('"', at):
            raise json.JSONDecodeError("Expecting a name in double quotes", line, at)
        key, at = scanstring(line, at + 1, True)  # noqa: FBT003 - its own signature
        colon = _COLON.match(line, at)
        if colon is None:
            raise json.JSONDecodeError("Expecting ':'", line, _skip(line, at))
        at = _member(line, colon.end(), wanted.get(key), found)
        more = _MORE.match(line, at)
        if more is None:
            raise json.JSONDecodeError("Expecting ',' or '}'", line, _skip(line, at))
        at = more.end()
        if more[1]:
            return at


def _member(
    line: str, at: int, wanted: dict[str, Any] | str | None, found: dict[str, Literal]
) -> int:
    """Read one value, note it if it is wanted; where it ends."""
    if isinstance(wanted, dict):
        for name in _leaves(wanted):  # those of an earlier key of the same name
            found.pop(name, None)
        if line.startswith("{", at):
            return _object(line, at + 1, wanted, found)
    value, end = _scan(line, at)
    if isinstance(wanted, str):
        found[wanted] = Literal(at, end, value)
    return int(end)


def _leaves(wanted: dict[str, Any]) -> list[str]:
    leaves: list[str] = []
    for value in wanted.values():
        leaves += _leaves(value) if isinstance(value, dict) else [value]
    return leaves


def literal_of(text: str, line: str) -> str:
    r"""``text`` as a JSON string in the style of ``line``.

    What the line escapes although it need not (``\/``, ``\u003c``, letters beyond ASCII) is
    escaped here, too, with digits in the same case.
    """
    escapes = set(_ESCAPE.findall(line)) if "\\" in line else set()
    style = _style(escapes)
    if line.isascii() and any(_is_letter_beyond(escape) for escape in escapes):
        literal = encode_basestring_ascii(text)
        if any(escape != escape.lower() for escape in escapes if escape[1] == "u"):
            literal = _ESCAPE.sub(_in_capitals, literal)
    else:
        literal = encode_basestring(text)
        if not literal.isascii() and _SURROGATE.search(literal):
            literal = _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", literal)
    return _restyled(literal, style)


def _is_letter_beyond(escape: str) -> bool:
    """Whether it escapes what is beyond ASCII, and no line separator, which many writers escape."""
    return len(escape) == 6 and int(escape[2:], 16) > 0x7F and escape[2:] not in ("2028", "2029")


def _style(escapes: set[str]) -> dict[str, str]:
    """The escapes that a line uses, by the character they stand for; without halves of pairs."""
    style = {}
    for escape in sorted(escapes, reverse=True):  # short forms behind the \u they may stand for
        char = _meaning(escape)
        if not _SURROGATE.match(char):
            style[char] = escape
    return style


@lru_cache(maxsize=1024)
def _meaning(escape: str) -> str:
    return str(json.loads(f'"{escape}"'))


def _restyled(literal: str, style: dict[str, str]) -> str:
    """The literal with the characters of ``style`` that it has unescaped, or otherwise, so."""
    for char, escape in style.items():
        if char < " " or char in '"\\':
            usual = encode_basestring(char)[1:-1]
            if usual != escape and usual in literal:
                swap = {usual: escape}
                literal = _ESCAPE.sub(lambda match, s=swap: s.get(match[0], match[0]), literal)  # type: ignore[misc]
        elif char in literal[1:-1]:
            literal = f'"{literal[1:-1].replace(char, escape)}"'
    return literal


def _in_capitals(match: re.Match[str]) -> str:
    escape = match[0]
    return f"\\u{escape[2:].upper()}" if escape[1] == "u" else escape
