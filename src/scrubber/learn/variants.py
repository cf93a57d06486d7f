"""Furniture of a site in; groups of it out: near variants of one text, and lines of one kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from scrubber.learn.kinds import Kind
from scrubber.learn.near import may_be_title
from scrubber.learn.patterns import patterns_of
from scrubber.learn.site import SHORT
from scrubber.similarity.candidates import shingles
from scrubber.similarity.words import LONGEST_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrubber.learn.site import Site

_ALIKE = 0.5
"""Share of the longer text's shingles that a near variant has as well."""
_FEWEST = 5
"""Shingles of a text that is compared at all: seven words, or nine characters."""
_MOST_OWNERS = 50
"""A shingle of more texts tells none of them from another."""
_OWN_WORDS = 8
"""Words in a row that a variant seen once may have of its own."""
_LONGEST = 300
"""Words of a block that is compared word by word."""
_TOGETHER = frozenset(kind.value for kind in Kind if kind is not Kind.BIO)


class Group(NamedTuple):
    """Blocks that make one row."""

    keys: list[str]
    pattern: str = ""
    """What fits them all, where they have one."""


def groups_of(site: Site, found: dict[str, str]) -> list[Group]:
    """The keys in ``found`` in groups. One-off variants are added to both."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for key, why in sorted(found.items()):
        if why in _TOGETHER:
            kinds[why].append(key)
    alone = sorted(found.keys() - {key for keys in kinds.values() for key in keys})
    index = _Index(alone)
    group = {key: [key] for key in alone}
    for key in alone:
        for other in index.like(key):
            _join(group, other, key)
    for place, block in site.blocks():
        key = block.key
        if block.is_fixed or key in found:
            continue
        known = next((like for like in index.like(key) if not _says_more(key, like)), None)
        if known is None or any(
            may_be_title(site, there, found, SHORT) for there in site.places.get(key, (place,))
        ):
            continue
        found[site.note(place)] = found[known]
        group[key] = group[known]
        group[key].append(key)
    distinct = {id(keys): keys for keys in group.values()}
    patterns = patterns_of(site, kinds[Kind.CREDIT.value])
    covered = {key for keys in patterns.values() for key in keys}
    kinds[Kind.CREDIT.value] = [key for key in kinds[Kind.CREDIT.value] if key not in covered]
    groups = [Group(keys, pattern) for pattern, keys in patterns.items()]
    return groups + [Group(keys) for keys in (*distinct.values(), *kinds.values()) if keys]


def _join(group: dict[str, list[str]], one: str, other: str) -> None:
    left, right = group[one], group[other]
    if left is not right:
        left += right
        group.update(dict.fromkeys(right, left))


def _says_more(key: str, known: str) -> bool:
    """Whether a block has a sentence that a furniture text has not: text may run into furniture."""
    from difflib import SequenceMatcher

    one: Sequence[str] = key.split()
    other: Sequence[str] = known.split()
    most = _OWN_WORDS
    if len(one) * LONGEST_WORDS < len(key):
        one, other, most = key, known, 2 * most
    if len(one) > _LONGEST:
        return True
    changes = SequenceMatcher(None, other, one, autojunk=False).get_opcodes()
    return any(end - start > most for what, _, _, start, end in changes if what != "equal")


class _Index:
    """Finds texts that share most of their shingles with another."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._owners: dict[Any, list[str]] = defaultdict(list)
        self._sizes: dict[str, int] = {}
        for key in keys:
            found = shingles(key)
            if len(found) >= _FEWEST:
                self._sizes[key] = len(found)
                for shingle in found:
                    if len(self._owners[shingle]) < _MOST_OWNERS:
                        self._owners[shingle].append(key)

    def like(self, key: str) -> Iterator[str]:
        """The texts that are near variants of ``key``, the likeliest first."""
        found = shingles(key)
        if len(found) < _FEWEST:
            return
        known = [shingle for shingle in found if shingle in self._owners]
        if len(known) < _ALIKE * len(found):
            return
        shared = Counter(owner for shingle in known for owner in self._owners[shingle])
        del shared[key]
        for owner, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
            if count >= _ALIKE * max(len(found), self._sizes[owner]):
                yield owner
