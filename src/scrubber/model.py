"""The nouns of scrubber: what a text is made of, what a rule may ask for, what a user gets back.

Nothing here imports anything else of the package, reads a file or knows of the command line.
Most nouns are named tuples: made by the thousand, and defined eight times faster at start-up.
"""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Span: TypeAlias = tuple[int, int]
"""Half-open range of code points."""


class Stage(IntEnum):
    """The order in which rules see a text: each works on the result of the one before."""

    SOURCE = 0  # facts of the file as a whole: its encoding, its line ends
    FRONT_MATTER = 5  # the only rules that may edit it, and it alone
    MOJIBAKE = 10
    ENTITIES = 20
    MARKUP = 30
    INVISIBLE = 40
    NORMALIZATION = 50
    WHITESPACE = 60
    QUOTES = 70
    COPIES = 110
    ORDER = 120
    FURNITURE = 130
    NOTES = 140

    @property
    def is_structural(self) -> bool:
        """Whether rules of this stage see blocks and may remove or move them."""
        return self >= Stage.COPIES


class Safety(Enum):
    """When a fix is applied: unsafe ones only when asked for; where there is none, it is a note."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    NONE = "none"


class Layout(Enum):
    """How a plain text marks its paragraphs; where hard-wrapped, lines are broken at a width."""

    BLANK_LINE = "blank-line"
    SINGLE_NEWLINE = "single-newline"
    INDENTED = "indented"
    HARD_WRAPPED = "hard-wrapped"
    ONE_LINE = "one-line"


class Replace(NamedTuple):
    """Write ``text`` in place of ``[start, end)`` of the document's text."""

    start: int
    end: int
    text: str


class Remove(NamedTuple):
    """Leave out a block because another one, that stays, says all it says. Indexes of blocks.

    ``kept`` is None only for furniture that the user asked to drop.
    """

    block: int
    kept: int | None


class Move(NamedTuple):
    """Put a block right before another one that stays, or behind the last (``None``)."""

    block: int
    before: int | None


Edit: TypeAlias = Replace | Remove | Move


class Problem(NamedTuple):
    """What a rule found, in the coordinates of the document it was given.

    ``span`` is the place to point at. ``edits`` is the whole fix: all are applied or none.
    A problem without edits is a note, unless ``done`` says that reading the source mended it: its
    span is of the source then. ``message`` names the lines of ``places`` as ``{0}``, ``{1}`` ...
    """

    span: Span
    message: str
    edits: tuple[Edit, ...] = ()
    safety: Safety = Safety.SAFE
    plan: tuple[str, ...] = ()
    """Steps that lead from before to after, where they can be replayed."""
    kept: int | None = None
    """Index of the block that stays in place of the one reported."""
    done: bool = False
    places: tuple[Span, ...] = ()
    """Spans whose lines the message names: each is written as `line 31` or `lines 39-43`."""


class Finding(NamedTuple):
    """What was found, and what became of it. Line and column count from 1 in the source."""

    code: str
    message: str
    line: int
    column: int
    end_line: int
    fixed: bool
    safety: Safety
    before: str = ""
    after: str = ""
    plan: tuple[str, ...] = ()
    kept: int | None = None
    """Line of the copy that stayed."""

    @property
    def fixable(self) -> bool:
        """Whether a fix exists, applied or not."""
        return self.safety is not Safety.NONE


class Result(NamedTuple):
    """A cleaned text with the reasons for every change."""

    text: str
    findings: tuple[Finding, ...]

    @property
    def changed(self) -> bool:
        """Whether any fix was applied."""
        return any(finding.fixed for finding in self.findings)


class Origin(NamedTuple):
    """What reading the source told, beside its text."""

    encoding: str = "utf-8"
    """Name of the codec that read the file; ``written`` of that to write it in."""
    evidence: str = ""
    """Why this encoding, in words for the user; empty where the file is plain UTF-8."""
    newline: str = "\n"
    """The line end to write for each ``\n`` of the text; where kinds are mixed, the majority's."""
    bom: bool = False
    """The file began with a byte order mark, which is no part of the text."""
    misread: tuple[str, ...] = ()
    """Steps that undid a misreading of the whole file, before its markup was parsed."""
    repaired: tuple[Span, ...] = ()
    """Where bytes of another encoding were in a UTF-8 file: one span a line, first to last."""
    whole_file: bool = False
    """A file ends with one newline; a text from elsewhere keeps its ending."""
    written: str = "utf-8"
    verbatim: tuple[str, ...] = ()
    """What stays as it is in the text that a page shows: tabs between cells, each ``pre``."""


class Reading(NamedTuple):
    """How a block of Markdown or HTML reads, where its source does not tell it.

    ``said`` is its visible text, ``beside`` what else it holds: link targets, images, code. A
    ``heading`` heads what follows, however long. Blocks move among the children of one ``parent``
    only; ``pinned`` tells why this one neither moves nor goes.
    """

    said: str
    heading: bool = False
    beside: frozenset[str] = frozenset()
    parent: int = 0
    pinned: str = ""


class Block(NamedTuple):
    """A paragraph, heading, list ...: ``[start, end)`` of the text, white space outside."""

    start: int
    end: int
    opaque: bool = False
    """Stays where it is and is never a copy: a table, a list, a shortcode pair."""
    reading: Reading | None = None
    """None in a plain text, where the source is what a block says."""


Value = TypeVar("Value")


class once(Generic[Value]):  # noqa: N801 - a decorator
    """A property that is found out once, as by ``cached_property``, which locks before 3.12."""

    def __init__(self, find: Callable[[Any], Value]) -> None:
        self._find = find

    def __get__(self, instance: Any, owner: type) -> Value:
        """Find it out; from then on the attribute of the instance stands before this."""
        value = instance.__dict__[self._find.__name__] = self._find(instance)
        return value


class _Parts(NamedTuple):
    text: str
    split: Callable[[Document], tuple[Block, ...]]
    source_format: str = "text"
    protected: tuple[Span, ...] = ()
    """Sorted, disjoint spans that no rule may change."""
    layout: Layout = Layout.BLANK_LINE
    origin: Origin = Origin()


class Document(_Parts):
    """A text with what may not be touched in it. Blocks are split when they are asked for."""

    @once
    def blocks(self) -> tuple[Block, ...]:
        """The blocks in order; white space before, between and behind them is gap."""
        return self.split(self)

    @once
    def memo(self) -> dict[object, Any]:
        """What one rule found out about this text, so that another need not again."""
        return {}

    def text_of(self, index: int) -> str:
        """What block ``index`` says: its text, without its markup in Markdown and HTML."""
        reading = self.blocks[index].reading
        return self.source_of(index) if reading is None else reading.said

    def source_of(self, index: int) -> str:
        """The source of block ``index``, with its markup."""
        block = self.blocks[index]
        return self.text[block.start : block.end]


class ProofError(Exception):
    """A result failed its proof, so nothing was written. Names the rule and the place."""
