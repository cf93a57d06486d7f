"""CommonMark with the places of its parts: a masked text in, leaves with offsets out.

markdown-it tells on which lines a block stands, but not where in them its inline parts do. Its
inline rules are wrapped here so that each notes the stretch that it has just read.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from scrubber.model import Span

_NOTED = ("escape", "backticks", "link", "image", "autolink", "html_inline", "newline")


class Mark(NamedTuple):
    """What an inline rule read: ``[start, end)`` of the content of its leaf."""

    kind: str
    start: int
    end: int
    inner: int = 0
    """Of a link: where its text ends."""


class Leaf(NamedTuple):
    """The content of a paragraph, a heading, a list item, and where it stands in the text."""

    content: str
    lines: tuple[tuple[int, int], ...]
    """For each line of the content, its offset there and in the text."""
    marks: tuple[Mark, ...]
    tokens: tuple[Token, ...]
    first: int
    """Number of the first line, from 0."""

    def places(self, start: int, end: int) -> Iterator[Span]:
        """The stretches of the text for ``[start, end)`` of the content, one a line at most."""
        index = bisect_right(self.lines, start, key=lambda line: line[0]) - 1
        while start < end:
            at, place = self.lines[index]
            stop = len(self.content)
            if index + 1 < len(self.lines):
                stop = self.lines[index + 1][0]
            yield place + start - at, place + min(end, stop) - at
            start = stop
            index += 1


class Top(NamedTuple):
    """A block at the top level: the lines ``[first, end)`` it stands on."""

    kind: str
    """The type of its first token."""
    first: int
    end: int


class Parsed(NamedTuple):
    """A text as CommonMark with tables and struck-out words."""

    starts: tuple[int, ...]
    """Offsets of the lines, and the end of the text."""
    tops: tuple[Top, ...]
    leaves: tuple[Leaf, ...]
    """Those of tables are left out, and those whose place could not be told."""
    html: tuple[Span, ...]
    """The lines that blocks of HTML stand on."""


def parse(masked: str) -> Parsed:
    """Parse a masked text."""
    lines = masked.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    starts[-1] = len(masked)
    tops: list[Top] = []
    leaves: list[Leaf] = []
    html: list[Span] = []
    tables = 0
    opening = ""
    for token in tracing_parser().parse(masked):
        if token.level == 0 and token.nesting >= 0 and token.map and token.type != "inline":
            tops.append(Top(token.type, *token.map))
        if token.type == "html_block" and token.map:
            html.append((token.map[0], token.map[1]))
        if token.type in ("table_open", "table_close"):
            tables += token.nesting
        if token.type == "inline" and not tables:
            leaf = _leaf(token, opening, lines, starts)
            if leaf is not None:
                leaves.append(leaf)
        opening = token.type
    return Parsed(tuple(starts), tuple(tops), tuple(leaves), tuple(html))


def _leaf(token: Token, opening: str, lines: list[str], starts: list[int]) -> Leaf | None:
    """The leaf of an inline token; None where its lines are not found again in the text."""
    if not token.map or not token.content:
        return None
    first = token.map[0]
    places: list[tuple[int, int]] = []
    at = 0
    for number, line in enumerate(token.content.split("\n")):
        body = line.lstrip(" \t")
        source = lines[first + number]
        place = _place(source, body, is_heading=opening == "heading_open")
        if place < 0:
            return None
        indent = len(line) - len(body)
        places.append((at, starts[first + number] + place - indent))
        at += len(line) + 1
    marks = token.meta["marks"]
    return Leaf(token.content, tuple(places), tuple(marks), tuple(token.children or ()), first)


def _place(source: str, body: str, *, is_heading: bool) -> int:
    """Where ``body`` stands at the end of the line ``source``; -1 where it does not."""
    for end in (source, source.rstrip(" \t"), source.rstrip()):
        if end.endswith(body):
            return len(end) - len(body)
    if is_heading:
        bare = source.rstrip(" \t").rstrip("#").rstrip(" \t")
        if bare.endswith(body):
            return len(bare) - len(body)
    return -1


@cache
def plain_parser() -> MarkdownIt:
    """CommonMark with the tables and strike-out of GitHub."""
    return _parser()


@cache
def tracing_parser() -> MarkdownIt:
    """The same; each inline token has in ``meta["marks"]`` what the inline rules read."""
    from markdown_it import rules_inline

    parser = _parser()
    rules: dict[str, Callable[[StateInline, bool], bool]] = {
        "escape": rules_inline.escape, "backticks": rules_inline.backtick,
        "link": rules_inline.link, "image": rules_inline.image,
        "autolink": rules_inline.autolink, "html_inline": rules_inline.html_inline,
        "newline": rules_inline.newline,
    }  # fmt: skip
    for name in _NOTED:
        parser.inline.ruler.at(name, _noting(name, rules[name]))
    parser.core.ruler.at("inline", _parse_inline)
    return parser


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.validateLink = lambda _: True  # type: ignore[assignment] # a link wherever it leads
    return parser


def _parse_inline(state: Any) -> None:
    for token in state.tokens:
        if token.type == "inline":
            state.env["content"], state.env["marks"] = token.content, []
            state.md.inline.parse(token.content, state.md, state.env, token.children)
            token.meta["marks"] = state.env["marks"]


def _noting(
    name: str, rule: Callable[[StateInline, bool], bool]
) -> Callable[[StateInline, bool], bool]:
    def noting(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        start = state.pos
        if not rule(state, silent):
            return False
        if not silent and state.src is state.env["content"] and not _is_text(state):
            kind, inner = name, 0
            if name == "link":
                inner = _label_end(state, start)
            elif name == "newline" and state.tokens[-1].type == "hardbreak":
                kind = "hardbreak"
            state.env["marks"].append(Mark(kind, start, state.pos, inner))
        return True

    return noting


def _is_text(state: StateInline) -> bool:
    """Whether a rule has just read text: a backtick alone, a backslash before a letter."""
    last = state.tokens[-1] if state.tokens else None
    return bool(state.pending) or (last is not None and last.content == last.markup != "")


def _label_end(state: StateInline, start: int) -> int:
    pos = state.pos
    end = state.md.helpers.parseLinkLabel(state, start, disableNested=True)
    state.pos = pos
    return int(end)
