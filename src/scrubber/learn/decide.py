"""A site in; which of its blocks are furniture, and what speaks for each, out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from scrubber.blocks.forms import Form, form_of
from scrubber.blocks.shape import count_units
from scrubber.learn.kinds import Kind, kind_of
from scrubber.learn.site import BODY, END, START, Place, is_prose, is_worded
from scrubber.order.bio import is_bio

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrubber.learn.site import Site

RECURS = "recurs"
_NAMES = 0.6
_FEWEST_NAMES = 6
_SHORT = 6
"""Words below which a line may be a heading of many articles."""
_TEASER = 45
_ENOUGH = 2
"""Stories that make a habit of a site."""


def furniture_of(site: Site) -> dict[str, str]:
    """The keys of blocks that are furniture, each with what speaks for it."""
    found: dict[str, str] = {}
    _take_recurring(site, found)
    _take_kinds(site, found)
    _take_bios(site, found)
    site.set_aside(found)
    _take_teasers(site, found)
    _take_between(site, found)
    site.set_aside(found)
    _take_recurring(site, found)
    _take_behind(site, found)
    return found


def _take_recurring(site: Site, found: dict[str, str]) -> None:
    keys = [key for key in sorted(site.counts) if site.counts[key] >= _ENOUGH and key not in found]
    keys = [key for key in keys if _may_be(site, key)]
    found.update((key, RECURS) for key in keys if _stands_alone(site, key))
    left = [key for key in keys if key not in found]
    found.update((key, RECURS) for key in left if _touches(site, key, found))


def _may_be(site: Site, key: str) -> bool:
    """Whether a recurring block can be furniture by its form and by where else it stands."""
    block = site.first(key)
    if block.is_fixed:
        return False
    return not (_is_roll(block.text) or _is_title(site, key) or _is_teaser(site, key))


def _is_roll(text: str) -> bool:
    """Whether a block is a row of a table, a result or a list of names."""
    form = form_of(text)
    if form in (Form.FIGURES, Form.VERSE, Form.CODE):
        return True
    if form is Form.TABLE and ("\n" in text or "\t" in text):
        return True
    words = text.split()
    if text.count(",") + text.count(";") < _FEWEST_NAMES:
        return False
    return sum(word[:1].isupper() for word in words) >= _NAMES * len(words)


def _is_title(site: Site, key: str) -> bool:
    """Whether one story begins with the block and others have it elsewhere: they link to it."""
    places = site.places[key]
    return len(site.stories_with(place for place in places if not place.at)) == 1


def _is_teaser(site: Site, key: str) -> bool:
    """Whether the block is text of one story, which others quote beside theirs."""
    zones = site.zones(key)
    quoted = zones[END] + (zones[START] if zones[BODY] else 0)
    return (
        zones[BODY] + zones[START] - (quoted - zones[END]) == 1
        and quoted > 0
        and is_prose(site.first(key).text)
    )


def _stands_alone(site: Site, key: str) -> bool:
    """Whether recurrence alone tells.

    Within the text it tells neither of a short line nor of a paragraph that two articles share.
    """
    within, text = site.zones(key)[BODY], site.first(key).text
    if not is_worded(key):
        return 2 * within <= site.counts[key] and site.zones(key)[END] >= _ENOUGH
    if 2 * within < site.counts[key] or _is_repeated(site, key):
        return True
    if is_prose(text):
        return within > _ENOUGH
    if text[0].islower():  # no heading begins so
        return True
    return count_units(text) >= _SHORT and not text.endswith(("?", ":", "？", "："))


def _is_repeated(site: Site, key: str) -> bool:
    """Whether two stories or more have the block several times."""
    seen: set[int] = set()
    several = []
    for place in site.places[key]:
        if place.page in seen:
            several.append(place)
        seen.add(place.page)
    return len(site.stories_with(several)) >= _ENOUGH


def _touches(site: Site, key: str, found: dict[str, str]) -> bool:
    """Whether a block stands right beside furniture in two stories or more, and in most."""
    beside = [place for place in site.places[key] if _is_beside(site, place, found)]
    near = len(site.stories_with(beside))
    return near >= _ENOUGH and 2 * near > site.counts[key]


def _is_beside(site: Site, place: Place, found: dict[str, str]) -> bool:
    around = (site.near(place, -1), site.near(place, 1))
    return any(block is not None and block.key in found for block in around)


def _take(site: Site, found: dict[str, str], kind: Kind, keys: Iterable[str]) -> None:
    """Take blocks of one kind, if two stories or more have some."""
    keys = sorted(set(keys) - found.keys())
    places = [place for key in keys for place in site.places[key]]
    if len(site.stories_with(places)) >= _ENOUGH or (kind is Kind.CREDIT and len(places) > 1):
        found.update((key, kind.value) for key in keys)


def _take_kinds(site: Site, found: dict[str, str]) -> None:
    kinds: dict[Kind, list[str]] = {Kind.DATE: [], Kind.CAPITALS: [], Kind.CREDIT: []}
    for key in site.places:
        block = site.first(key)
        kind = None if block.is_fixed else kind_of(block.text)
        if kind is not None and not (kind is Kind.CAPITALS and site.zones(key)[START]):
            kinds[kind].append(key)
    for kind, keys in kinds.items():
        _take(site, found, kind, keys)


def _take_teasers(site: Site, found: dict[str, str]) -> None:
    """Take what stands right above a date within or behind the text."""
    keys = []
    for key, why in sorted(found.items()):
        if why == Kind.DATE.value:
            for place in site.places[key]:
                above, below = site.near(place, -1), site.near(place, 1)
                if above is None or above.is_fixed or count_units(above.key) > _TEASER:
                    continue
                if below is not None and found.get(below.key) == why:
                    continue
                if site.zone(place) == BODY and site.counts[above.key] == 1:
                    keys.append(above.key)
    _take(site, found, Kind.TEASER, keys)


def _take_bios(site: Site, found: dict[str, str]) -> None:
    """Take bios that end the text."""
    keys = []
    for page in site.pages:
        own = [block for block in page.blocks if block.key not in found and not block.is_fixed]
        keys += [block.key for block in own[-2:] if is_bio(block.text)]
    _take(site, found, Kind.BIO, keys)


def _take_between(site: Site, found: dict[str, str]) -> None:
    """Take up to two blocks that stand between the same two pieces of furniture in two stories."""
    runs: dict[tuple[str, str], list[tuple[int, list[str]]]] = {}
    for number, page in enumerate(site.pages):
        blocks = page.blocks
        marks = [at for at, block in enumerate(blocks) if block.key in found]
        for left, right in pairwise(marks):
            inside = blocks[left + 1 : right]
            if not inside or any(block.is_fixed or not is_worded(block.key) for block in inside):
                continue
            if blocks[left].key != blocks[right].key:
                keys = [block.key for block in blocks[left + 1 : right]]
                runs.setdefault((blocks[left].key, blocks[right].key), []).append((number, keys))
    for (left_key, right_key), between in sorted(runs.items()):
        if any(_is_repeated(site, key) for key in (left_key, right_key)):
            continue
        if all(len(keys) <= 2 for _, keys in between):
            inner = [key for _, keys in between for key in keys]
            if sum(count_units(key) for key in inner) <= 50 * len(between):
                _take(site, found, Kind.BETWEEN, inner)


def _take_behind(site: Site, found: dict[str, str]) -> None:
    """Take what stands among furniture behind the text: lines, and teasers one by one."""
    keys = []
    for number, page in enumerate(site.pages):
        start = _tail(site, number, found)
        blocks = page.blocks
        for at in range(start + 1, len(blocks)):
            block = blocks[at]
            if block.key in found or block.is_fixed:
                continue
            is_line = not is_prose(block.text)
            after = blocks[at + 1].key in found if at + 1 < len(blocks) else True
            if (is_line or (after and blocks[at - 1].key in found)) and count_units(
                block.key
            ) <= _TEASER:
                keys.append(block.key)
    found.update((key, Kind.BEHIND.value) for key in sorted(keys))


def _tail(site: Site, number: int, found: dict[str, str]) -> int:
    """Where the furniture behind the text of a page begins: a block that never stands within."""
    blocks = site.pages[number].blocks
    start = len(blocks)
    run = 0
    for at in range(len(blocks) - 1, -1, -1):
        key = blocks[at].key
        if key in found:
            run = 0
            if not site.zones(key)[BODY] + site.zones(key)[START]:
                start = at
        elif count_units(key) > _TEASER or (is_prose(blocks[at].text) and run):
            break
        else:
            run += is_prose(blocks[at].text)
    return start
