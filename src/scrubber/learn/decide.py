"""A site in; which of its blocks are furniture, and what speaks for each, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.blocks.forms import Form, form_of
from scrubber.blocks.shape import count_units
from scrubber.learn.forms import is_prose, is_roll, is_worded
from scrubber.learn.habits import take_behind, take_between, take_bios, take_kinds, take_teasers
from scrubber.learn.kinds import is_date
from scrubber.learn.site import BODY, END, ENOUGH, SHORT, START

if TYPE_CHECKING:
    from scrubber.learn.site import Place, Site

RECURS = "recurs"
_BY_CHANCE = 0.005
"""Share of stories that may have the same short line without anybody's intent."""


def furniture_of(site: Site) -> dict[str, str]:
    """The keys of blocks that are furniture, each with what speaks for it."""
    found: dict[str, str] = {}
    _take_recurring(site, found)
    take_kinds(site, found)
    take_bios(site, found)
    site.set_aside(found)
    take_teasers(site, found)
    take_between(site, found)
    site.set_aside(found)
    _take_recurring(site, found)
    take_behind(site, found)
    return found


def _take_recurring(site: Site, found: dict[str, str]) -> None:
    keys = [key for key in sorted(site.counts) if site.counts[key] >= ENOUGH and key not in found]
    keys = [key for key in keys if _may_be(site, key)]
    found.update((key, RECURS) for key in keys if _stands_alone(site, key))
    left = [key for key in keys if key not in found]
    found.update((key, RECURS) for key in left if _touches(site, key, found))


def _may_be(site: Site, key: str) -> bool:
    """Whether a recurring block can be furniture by its form and by where else it stands."""
    block = site.first(key)
    if block.is_fixed:
        return False
    if count_units(key) < SHORT and site.counts[key] < _BY_CHANCE * site.size:
        return False
    if is_roll(block.text) or _is_label(site, key):
        return False
    return not (_is_title(site, key) or _is_teaser(site, key))


def _is_label(site: Site, key: str) -> bool:
    """Whether a line mostly stands above figures: the head of a table."""
    places = site.places[key]
    below = [block for place in places if (block := site.near(place, 1)) is not None]
    figures = [block for block in below if form_of(block.text) is Form.FIGURES]
    return 2 * sum(not is_date(block.text) for block in figures) > len(places)


def _is_title(site: Site, key: str) -> bool:
    """Whether one story begins with the block and others have it elsewhere: they link to it."""
    places = site.places[key]
    return len(site.stories_with(place for place in places if not place.at)) == 1


def _is_teaser(site: Site, key: str) -> bool:
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


def _stands_alone(site: Site, key: str) -> bool:
    """Whether recurrence alone tells.

    Within the text it tells neither of a short line nor of a paragraph that two articles share.
    """
    within, text = site.zones(key)[BODY], site.first(key).text
    if not is_worded(key):
        return 2 * within <= site.counts[key] and site.zones(key)[END] >= ENOUGH
    if 2 * within < site.counts[key] or site.is_repeated(key):
        return True
    if is_prose(text):
        return within > ENOUGH
    if text[0].islower():  # no heading begins so
        return True
    return count_units(text) >= SHORT and not text.endswith(("?", ":", "？", "："))


def _touches(site: Site, key: str, found: dict[str, str]) -> bool:
    """Whether a block stands right beside furniture in two stories or more, and in most."""
    beside = [place for place in site.places[key] if _is_beside(site, place, found)]
    near = len(site.stories_with(beside))
    return near >= ENOUGH and 2 * near > site.counts[key]


def _is_beside(site: Site, place: Place, found: dict[str, str]) -> bool:
    around = (site.near(place, -1), site.near(place, 1))
    return any(block is not None and block.key in found for block in around)
