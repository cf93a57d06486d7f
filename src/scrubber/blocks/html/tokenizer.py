"""HTML as tokens with their places: a source in, tags, comments and texts out, end to end.

After the tokenization of the HTML Living Standard (13.2.5). The end of the text within a tag or a
comment ends it. Nothing is recursive, and each character is looked at a fixed number of times.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubber.wordlist import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_RAW = "script style xmp iframe noembed noframes textarea title"
"""Elements in which there are no tags."""

_KEPT = "id class name hidden style href src srcset data poster role charset content http-equiv"
_LEAVE_FOREIGN = """
b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li
listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var
"""
"""Start tags that end a drawing or a formula which was left open."""


class Token(NamedTuple):
    """A stretch of the source."""

    kind: str
    """``text``, ``start``, ``end``, or ``other``: comments, declarations, what is no markup."""
    start: int
    end: int
    name: str = ""
    """Of the element, in small letters."""
    attributes: dict[str, str] | None = None
    """Those of interest, as they are written."""
    is_empty: bool = False
    """The tag ends in a slash where that means something."""


def tokens_of(source: str) -> Iterator[Token]:
    """The tokens of ``source``, each beginning where the one before it ended."""
    return _Tokenizer(source).run()


@cache
def _markup() -> re.Pattern[str]:
    return re.compile(r"<(?:(?P<tag>/?[A-Za-z])|!|\?|/(?!\Z))")


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"[^\t\n\f\r />]+")


@cache
def _attribute() -> re.Pattern[str]:
    return re.compile(
        r"(?P<between>[\t\n\f\r /]*+)"
        r"(?:(?P<end>>)|(?P<key>=?+[^\t\n\f\r />=]*+)"
        r"(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:(?P<mark>[\"'])|(?P<value>[^\t\n\f\r >]*+)))?+)"
    )


@cache
def _script() -> re.Pattern[str]:
    return re.compile(r"<!--(?P<void>-?>)?|-->|<(?P<close>/?)script(?=[\t\n\f\r />])", re.I)


@cache
def _end_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\t\n\f\r />])", re.I)


@cache
def _comment_end() -> re.Pattern[str]:
    return re.compile(r"--!?>")


class _Tokenizer:
    def __init__(self, source: str) -> None:
        self._source = source
        self._is_xml = source.lstrip("\ufeff \t\n").startswith("<?xml")
        self._foreign = 0

    def run(self) -> Iterator[Token]:
        source = self._source
        at = 0
        match = _markup().search(source)
        while match:
            if match.start() > at:
                yield Token("text", at, match.start())
            token = self._tag(match) if match["tag"] else self._other(match.start())
            yield token
            at = token.end
            if token.kind == "start" and not token.is_empty:
                end = self._raw_end(token)
                if end > at:
                    yield Token("text", at, end)
                at = end
            match = _markup().search(source, at)
        if at < len(source):
            yield Token("text", at, len(source))

    def _tag(self, match: re.Match[str]) -> Token:
        source, start = self._source, match.start()
        is_end = match["tag"][0] == "/"
        named = _name().match(source, start + 1 + is_end)
        name = named[0].lower() if named else ""
        at = named.end() if named else match.end()
        attributes: dict[str, str] = {}
        while True:
            part = _attribute().match(source, at)
            if part is None or part.end() == at:
                return Token("other", start, len(source))
            at = part.end()
            if part["end"]:
                break
            value = part["value"] or ""
            if part["mark"]:
                close = source.find(part["mark"], at)
                if close < 0:
                    return Token("other", start, len(source))
                value, at = source[at:close], close + 1
            if part["key"].lower() in words(_KEPT):
                attributes.setdefault(part["key"].lower(), value)
        if is_end:
            self._foreign -= self._foreign > 0 and name in ("svg", "math")
            return Token("end", start, at, name)
        return Token("start", start, at, name, attributes, self._begin(name, part["between"]))

    def _begin(self, name: str, before_end: str) -> bool:
        """Note what a start tag means for those that follow; whether it is an empty element."""
        if self._foreign and name in words(_LEAVE_FOREIGN):
            self._foreign = 0
        is_foreign = self._foreign > 0 or name in ("svg", "math")
        is_empty = before_end.endswith("/") and (is_foreign or self._is_xml)
        if name in ("svg", "math") and not is_empty:
            self._foreign += 1
        return is_empty

    def _other(self, start: int) -> Token:
        """A comment, a declaration, an instruction, an end tag without a name."""
        source = self._source
        if source.startswith("<!--", start):
            if source.startswith((">", "->"), start + 4):
                return Token("other", start, source.index(">", start) + 1)
            close = _comment_end().search(source, start + 4)
            return Token("other", start, close.end() if close else len(source))
        end = ">"
        if source.startswith("<![CDATA[", start) and (self._foreign or self._is_xml):
            end = "]]>"
        at = source.find(end, start)
        return Token("other", start, len(source) if at < 0 else at + len(end))

    def _raw_end(self, tag: Token) -> int:
        """Where the text without tags behind a start tag ends; where it begins if tags follow."""
        source, at = self._source, tag.end
        if self._foreign:
            return at
        if tag.name == "plaintext":
            return len(source)
        if tag.name == "script":
            return self._script_end(at)
        if tag.name not in words(_RAW):
            return at
        close = _end_of(tag.name).search(source, at)
        return close.start() if close else len(source)

    def _script_end(self, at: int) -> int:
        """A script may hold the tags of another one within a comment (13.2.5.20)."""
        depth = 0
        for match in _script().finditer(self._source, at):
            if match[0].startswith("<!--"):
                depth = depth or int(not match["void"])
            elif match[0] == "-->":
                depth = 0
            elif match["close"]:
                if depth < 2:
                    return match.start()
                depth = 1
            elif depth:
                depth = 2
        return len(self._source)
