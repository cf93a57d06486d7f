r"""A block that recurs across the articles of a site.

What it does:
    Finds the blocks that a profile (`--profile`, made by `scrubber learn`) names: bios, plugs,
    share lines. `--furniture keep` reports them, `end` moves them behind the last block, `drop`
    removes them; a row of the profile with an action of its own overrules that.

Why:
    What stands under every article of a site is no part of any of them: it makes different
    articles alike and parts paragraphs that belong together.

Example:
    options: profile={"text":"Sign\u0020up\u0020for\u0020our\u0020letter!"} furniture=drop
    before: 'The ferry was late again.\n\nSign up for our letter!\n\nNobody complained.\n'
    after: 'The ferry was late again.\n\nNobody complained.\n'

Untouched:
    'The ferry was late again.\n\nSign up for our letter!\n\nNobody complained.\n'

Safety:
    Safe: only a block that equals one of a row's variants, or its whole pattern, is furniture, and
    it leaves its place only when that was asked for. The profile is a file to be reviewed first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Move, Problem, Remove, Safety, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.learn.aside import Mark
    from scrubber.learn.profile import Row
    from scrubber.model import Document, Edit
    from scrubber.settings import Settings

CODE = "FUR001"
NAME = "recurring-block"
STAGE = Stage.FURNITURE


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """One problem for each block that a row of the profile matches."""
    if settings.profile is None:
        return
    from scrubber.learn.aside import marks_of

    marks = marks_of(document, settings)
    last = _last_group(marks, len(document.blocks))
    before = last if last < len(document.blocks) else None
    for mark in marks:
        block = document.blocks[mark.block]
        edits: tuple[Edit, ...] = ()
        done = ""
        if mark.action == "drop":
            edits, done = (Remove(mark.block, None),), ": removed"
        elif mark.action == "end":
            if mark.block >= last:
                continue
            edits, done = (Move(mark.block, before),), ": moved behind the last block"
        safety = Safety.SAFE if edits else Safety.NONE
        yield Problem((block.start, block.end), _named(mark.row) + done, edits, safety)


def _last_group(marks: Sequence[Mark], count: int) -> int:
    """The first of the last blocks that are all to stand at the end; dropped ones count not."""
    end = first = count
    for mark in reversed(marks):
        if mark.block != end - 1 or mark.action == "keep":
            break
        end = mark.block
        if mark.action == "end":
            first = end
    return first


def _named(row: Row) -> str:
    articles = "article" if row.count == 1 else "articles"
    counts = f", in {row.count:,} {articles} ({row.share:.0%})" if row.count else ""
    site = f" of {row.site}" if row.site else ""
    return f"furniture{site}: row {row.number} of the profile{counts}"
