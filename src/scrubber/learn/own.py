"""A site and a block of it in; whether the block is one article's own, which others quote, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.blocks.shape import count_units
from scrubber.learn.forms import is_prose, is_roll
from scrubber.learn.kinds import is_known
from scrubber.learn.site import BODY, ENOUGH, SHORT, START

if TYPE_CHECKING:
    from scrubber.learn.places import Place
    from scrubber.learn.site import Site

_TOP_LINES = 3
"""Lines above the text that may be a title and what goes with it."""


def is_own(site: Site, key: str) -> bool:
    """Whether a block is the title or the text of one story, although others have it, too."""
    return key in site.counts and (is_title(site, key) or is_teaser(site, key))


def is_title(site: Site, key: str) -> bool:
    """Whether one story begins with the block and others have it elsewhere: they link to it.

    Lines of the site may stand above it, as long as no other story has it above its text.
    """
    places = site.places[key]
    if len(site.stories_with(place for place in places if not place.at)) == 1:
        return True
    before = [place for place in places if site.zone(place) == START]
    return len(site.stories_with(before)) == 1 and is_headline(site, before[0], SHORT)


def is_headline(site: Site, place: Place, short: int = 0) -> bool:
    """Whether only lines that open several articles stand above a block, or ``short`` ones."""
    if site.zone(place) != START:
        return not place.at
    return all(
        count_units(block.key) < short
        or (block.key in site.counts and site.zones(block.key)[START] >= ENOUGH)
        for block in site.pages[place.page].blocks[: place.at]
    )


def is_listed(site: Site, place: Place) -> bool:
    """Whether a line above the text stands among lines that only its article has.

    Several must stand above it, as in a recipe, where a title and what goes with it is no list.
    """
    if site.zone(place) != START:
        return False
    blocks = site.pages[place.page].blocks[: place.at + 2]
    lines = [
        at for at, block in enumerate(blocks)
        if (block.key not in site.counts or is_roll(block.text)) and not is_known(block.text)
    ]  # fmt: skip
    return len(lines) - 1 > _TOP_LINES and {place.at - 1, place.at + 1}.issubset(lines[-2:])


def is_teaser(site: Site, key: str) -> bool:
    """Whether the block is text of one story, which others quote beside theirs."""
    zones = site.zones(key)
    home = BODY if zones[BODY] else START
    if zones[home] != 1 or zones.total() == 1 or not is_prose(site.first(key).text):
        return False
    place = next(place for place in site.places[key] if site.zone(place) == home)
    if home == BODY and not site.speaks_of_text(*place) and site.has_text_before(*place):
        return False
    return not _goes_on_alike(site, key, place)


def _goes_on_alike(site: Site, key: str, home: Place) -> bool:
    """Whether the same block stands below that of one story and below those of several others."""
    below = site.near(home, 1)
    if below is None:
        return False
    places = [(place, site.near(place, 1)) for place in site.places[key]]
    alike = [place for place, block in places if block is not None and block.key == below.key]
    return len(site.stories_with(alike)) > ENOUGH
