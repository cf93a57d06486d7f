"""What an author switched off in a source: comments and front matter in, stretches and codes out.

In Markdown and HTML ``<!-- scrubber: off -->`` switches every rule off up to
``<!-- scrubber: on -->`` or the end, ``<!-- scrubber: ignore[DUP001] reason -->`` switches off the
rules named for the next block, ``ignore-file`` for the whole file, and so does ``scrubber:
{ignore: [DUP001]}`` in front matter. Codes may be prefixes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubber.blocks import comments_of, front_matter_of
from scrubber.memo import remembered
from scrubber.model import Replace, Stage
from scrubber.spans import holds, merged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Block, Document, Problem, Span

VERBS = ("off", "on", "ignore", "ignore-file")
"""What a comment may ask for."""


class Suppression(NamedTuple):
    """Rules switched off for a stretch of a source."""

    place: Span
    """The comment, or the key in the front matter."""
    covers: Span
    codes: tuple[str, ...]
    """Codes or prefixes of the rules; none means all."""
    whole_file: bool = False

    def silences(self, code: str) -> bool:
        """Whether the rule ``code`` is switched off."""
        return not self.codes or code.startswith(self.codes)


@remembered
def suppressions_of(document: Document) -> tuple[Suppression, ...]:
    """The suppressions in a document, in order of their places."""
    if document.source_format == "text" or "scrubber" not in document.text:
        return ()
    return (*_in_front_matter(document), *_in_comments(document))


def unsuppressed(
    document: Document, code: str, stage: Stage, problems: list[Problem]
) -> list[Problem]:
    """Those of a rule's ``problems`` that no suppression silences."""
    if code.startswith("SUP"):
        return problems
    silencing = [each for each in suppressions_of(document) if each.silences(code)]
    if stage is Stage.SOURCE:  # it concerns the whole file
        silencing = [each for each in silencing if each.whole_file]
    if not silencing:
        return problems
    covered = merged(each.covers for each in silencing)
    free = (_uncovered(document, problem, covered) for problem in problems)
    return [problem for problem in free if problem is not None]


def points_of(document: Document, problem: Problem) -> Iterator[int]:
    """Where a problem and the edits of its fix begin."""
    yield problem.span[0]
    for edit in problem.edits:
        yield edit.start if isinstance(edit, Replace) else document.blocks[edit.block].start


def _uncovered(document: Document, problem: Problem, covered: list[Span]) -> Problem | None:
    """A problem as far as it is not silenced: of a line of HTML a part may be."""
    if not any(holds(covered, point) for point in points_of(document, problem)):
        return problem
    edits = [edit for edit in problem.edits if isinstance(edit, Replace)]
    free = tuple(edit for edit in edits if not holds(covered, edit.start))
    if not free or len(edits) < len(problem.edits):
        return None
    return problem._replace(span=(free[0].start, free[-1].end), edits=free)


def misspelt_in(document: Document) -> Iterator[tuple[Span, str]]:
    """Comments to this program that ask for what it does not know, and the word for it."""
    if document.source_format == "text" or "scrubber:" not in document.text:
        return
    for start, end in comments_of(document):
        match = re.compile(r"<!--\s*scrubber:\s*(\w*(?:-\w+)*)").match(document.text, start, end)
        if match and match[1] not in VERBS:
            yield (start, end), match[1]


@cache
def _comment() -> re.Pattern[str]:
    return re.compile(
        r"<!--\s*scrubber:\s*(?P<verb>off|on|ignore-file|ignore)\b\s*(?:\[(?P<codes>[^\]>]*)\])?"
    )


def _in_comments(document: Document) -> Iterator[Suppression]:
    text = document.text
    opened: Suppression | None = None
    for start, end in comments_of(document):
        match = _comment().match(text, start, end)
        if match is None:
            continue
        place, codes = (start, end), _codes(match["codes"] or "")
        if match["verb"] == "ignore-file":
            yield Suppression(place, (0, len(text) + 1), codes, whole_file=True)
        elif match["verb"] == "ignore":
            yield Suppression(place, _next_block(document, end), codes)
        elif match["verb"] == "off":
            opened = opened or Suppression(place, (end, len(text) + 1), codes)
        elif opened is None:
            yield Suppression(place, (start, start), ())
        else:
            yield opened._replace(covers=(opened.covers[0], start))
            opened = None
    if opened is not None:
        yield opened


def _next_block(document: Document, end: int) -> Span:
    """The block behind a comment; the rest of its own where it stands within one."""
    blocks = document.blocks
    index = bisect_right(blocks, end - 1, key=lambda block: block.start) - 1
    if index >= 0 and document.text[end : blocks[index].end].strip():
        return end, blocks[index].end
    shown = _shown_blocks(document)
    index = bisect_left(shown, end, key=lambda block: block.start)
    return shown[index][:2] if index < len(shown) else (end, end)


@remembered
def _shown_blocks(document: Document) -> list[Block]:
    """The blocks but those of markup alone and comments."""
    return [
        block
        for block in document.blocks
        if (block.reading is None or block.reading.said)
        and not document.text.startswith("<!--", block.start)
    ]


def _codes(listed: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[A-Z]+\d*", re.sub(r"#.*", "", listed).upper()))


@cache
def _key() -> re.Pattern[str]:
    """``scrubber`` in YAML, TOML or JSON, with what is set under it: on its line, or further in."""
    key = r"^[ \t]*\[?[\"']?scrubber[\"']?\]?[ \t]*[:=]?"
    return re.compile(rf"{key}(?P<body>.*(?:\n(?:[ \t]+|ignore\b).*)*)", re.MULTILINE)


def _in_front_matter(document: Document) -> Iterator[Suppression]:
    start, end = front_matter_of(document)
    match = _key().search(document.text, start, end)
    if match is None:
        return
    listed = re.search(r"ignore[\"']?\s*[:=](?P<codes>[^}]*)", match["body"])
    codes = _codes(listed["codes"]) if listed else ()
    if codes:
        place = (match.start(), match.end())
        yield Suppression(place, (0, len(document.text) + 1), codes, whole_file=True)
