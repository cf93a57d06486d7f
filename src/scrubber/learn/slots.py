"""Lines that have their place on a site and other words in it on each page: more furniture out.

One line proves nothing: two stories or more must have its like at a place of the same kind.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from scrubber.blocks.forms import Form, form_of
from scrubber.blocks.shape import count_units, ends_sentence
from scrubber.learn.forms import heads_links, is_call, is_roll
from scrubber.learn.kinds import (
    Kind,
    is_abbreviated,
    is_byline,
    is_date,
    is_name,
    numbers_of,
    without_numbers,
)
from scrubber.learn.labelled import are_facts
from scrubber.learn.near import heading_entries, heads_text, is_beside, may_be_title, touches
from scrubber.learn.own import is_own
from scrubber.learn.places import Place
from scrubber.learn.site import BODY, END, ENOUGH, START
from scrubber.learn.taking import take

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from scrubber.learn.pages import Seen
    from scrubber.learn.site import Site

_LONGEST_LINE, _LONGEST_TITLE = 14, 30
"""Words of a line that is no sentence, and of the title of another article."""
LONGEST = 50
"""Words of a paragraph that may be a plug or a teaser by its place."""
_LONGEST_COUNT = 7
"""Words of a line above the text that counts something."""
_OPENING = 2
"""Words that lines at one place have in common at their beginning."""
_OPENING_LETTERS = 6
_DIGITS = 3
"""Of the number of a picture."""
_REACH = 3
"""Blocks between a line and the furniture that its place is measured from."""


def take_linked(site: Site, found: dict[str, str]) -> None:
    """Take the line below a heading over links, within the text."""
    keys: list[str] = []
    for key in sorted(found.keys() & site.counts.keys()):
        if heads_links(site.first(key).text):
            for place in site.places[key]:
                below = Place(place.page, place.at + 1)
                if site.has_text_before(*below) and site.has_text_behind(*below):
                    keys += (
                        [site.note(below)] if _is_line(site.block(below), _LONGEST_TITLE) else []
                    )
    take(site, found, Kind.LINK, (key for key in keys if not is_own(site, key)))


def take_bylines(site: Site, found: dict[str, str]) -> None:
    """Take lines that name who wrote the article, outside the text or beside furniture.

    So do names alone below the title, where most articles with a date there have one right above.
    """
    keys, names = [], []
    for place, block in site.blocks():
        if block.is_fixed:
            continue
        if is_byline(block.text):
            if block.key in found or site.zone(place) != BODY or is_beside(site, place, found):
                keys.append(site.note(place))
        elif is_name(block.text) and _is_below_title(site, place, found):
            names.append(site.note(place))
    take(site, found, Kind.BYLINE, keys)
    dates = [
        place for key, why in found.items() if why == Kind.DATE.value for place in site.places[key]
    ]
    dated = site.stories_with(place for place in dates if site.zone(place) == START)
    take(site, found, Kind.BYLINE, names, least=max(ENOUGH, len(dated) // 2 + 1))


def _is_below_title(site: Site, place: Place, found: Mapping[str, str]) -> bool:
    """Whether a line stands above a date, and below a line that only its article has."""
    below = site.near(place, 1)
    if below is None or found.get(below.key) != Kind.DATE.value or site.zone(place) != START:
        return False
    above = site.pages[place.page].blocks[: place.at]
    own = (key for key in (block.key for block in above) if key not in found)
    return any(key not in site.counts or is_own(site, key) for key in own)


def take_numbered(site: Site, found: dict[str, str]) -> None:
    """Take lines that are alike but for their numbers: ``3 of 12``, ``5 minutes to read``.

    They must stand beside furniture, or most stories must have one; above the text these must in
    any case, as a template makes titles, too. What may be a result must stand behind the text.
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for place, block in site.blocks():
        if block.key in found or is_date(block.text) or not numbers_of(block.key):
            continue
        if _is_line(block, results=True):
            alike[without_numbers(block.key)].append(site.note(place))
    for _, keys in sorted(alike.items()):
        take(site, found, Kind.NUMBERED, _counters(site, keys, found), least=1)
        least = _least(site, keys, found)
        if len(keys) > 1 and least:
            take(site, found, Kind.NUMBERED, keys, least=least)


def _least(site: Site, keys: Sequence[str], found: Collection[str]) -> int:
    """How many stories must have lines that differ in their numbers; 0: none is enough."""
    places = [place for key in keys for place in site.places[key]]
    if any(may_be_title(site, place, found) for place in places):
        return 0
    if heading_entries(site, places) or are_facts(site, places):
        return 0
    zones = {site.zone(place) for place in places}
    if START in zones and count_units(keys[0]) > _LONGEST_COUNT:
        return 0
    is_near, is_result = touches(site, places, found), not _is_line(site.first(keys[0]))
    if (is_result and zones != {END}) or (not is_near and (is_result or BODY in zones)):
        return 0
    return ENOUGH if is_near and not is_result and START not in zones else site.size // 2 + 1


def _counters(site: Site, keys: Iterable[str], found: Collection[str]) -> Iterator[str]:
    """Lines that count the pictures of a page: ``1 of 3`` to ``3 of 3``, none right below text."""
    counted: dict[tuple[int, str], dict[int, str]] = defaultdict(dict)
    for key in keys:
        numbers = numbers_of(key)
        if len(numbers) != 2 or max(map(len, numbers)) > _DIGITS:
            continue
        for place in site.places[key]:
            above = place._replace(at=place.at - 1)
            if is_beside(site, place, found) and not (place.at and site.is_text(above)):
                counted[place.page, numbers[1]][int(numbers[0])] = key
    for (_, last), by_number in sorted(counted.items()):
        if ENOUGH <= len(by_number) == max(by_number) and str(len(by_number)) == last:
            yield from by_number.values()


def take_worded(site: Site, found: dict[str, str]) -> None:
    """Take lines within the text whose first words most stories have at that place.

    The place is measured from furniture nearby. What ends the text may be a credit of its own.
    """
    for mark in sorted(found.keys() & site.counts.keys()):
        alike: dict[tuple[int, str], list[Place]] = defaultdict(list)
        for place in site.places[mark]:
            for there in _around(site, place):
                alike[there.at - place.at, _opening(site.block(there).key)].append(there)
        for (_, opening), places in sorted(alike.items()):
            if opening and 2 * len(site.stories_with(places)) > site.counts[mark]:
                keys = {site.note(place) for place in places}
                bars = (is_own, heads_text)
                keys = {key for key in keys if not any(bar(site, key) for bar in bars)}
                take(site, found, Kind.WORDED, keys)


def _around(site: Site, mark: Place) -> Iterator[Place]:
    """The lines near a block, within the text, that together with what lies between are no text."""
    for steps in (range(-1, -_REACH - 1, -1), range(1, _REACH + 1)):
        for step in steps:
            place = Place(mark.page, mark.at + step)
            if not site.has_text_before(*place) or not site.has_text_behind(*place):
                break
            block = site.block(place)
            is_apart = is_call(block.text) or not site.speaks_of_text(*place)
            if count_units(block.key) > LONGEST or not is_apart:
                break
            if _is_line(block):
                yield place


def _opening(key: str) -> str:
    words = key.split(" ", _OPENING)
    opening = " ".join(words[:_OPENING])
    return opening if len(words) > _OPENING and len(opening) >= _OPENING_LETTERS else ""


def _is_line(block: Seen, longest: int = _LONGEST_LINE, *, results: bool = False) -> bool:
    """Whether a block is a line with words, no sentence, and no row of a table.

    Figures and a capital may be a result, as ``Lune 2`` and ``Comments (2)``.
    """
    if block.is_fixed or count_units(block.key) > longest:
        return False
    if not any(map(str.isalpha, block.key)):
        return False
    if ends_sentence(block.text) and not is_abbreviated(block.text):
        return False
    if form_of(block.text) is Form.FIGURES:
        return results or not any(map(str.isupper, block.text))
    return not is_roll(block.text)
