"""Which references are decoded: a text of some format in, references and their texts out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.markup.markdown import changes_emphasis, line_opening
from scrubber.markup.named import named
from scrubber.markup.references import references_of
from scrubber.markup.tags import live_spans, markup_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.markup.references import Reference

_ALWAYS_SYNTAX = frozenset("\\`*_[]|~${}\n\t\r")
_SYNTAX_AT_LINE_START = frozenset("#>+-.)=: \u00a0")


def in_plain_text(text: str) -> Iterator[tuple[Reference, str]]:
    """The references of a plain text, each with what is written in its place.

    References within a tag go with it. Signs that would make a tag stay escaped, both of them,
    and references that are named.
    """
    references = _outside_tags(text)
    words = named(text, references)
    for index, (reference, written) in enumerate(_decoded(text, references)):
        if index in words:
            written = "&amp;" if reference.inner == "&" else reference.inner
        yield reference, written


def in_html(text: str) -> Iterator[tuple[Reference, str]]:
    """The references of an HTML source that were escaped again, each escaped once."""
    for reference in references_of(text):
        if text.count(";", reference.start, reference.end) > 1:
            yield reference, "&amp;" if reference.inner == "&" else reference.inner


def in_markdown(text: str) -> Iterator[tuple[Reference, str]]:
    """As in plain text, but a character that would be Markdown or HTML syntax stays escaped."""
    result: list[tuple[Reference, str]] = []
    behind = ""
    next_start = -1
    for reference, written in reversed(list(_decoded(text, _outside_tags(text)))):
        after = text[reference.end : reference.end + 1]
        follows = behind[:1] if reference.end == next_start else after
        if written == reference.text and _is_syntax(text, reference, follows):
            written = reference.inner
        behind, next_start = written, reference.start
        result.append((reference, written))
    yield from reversed(result)


def _outside_tags(text: str) -> list[Reference]:
    return list(references_of(text, [(tag.start, tag.end) for tag in markup_of(text)]))


def _decoded(text: str, references: list[Reference]) -> Iterator[tuple[Reference, str]]:
    escaped = _signs_of_tags(text, references)
    for index, reference in enumerate(references):
        yield reference, reference.inner if index in escaped else reference.text


def _is_syntax(text: str, reference: Reference, follows: str) -> bool:
    """Whether what ``reference`` stands for means something to Markdown before ``follows``."""
    character = reference.text[0]
    if character in _ALWAYS_SYNTAX or changes_emphasis(
        text, reference.start, reference.end, reference.text
    ):
        return True
    if character == "<":
        return follows.isalpha() or follows in ("/", "!", "?", "&")
    if character in "(!:":
        return text[reference.start - 1 : reference.start] == "]" or follows in ("[", "&")
    if character.isspace() and follows in ("", "\n"):
        return True
    if character not in _SYNTAX_AT_LINE_START:
        return False
    return line_opening(text, reference.start) is not None


def _signs_of_tags(text: str, references: list[Reference]) -> set[int]:
    """Indexes of references that, decoded, would be the first or last sign of a tag."""
    if not any("<" in ref.text or ">" in ref.text for ref in references):
        return set()
    parts: list[str] = []
    signs: dict[int, int] = {}
    at = length = 0
    for index, reference in enumerate(references):
        parts += (text[at : reference.start], reference.text)
        length += reference.start - at
        if reference.text[0] in "<>":
            signs[length] = index
        length += len(reference.text)
        at = reference.end
    parts.append(text[at:])
    spans = live_spans("".join(parts))
    return {signs[offset] for span in spans for offset in span if offset in signs}
