"""Lines of Markdown that belong together although blank lines part them: a parsed text in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from scrubber.wordlist import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.blocks.markdown.mask import Masked
    from scrubber.blocks.markdown.parser import Parsed, Top
    from scrubber.model import Span

_VOID = "area base br col embed hr img input link meta param source track wbr"


def blocks_of(text: str, masked: Masked, parsed: Parsed) -> list[Top]:
    """What stands at the top level: grouped where tags reach over blank lines.

    Lines on which no token stands (front matter, definitions of references) are blocks too.
    """
    from scrubber.blocks.markdown.parser import Top

    items = sorted(
        [*parsed.tops, *_loose(text, parsed)]
        + [Top("group", *lines) for lines in _groups(text, masked, parsed)],
        key=lambda top: (top.first, top.end),
    )
    found: list[Top] = []
    for item in items:
        if found and item.first < found[-1].end:
            found[-1] = Top("group", found[-1].first, max(item.end, found[-1].end))
        else:
            found.append(item)
    return found


def _loose(text: str, parsed: Parsed) -> Iterator[Top]:
    """Runs of lines on which no token stands."""
    from scrubber.blocks.markdown.parser import Top

    line = 0
    last = len(parsed.starts) - 1
    for top in (*parsed.tops, Top("end", last, last)):
        first = -1
        for at in range(line, top.first + 1):
            blank = at == top.first or not text[parsed.starts[at] : parsed.starts[at + 1]].strip()
            if not blank and first < 0:
                first = at
            elif blank and first >= 0:
                yield Top("loose", first, at)
                first = -1
        line = top.end


def _groups(text: str, masked: Masked, parsed: Parsed) -> Iterator[Span]:
    """Ranges of lines that one construct holds together."""
    spans = [span for span in masked.tags if "\n" in text[span[0] : span[1]]]
    if masked.front_matter:
        spans.append((0, masked.front_matter))
    for start, end in (*spans, *masked.pairs):
        yield _line(parsed, start), _line(parsed, end - 1) + 1
    yield from _elements(text, parsed)
    yield from _containers(text, parsed)


def _line(parsed: Parsed, offset: int) -> int:
    return bisect_right(parsed.starts, offset, hi=len(parsed.starts) - 1) - 1


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(
        r"<!--.*?(?:-->|\Z)|<(?P<slash>/?)(?P<name>[A-Za-z][\w-]*+)"
        r"(?:\"[^\"]*+\"|'[^']*+'|[^'\">])*+>",
        re.S,
    )


def _elements(text: str, parsed: Parsed) -> Iterator[Span]:
    """From an HTML block that leaves an element open to the one that closes it."""
    opened: list[tuple[str, int]] = []
    count: Counter[str] = Counter()
    for top in parsed.tops:
        if top.kind != "html_block":
            continue
        source = text[parsed.starts[top.first] : parsed.starts[top.end]]
        for tag in _tag().finditer(source):
            name = (tag["name"] or "").lower()
            if not name or name in words(_VOID) or tag[0].endswith("/>"):
                continue
            if not tag["slash"]:
                opened.append((name, top.first))
                count[name] += 1
            elif count[name]:
                line = top.first
                while opened:
                    closed, line = opened.pop()
                    count[closed] -= 1
                    if closed == name:
                        break
                if line < top.first:
                    yield line, top.end


def _containers(text: str, parsed: Parsed) -> Iterator[Span]:
    """From ``::: name`` to the ``:::`` that closes it."""
    if ":::" not in text:
        return
    opened: list[int] = []
    for match in re.finditer(r"^ {0,3}:{3,}[ \t]*(\S?)", text, re.M):
        line = _line(parsed, match.start())
        if match[1]:
            opened.append(line)
        elif opened:
            yield opened.pop(), line + 1
