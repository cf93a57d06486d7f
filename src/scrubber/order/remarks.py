"""Remarks on how an article came about: a paragraph in, whether it is one out.

What an author thanks, an office paid, a translator did, an earlier version said or a series holds
is told of the article and not in it, though it shares the article's words.
"""

from __future__ import annotations

import re
from functools import cache

from scrubber.order import remarkwords
from scrubber.order.terms import find, opens
from scrubber.order.wording import names_address

_LONGEST_IMPRINT = 25
_LONGEST_CREDIT = 10
_FUNDED_WITHIN = 60
_LONGEST = 60
"""Words of a remark."""

_THANKS = (
    ("筆者は", "感謝"),
    ("著者は", "感謝"),
    ("필자는", "감사"),
    ("저자는", "감사"),
    ("Yazar", "teşekkür"),
)
"""What opens thanks, and what ends them."""


def is_remark(text: str, units: int) -> bool:
    """Whether a paragraph of so many words tells how the article came about."""
    if units > _LONGEST:
        return False
    if opens(remarkwords.OPENINGS, text) or find(remarkwords.ANYWHERE, text):
        return True
    if find(remarkwords.FUNDED, text) and find(remarkwords.WORK, text, _FUNDED_WITHIN):
        return True
    if units <= _LONGEST_IMPRINT and (names_address(text) or _is_imprint(text)):
        return True
    if any(text.startswith(author) and thanks in text for author, thanks in _THANKS):
        return True
    return is_credit(text, units)


def is_credit(text: str, units: int) -> bool:
    """Whether a few words, a name at their end, say who took the pictures or translated."""
    last = text[text.rfind(" ") + 1 :]
    if units > _LONGEST_CREDIT or last[:1].islower() or last.rstrip(".)").isdigit():
        return False
    return bool(
        opens(remarkwords.CREDITED, text)
        or find(remarkwords.TRANSLATED, text)
        or _from_language().match(text)
    )


@cache
def _from_language() -> re.Pattern[str]:
    return re.compile(r"Aus dem \w+(?: \w+)? von ")


def _is_imprint(text: str) -> bool:
    """Whether a text says how many pages a book has and what it costs."""
    return _price().search(text) is not None and _pages().search(text) is not None


@cache
def _price() -> re.Pattern[str]:
    return re.compile(
        r"[€£$¥]\s?\d|\d\s?(?:[€£$¥円元원]|[Ee]uros?\b|pounds\b|dollars\b|zł\b|kr\b|руб|грн|TL\b)"
    )


@cache
def _pages() -> re.Pattern[str]:
    return re.compile(
        r"\d\s?(?:pages?\b|pp\b|Seiten\b|S\.|páginas\b|págs?\b|pagine\b|pagina|blz|stron|s\.|sid"
        r"|strán|stran|sivua|oldal|с\.|стр|стор|sayfa|頁|ページ|页|쪽|صفحة)"
    )
