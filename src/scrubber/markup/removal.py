"""Markup left out of a plain text: a document in, edits that leave sound text around out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrubber.apply import paragraph_break
from scrubber.markup.elements import TABLE_PARTS, blocks
from scrubber.markup.guard import without_new_markup
from scrubber.markup.mentions import mentions
from scrubber.markup.tags import attributes_of, markup_of
from scrubber.memo import remembered
from scrubber.model import Layout, Replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.markup.nouns import Markup
    from scrubber.model import Document


_CLOSING_MARK = re.compile(r"[,.;:!?)\]](?:\s|<|\Z)")


def edits_for_tags(document: Document) -> list[Replace]:
    """Edits that leave out the tags: inline ones without a trace, blocks as paragraph breaks."""
    text = document.text
    markup = _markup_in(document)
    if not markup:
        return []
    words = mentions(text, markup)
    used = [tag for index, tag in enumerate(markup) if index not in words and not tag.hidden]
    new_paragraph = _paragraph_break(document, used)
    edits = [
        _image(text, cluster[0])
        if _alternative_text(cluster[0])
        else _without(text, cluster, new_paragraph)
        for cluster in _clusters(text, used)
    ]
    return without_new_markup(text, edits)


def edits_for_hidden(document: Document) -> list[Replace]:
    """Edits that leave out comments, declarations, scripts and style sheets with their content."""
    text = document.text
    hidden = [stretch for stretch in _markup_in(document) if stretch.hidden]
    edits = [_without(text, cluster, "") for cluster in _clusters(text, hidden)]
    return without_new_markup(text, edits)


@remembered
def _markup_in(document: Document) -> list[Markup]:
    return list(markup_of(document.text))


def _clusters(text: str, markup: Sequence[Markup]) -> Iterator[list[Markup]]:
    """Markup with nothing but white space between. An image with a text stands by itself."""
    cluster: list[Markup] = []
    for stretch in markup:
        alone = bool(_alternative_text(stretch))
        if cluster and (alone or text[cluster[-1].end : stretch.start].strip()):
            yield cluster
            cluster = []
        if alone:
            yield [stretch]
        else:
            cluster.append(stretch)
    if cluster:
        yield cluster


def _without(text: str, cluster: list[Markup], new_paragraph: str) -> Replace:
    """The edit that leaves out a cluster, and no more of the white space about it than it must."""
    start, end = _with_blanks(text, cluster)
    separator = _separator(text, cluster, new_paragraph)
    kept = 0
    while kept < min(len(separator), cluster[0].start - start) and (
        text[start + kept] == separator[kept]
    ):
        kept += 1
    start, separator = start + kept, separator[kept:]
    if separator and text[cluster[-1].end : end].endswith(separator):
        end, separator = end - len(separator), ""
    return Replace(start, end, separator)


def _with_blanks(text: str, cluster: list[Markup]) -> tuple[int, int]:
    """The extent of a cluster with the white space on both sides."""
    start, end = cluster[0].start, cluster[-1].end
    while start and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return start, end


def _separator(text: str, cluster: list[Markup], new_paragraph: str) -> str:
    """What parts the text before a cluster from the text behind it."""
    start, end = _with_blanks(text, cluster)
    edges = [start, *(at for tag in cluster for at in (tag.start, tag.end)), end]
    gaps = [text[left:right] for left, right in zip(edges[::2], edges[1::2], strict=True)]
    if end == len(text):
        return gaps[-1]
    names = [tag.name for tag in cluster if not tag.hidden]
    width = _width(names, new_paragraph)
    if not start:
        return gaps[0] if not width else ""
    if width:
        blank_line = max(gap.count("\n") for gap in gaps) > 1
        return "\n\n" if blank_line and "\n" in width else width
    if not any(gaps[1:]) and "\n" not in gaps[0] and _CLOSING_MARK.match(text, end):
        return ""
    return max(gaps, key=lambda gap: (gap.count("\n"), bool(gap)))


def _width(names: list[str], new_paragraph: str) -> str:
    """What the tags of these names put in their place; nothing where all are inline."""
    if TABLE_PARTS.intersection(names) and not {"table", "caption"}.intersection(names):
        return "\t" if {"td", "th"}.issuperset(names) else "\n"
    if blocks().intersection(names) or names.count("br") > 1:
        return new_paragraph
    return "\n" if "br" in names else ""


def _paragraph_break(document: Document, markup: Sequence[Markup]) -> str:
    """What parts paragraphs in this text, with the indentation where that marks them."""
    usual = paragraph_break(document.layout)
    if document.layout is Layout.INDENTED:
        indented = re.search(r"\n([^\S\n]+)", document.text)
        return usual + indented[1] if indented else usual
    if document.layout is Layout.SINGLE_NEWLINE and not _has_lines(document.text, markup):
        return "\n\n"
    return usual


def _has_lines(text: str, markup: Sequence[Markup]) -> bool:
    """Whether a line end parts text from text: those beside block tags are of the markup."""
    breaks = blocks() | {"br"}
    used = [tag for tag in markup if tag.name in breaks]
    edges = {tag.start for tag in used} | {tag.end for tag in used}
    ends = re.compile(r"(?<=\S)\s*\n\s*").finditer(text.rstrip())
    return any(edges.isdisjoint(end.span()) for end in ends)


def _alternative_text(tag: Markup) -> str:
    """The text that stands for an image; empty for any other tag."""
    if tag.name != "img":
        return ""
    return " ".join(attributes_of(tag).get("alt", "").split())


def _image(text: str, tag: Markup) -> Replace:
    """The alternative text in place of an image, parted from words that touch it."""
    alternative = _alternative_text(tag)
    before, after = text[max(0, tag.start - 1) : tag.start], text[tag.end : tag.end + 1]
    touches = before.isalnum() or before in tuple(".,;:!?")
    left = " " if alternative[0].isalnum() and touches else ""
    right = " " if alternative[-1].isalnum() and after.isalnum() else ""
    return Replace(tag.start, tag.end, left + alternative + right)
