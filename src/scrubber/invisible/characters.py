"""Which characters show nothing, and of which kinds their neighbours are."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

ALWAYS = (
    "\u00ad\u200b\ufeff"  # soft hyphen, zero-width space, byte order mark
    "\u2060\u2061\u2062\u2063\u2064"  # word joiner, invisible operators
    "\u206a\u206b\u206c\u206d\u206e\u206f\ufff9\ufffa\ufffb\ufffc"  # deprecated, for objects
)
"""Characters that never have a task in the text of an article."""

JOINERS = "\u200c\u200d"
DIRECTION_MARKS = "\u061c\u200e\u200f"
CLOSED_BY = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys(
    "\u2066\u2067\u2068", "\u2069"
)
"""What opens a directional embedding, override or isolate, with what closes it (UAX 9)."""
GRAPHEME_JOINER = "\u034f"
MONGOLIAN_SELECTORS = "\u180b\u180c\u180d\u180e\u180f"
SELECTORS = "".join(map(chr, range(0xFE00, 0xFE10)))

_BASIC = (
    f"{ALWAYS}{JOINERS}{DIRECTION_MARKS}{''.join(CLOSED_BY)}\u202c\u2069"
    f"{GRAPHEME_JOINER}{MONGOLIAN_SELECTORS}{SELECTORS}"
)
_HIGH = "\U000e0000-\U000e0fff"  # tag characters, more variation selectors

_EMOJI = (
    r"\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2934\u2935\u2b00-\u2bff\U0001f000-\U0001faff"
    r"\u00a9\u00ae\u203c\u2049\u2122\u2139\u24c2\u3030\u303d\u3297\u3299"
)
_CURSIVE = (  # Arabic, Syriac, N'Ko, Mandaic, Mongolian, Phags-pa, Manichaean, Adlam
    r"\u0620-\u065f\u066e-\u06ef\u06fa-\u07ff\u0840-\u08ff\u1820-\u18aa\ua840-\ua877"
    r"\ufb50-\ufdff\ufe70-\ufefc\U00010ac0-\U00010aff\U0001e900-\U0001e94b"
)
_INDIC = (  # from Devanagari to Sinhala, Myanmar, Khmer and what is written like them
    r"\u0900-\u0963\u0970-\u09e5\u09f0-\u0a65\u0a70-\u0ae5\u0b00-\u0b65\u0b70-\u0be5\u0c00-\u0c65"
    r"\u0c80-\u0ce5\u0d00-\u0d65\u0d70-\u0df4\u1000-\u103f\u1050-\u108f\u1780-\u17d3\ua980-\ua9c0"
    r"\ua8e0-\ua8ff\u1b00-\u1b4b\U00011000-\U00011fff"
)
_RIGHT_TO_LEFT = (
    r"\u05d0-\u05f2\u0620-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
    r"\U00010800-\U00010fff\U0001e800-\U0001efff"
)
_HAVE_VARIANTS = (  # Myanmar, Phags-pa, Manichaean, ideographs and their marks
    r"\u1000-\u109f\uaa60-\uaa7f\ua840-\ua877\U00010ac0-\U00010aff"
    r"\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
)


@cache
def _class(ranges: str) -> re.Pattern[str]:
    return re.compile(f"[{ranges}]")


@cache
def run_pattern() -> re.Pattern[str]:
    """One or more characters in a row that show nothing."""
    return re.compile(f"[{_BASIC}{_HIGH}]+")


def is_emoji(character: str) -> bool:
    """Whether ``character`` is an emoji, or a sign that can show as one."""
    return _class(_EMOJI).match(character) is not None


def is_cursive(character: str) -> bool:
    """Whether ``character`` is a letter or mark of a script whose letters join."""
    return _class(_CURSIVE).match(character) is not None


def uses_joiners(character: str) -> bool:
    """Whether ``character`` is a letter or mark of a script with joiners in its spelling."""
    return is_cursive(character) or _class(_INDIC).match(character) is not None


def has_variants(character: str) -> bool:
    """Whether variation selectors are registered for ``character``, emoji apart."""
    return (
        _class(_HAVE_VARIANTS).match(character) is not None
        or unicodedata.category(character) == "Sm"
    )


def has_right_to_left(text: str) -> bool:
    """Whether ``text`` holds letters that run from right to left."""
    return _class(_RIGHT_TO_LEFT).search(text) is not None
