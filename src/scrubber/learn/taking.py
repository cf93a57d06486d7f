"""Blocks of one kind in; taken as furniture if enough stories have some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.learn.site import ENOUGH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrubber.learn.kinds import Kind
    from scrubber.learn.site import Site


def take(
    site: Site, found: dict[str, str], kind: Kind, keys: Iterable[str], *, least: int = ENOUGH
) -> None:
    """Take blocks of one kind, if ``least`` stories or more have some, known ones among them."""
    keys = sorted(set(keys))
    places = [place for key in keys for place in site.places[key]]
    if len(site.stories_with(places)) >= least:
        found.update((key, kind.value) for key in keys if key not in found)
