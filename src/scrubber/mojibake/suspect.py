"""Whether a text can hold mojibake at all: the filter that makes sound text nearly free.

Mojibake needs two neighbours beyond ASCII which one codec reads from a lead byte of UTF-8 and
the continuation behind it. Sound text has few different neighbours of that kind, so they are
collected first, each once, and only they are looked at.
"""

from __future__ import annotations

import re
from functools import cache

from scrubber.mojibake.codecs import all_codecs

_ASCII_TO_BLANK = bytes(32 if byte < 0x80 else byte for byte in range(256))
_FORM = bytes(32 if byte < 0x80 else 67 if byte < 0xC0 else 76 for byte in range(256))
"""ASCII, continuation (C) or lead (L) of UTF-8."""


def is_suspect(text: str) -> bool:
    """Whether some codec makes a UTF-8 sequence, whole or begun, of neighbours in ``text``."""
    if text.isascii():
        return False
    data = text.encode("utf-8", "surrogatepass")
    if b"CL" not in data.translate(_FORM):  # no two neighbours beyond ASCII
        return "Ã " in text
    runs = set(data.translate(_ASCII_TO_BLANK).split())
    # A run of one character is no sequence. No character takes over four bytes.
    joined = b" ".join(run for run in runs if len(run) > 3).decode("utf-8", "surrogatepass")
    return pairs().search(joined) is not None or "Ã " in text


@cache
def pairs() -> re.Pattern[str]:
    """Finds a lead and a continuation of one codec side by side."""
    known = all_codecs()
    followers: dict[str, set[str]] = {}
    for codec in known:
        for lead in codec.leads:
            followers.setdefault(lead, set()).update(codec.continuations)
    groups: dict[frozenset[str], list[str]] = {}
    for lead, after in followers.items():
        groups.setdefault(frozenset(after), []).append(lead)
    alternatives = [
        f"[{re.escape(''.join(sorted(leads)))}][{re.escape(''.join(sorted(after)))}\ufffd]"
        for after, leads in groups.items()
    ]
    # A control stands for a byte of any codec.
    alternatives += ["[\x80-\x9f][^\x00-\x7f]", "[^\x00-\x7f][\x80-\x9f]"]
    return re.compile("|".join(alternatives))
