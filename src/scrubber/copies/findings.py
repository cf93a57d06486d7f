"""Copies in, problems for a user out: what repeats what, how they differ, and the fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Problem, Remove, Safety

if TYPE_CHECKING:
    from scrubber.copies.decide import NearCopy
    from scrubber.copies.place import Copy
    from scrubber.model import Document, Span


def problem_of(document: Document, copy: Copy) -> Problem:
    """The problem of blocks that others repeat, with its safe fix."""
    many = len(copy.dropped) > 1
    it = "them" if many else "it"
    says = "repeats" if copy.kept[0] < copy.dropped[0] else "says less than"
    fix = f"fix removes {it}"
    if copy.moves:
        fix += f" and puts {'those' if many else 'that one'} in {'their' if many else 'its'} place"
    removals = tuple(map(Remove, copy.dropped, copy.kept))
    return Problem(
        _span(document, copy.dropped),
        f"{says} {{0}} ({_how(copy)}); {fix}",
        (*removals, *copy.moves),
        kept=copy.kept[0],
        places=(_span(document, copy.kept),),
    )


def apart_problem(document: Document, copy: Copy) -> Problem:
    """The problem of blocks that others repeat on purpose, it may be, with its unsafe fix."""
    it = "them" if len(copy.dropped) > 1 else "it"
    return Problem(
        _span(document, copy.dropped),
        f"repeats {{0}}, maybe on purpose ({_how(copy)}); unsafe fix removes {it}",
        tuple(map(Remove, copy.dropped, copy.kept)),
        Safety.UNSAFE,
        kept=copy.kept[0],
        places=(_span(document, copy.kept),),
    )


def near_problem(document: Document, near: NearCopy) -> Problem:
    """The problem of a block that nearly repeats another; an unsafe fix where no fact differs."""
    difference = near.difference
    said = f"nearly repeats {{0}} ({difference.score:.0f} % of the words: {difference.what}); "
    fact = difference.fact
    return Problem(
        _span(document, (near.dropped,)),
        said + (f"{fact} differs" if fact else "unsafe fix removes it"),
        () if fact else (Remove(near.dropped, near.kept),),
        Safety.UNSAFE,
        kept=near.kept,
        places=(_span(document, (near.kept,)),),
    )


def _how(copy: Copy) -> str:
    if not copy.differences:
        return "identical"
    if len(copy.dropped) == 1:
        return f"{copy.differences[0].what}, {copy.differences[0].score:.0f} % of the words"
    identical = len(copy.dropped) - len(copy.differences)
    what = "; ".join(difference.what for difference in copy.differences)
    return f"{identical} of {len(copy.dropped)} identical; {what}"


def _span(document: Document, indexes: tuple[int, ...]) -> Span:
    return document.blocks[min(indexes)].start, document.blocks[max(indexes)].end
