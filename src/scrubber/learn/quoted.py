"""A site and its furniture in; what of its articles others quote behind their text, taken, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.blocks.shape import count_units
from scrubber.learn.forms import is_paragraph, is_roll
from scrubber.learn.kinds import Kind
from scrubber.learn.near import is_beside
from scrubber.learn.own import is_own
from scrubber.learn.places import Place
from scrubber.learn.site import END, ENOUGH
from scrubber.learn.slots import LONGEST

if TYPE_CHECKING:
    from collections.abc import Collection

    from scrubber.learn.site import Site


def take_quoted(site: Site, found: dict[str, str]) -> None:
    """Take titles and teasers of articles, for where others have them behind their text."""
    for key in sorted(site.counts.keys() - found.keys()):
        block = site.first(key)
        if block.is_fixed or is_roll(block.text) or count_units(key) > LONGEST:
            continue
        if is_own(site, key):
            behind = [place for place in site.places[key] if site.zone(place) == END]
            homes = {place.page for place in site.places[key]} - {place.page for place in behind}
            quoted = [place for place in behind if _is_quoted(site, place, found)]
            if any(_is_copy(site, place.page, home, found) for place in quoted for home in homes):
                continue
            if 2 * len(site.stories_with(quoted)) > len(site.stories_with(behind)):
                found[key] = Kind.QUOTED.value


def _is_quoted(site: Site, place: Place, found: Collection[str]) -> bool:
    """Whether furniture parts a block from the text of the article, and it does not belong there.

    It takes up no words of the text, or several have it beside furniture.
    """
    if not any(block.key in found for block in site.behind_text(place)):
        return False
    if not site.speaks_of_text(*place):
        return True
    places = site.places[site.block(place).key]
    beside = (other for other in places if is_beside(site, other, found))
    return len(site.stories_with(beside)) >= ENOUGH


def _is_copy(site: Site, page: int, home: int, found: Collection[str]) -> bool:
    """Whether a page has several paragraphs of an article, so that it does not quote it."""
    keys = {block.key for block in site.pages[page].blocks}
    told = {
        block.key
        for at, block in enumerate(site.pages[home].blocks)
        if block.key in keys and block.key not in found and is_paragraph(block.text)
        and site.zone(Place(home, at)) != END
    }  # fmt: skip
    return len(told) >= ENOUGH
