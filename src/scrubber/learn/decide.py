"""A site in; which of its blocks are furniture, and what speaks for each, out."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from scrubber.blocks.forms import Form, form_of
from scrubber.blocks.shape import count_units
from scrubber.learn.bios import take_bios
from scrubber.learn.forms import is_call, is_prose, is_roll, is_worded
from scrubber.learn.habits import (
    take_behind,
    take_between,
    take_kinds,
    take_signed,
    take_teasers,
)
from scrubber.learn.kinds import is_date, without_numbers
from scrubber.learn.labelled import are_facts, is_fact, is_voice
from scrubber.learn.near import ASKS, heads_text, touches
from scrubber.learn.own import is_headline, is_listed, is_own
from scrubber.learn.quoted import take_quoted
from scrubber.learn.site import BODY, END, ENOUGH, SHORT
from scrubber.learn.slots import take_bylines, take_linked, take_numbered, take_worded

if TYPE_CHECKING:
    from scrubber.learn.pages import Seen
    from scrubber.learn.site import Site

RECURS = "recurs"
_BY_CHANCE = 0.005
"""Share of stories that may have the same line without anybody's intent."""
_OTHERS, _OTHERS_SHARE = 3, 0.1
"""Stories that begin otherwise, by which a line that begins most is a column's all the same."""
_TOLD = 100
"""Places that tell what stands below a block."""


def furniture_of(site: Site) -> dict[str, str]:
    """The keys of blocks that are furniture, each with what speaks for it."""
    found: dict[str, str] = {}
    _take_recurring(site, found)
    site.tell_stories([key for key in found if site.count(key) > ENOUGH])
    found = {}
    _take_recurring(site, found)
    take_kinds(site, found)
    take_bios(site, found)
    site.set_aside(found)
    take_signed(site, found)
    take_linked(site, found)
    take_bylines(site, found)
    take_numbered(site, found)
    take_worded(site, found)
    take_teasers(site, found)
    take_between(site, found)
    site.set_aside(found)
    _take_recurring(site, found)
    take_behind(site, found)
    take_quoted(site, found)
    return found


def _take_recurring(site: Site, found: dict[str, str]) -> None:
    keys = [key for key in sorted(site.counts) if key not in found and _may_be(site, key)]
    found.update((key, RECURS) for key in keys if _stands_alone(site, key))
    left = [key for key in keys if key not in found and not heads_text(site, key)]
    found.update((key, RECURS) for key in left if touches(site, site.places[key], found))


def _may_be(site: Site, key: str) -> bool:
    """Whether a recurring block can be furniture by its form and by where else it stands."""
    block = site.first(key)
    if block.is_fixed:
        return False
    if site.counts[key] < _BY_CHANCE * site.size and _is_by_chance(site, key):
        return False
    if is_roll(block.text) or _is_label(site, key) or _is_column(site, key):
        return False
    if is_voice(site, key) and not is_call(block.text):
        return False
    return not are_facts(site, list(islice(site.places[key], _TOLD))) and not is_own(site, key)


def _is_by_chance(site: Site, key: str) -> bool:
    """Whether few stories of many may have a block without anybody's intent.

    So may they short lines, figures, and titles: of a template, or of a story told anew.
    """
    if count_units(key) < SHORT:
        return True
    if is_prose(site.first(key).text):
        return False
    return any(map(str.isdigit, key)) or all(not place.at for place in site.places[key])


def _is_label(site: Site, key: str) -> bool:
    """Whether a line mostly stands above figures or facts, as its first places tell.

    Dates are no figures, nor is one line that differs in its number alone.
    """
    places = list(islice(site.places[key], _TOLD))
    if 2 * sum(is_fact(site, place._replace(at=place.at + 1)) for place in places) > len(places):
        return True
    below = [block for place in places if (block := site.near(place, 1)) and _is_figures(block)]
    if len({without_numbers(block.key) for block in below}) == 1 < len(below):
        rows = sum(_is_figures(block) for place in places if (block := site.near(place, 2)))
        return 2 * rows > len(below)
    return 2 * len(below) > len(places)


def _is_figures(block: Seen) -> bool:
    return form_of(block.text) is Form.FIGURES and not is_date(block.text)


def _is_column(site: Site, key: str) -> bool:
    """Whether a line begins some articles and stands nowhere else, as the title of a column does.

    What nearly all begin with is the site's; so is, where few articles tell, what most begin with.
    """
    text, count = site.first(key).text, site.counts[key]
    others = max(_OTHERS, _OTHERS_SHARE * site.size)
    if 2 * count > site.size and site.size - count < others:
        return False
    if text[0].islower() or is_prose(text) or is_call(text):
        return False
    return all(is_headline(site, place) for place in site.places[key])


def _stands_alone(site: Site, key: str) -> bool:
    """Whether recurrence alone tells.

    Within the text it tells neither of a short line nor of a paragraph that two articles share.
    """
    within, text = site.zones(key)[BODY], site.first(key).text
    if text.endswith(ASKS) and heads_text(site, key):
        within = site.counts[key]  # the first heading stands above all text
    elif count_units(key) < SHORT:
        within += len(site.stories_with(p for p in site.places[key] if is_listed(site, p)))
    if not is_worded(key):
        return 2 * within <= site.counts[key] and site.zones(key)[END] >= ENOUGH
    if 2 * within < site.counts[key] or is_call(text):
        return True
    if site.is_repeated(key) and not heads_text(site, key):
        return True
    if is_prose(text):
        return within > ENOUGH and site.counts[key] >= _BY_CHANCE * site.size
    if text[0].islower():  # no heading begins so
        return True
    return count_units(text) >= SHORT and not text.endswith(ASKS)
