"""Recognises markup by name and form, before any parser: a text in, tags and comments out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.markup.code import Code
from scrubber.markup.elements import HIDDEN, bare_attributes, is_element
from scrubber.markup.mentions import is_surely_named, joins_names
from scrubber.markup.nouns import Markup
from scrubber.whitespace import SPECIAL_SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Span

_WINDOW = 32


# No tag spans a blank line: an attribute whose quotation mark is not closed must not swallow
# the next paragraph.
_BLANK = rf"(?:[ \t\r\f{SPECIAL_SPACES}]|\n(?![ \t]*\n))"
_QUOTED = r"""(?:"(?:[^"\n]|\n(?![ \t]*\n))*+"|'(?:[^'\n]|\n(?![ \t]*\n))*+'|“[^“”\n]*+”)"""
_KEY = r"[A-Za-z_:@][\w:.@-]*+"
_VALUE = rf"""(?:{_QUOTED}|[^\s"'=<>`][^\s"'<>`]*+)"""
_TAG = (
    r"<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9]*+(?::[A-Za-z][A-Za-z0-9]*+)?+)"
    rf"(?P<attributes>(?:{_BLANK}++{_KEY}(?:{_BLANK}*+={_BLANK}*+{_VALUE})?+)*+)"
    rf"{_BLANK}*+/?{_BLANK}*+>"
)
_DECLARATION = (
    r"<!DOCTYPE\b[^<>]*+>|<\?xml\b[^<>]*+>|<!\[(?:if\b[^<>\]]*+|endif)\]>|<!\[CDATA\[|\]\]>"
)


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(_TAG)


@cache
def _scanner() -> re.Pattern[str]:
    return re.compile(rf"(?P<comment><!--)|(?P<declaration>(?i:{_DECLARATION}))|{_TAG}")


@cache
def _attribute() -> re.Pattern[str]:
    return re.compile(rf"(?P<key>{_KEY})(?:{_BLANK}*+={_BLANK}*+(?P<value>{_VALUE}))?+")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"<(?:[A-Za-z/]|(?P<comment>!--)|(?P<declaration>[!?](?=[A-Za-z\[])))")


@cache
def _tag_to_a_browser() -> re.Pattern[str]:
    """What a browser reads as a tag, however its attributes are formed."""
    return re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9:]*+)(?:[\s/](?P<attributes>[^<>]*+))?>")


def attributes_of(tag: Markup) -> dict[str, str]:
    """The attributes of ``tag`` by their keys in small letters, values without their quotes."""
    found: dict[str, str] = {}
    for match in _attribute().finditer(tag.attributes):
        value = match["value"] or ""
        if value[:1] in ('"', "'", "“"):
            value = value[1:-1]
        found.setdefault(match["key"].lower(), value)
    return found


def markup_of(text: str) -> Iterator[Markup]:
    """The markup of ``text`` in order. What stands within a comment or script is part of it."""
    if "<" not in text:
        return
    ends = _Ends(text)
    at = 0
    for start in _starts(text):
        if start < at:
            continue
        match = _scanner().match(text, start)
        found = match and _read(match, ends)
        if found:
            yield found
            at = found.end


def _starts(text: str) -> list[int]:
    """Where all begins that ``_scanner`` finds, which by itself would try each character."""
    starts = [match.start() for match in re.finditer("<", text)]
    if "]]>" in text:
        starts += (match.start() for match in re.finditer("]]>", text))
        starts.sort()
    return starts


def live_spans(text: str) -> Iterator[Span]:
    """The first and the last offset of all that a browser may read as a tag, nested ones too.

    Any name with attributes counts: a browser acts on them.
    """
    last = {end: text.rfind(end) for end in ("-->", ">")}
    for match in _opening().finditer(text):
        start = match.start()
        if match["comment"] or match["declaration"]:
            close = "-->" if match["comment"] else ">"
            end = text.find(close, start) if start < last[close] else start
            yield start, end + len(close) - 1
            continue
        tag = _tag().match(text, start) or _tag_to_a_browser().match(text, start)
        if tag and (is_element(tag["name"].lower()) or "=" in (tag["attributes"] or "")):
            yield start, tag.end() - 1


def _is_html(tag: re.Match[str]) -> bool:
    """Whether a well-formed tag is one of HTML: by its name and its attributes."""
    if not is_element(tag["name"].lower()):
        return False
    if not tag["attributes"]:
        return True
    if tag["slash"]:
        return False
    attributes = list(_attribute().finditer(tag["attributes"]))
    return any(attribute["value"] for attribute in attributes) or all(
        attribute["key"].lower() in bare_attributes() for attribute in attributes
    )


def _read(match: re.Match[str], ends: _Ends) -> Markup | None:
    start, end = match.span()
    if match["comment"]:
        if ends.is_named(start, end):
            return None
        close = ends.find("-->", start + 2)
        named = close > 0 and joins_names(match.string[end : min(close - 3, end + _WINDOW)])
        return Markup(start, close, "!", hidden=True) if close > 0 and not named else None
    if match["declaration"]:
        return Markup(start, end, "!", hidden=True) if ends.are_open(match[0]) else None
    if not _is_html(match):
        return None
    name = match["name"].lower()
    opens = not match["slash"] and not match[0].endswith("/>")
    if name in HIDDEN and opens and not ends.is_named(start, end):
        close = ends.find_tag(name, end)
        if close > 0 and not _joining_word().match(match.string, end, close):
            return Markup(start, close, name, hidden=True)
    return Markup(start, end, name, match["attributes"], closing=bool(match["slash"]))


@cache
def _joining_word() -> re.Pattern[str]:
    """What stands between two tags that are named, not used: ``<script> and </script>``."""
    return re.compile(r"\s++\w{1,5}+\s++<")


class _Ends:
    """Finds ends of comments and scripts; what is not found once is not looked for again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._code = Code(text)
        self._absent: set[str] = set()
        self._in_cdata = False

    def is_named(self, start: int, end: int) -> bool:
        """Whether the tag ``[start, end)`` is a word: then it hides nothing."""
        return self._code.is_in_span(start) or is_surely_named(self._text, start, end)

    def are_open(self, declaration: str) -> bool:
        """Whether a declaration can stand here: only behind its opening does ``]]>`` close."""
        if declaration == "<![CDATA[":
            self._in_cdata = True
        return declaration != "]]>" or self._in_cdata

    def find(self, end: str, start: int) -> int:
        """The offset behind the first ``end`` from ``start`` on, or -1."""
        at = -1 if end in self._absent else self._text.find(end, start)
        if at < 0:
            self._absent.add(end)
            return -1
        return at + len(end)

    def find_tag(self, name: str, start: int) -> int:
        """The offset behind the first closing tag of ``name`` from ``start`` on, or -1."""
        match = None
        if name not in self._absent:
            match = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self._text, start)
        if match is None:
            self._absent.add(name)
            return -1
        return match.end()
