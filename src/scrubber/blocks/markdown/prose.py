"""Which parts of a leaf are prose: a parsed leaf in, the spans of it that are none out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.blocks.markdown.mask import MASK
from scrubber.spans import merged
from scrubber.wordlist import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.blocks.markdown.parser import Leaf, Mark
    from scrubber.model import Span

_CODE_ELEMENTS = "code kbd samp var tt pre script style textarea svg math object"


def unprosaic(leaf: Leaf) -> list[Span]:
    """Spans of the content of ``leaf`` that may not be touched, sorted and disjoint."""
    content = leaf.content
    if _whole().search(content):
        return [(0, len(content))]
    spans = [span for mark in leaf.marks for span in _of_mark(content, mark)]
    spans = merged([*spans, *_code_elements(content, leaf.marks)])
    if not content.replace(" ", "").isalnum():
        spans += [match.span() for match in _patterns().finditer(content)]
        spans += _addresses(content, spans)
    return merged(spans)


def _of_mark(content: str, mark: Mark) -> Iterator[Span]:
    start, end = mark.start, mark.end
    if mark.kind == "hardbreak":
        start = len(content[:start].rstrip(" ")) if content[start - 1 : start] == " " else start
    elif mark.kind == "newline":
        start += 1
    elif mark.kind == "link" and not _is_named_by_its_text(content, mark):
        yield start, start + 1
        start = mark.inner
    yield start, end


def _is_named_by_its_text(content: str, link: Mark) -> bool:
    """Whether the text of a link is the name of a reference: ``[name]`` or ``[name][]``."""
    return content[link.inner + 1 : link.inner + 2] != "(" and (
        link.end == link.inner + 1 or content.startswith("[]", link.inner + 1)
    )


def _code_elements(content: str, marks: tuple[Mark, ...]) -> Iterator[Span]:
    """From the opening tag of an element without prose to its closing tag, or to the end."""
    name, start = "", 0
    for mark in marks:
        if mark.kind != "html_inline":
            continue
        match = _tag_name().match(content, mark.start)
        if match is None:
            continue
        if not name and not match[1] and match[2].lower() in words(_CODE_ELEMENTS):
            name, start = match[2].lower(), mark.start
        elif name and match[1] and match[2].lower() == name:
            yield start, mark.end
            name = ""
    if name:
        yield start, len(content)


@cache
def _tag_name() -> re.Pattern[str]:
    return re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")


@cache
def _whole() -> re.Pattern[str]:
    """Leaves that are no prose at all: components, modules, definitions, rows."""
    return re.compile(
        r"</?[A-Z][A-Za-z0-9.]*(?=[\s/>])[^<>]*>?"  # a component of MDX
        r"|\A(?:import\s+(?:[\"'{*]|\w+\s+from\s|\w+\s*,)"
        r"|export\s+(?:default|const|let|var|function|class|async|[{*]))"
        r"|\A\[\^[^\]\n]+\]:"  # a footnote
        r"|^\*\[[^\]\n]+\]:"  # an abbreviation
        r"|^[|+](?=.*[|+][ \t]*$)",  # a row of a table that is none to this parser
        re.M,
    )


@cache
def _patterns() -> re.Pattern[str]:
    return re.compile(
        rf"{MASK}++"
        r"|(?P<dollars>\$(?![\s$])[^$\n]*?(?<![\s\\])\$(?!\d))"  # math, after Pandoc
        r"|\\{1,2}\((?:[^\n\\]|\\(?![()]))*+\\{1,2}\)"  # math, after TeX
        r"|\\{1,2}\[(?=(?:[^\\]|\\(?![\[\]]))*?(?:[=^_{}]|\\[a-z]))(?:[^\\]|\\(?![\[\]]))*+\\{1,2}\]"
        r"|\\begin\{(?P<what>\w+\*?)\}(?:[^\\]|\\(?!end|begin))*+\\end\{(?P=what)\}"
        r"|\[\^[^\]\s]{1,100}\](?::[\s\S]*)?+"  # a note's mark, or the note itself
        r"|\[\[[^\[\]\n]{1,200}\]\]"  # a wiki link
        r"|\[-?@[^\]\n]{1,200}\]"  # a citation
        r"|\{[^{}\n]{0,400}\}"  # attributes of kramdown and Pandoc, expressions of MDX
        r"|\A\[[ \txX]*\]|\A\[!\w{1,30}\][+-]?"  # a task's box, the kind of a callout
        r"|^[:|][ \t]+"  # a definition, a line of verse
        r"|^(?:!!!|\?\?\?\+?|===[!+]?|--8<--)[ \t].*+|^:{3,}.*+"  # admonitions, tabs, containers
        r"|\[[a-z][a-z_-]{1,30}"
        r"(?:[ \t]+[\w-]+=(?:\"[^\"\n]*+\"|'[^'\n]*+'|[^\s\]]++))++[ \t]*/?\]"
        r"|\[/[a-z][a-z_-]{1,30}\]",  # tags of WordPress
        re.M,
    )


@cache
def _address() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:https?|ftp|file|mailto):|\bwww\.)[^\s<>()\"'“”‘’«»]++"
        r"(?:\([^\s<>()\"'“”‘’«»]*+\)[^\s<>()\"'“”‘’«»]*+)*+"
        r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})++"
    )


def _addresses(content: str, protected: list[Span]) -> Iterator[Span]:
    """Bare addresses in prose: those in link targets end where these do."""
    index = 0
    for match in _address().finditer(content):
        while index < len(protected) and protected[index][1] <= match.start():
            index += 1
        if index == len(protected) or match.start() < protected[index][0]:
            yield match.span()
