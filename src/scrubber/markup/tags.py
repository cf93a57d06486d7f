"""Recognises markup by name and form, before any parser: a text in, tags and comments out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubber.markup.elements import HIDDEN, bare_attributes, names
from scrubber.whitespace import SPECIAL_SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator


class Markup(NamedTuple):
    """A tag, or a stretch that is left out whole: a comment, a script with its content."""

    start: int
    end: int
    name: str
    """Of the element, in small letters; ``!`` for a comment or declaration."""
    attributes: str = ""
    closing: bool = False
    hidden: bool = False
    """The stretch is left out whole and shows nothing."""


_BLANK = rf"(?:[ \t\r\f{SPECIAL_SPACES}]|\n(?![ \t]*\n))"
_QUOTED = r"""(?:"(?:[^"\n]|\n(?![ \t]*\n))*+"|'(?:[^'\n]|\n(?![ \t]*\n))*+'|“[^“”\n]*+”)"""
_NAME = r"[A-Za-z_:@][\w:.@-]*+"
_ATTRIBUTE = rf"""{_NAME}(?:{_BLANK}*+={_BLANK}*+(?:{_QUOTED}|[^\s"'=<>`][^\s"'<>`]*+))?+"""
_TAG = (
    rf"<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9]*+(?::[A-Za-z][A-Za-z0-9]*+)?+)"
    rf"(?P<attributes>(?:{_BLANK}++{_ATTRIBUTE})*+){_BLANK}*+/?{_BLANK}*+>"
)
_DECLARATION = (
    r"<!DOCTYPE\b[^<>]*+>|<\?xml\b[^<>]*+>|<!\[(?:if\b[^<>\]]*+|endif)\]>|<!\[CDATA\[|\]\]>"
)


@cache
def tag_pattern() -> re.Pattern[str]:
    """A well-formed tag of any name: quoted values may hold ``>``, it may span lines.

    A blank line never stands within a tag: a quotation mark that is not closed must not
    swallow a paragraph.
    """
    return re.compile(_TAG)


@cache
def _scanner() -> re.Pattern[str]:
    return re.compile(rf"(?P<comment><!--)|(?P<declaration>(?i:{_DECLARATION}))|{_TAG}")


@cache
def _bare_attribute() -> re.Pattern[str]:
    return re.compile(rf"({_NAME})({_BLANK}*+={_BLANK}*+(?:{_QUOTED}|[^\s>]+))?")


def is_html(match: re.Match[str]) -> bool:
    """Whether a match of ``tag_pattern`` is a tag of HTML: by its name and its attributes."""
    name = match["name"].lower()
    if name not in names() and not name.startswith(("o:", "v:", "w:", "st1:")):
        return False
    if match["slash"]:
        return not match["attributes"]
    if not match["attributes"]:
        return True
    attributes = _bare_attribute().findall(match["attributes"])
    return any(value for _, value in attributes) or all(
        key.lower() in bare_attributes() or key.lower().startswith("data-") for key, _ in attributes
    )


def markup_of(text: str) -> Iterator[Markup]:
    """The markup of ``text`` in order. What stands within a comment or script is part of it."""
    if "<" not in text and "]]>" not in text:
        return
    ends = _Ends(text)
    match = _scanner().search(text)
    while match:
        found = _read(match, ends)
        if found:
            yield found
        match = _scanner().search(text, found.end if found else match.start() + 1)


def _read(match: re.Match[str], ends: _Ends) -> Markup | None:
    start, end = match.span()
    if match["comment"]:
        close = ends.find("-->", start + 2)
        return Markup(start, close, "!", hidden=True) if close > 0 else None
    if match["declaration"]:
        return Markup(start, end, "!", hidden=True)
    if not is_html(match):
        return None
    name = match["name"].lower()
    if name in HIDDEN and not match["slash"] and not match[0].endswith("/>"):
        close = ends.find_tag(name, end)
        if close > 0:
            return Markup(start, close, name, hidden=True)
    return Markup(start, end, name, match["attributes"], closing=bool(match["slash"]))


class _Ends:
    """Finds ends of comments and scripts; what is not found once is not looked for again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._absent: set[str] = set()

    def find(self, end: str, start: int) -> int:
        """The offset behind the first ``end`` from ``start`` on, or -1."""
        if end in self._absent:
            return -1
        at = self._text.find(end, start)
        if at < 0:
            self._absent.add(end)
            return -1
        return at + len(end)

    def find_tag(self, name: str, start: int) -> int:
        """The offset behind the first closing tag of ``name`` from ``start`` on, or -1."""
        if name in self._absent:
            return -1
        match = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self._text, start)
        if match is None:
            self._absent.add(name)
            return -1
        return match.end()
