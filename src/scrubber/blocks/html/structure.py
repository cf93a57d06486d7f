"""The blocks of an HTML source: its events in, blocks and protected spans out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubber.blocks.html.elements import is_block, is_prose, is_shown, is_whole
from scrubber.blocks.html.tree import events_of
from scrubber.blocks.html.visible import Page, unescaped
from scrubber.model import Block, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.blocks.html.tree import Element, Event
    from scrubber.model import Span

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FORMS = ("form", "input", "button", "select", "textarea", "fieldset", "output")
_EMBEDDED = (
    "img",
    "iframe",
    "object",
    "embed",
    "video",
    "audio",
    "svg",
    "math",
    "canvas",
    "picture",
)


class Structure(NamedTuple):
    """The blocks of a source and what in it may not be touched."""

    blocks: tuple[Block, ...]
    protected: tuple[Span, ...]
    comments: tuple[Span, ...]


def structure_of(source: str) -> Structure:
    """Blocks and protected spans of ``source``."""
    events = list(events_of(source))
    for event in events:
        if event.kind == "open" and event.element is not None and is_block(event.element.name):
            _mark_parents(event.element)
    blocks = _Blocks(source)
    for event in events:
        blocks.take(event)
    blocks.finish()
    comments = tuple(
        (event.start, event.end)
        for event in events
        if event.kind == "other" and source.startswith("<!--", event.start)
    )
    found = tuple(_with_delimiters(source, blocks.found))
    return Structure(found, tuple(_protected(source, events)), comments)


def _with_delimiters(source: str, blocks: list[Block]) -> list[Block]:
    """The blocks, each with the comments that delimit it: ``<!-- name -->``, ``<!-- /name -->``.

    WordPress keeps its blocks so, and a page in which a block has lost its comments is broken.
    """
    found: list[Block] = []
    for block in blocks:
        if source.startswith("<!--", block.start) and len(found) > 1:
            opening, inner = found[-2:]
            name = _delimiter().fullmatch(source, opening.start, opening.end)
            closing = name and f"<!-- /{name[1]} -->"
            if closing == source[block.start : block.end] and not _is_tag_alone(inner):
                found[-2:] = [inner._replace(start=opening.start, end=block.end)]
                continue
        found.append(block)
    return found


def _is_tag_alone(block: Block) -> bool:
    return block.reading is not None and not (block.reading.said or block.reading.beside)


@cache
def _delimiter() -> re.Pattern[str]:
    return re.compile(r"<!-- ([a-z][\w/:-]{0,99}) (?:\{.*\} )?-->", re.S)


def _mark_parents(element: Element) -> None:
    """Tell the elements around a block that they hold one."""
    parent = element.parent
    while parent is not None and not parent.has_blocks and is_shown(parent):
        parent.has_blocks = True
        parent = parent.parent


def _protected(source: str, events: Sequence[Event]) -> Iterator[Span]:
    """All but the texts of prose and the white space at the end."""
    at = no_prose = 0
    for event in events:
        if event.kind == "text":
            if not no_prose and not source[event.start : event.end].isspace():
                if at < event.start:
                    yield at, event.start
                at = event.end
        elif event.element is not None and event.kind != "other" and not is_prose(event.element):
            no_prose += 1 if event.kind == "open" else -1
    end = len(source.rstrip()) if not no_prose else len(source)
    if at < end:
        yield at, end


class _Blocks:
    """Puts the blocks together, in the order of the source.

    A block is an element that holds no other block, or a list, a table and their kind whole.
    The tags of elements around blocks are blocks of markup alone; so is what stands loose.
    """

    def __init__(self, source: str) -> None:
        self.found: list[Block] = []
        self._source = source
        self._element: Element | None = None
        """The element that is the present block; None in loose text and between blocks."""
        self._start = -1
        self._end = 0
        self._parent = 0
        self._page = Page(source)
        self._beside: set[str] = set()
        self._pinned = ""
        self._code = 0

    def take(self, event: Event) -> None:
        """Go on in the order of the source."""
        if self._element is not None:
            self._gather(event)
            if event.kind == "close" and event.element is self._element:
                self._finish_element()
        elif event.kind in ("open", "close") and event.element is not None:
            self._tag(event, event.element)
        elif event.kind == "text" and self._source[event.start : event.end].isspace():
            if self._start >= 0:
                self._page.take(event)
        elif event.kind == "other" and self._start < 0:
            self._markup(event)
        else:
            self._gather_loose(event)

    def finish(self) -> None:
        """End the loose text that is open."""
        if self._start >= 0:
            said = self._page.text().strip()
            body = self._source[self._start : self._end]
            start = self._start + len(body) - len(body.lstrip())
            end = self._start + len(body.rstrip())
            if start < end:
                self.found.append(Block(start, end, opaque=True, reading=self._reading(said)))
            self._start = -1

    def _tag(self, event: Event, element: Element) -> None:
        is_new_block = event.kind == "open" and (is_block(element.name) or not is_shown(element))
        if is_new_block and (is_whole(element) or not element.has_blocks):
            self.finish()
            self._begin(event.start, element.parent)
            self._element = element
            self._gather(event)
        elif is_new_block or element.has_blocks:
            self.finish()
            self._markup(event)
        else:
            self._gather_loose(event)

    def _begin(self, start: int, parent: Element | None) -> None:
        self._start, self._parent = start, parent.number if parent is not None else 0
        self._page = Page(self._source)
        self._beside, self._pinned, self._code = set(), "", 0

    def _gather_loose(self, event: Event) -> None:
        if self._start < 0:
            element = event.element
            parent = element.parent if element is not None and event.kind == "open" else element
            self._begin(event.start, parent)
        self._gather(event)

    def _gather(self, event: Event) -> None:
        """Note an event of the present block."""
        self._page.take(event)
        self._end = event.end
        element = event.element
        if element is None or event.kind == "other":
            return
        if event.kind == "text":
            if self._code:
                self._beside.add(unescaped(self._source[event.start : event.end]))
            return
        self._code += (element.name == "code") * (1 if event.kind == "open" else -1)
        if event.kind == "open":
            self._pinned = self._pinned or _pin(element)
            self._beside.update(_targets(element))
        elif element.implied and not self._pinned:
            self._pinned = "its end tag is implied"

    def _markup(self, event: Event) -> None:
        """A tag around blocks, or a comment: a block that says nothing."""
        element = event.element
        parent = element.parent if element is not None and event.kind == "open" else element
        if event.start < event.end:
            number = parent.number if parent is not None else 0
            pin = _pin(element) if element is not None else ""
            reading = Reading("", parent=number, pinned=pin)
            end = event.start + len(self._source[event.start : event.end].rstrip())
            self.found.append(Block(event.start, end, opaque=True, reading=reading))

    def _finish_element(self) -> None:
        element, self._element = self._element, None
        if element is None:
            return
        end = self._start + len(self._source[self._start : self._end].rstrip())
        said = self._page.text().strip()
        reading = self._reading(said, heading=element.name in _HEADINGS)
        opaque = is_whole(element) or not said
        self.found.append(Block(self._start, end, opaque=opaque, reading=reading))
        self._start = -1

    def _reading(self, said: str, *, heading: bool = False) -> Reading:
        return Reading(said, heading, frozenset(self._beside), self._parent, self._pinned)


def _pin(element: Element) -> str:
    """Why a block that holds ``element`` may not be moved or removed."""
    if "id" in element.attributes or (element.name == "a" and "name" in element.attributes):
        return "it has an id"
    if element.name == "script":
        return "it holds a script"
    return "it holds a form" if element.name in _FORMS else ""


def _targets(element: Element) -> Iterator[str]:
    """What an element points at or shows."""
    for key in ("href", "src", "srcset", "data", "poster"):
        if key in element.attributes:
            yield f"{key} {unescaped(element.attributes[key])}"
    if element.name in _EMBEDDED:
        yield element.name
