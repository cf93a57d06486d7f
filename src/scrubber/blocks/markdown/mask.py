"""What a Markdown parser must not see: a text in, the same length without templates out.

Front matter becomes empty lines; tags of Liquid, Jinja, Hugo and their kind, and display math,
become one private character each of theirs, as site generators put such a tag aside themselves.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubber.wordlist import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Span

MASK = "\ue000"

_CLOSERS = {
    "{{": "}}", "{{<": ">}}", "{{%": "%}}", "{%": "%}", "{# ": " #}", "<%": "%>", "$$": "$$",
}  # fmt: skip
_CODE = """
asciinema chart code codeblock comment css csv diagram echarts equation gist gallery highlight html
javascript js json katex latex listing math mathjax mermaid plantuml prettify raw rawhtml script
schema source sourcecode style stylesheet svg swagger table tikz verbatim
"""
"""Pairs of tags of these names hold no prose."""


class Masked(NamedTuple):
    """A text without what a Markdown parser must not see."""

    text: str
    front_matter: int
    """Where it ends; 0 where there is none."""
    tags: tuple[Span, ...]
    """What was masked but front matter, sorted and disjoint."""
    pairs: tuple[Span, ...]
    """From an opening tag to its closing one, where lines stand between."""
    code: tuple[Span, ...]
    """Those pairs that hold no prose."""


def mask(text: str) -> Masked:
    """Mask front matter, template tags and display math."""
    end = front_matter_end(text)
    tags = list(tags_of(text, end))
    pairs = list(_pairs(text, tags))
    parts = [_blanked(text[:end])]
    at = end
    for start, stop in tags:
        parts += (text[at:start], _masked(text[start:stop]))
        at = stop
    parts.append(text[at:])
    masked = "".join(parts)
    if "\r" in masked:
        masked = masked.replace("\r\n", "\t\n").replace("\r", "\n")
    wide = [span for span, _ in pairs if "\n" in text[span[0] : span[1]]]
    code = [span for span, name in pairs if name in words(_CODE)]
    return Masked(masked, end, tuple(tags), tuple(wide), tuple(code))


def front_matter_end(text: str) -> int:
    """Where YAML, TOML or JSON front matter ends; 0 where there is none."""
    match = _fence().match(text)
    if match and (not match.start(1) or _key().match(text, match.end())):
        close = _closing(match[1]).search(text, match.end())
        return close.end() if close else 0
    if text.startswith("{") and not text.startswith(("{{", "{%", "{#")):
        close = re.compile(r"^\}[ \t]*$", re.M).search(text)
        if close and _is_object(text[: close.end()]):
            return close.end()
    return 0


@cache
def _fence() -> re.Pattern[str]:
    """Three marks, perhaps with the language of what follows (as gray-matter reads them)."""
    return re.compile(
        r"(?:[ \t]*\r?\n)*+(---|\+\+\+)(?:ya?ml|toml|json5?|js|javascript|coffee)?[ \t]*\r?\n"
    )


@cache
def _key() -> re.Pattern[str]:
    return re.compile(r"[\w.-]+[ \t]*[:=]|#")


@cache
def _closing(fence: str) -> re.Pattern[str]:
    return re.compile(r"^(?:---|\.\.\.)[ \t]*$" if fence == "---" else r"^\+\+\+[ \t]*$", re.M)


def _is_object(source: str) -> bool:
    try:
        return isinstance(json.loads(source, strict=False), dict)
    except (ValueError, RecursionError):
        return False


def _blanked(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _masked(tag: str) -> str:
    return re.sub(r"[^\n]", MASK, tag)


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(r"(?<!\\)(?:\{\{[<%]?|\{%|\{# |<%|\$\$)")


def tags_of(text: str, start: int) -> Iterator[Span]:
    """The template tags and display math behind ``start``, in order."""
    absent: set[str] = set()
    match = _opener().search(text, start)
    while match:
        opener = match[0]
        close = _CLOSERS[opener]
        end = -1 if close in absent else text.find(close, match.end())
        if end < 0:
            absent.add(close)
        if end < 0 or (opener == "$$" and not _is_math(text, match.end(), end)):
            match = _opener().search(text, match.end())
            continue
        end += len(close)
        if opener == "{{" and text.startswith("}", end):
            end += 1
        yield match.start(), end
        match = _opener().search(text, end)


def _is_math(text: str, start: int, end: int) -> bool:
    """Whether it is a formula that two ``$$`` enclose: in one paragraph, or on lines of its own."""
    if not _blank_line().search(text, start, end):
        return True
    last = text[text.rfind("\n", 0, end) + 1 : end]
    first = text[text.rfind("\n", 0, start) + 1 : start - 2]
    before, after = _rest_of_line().match(text, start), _rest_of_line().match(text, end + 2)
    alone = before and after and not first.strip(" \t>") and not last.strip(" \t>")
    return bool(alone) and re.search(r"[\\^_=]", text[start:end]) is not None


@cache
def _blank_line() -> re.Pattern[str]:
    return re.compile(r"\n[ \t]*+\r?\n")


@cache
def _rest_of_line() -> re.Pattern[str]:
    return re.compile(r"[ \t]*+\r?(?:\n|\Z)")


@cache
def _tag_name() -> re.Pattern[str]:
    return re.compile(r"\{(?:\{[<%]|%)-?\s*(?P<slash>/?)\s*(?P<name>[\w./-]+)(?P<rest>.*)", re.S)


def _pairs(text: str, tags: list[Span]) -> Iterator[tuple[Span, str]]:
    """Outermost pairs of tags, with their names."""
    found: list[tuple[Span, str]] = []
    opened: dict[str, list[int]] = {}
    for start, end in tags:
        match = _tag_name().match(text, start, end)
        if match is None:
            continue
        name = match["name"].lower()
        if text.startswith("{%", start) and name.startswith("end"):
            name, closes = name[3:], True
        else:
            closes = bool(match["slash"])
        if not closes:
            opened.setdefault(name, []).append(start)
        elif opened.get(name):
            found.append(((opened[name].pop(), end), name))
    last = 0
    for span, name in sorted(found, key=lambda pair: (pair[0][0], -pair[0][1])):
        if span[1] > last:
            yield span, name
            last = span[1]
