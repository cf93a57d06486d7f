"""A site, its furniture and a block of it in; whether it stands beside furniture out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.learn.site import ENOUGH

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from scrubber.learn.places import Place
    from scrubber.learn.site import Site


def touches(site: Site, places: Iterable[Place], found: Collection[str]) -> bool:
    """Whether a block stands right beside furniture in two stories or more, and in most."""
    places = list(places)
    near = len(site.stories_with(place for place in places if is_beside(site, place, found)))
    return near >= ENOUGH and 2 * near > len(site.stories_with(places))


def is_beside(site: Site, place: Place, found: Collection[str]) -> bool:
    """Whether the block above or below ``place`` is furniture."""
    around = (site.near(place, -1), site.near(place, 1))
    return any(block is not None and block.key in found for block in around)


def may_be_title(site: Site, place: Place, found: Collection[str]) -> bool:
    """Whether nothing but furniture stands above a block, and the text of its article below."""
    above = site.pages[place.page].blocks[: place.at]
    return site.has_text_behind(*place) and all(block.key in found for block in above)
