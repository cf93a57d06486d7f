"""The form of a Markdown text: the types of its tokens, which no edit may change.

This parses the text anew and without what the reader makes of it, so that it proves the reader too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple

from scrubber.apply import arrangement
from scrubber.blocks.compare import unequal_range
from scrubber.blocks.markdown.mask import front_matter_end
from scrubber.blocks.markdown.parser import plain_parser
from scrubber.memo import remembered
from scrubber.model import Replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.token import Token

    from scrubber.model import Document, Edit, Span


class Part(NamedTuple):
    """A block at the top level as CommonMark has it."""

    start: int
    """Where its first line begins."""
    form: tuple[Any, ...]
    """Types, tags and attributes of its tokens; code and markup word for word."""
    words: tuple[str, ...]
    """The text of its text tokens."""


def misfits(before: Document, after: Document, edits: Sequence[Edit]) -> list[Span]:
    """The stretches of ``before`` in which ``edits``, which led to ``after``, touch the markup.

    The form of every block that stays must be equal, and so its rendered text where no edit is.
    """
    old, new = parts_of(before), parts_of(after)
    places = [edit.start for edit in edits if isinstance(edit, Replace)]
    if not places:
        order = arrangement(len(before.blocks), edits)
        same = _by_block(after, new, range(len(after.blocks))) == _by_block(before, old, order)
        return [] if same else [(0, len(before.text))]
    starts = [part.start for part in old]
    bounds = [*starts, len(before.text)]
    if len(old) != len(new):
        first, last = unequal_range([part.form for part in old], [part.form for part in new])
        return [(bounds[first], bounds[last])]
    touched = {bisect_right(starts, place) - 1 for place in places}
    return [
        (bounds[index], bounds[index + 1])
        for index, (one, other) in enumerate(zip(old, new, strict=True))
        if one.form != other.form or (index not in touched and one.words != other.words)
    ]


@remembered
def parts_of(document: Document) -> list[Part]:
    """The parts of a document in order; paragraphs of white space alone are none."""
    return list(_parts(document.text))


def _by_block(
    document: Document, parts: list[Part], order: Iterable[int]
) -> list[tuple[str, list[Part]]]:
    """The source of the blocks in this order, with the parts that begin in each."""
    starts = [part.start for part in parts]
    found = []
    for index in order:
        start, end = document.blocks[index][:2]
        line = document.text.rfind("\n", 0, start) + 1
        inside = parts[bisect_left(starts, line) : bisect_left(starts, end)]
        found.append((document.source_of(index), [part._replace(start=0) for part in inside]))
    return found


def _parts(text: str) -> Iterator[Part]:
    head = front_matter_end(text)
    starts = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", text))]
    body = re.sub(r"[^\r\n]", " ", text[:head]) + text[head:]
    group: list[Token] = []
    for token in plain_parser().parse(body):
        group.append(token)
        if token.level == 0 and token.nesting <= 0:
            words = tuple(_words(group))
            if "".join(words).strip() or group[0].type != "paragraph_open" or _has_markup(group):
                yield Part(starts[(group[0].map or [0])[0]], tuple(map(_form, group)), words)
            group = []


def _has_markup(group: list[Token]) -> bool:
    return any(child.type != "text" for token in group for child in token.children or ())


def _words(group: list[Token]) -> Iterator[str]:
    for token in group:
        for child in token.children or ():
            if child.type == "text":
                yield child.content


def _form(token: Token) -> tuple[Any, ...]:
    if token.type == "inline":
        return tuple(_inline_forms(token.children or []))
    return _one(token)


def _inline_forms(tokens: list[Token]) -> Iterator[tuple[Any, ...]]:
    """The forms of inline tokens; of text, however it is cut into tokens, that it is there."""
    in_text = False
    for token in tokens:
        if token.type != "text":
            in_text = False
            yield _one(token)
        elif token.content and not in_text:
            in_text = True
            yield ("text",)


def _one(token: Token) -> tuple[Any, ...]:
    content = token.content.rstrip("\n")  # the last line of a file may lack its line end
    return token.type, token.tag, token.info, token.hidden, content, tuple(token.attrs.items())
