"""Captions of a site in; patterns that fit many of them, and no other block of it, out."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from scrubber.learn.kinds import credit_at
from scrubber.learn.match import Matcher
from scrubber.learn.profile import GAP, Row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from scrubber.learn.site import Site

_ENOUGH = 3
"""Captions that make a pattern."""
_SLASHED = re.compile(r"([(\[]?)[^/]+?(\s?/\s?)([^/]+)")
_LABELLED = re.compile(r"([(\[]?[^\W\d_]+\s?[:：©]|[^\W\d_]+ [a-z]{2,3}) ")


def patterns_of(site: Site, keys: Collection[str]) -> dict[str, list[str]]:
    """Patterns, each with the keys of the captions that it fits; no caption twice."""
    fitting: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        for pattern in _candidates(site.first(key).text):
            fitting[pattern].append(key)
    many = {pattern: some for pattern, some in fitting.items() if len(some) >= _ENOUGH}
    sound = _without_misfits(site, many, keys)
    found: dict[str, list[str]] = {}
    taken: set[str] = set()
    for pattern in sorted(sound, key=lambda pattern: (-len(many[pattern]), pattern)):
        left = [key for key in many[pattern] if key not in taken]
        if len(left) >= _ENOUGH:
            found[pattern] = left
            taken.update(left)
    return found


def _candidates(text: str) -> Iterator[str]:
    """Patterns of a caption: its name may differ, what stands around that not."""
    start = credit_at(text)
    if not start or GAP in text:
        return
    credit = text[start:].strip()
    gap = f"{GAP} " if text[start - 1 : start + 1].strip() != text[start - 1 : start + 1] else GAP
    if match := _SLASHED.fullmatch(credit):
        name = f"{match[1]}{GAP}" if match[1] or gap != GAP else ""
        yield f"{gap}{name}{match[2]}{match[3]}"
    if match := _LABELLED.match(credit):
        yield f"{gap}{match[1]} {GAP}"


def _without_misfits(
    site: Site, patterns: Collection[str], captions: Collection[str]
) -> Collection[str]:
    """The patterns that fit no block of the site but its captions."""
    left = set(patterns)
    matcher = Matcher(Row(pattern, pattern=pattern) for pattern in sorted(left))
    captions = set(captions)
    for _, block in site.blocks() if left else ():
        key = block.key
        while key not in captions and (row := matcher.row_of("", key)) is not None:
            left.remove(row.pattern)
            matcher = Matcher(Row(pattern, pattern=pattern) for pattern in sorted(left))
    return left
