"""A text in; whether its double quotation marks are balanced, at a cheap look, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def pairs_in(text: str) -> list[str] | None:
    """The pairs of double marks that ``text`` shows; None where that is not plain."""
    pairs = ['""'] if '"' in text else []
    if text.isascii():
        return pairs
    low, high, right = "„" in text, "“" in text, "”" in text
    if (low and high and right) or "‟" in text:
        return None
    if low or high or right:
        pairs.append(("„" if low else "“" if high else "”") + ("”" if right else "“"))
    left, guillemet = text.find("«"), text.find("»")
    if guillemet >= 0 or left >= 0:
        pairs.append("»»" if left < 0 else "«»" if left < guillemet else "»«")
    pairs += [pair for pair in ("「」", "『』") if pair[0] in text or pair[1] in text]
    return pairs


def take_turns(text: str, pairs: Sequence[str], edge: str = "") -> bool:
    """Whether the marks of each pair open and close in turn, with no ``edge`` between."""
    for pair in pairs:
        opening, closing = pair[0], pair[1]
        pieces = text.split(opening)
        if opening != closing:
            if [piece.count(closing) for piece in pieces] != [0, *[1] * (len(pieces) - 1)]:
                return False
            if not edge:
                continue
            pieces = text.replace(closing, opening).split(opening)
        if len(pieces) % 2 == 0 or (edge and edge in "".join(pieces[1::2])):
            return False
    return True
