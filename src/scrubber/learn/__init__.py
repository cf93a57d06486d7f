"""What a site repeats: its articles in, a profile of blocks that recur out; no I/O."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrubber.learn.profile import Profile, Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrubber.learn.match import Matcher
    from scrubber.learn.spool import Spool

__all__ = ["matcher", "recurring", "rows_in"]


def recurring(articles: Iterable[tuple[str, str, str]]) -> Profile:
    """The furniture of some articles, each a site, an id and a text.

    The result depends on the set of articles alone, not on their order.
    """
    from scrubber.learn.pages import page_of_text
    from scrubber.learn.spool import Spool

    return Profile(rows_in(Spool(page_of_text(*article) for article in articles)))


def matcher(profile: Profile) -> Matcher:
    """What finds the row of a block: ``matcher(profile).row_of(site, text)``."""
    return profile.matcher


def rows_in(spool: Spool) -> list[Row]:
    """The rows of a profile of the articles in ``spool``, by site, those that recur most first."""
    from dataclasses import replace

    from scrubber.learn.decide import furniture_of
    from scrubber.learn.rows import rows_of
    from scrubber.learn.site import Site
    from scrubber.learn.variants import groups_of

    rows: list[Row] = []
    for name in spool.sites:
        site = Site(spool.pages_of(name))
        found = furniture_of(site)
        groups = groups_of(site, found)
        rows += sorted(rows_of(site, found, groups), key=lambda row: (-row.count, row.text))
    sites = Counter(row.text for row in rows)
    return [
        replace(row, sites=sites[row.text], number=number) for number, row in enumerate(rows, 1)
    ]
