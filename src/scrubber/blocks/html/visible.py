"""The text that a page shows: an HTML source in, paragraphs out; and the text of a part of it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.blocks.html.elements import is_block, is_shown
from scrubber.blocks.html.layout import layout_parts
from scrubber.blocks.html.tree import events_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from scrubber.blocks.html.tree import Event

_LINE, _PARAGRAPH = 1, 2


def html_to_text(source: str) -> str:
    r"""The visible text of the body.

    One paragraph a block element, a blank line between; source line breaks are blanks, ``<br>`` is
    a line break; list items stand on lines of their own behind ``- ``, rows of tables too, with a
    tab between cells; ``pre`` is kept word for word. A ``<`` that would read as markup is escaped.
    """
    return shown_by(source)[0]


def shown_by(source: str) -> tuple[str, tuple[str, ...]]:
    """The visible text, and what in it stands word for word: tabs, and each ``pre`` in order."""
    events = list(events_of(source))
    page = Page(source, layout_parts(events) if "<table" in source.lower() else ())
    for event in events:
        page.take(event)
    text = page.text()
    if not text:
        return "", ()
    return _escaped(text) + "\n", tuple(map(_escaped, page.verbatim))


@cache
def white_space() -> re.Pattern[str]:
    """White space that HTML collapses (that of ASCII)."""
    return re.compile(r"[ \t\n\f\r]+")


def unescaped(text: str) -> str:
    """The text that a source text stands for."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(_beyond_unicode().sub("\ufffd", text))


@cache
def _beyond_unicode() -> re.Pattern[str]:
    """References to numbers so long that reading them would take time."""
    return re.compile(r"&#(?:0*+[0-9]{8,}+|[xX]0*+[0-9A-Fa-f]{7,}+);?")


@cache
def _stray() -> re.Pattern[str]:
    """End tags that close nothing and yet stand for whole elements (13.2.6.4.7)."""
    return re.compile(r"</(p|br)(?=[\s/>])", re.IGNORECASE)


def _escaped(text: str) -> str:
    """The text with ``&lt;`` for each ``<`` that opens what reads as a tag or a comment."""
    if "<" not in text:
        return text
    from scrubber.markup.tags import live_spans

    parts: list[str] = []
    at = 0
    for start in sorted({start for start, _ in live_spans(text)}):
        parts += (text[at:start], "&lt;")
        at = start + 1
    return "".join(parts) + text[at:]


class Page:
    """Gathers what a page shows. What parts two texts is known when the second one comes."""

    def __init__(self, source: str, layout: Collection[int] = ()) -> None:
        self._source = source
        self._layout = layout
        """The numbers of rows and cells that are no more than blocks."""
        self._parts: list[str] = []
        self.verbatim: list[str] = []
        """What stands in the text word for word."""
        self._first = -1
        """Where the present ``pre`` begins among the parts."""
        self._hidden = self._pre = self._items = self._cells = 0
        self._gap = 0
        """What a block calls for before the next text: nothing, a line or a paragraph."""
        self._breaks = self._tabs = 0
        self._blank = self._bullet = self._in_row = False
        self._held = ""
        """Line ends at the end of a ``pre`` so far."""

    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def take(self, event: Event) -> None:
        """Go on in the order of the source."""
        if event.kind == "text":
            self._text(event)
        elif event.element is not None and event.kind != "other":
            element, opens = event.element, event.kind == "open"
            if not is_shown(element):
                self._hidden += 1 if opens else -1
            elif not self._hidden:
                name = "div" if element.number in self._layout else element.name
                self._tag(name, 1 if opens else -1)
        elif not self._hidden and (stray := _stray().match(self._source, event.start)):
            self._tag(stray[1].lower(), 1)
            self._tag(stray[1].lower(), -1)

    def _text(self, event: Event) -> None:
        if self._hidden:
            return
        text = unescaped(self._source[event.start : event.end])
        if self._pre and not self._cells:
            self._write_pre(text)
            return
        body = white_space().sub(" ", text)
        core = body.strip(" ")
        if not core:
            self._blank = self._blank or bool(body)
            return
        self._blank = self._blank or body[0] == " "
        self._write(core)
        self._blank = body[-1] == " "

    def _tag(self, name: str, step: int) -> None:
        if name == "br":
            if step > 0 and not self._cells:
                self._breaks += 1
            self._blank = self._blank or self._cells > 0
        elif name in ("td", "th"):
            self._cell(step)
        elif is_block(name) and self._cells:
            self._blank = True
        elif is_block(name):
            self._block(name, step)

    def _cell(self, step: int) -> None:
        if self._cells:
            self._blank = True
        elif step > 0:
            self._tabs += self._in_row
            self._in_row = True
        self._cells += step

    def _block(self, name: str, step: int) -> None:
        if name == "li":
            self._items += step
            self._bullet = self._bullet or step > 0
        is_line = self._items or name in ("li", "tr", "thead", "tbody", "tfoot", "option", "dd")
        self._gap = max(self._gap, _LINE if is_line else _PARAGRAPH)
        self._breaks = 0
        self._blank = False
        if name == "tr":
            self._in_row, self._tabs = False, 0
        if name in ("pre", "listing", "xmp", "plaintext"):
            if self._pre == 1 and step < 0 and self._first >= 0:
                self.verbatim.append("".join(self._parts[self._first :]))
                self._first = -1
            self._pre += step
            self._held = ""

    def _write_pre(self, text: str) -> None:
        if self._gap:
            text = text.removeprefix("\n")
        body = text.rstrip("\n")
        if body:
            if self._gap or not self._parts:
                self._write(body)
                self._first = len(self._parts) - 1 if self._first < 0 else self._first
            else:
                self._parts += (self._held, "\n" * self._breaks, body)
            self._held = text[len(body) :]
            self._breaks = 0
        else:
            self._held += text

    def _write(self, text: str) -> None:
        """Add a text behind what parts it from the one before."""
        parted = ""
        if self._gap:
            parted = "\n" * self._gap
        elif self._breaks:
            parted = "\n" * self._breaks
        elif self._blank and not self._tabs:
            parted = " "
        if not self._parts:
            parted = ""
        if self._tabs and not self.verbatim:
            self.verbatim.append("\t")
        self._parts += (parted, "\t" * self._tabs, "- " if self._bullet else "", text)
        self._gap = self._breaks = self._tabs = 0
        self._blank = self._bullet = False
