r"""A quotation mark without its partner.

What it does:
    Reports a double mark that closes what nothing opened, or one that opens a quotation which
    neither closes in its paragraph nor goes on in the next.

Why:
    A mark was lost, or words were. Where it stood nobody but an editor can say.

Example:
    before: '“It is over,” he said. They will be back.”\n'
    after: '“It is over,” he said. They will be back.”\n'

Untouched:
    '“It is over,” he said.\n'
    '“The first paragraph goes on.\n\n“The second one ends.”\n'

Safety:
    There is no fix: a missing mark is never guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Problem, Safety, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Block, Document
    from scrubber.quotes.nouns import Mark
    from scrubber.settings import Settings

CODE = "QUO003"
NAME = "unbalanced-quote"
STAGE = Stage.NOTES


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One note for each paragraph with a mark that has no partner."""
    text = document.text
    if text.isascii() and '"' not in text:
        return
    blocks = document.blocks
    if all(_is_even(text, block) for block in blocks):
        return
    unmatched = _unmatched(document)
    for place in range(len(blocks)):
        for mark in unmatched.get(place, ()):
            closes = mark.role.value == "close"
            if _goes_on(text, blocks, unmatched, place, closes=closes):
                continue
            what = "closes what nothing opened" if closes else "is never closed"
            yield Problem(
                (mark.start, mark.end), f"a quotation mark that {what}", safety=Safety.NONE
            )
            break


def _is_even(text: str, block: Block) -> bool:
    """Whether the marks of a block are surely balanced: a cheap look that spares most the rest."""
    start, end = block.start, block.end
    if text.count('"', start, end) % 2:
        return False
    low, high, right = (text.count(sign, start, end) for sign in "„“”")
    if text.count("«", start, end) != text.count("»", start, end):
        return False
    return high + right == low if low else high in (right, 0) and (high + right) % 2 == 0


def _unmatched(document: Document) -> dict[int, list[Mark]]:
    """For each block, the double marks in it without a partner."""
    from scrubber.quotes.marks import marks_in

    found: dict[int, list[Mark]] = {}
    place = 0
    for mark in marks_in(document):
        while document.blocks[place].end <= mark.start:
            place += 1
        if mark.is_double and not mark.is_matched:
            found.setdefault(place, []).append(mark)
    return found


def _goes_on(
    text: str,
    blocks: tuple[Block, ...],
    unmatched: dict[int, list[Mark]],
    place: int,
    *,
    closes: bool,
) -> bool:
    """Whether the quotation began in the block before, or is taken up by the next."""
    other = place - 1 if closes else place + 1
    if not 0 <= other < len(blocks):
        return False
    if not closes and text[blocks[other].start] in '"“„«»”':
        return True
    partner = "open" if closes else "close"
    return any(mark.role.value == partner for mark in unmatched.get(other, ()))
