"""Verdicts on pairs in a store in; which article stays for which, and which are teasers, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scrubber.archive.dedupe.store import Store


def connect(store: Store) -> None:
    """Make each component of the table ``edge`` a star around its smallest node.

    Large-star and small-star by turns (Kiveris et al. 2014): rounds grow with the logarithm of the
    size of a component.
    """
    while store.count("unsettled"):
        store.run("large_star")
        store.run("small_star")


def choose(
    store: Store, refute: Callable[[Iterable[tuple[int, int]]], Iterable[tuple[int]]]
) -> None:
    """Fill the tables ``redundant`` and ``teaser`` from ``same`` and ``inside``.

    Args:
        store: has these tables, ``article`` and ``sketch``.
        refute: of pairs of a member and its keeper, the members that are no copies of theirs.
    """
    store.run("edges")
    store.fill("redundant", "article keep", ())
    while store.count("edges_left"):
        connect(store)
        store.run("members")
        store.run("keepers")
        store.run("unsure")
        unsure = store.rows("SELECT article, keep FROM unsure ORDER BY keep, article")
        store.fill("refuted", "article", refute(unsure))
        store.run("leave")
    store.run("contained")


def drop_teasers(store: Store) -> None:
    """Make teasers redundant, and let articles stay for others that stay themselves."""
    store.run("with_teasers")
    while store.count("going_keepers"):
        store.run("follow")
    store.run("without_teasers")
