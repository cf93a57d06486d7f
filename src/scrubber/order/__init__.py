"""Order: finds the author sections of a text and the paragraphs stranded behind them."""

from __future__ import annotations

from scrubber.order.strays import Stray, find_strays

__all__ = ["Stray", "find_strays"]
