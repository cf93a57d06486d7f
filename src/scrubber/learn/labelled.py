"""A site and a block with a label in; whether it is a voice or a fact of its article, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.blocks.forms import label_of
from scrubber.blocks.shape import count_units, ends_sentence
from scrubber.learn.kinds import is_date

if TYPE_CHECKING:
    from collections.abc import Collection

    from scrubber.learn.places import Place
    from scrubber.learn.site import Site

_LONGEST_LABEL, _LONGEST_FACT = 4, 10
"""Words of the label of a fact, and of all of it."""


def is_voice(site: Site, key: str) -> bool:
    """Whether a block is what somebody says who says more in the same article, as in interviews."""
    label = label_of(site.first(key).text).casefold()
    if not label:
        return False
    speaking = [
        place for place in site.places[key]
        if any(
            block.key != key and block.text.casefold().startswith(label)
            for block in site.pages[place.page].blocks
        )
    ]  # fmt: skip
    return 2 * len(site.stories_with(speaking)) > site.count(key)


def are_facts(site: Site, places: Collection[Place]) -> bool:
    """Whether lines mostly are facts."""
    return 2 * sum(is_fact(site, place) for place in places) > len(places)


def is_fact(site: Site, place: Place) -> bool:
    """Whether a line such as ``Price: 49`` stands beside one with another label."""
    block = site.near(place, 0)
    label = _label_of_fact(block.text) if block else ""
    if not label:
        return False
    around = (site.near(place, -1), site.near(place, 1))
    return any(_label_of_fact(other.text) not in ("", label) for other in around if other)


def _label_of_fact(text: str) -> str:
    """What stands before the colon of a line, where a figure stands behind it that is no date."""
    label, colon, value = text.replace("：", ":").partition(":")
    if not colon or count_units(label) > _LONGEST_LABEL or count_units(text) > _LONGEST_FACT:
        return ""
    if any(map(str.isdigit, label)) or not any(map(str.isdigit, value)) or ends_sentence(text):
        return ""
    return "" if is_date(value) else label.strip().casefold()
