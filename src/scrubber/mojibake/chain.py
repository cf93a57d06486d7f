"""Two repairs in a row made one: edits of a text and edits of their result in, their sum out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.edits import summed
from scrubber.mojibake.whole import Line, line_end, line_of
from scrubber.offsets import map_of_replacements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrubber.model import Replace


def chained(text: str, repaired: str, first: Sequence[Line], then: Sequence[Line]) -> list[Line]:
    """The lines of ``text`` with the edits that lead to what ``then`` makes of ``repaired``."""
    plans = {line.start: line.plan for line in first}
    edits = list(summed(repaired, _edits(first), _edits(then)))
    places = map_of_replacements(_edits(first))
    for line in then:
        start = places.to_input(line.start)
        plans[start] = plans.get(start, ()) + line.plan
    lines: list[Line] = []
    for edit in edits:
        if not lines or edit.start >= lines[-1].start + len(lines[-1].text):
            lines.append(line_of(text, edit.start, line_end(text, edit.start)))
            lines[-1].plan = plans[lines[-1].start]
        lines[-1].edits.append(edit)
    return lines


def _edits(lines: Sequence[Line]) -> list[Replace]:
    return [edit for line in lines for edit in line.edits]
