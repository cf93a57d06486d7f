"""A site and its furniture in; the rows of a profile out, near variants in one."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from scrubber.learn.kinds import Kind
from scrubber.learn.profile import BEHIND, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from scrubber.learn.site import Site
    from scrubber.learn.variants import Group

_EXAMPLES = 3
_TOLD = 100
"""Places that tell how a block is written."""


def rows_of(site: Site, found: Mapping[str, str], groups: Iterable[Group]) -> list[Row]:
    """A row for each group of keys."""
    return [_row(site, group, found[group.keys[0]]) for group in groups]


def _row(site: Site, group: Group, why: str) -> Row:
    keys = group.keys
    places = sorted(place for key in keys for place in site.places[key])
    stories = site.stories_with(places)
    zones = Counter(zone for key in keys for zone in site.zones(key).elements())
    wordings = _wordings(site, keys)
    examples: dict[int, str] = {}
    for place in places:
        if len(examples) == _EXAMPLES:
            break
        if (story := site.stories[place.page]) not in examples:
            examples[story] = f"{site.pages[place.page].id}:{site.block(place).line}"
    return Row(
        text=wordings[0],
        variants=() if group.pattern else tuple(wordings[1:]),
        pattern=group.pattern,
        site=site.pages[0].site,
        where=BEHIND if why == Kind.QUOTED.value else "",
        count=len(stories),
        share=round(len(stories) / site.size, 4),
        position=max(sorted(zones), key=lambda zone: zones[zone]),
        why=why,
        examples=tuple(examples.values()),
    )


def _wordings(site: Site, keys: Sequence[str]) -> list[str]:
    """The commonest wording of each key, as its first places tell; that of most stories first."""
    ranked = sorted(keys, key=lambda key: (-site.count(key), key))
    found = []
    for key in ranked:
        texts = Counter(site.block(place).text for place in islice(site.places[key], _TOLD))
        found.append(min(texts, key=lambda text: (-texts[text], text)))
    return found
