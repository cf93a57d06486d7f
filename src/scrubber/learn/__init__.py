"""What a site repeats: its articles in, a profile of blocks that recur out; no I/O."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from scrubber.learn.profile import Profile, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scrubber.learn.pages import Page

__all__ = ["recurring", "rows_in"]


def recurring(articles: Iterable[tuple[str, str, str]]) -> Profile:
    """The furniture of some articles, each a site, an id and a text.

    The result depends on the set of articles alone, not on their order.
    """
    from scrubber.learn.pages import page_of_text

    by_site: dict[str, list[Page]] = defaultdict(list)
    for article in articles:
        page = page_of_text(*article)
        by_site[page.site].append(page)
    return Profile(rows_in(sorted(by_site[site]) for site in sorted(by_site)))


def rows_in(sites: Iterable[Sequence[Page]]) -> list[Row]:
    """The rows of a profile of the articles of some sites, by site, those that recur most first.

    The articles of a site come in an order that depends on these alone. They are read often; what
    is held of them is little, so that they may lie in a file.
    """
    from dataclasses import replace

    from scrubber.learn.decide import furniture_of
    from scrubber.learn.rows import rows_of
    from scrubber.learn.site import Site
    from scrubber.learn.variants import groups_of

    rows: list[Row] = []
    for pages in sites:
        site = Site(pages)
        found = furniture_of(site)
        groups = groups_of(site, found)
        rows += sorted(rows_of(site, found, groups), key=lambda row: (-row.count, row.text))
    on_sites = Counter(row.text for row in rows)
    return [
        replace(row, sites=on_sites[row.text], number=number) for number, row in enumerate(rows, 1)
    ]
