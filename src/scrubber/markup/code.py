"""Program code in prose: a text and what looks like a tag in, whether it is of code out."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, cached_property
from typing import TYPE_CHECKING

from scrubber.markup.elements import is_element
from scrubber.wordlist import words

if TYPE_CHECKING:
    from scrubber.markup.nouns import Markup
    from scrubber.model import Span

_TYPES = """
vector deque tuple unordered_map unordered_set shared_ptr unique_ptr hashmap
List Map Set Array ArrayList LinkedList HashMap HashSet Dictionary Pair Tuple Queue Stack Vec Box Rc
Arc Option Optional Result Promise Future Task Stream Class Iterator Iterable Collection Observable
"""
"""Names of types that take types, in common programming languages."""

_WINDOW = 64
_SHORT = 2  # characters of a variable's name


@cache
def _name() -> re.Pattern[str]:
    """A name of code, with the namespaces before it."""
    return re.compile(r"(?:\w+(?:::|\.))*+\w+\Z")


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(r"\b(\w++)<([A-Za-z]\w*+)[*&]?+(?:[,<]|>(?!\w))")


@cache
def _code_span() -> re.Pattern[str]:
    return re.compile(r"(?<![\w`])(`{1,2}+)(?![ `])[^`\n]++(?<! )\1(?![\w`])")


class Code:
    """What in a text has the form of code."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: list[Span] = []
        if "`" in text:
            self._spans = [match.span() for match in _code_span().finditer(text)]

    @cached_property
    def _generics(self) -> set[str]:
        """Names that stand before types between angle brackets."""
        found = _generic().findall(self._text)
        return {name for name, inner in found if not is_element(inner.lower())}

    def is_in_span(self, start: int) -> bool:
        """Whether the character at ``start`` stands between grave accents."""
        if not self._spans:
            return False
        index = bisect_right(self._spans, (start, len(self._text))) - 1
        return index >= 0 and start < self._spans[index][1]

    def is_code(self, tag: Markup) -> bool:
        """Whether an unpaired ``tag`` is the type of a type, or two signs between variables."""
        if tag.attributes or tag.closing:
            return False
        left = _name().search(self._text[max(0, tag.start - _WINDOW) : tag.start])
        right = self._text[tag.end : tag.end + 2]
        if left is None:
            return False
        last = re.split(r"::|\.", left[0])[-1]
        if "::" in left[0] or "_" in last.strip("_"):
            return True
        if right[:1].isalnum() or right[:1] == "_":
            return len(tag.name) == 1 and self._stands_between_variables(tag)
        return last in words(_TYPES) or last in self._generics or right.startswith(("()", "::"))

    def _stands_between_variables(self, tag: Markup) -> bool:
        """Whether names as short as those of variables, or numbers, touch ``tag``, and no tags."""
        left = _variable_before().search(self._text, max(0, tag.start - _SHORT - 1), tag.start)
        return left is not None and _variable_behind().match(self._text, tag.end) is not None


@cache
def _variable_before() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^\w>])\w{{1,{_SHORT}}}\Z")


@cache
def _variable_behind() -> re.Pattern[str]:
    return re.compile(rf"\w{{1,{_SHORT}}}+(?![\w<])")
