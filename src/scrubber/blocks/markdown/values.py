"""The values of front matter: YAML, TOML or JSON in; its keys and values, one by one, out."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LONGEST = 50_000
"""Characters; what is longer is data, and takes seconds to parse."""
_DEEPEST = 500
_UNREAD = {
    c: 0xF700 + c for c in (*range(9), *range(11, 32), *range(127, 160)) if c not in (13, 133)
}
"""Controls, which no format may hold, and what stands for them: damage does not hide the rest."""
_TEXT = "tag:yaml.org,2002:str"


class Value(NamedTuple):
    """A key, a value, or where a list or a table begins or ends."""

    kind: str
    text: str
    is_text: bool = False
    """Whether it is a value and a string."""


@lru_cache(maxsize=4)
def values_of(source: str) -> list[Value] | None:
    """The values in front matter, with its delimiters, in their order.

    None where it does not parse, is very long, or refers to its own parts.
    """
    body = source.strip().translate(_UNREAD)
    if len(body) > _LONGEST or body.count("[") + body.count("{") > _DEEPEST:
        return None
    try:
        if body.startswith("{"):
            return list(_plain(json.loads(body)))
        if body.startswith("+++"):
            import tomllib

            return list(_plain(tomllib.loads(body[3:-3].replace("\r\n", "\n"))))
        return _yaml(body[3:-3])
    except (ValueError, RecursionError):
        return None


def differ_as_edited(before: str, after: str, edits: Mapping[str, str]) -> bool:
    """Whether all values are equal but strings, and these as they are with ``edits`` made.

    Args:
        before: front matter.
        after: the same, edited.
        edits: what was written in place of what, wherever it stood.
    """
    old, new = values_of(before), values_of(after)
    if old is None or new is None or len(old) != len(new):
        return False
    edits = {damaged.translate(_UNREAD): written for damaged, written in edits.items()}
    found = re.compile("|".join(map(re.escape, sorted(edits, key=len, reverse=True))))
    return all(
        one == other
        or (one.is_text and one._replace(text=_edited(one.text, found, edits)) == other)
        for one, other in zip(old, new, strict=True)
    )


def _edited(text: str, found: re.Pattern[str], edits: Mapping[str, str]) -> str:
    return found.sub(lambda match: edits[match[0]], text)


def _plain(value: Any) -> Iterator[Value]:
    if isinstance(value, dict):
        yield Value("table", str(len(value)))
        for key, inner in value.items():
            yield Value("key", key)
            yield from _plain(inner)
    elif isinstance(value, list):
        yield Value("list", str(len(value)))
        for inner in value:
            yield from _plain(inner)
    else:
        yield Value(type(value).__name__, str(value), isinstance(value, str))


def _yaml(source: str) -> list[Value] | None:
    import yaml

    try:
        node = yaml.compose(source, yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    return None if node is None else list(_nodes(node, set()))


def _nodes(node: Any, seen: set[int]) -> Iterator[Value]:
    if id(node) in seen:
        raise ValueError("a part is referred to: what it stands for may grow without end")
    seen.add(id(node))
    if isinstance(node.value, str):
        yield Value(node.tag, node.value, node.tag == _TEXT)
        return
    yield Value(node.tag, str(len(node.value)))
    for inner in node.value:
        if isinstance(inner, tuple):
            key, inner = inner
            yield from (value._replace(is_text=False) for value in _nodes(key, seen))
        yield from _nodes(inner, seen)
