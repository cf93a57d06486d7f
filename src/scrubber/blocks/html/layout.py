"""Which tables of a page hold its layout, not data: the events of a source in, their cells out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.blocks.html.elements import is_block

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrubber.blocks.html.tree import Element, Event


def layout_parts(events: Iterable[Event]) -> set[int]:
    """The numbers of the rows and cells of layout tables; they part paragraphs as any block does.

    Such a table says so, or holds another one, or has one column with several blocks in a cell.
    """
    found: set[int] = set()
    tables: list[_Table] = []
    for event in events:
        element = event.element
        if element is None or event.kind not in ("open", "close") or not is_block(element.name):
            continue
        if event.kind == "close":
            if element.name == "table" and tables:
                table = tables.pop()
                if table.is_layout or (table.is_column and table.has_blocks):
                    found.update(table.parts)
        elif element.name == "table":
            if tables:
                tables[-1].is_layout = True
            tables.append(_Table(element))
        elif tables:
            tables[-1].take(element)
    return found


class _Table:
    """What is known of an open table."""

    def __init__(self, element: Element) -> None:
        role = element.attributes.get("role", "")
        self.is_layout = role.lower() in ("presentation", "none")
        self.is_column = True
        self.has_blocks = False
        self.parts: list[int] = []
        self._cells = self._blocks = 0
        """Cells of the present row, blocks in the present cell."""

    def take(self, element: Element) -> None:
        """Note an element that opens in the table."""
        if element.name in ("td", "th"):
            self._cells += 1
            self._blocks = 0
            self.is_column = self.is_column and self._cells == 1
            self.parts.append(element.number)
        elif element.name == "tr":
            self._cells = 0
            self.parts.append(element.number)
        elif element.name not in ("tbody", "thead", "tfoot"):
            self._blocks += 1
            self.has_blocks = self.has_blocks or self._blocks > 1
