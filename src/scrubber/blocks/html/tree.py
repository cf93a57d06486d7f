"""Which elements are open where: the tokens of an HTML source in, events in its order out.

After the tree construction of the HTML Living Standard (13.2.6) as far as it tells where elements
end. No end tag is looked for among all open elements, so deep nesting costs no more than flat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrubber.blocks.html.tokenizer import tokens_of
from scrubber.wordlist import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.blocks.html.tokenizer import Token

VOID = """
area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr
"""
_CLOSES_P = """
address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure
footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search
section summary table ul xmp
"""
_IN_HEAD = "base basefont bgsound link meta noframes noscript script style template title"
_SCOPE = "applet button caption html marquee noscript object svg math table td template th"
"""Elements over which no end tag reaches, and in which no paragraph around them is closed.

A browser with scripts reads nothing in ``noscript``.
"""
_HEADINGS = "h1 h2 h3 h4 h5 h6"
_ITEMS = {"li": "li", "dd": "dd", "dt": "dd"}
_PARTS = {
    "td": "cell", "th": "cell", "tr": "row", "tbody": "rows", "thead": "rows", "tfoot": "rows",
}  # fmt: skip
_WITHIN = {"cell": ("cell",), "row": ("row", "cell"), "rows": ("rows", "row", "cell")}
_SPECIAL = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html iframe li listing main menu nav
ol p pre section select summary table tbody td template tfoot th thead title tr ul object button
"""
"""Elements over which the end tag of an inline element does not reach."""


class Element:
    """An element, from its start tag to its end."""

    __slots__ = (
        "attributes", "close", "end", "has_blocks", "implied", "inner", "name", "number", "parent",
        "start",
    )  # fmt: skip

    def __init__(self, tag: Token, number: int, parent: Element | None) -> None:
        self.name = tag.name
        self.start, self.inner = tag.start, tag.end
        self.close = self.end = tag.end
        """Where its end tag begins and ends; with ``implied`` where the element does."""
        self.attributes = tag.attributes or {}
        self.number = number
        self.parent = parent
        self.implied = False
        self.has_blocks = False


class Event(NamedTuple):
    """Something in the order of the source."""

    kind: str
    """``open``, ``close``, ``text`` or ``other``."""
    start: int
    end: int
    element: Element | None
    """What is opened or closed; of a text the element it stands in."""


def events_of(source: str) -> Iterator[Event]:
    """What opens, closes and stands where in ``source``, in its order."""
    stack = _Stack(len(source))
    for token in tokens_of(source):
        if token.kind == "start":
            yield from stack.start(token)
        elif token.kind == "end":
            yield from stack.end(token)
        else:
            yield Event(token.kind, token.start, token.end, stack.top)
    yield from stack.close_all()


_NOWHERE = dict.fromkeys(("p", "li", "dd", "cell", "row", "rows", "scope", "table", "special"), -1)


class _Stack:
    """The open elements. Each knows where the elements that matter to it stand in the stack."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._elements: list[Element] = []
        self._near: list[dict[str, int]] = [_NOWHERE]
        self._places: dict[str, list[int]] = {}
        self._count = 0

    @property
    def top(self) -> Element | None:
        return self._elements[-1] if self._elements else None

    def start(self, tag: Token) -> Iterator[Event]:
        name = tag.name
        if name in ("html", "head", "body") and name in self._places:
            yield Event("other", tag.start, tag.end, self.top)
            return
        yield from self._make_room(name, tag.start)
        self._count += 1
        element = Element(tag, self._count, self.top)
        yield Event("open", tag.start, tag.end, element)
        if tag.is_empty or name in words(VOID):
            yield Event("close", tag.end, tag.end, element)
        else:
            self._push(element)

    def end(self, tag: Token) -> Iterator[Event]:
        place = self._place_of(tag.name)
        if place < 0:
            yield Event("other", tag.start, tag.end, self.top)
            return
        yield from self._pop(place + 1, tag.start)
        element = self._elements[place]
        list(self._pop(place, tag.start))
        element.close, element.end, element.implied = tag.start, tag.end, False
        yield Event("close", tag.start, tag.end, element)

    def close_all(self) -> Iterator[Event]:
        yield from self._pop(0, self._length)

    def _push(self, element: Element) -> None:
        name, place = element.name, len(self._elements)
        change: dict[str, int] = {}
        if name in words(_SCOPE):
            change |= {"p": -1, "scope": place}
        if name in ("table", "template"):
            change |= {"table": place, "cell": -1, "row": -1, "rows": -1}
        if name in words(_SPECIAL):
            change["special"] = place
            if name not in ("address", "div", "p"):
                change |= {"li": -1, "dd": -1}
        for key in ("p" if name == "p" else "", _ITEMS.get(name, ""), _PARTS.get(name, "")):
            if key:
                change[key] = place
        self._elements.append(element)
        self._near.append(self._near[-1] | change if change else self._near[-1])
        self._places.setdefault(name, []).append(place)

    def _pop(self, place: int, at: int) -> Iterator[Event]:
        """Close what is open from ``place`` on, as if there were end tags at ``at``."""
        while len(self._elements) > place:
            element = self._elements.pop()
            self._near.pop()
            places = self._places[element.name]
            places.pop()
            if not places and element.name not in ("html", "head", "body"):
                del self._places[element.name]
            element.close = element.end = at
            element.implied = True
            yield Event("close", at, at, element)

    def _make_room(self, name: str, at: int) -> Iterator[Event]:
        """Close what a start tag of this name ends (13.2.6.4.7 to 13.2.6.4.16)."""
        top = self.top
        if top is None:
            return
        if top.name == "head" and name not in words(_IN_HEAD):
            yield from self._pop(len(self._elements) - 1, at)
        for key in (_ITEMS.get(name, ""), *_WITHIN.get(_PARTS.get(name, ""), ())):
            if key and self._near[-1][key] >= 0:
                yield from self._pop(self._near[-1][key], at)
        if name in words(_CLOSES_P) and self._near[-1]["p"] >= 0:
            yield from self._pop(self._near[-1]["p"], at)
        top = self.top
        if top is not None and (
            (name in words(_HEADINGS) and top.name in words(_HEADINGS))
            or (name in ("option", "optgroup") and top.name == "option")
            or (name in ("rb", "rp", "rt", "rtc") and top.name in ("rb", "rp", "rt"))
        ):
            yield from self._pop(len(self._elements) - 1, at)

    def _place_of(self, name: str) -> int:
        """Where the element stands that an end tag of this name closes; -1 where there is none."""
        names = words(_HEADINGS) if name in words(_HEADINGS) else (name,)
        there = (self._places[other][-1] for other in names if self._places.get(other))
        place = max(there, default=-1)
        near = self._near[-1]
        if name in _PARTS or name in ("table", "caption", "template"):
            return place if place >= near["table"] else -1
        if name in words(_SPECIAL):
            return place if place >= near["scope"] else -1
        return place if place > near["special"] else -1
