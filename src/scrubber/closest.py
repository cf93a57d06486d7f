"""A word that is not known in; what to say of it, with the closest one that is, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def unknown(what: str, value: object, known: Iterable[str]) -> str:
    """What to say of a ``value`` that is not among the ``known`` ones."""
    return f"unknown {what} {value!r}: {hint(str(value), known)}"


def hint(word: str, known: Iterable[str]) -> str:
    """Which of the ``known`` ones was meant; all of them where none is like ``word``."""
    close = closest(word, known)
    return f"did you mean {close}?" if close else f"known are {', '.join(known)}"


def closest(word: str, known: Iterable[str], cutoff: float = 0.4) -> str | None:
    """The one that is most like ``word``, None where none is: from 0, any, to 1, the same."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, [*known], n=1, cutoff=cutoff)), None)
