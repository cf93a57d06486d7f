"""Furniture that differs from page to page: a site and its furniture in, that with more of it out.

One block of such a kind proves nothing; it is taken where two stories or more show the habit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from scrubber.blocks.shape import count_units, ends_sentence
from scrubber.learn.forms import is_paragraph, is_prose, is_roll, is_worded, link_label
from scrubber.learn.kinds import Kind, credits_of, kind_of, signature_of
from scrubber.learn.labelled import is_fact
from scrubber.learn.near import heading_entries, is_beside, may_be_title
from scrubber.learn.own import is_own
from scrubber.learn.places import Place
from scrubber.learn.site import BODY, ENOUGH, SHORT, START
from scrubber.learn.slots import LONGEST
from scrubber.learn.taking import take

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrubber.learn.site import Site

_SURE_LABEL = range(2, 5)
"""Words of a label that leads to another article and may be of nothing else."""
_DEEP = 3
"""Pieces of furniture behind the text, from which on no paragraph of it follows."""
_BETWEEN = 2
"""Blocks that may stand between two pieces of furniture."""


def take_kinds(site: Site, found: dict[str, str]) -> None:
    """Take dates alone on their line, lines in capitals within the text, and captions."""
    kinds: dict[Kind, list[str]] = defaultdict(list)
    for place, block in site.blocks():
        kind = None if block.is_fixed else kind_of(block.text)
        if kind is None:
            continue
        key = site.note(place)
        if kind is Kind.CAPITALS and (site.zones(key)[START] or _is_shouted(site, place)):
            continue
        kinds[kind].append(key)
    dates = [place for key in kinds[Kind.DATE] for place in site.places[key]]
    entries = {site.block(place).key for place in heading_entries(site, dates)}
    kinds[Kind.DATE] = [key for key in kinds[Kind.DATE] if key not in entries]
    kinds[Kind.CREDIT] = _with_shared_credits(site, kinds[Kind.CREDIT])
    for kind, keys in kinds.items():
        several = sum(len(site.places[key]) for key in keys) > 1
        take(site, found, kind, keys, least=1 if kind is Kind.CREDIT and several else ENOUGH)
    sure = (key for key in kinds[Kind.LINK] if _is_sure_link(site, key))
    take(site, found, Kind.LINK, sure, least=1)


def _is_sure_link(site: Site, key: str) -> bool:
    """Whether a line that leads elsewhere needs no second: it parts paragraphs, and says so.

    A label of one word may be of a list.
    """
    if count_units(link_label(site.first(key).text)) not in _SURE_LABEL:
        return False
    around = (site.near(place, step) for place in site.places[key] for step in (-1, 1))
    return all(block is not None and is_paragraph(block.text) for block in around)


def take_signed(site: Site, found: dict[str, str]) -> None:
    """Take what ends with the same names in brackets, more than once in an article as captions do.

    All of them must stand beside furniture within the text. An agency signs an article once.
    """
    signed: dict[str, set[Place]] = defaultdict(set)
    for place, block in site.blocks():
        if block.key not in found and not block.is_fixed and (names := signature_of(block.text)):
            signed[names].update(site.places[site.note(place)])
    for _, places in sorted(signed.items()):
        if len(places) >= ENOUGH * len(site.stories_with(places)) and all(
            is_beside(site, place, found) and site.has_text_behind(*place) for place in places
        ):
            take(site, found, Kind.CREDIT, (site.block(place).key for place in places), least=1)


def _is_shouted(site: Site, place: Place) -> bool:
    """Whether what stands beside a line in capitals is in capitals, too."""
    around = (site.near(place, step) for step in (-1, 1))
    return any(block is not None and block.text.isupper() for block in around)


def _with_shared_credits(site: Site, keys: list[str]) -> list[str]:
    """The captions whose credit names what another one's names: an agency, a label."""
    names = {key: credits_of(site.first(key).text) for key in keys}
    counts = Counter(name for some in names.values() for name in some)
    return [key for key in keys if not names[key] or any(counts[n] > 1 for n in names[key])]


def take_teasers(site: Site, found: dict[str, str]) -> None:
    """Take what stands right above a date within the text, and the line above that.

    Most such lines must be furniture by themselves, or stand above several teasers.
    """
    keys: list[str] = []
    labels: list[str] = []
    for key, why in sorted(found.items()):
        if why == Kind.DATE.value:
            for place in site.places[key]:
                above, below = site.near(place, -1), site.near(place, 1)
                if above is None or above.is_fixed or count_units(above.key) > LONGEST:
                    continue
                if below is not None and found.get(below.key) == why:
                    continue
                if site.zone(place) == BODY and above.key not in site.counts:
                    keys.append(site.note(place._replace(at=place.at - 1)))
                    if place.at > 1:
                        labels.append(site.note(place._replace(at=place.at - 2)))
    take(site, found, Kind.TEASER, keys)
    times = Counter(labels)
    if 2 * sum(label in found or times[label] > 1 for label in labels) > len(labels):
        lines = (key for key in labels if count_units(key) < SHORT and not site.first(key).is_fixed)
        take(site, found, Kind.LABEL, (key for key in lines if not ends_sentence(key)), least=0)


def take_between(site: Site, found: dict[str, str]) -> None:
    """Take up to two blocks that stand between the same two pieces of furniture.

    They must stand so wherever the two follow each other, in two stories or more; for a paragraph
    these must be most of those with either.
    """
    runs: dict[tuple[str, str], list[list[str]]] = defaultdict(list)
    barred: set[tuple[str, str]] = set()
    for number, page in enumerate(site.pages):
        blocks = page.blocks
        marks = [at for at, block in enumerate(blocks) if block.key in found]
        for left, right in pairwise(marks):
            ends = _mark(found, blocks[left].key), _mark(found, blocks[right].key)
            inside = range(left + 1, right)
            if not inside or not all(end in site.counts or end not in found for end in ends):
                continue  # such ends stand in one story alone
            around = site.has_text_before(number, left), site.has_text_behind(number, right)
            may_be = all(
                _is_strange(site, number, at, may_be_prose=all(around))
                and blocks[at].key not in site.counts
                and not may_be_title(site, Place(number, at), found, SHORT)
                for at in inside
            )
            if len(inside) > _BETWEEN or not may_be:
                barred.add(ends)
            elif any(around):
                runs[ends].append([site.note(Place(number, at)) for at in inside])
    for ends, between in sorted(runs.items()):
        counts = [site.count(key) for key in ends if key in site.places]
        keys = [key for keys in between for key in keys]
        is_rare = any(map(is_paragraph, keys)) and 2 * len(between) <= max(counts, default=0)
        is_list = ends[0] == ends[1] or any(
            site.is_repeated(key) for key in ends if key in site.places
        )
        if not is_list and not is_rare and ends not in barred:
            take(site, found, Kind.BETWEEN, keys)


def _mark(found: Mapping[str, str], key: str) -> str:
    """What a block is known by: itself, or its kind where others stand in its place."""
    return Kind.WORDED.value if found[key] == Kind.WORDED.value else key


def _is_strange(site: Site, page: int, at: int, *, may_be_prose: bool) -> bool:
    """Whether a block may be furniture by its place alone: it does not speak of the article.

    No ornament is, nor a row of a table; prose only where the text goes on behind it, as the last
    paragraph of an article often stands between a plug and a bio.
    """
    block = site.pages[page].blocks[at]
    if block.is_fixed or not is_worded(block.key) or is_roll(block.text):
        return False
    if is_fact(site, Place(page, at)):
        return False
    if not ends_sentence(block.text):
        return count_units(block.key) <= LONGEST
    if not may_be_prose or count_units(block.key) > LONGEST:
        return False
    return not site.speaks_of_text(page, at)


def take_behind(site: Site, found: dict[str, str]) -> None:
    """Take the lines that stand among furniture behind the text, and teasers deep in it."""
    keys = []
    for number, page in enumerate(site.pages):
        start = _tail(site, number, found)
        if not site.has_text_before(number, start):
            continue
        depth = 0
        for at in range(start, len(page.blocks)):
            key = page.blocks[at].key
            if key in found:
                depth += 1
            elif not is_own(site, key) and _is_strange(
                site, number, at, may_be_prose=depth >= _DEEP
            ):
                keys.append(site.note(Place(number, at)))
    take(site, found, Kind.BEHIND, keys, least=0)


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
        elif count_units(key) > LONGEST or (is_prose(blocks[at].text) and run):
            break
        else:
            run += is_prose(blocks[at].text)
    return start
