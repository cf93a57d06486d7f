"""Whether one block says all that another says: its words stand there, in their order."""

from __future__ import annotations

import unicodedata


def says(kept: str, dropped: str) -> bool:
    """Whether the words of ``dropped`` stand in ``kept`` in order, marks and case apart."""
    words = iter(_words(kept))
    return all(word in words for word in _words(dropped))


def _words(block: str) -> list[str]:
    letters = (
        c if c.isalnum() else " "
        for c in unicodedata.normalize("NFKD", block.casefold())
        if not unicodedata.combining(c)
    )
    return "".join(letters).split()
