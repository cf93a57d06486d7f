"""A site, its furniture and a block of it in; whether it stands beside furniture or text out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from scrubber.blocks.shape import count_units, ends_sentence
from scrubber.learn.forms import is_prose
from scrubber.learn.site import ENOUGH

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from scrubber.learn.places import Place
    from scrubber.learn.site import Site

_ENTRIES = 3
"""Lines of one kind above text that make an article of entries."""
ASKS = ("?", ":", "？", "：")
"""How headings end, if they have a mark at their end."""


def touches(site: Site, places: Iterable[Place], found: Collection[str]) -> bool:
    """Whether a block stands right beside furniture in two stories or more, and mostly does."""
    places = list(places)
    near = [place for place in places if is_beside(site, place, found)]
    stories = len(site.stories_with(near))
    most = 2 * stories > len(site.stories_with(places)) and 2 * len(near) >= len(places)
    return stories >= ENOUGH and most


def is_beside(site: Site, place: Place, found: Collection[str]) -> bool:
    """Whether the block above or below ``place`` is furniture."""
    around = (site.near(place, -1), site.near(place, 1))
    return any(block is not None and block.key in found for block in around)


def heads_text(site: Site, key: str) -> bool:
    """Whether a line that recurs, no sentence, mostly stands right above its article's text."""
    text = site.first(key).text
    is_sentence = is_prose(text) or (ends_sentence(text) and not text.endswith(ASKS))
    if is_sentence or key not in site.counts:
        return False
    below = (place._replace(at=place.at + 1) for place in site.places[key])
    texts = [place for place in below if site.is_text(place)]
    return 2 * len(site.stories_with(texts)) > site.counts[key]


def may_be_title(site: Site, place: Place, found: Collection[str], short: int = 0) -> bool:
    """Whether nothing but furniture, or ``short`` lines, stands above a block, and text below."""
    above = site.pages[place.page].blocks[: place.at]
    return site.has_text_behind(*place) and all(
        block.key in found or count_units(block.key) < short for block in above
    )


def heading_entries(site: Site, places: Iterable[Place]) -> set[Place]:
    """Those of ``places`` that head the text, several in an article: dates of a diary, hours.

    Dates stand below teasers, too, but these between paragraphs of the text.
    """
    heads: dict[int, list[Place]] = defaultdict(list)
    for place in sorted(places):
        if site.is_text(place._replace(at=place.at + 1)):
            heads[place.page].append(place)
    return {
        place
        for some in heads.values()
        if len(some) >= _ENTRIES and site.texts_above(some[0]) <= 1
        for place in some
    }
