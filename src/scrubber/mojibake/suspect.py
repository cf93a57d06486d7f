"""Whether a text can hold mojibake at all: the filter that makes sound text nearly free.

Mojibake needs two neighbours beyond ASCII which one codec reads from a lead byte of UTF-8 and
the continuation behind it. Sound text has few different neighbours of that kind, so they are
collected first, each once, and only they are looked at.
"""

from __future__ import annotations

import re
from functools import cache

_ASCII_TO_BLANK = bytes(32 if byte < 0x80 else byte for byte in range(256))
_FORM = bytes(32 if byte < 0x80 else 67 if byte < 0xC0 else 76 for byte in range(256))
"""ASCII, continuation (C) or lead (L) of UTF-8."""
_FEW = 50
_NO_MARK = re.compile("[^\\0-\x7f“”‘’„‚«»‹›–—…]")


def is_suspect(text: str) -> bool:
    """Whether some codec makes a UTF-8 sequence, whole or begun, of neighbours in ``text``."""
    if text.isascii():
        return False
    data = text.encode("utf-8", "surrogatepass")
    runs = b" ".join(_runs(data)).decode("utf-8", "surrogatepass")
    if runs and pairs().search(runs):
        return True
    return "Ã" in text and "Ã " in text  # one character is found much faster than two


def has_letters(text: str) -> bool:
    """Whether ``text`` has more beyond ASCII than marks of which no two are suspect."""
    return _NO_MARK.search(text) is not None


def _runs(data: bytes) -> set[bytes]:
    """The different runs of two or more characters beyond ASCII, perhaps single ones as well."""
    form = data.translate(_FORM)
    count = form.count(b"CL")
    if count > _FEW:
        return set(data.translate(_ASCII_TO_BLANK).split())
    runs = set()
    at = -1
    for _ in range(count):
        at = form.find(b"CL", at + 1)
        end = form.find(b" ", at)
        runs.add(data[form.rfind(b"L", 0, at) : end if end >= 0 else len(data)])
    return runs


@cache
def pairs() -> re.Pattern[str]:
    """Finds a lead and a continuation of one codec side by side."""
    from scrubber.mojibake.codecs import all_codecs

    followers: dict[str, set[str]] = {}
    for codec in all_codecs():
        for leads, seconds in codec.beginnings():
            for lead in leads:
                followers.setdefault(lead, set()).update(seconds)
    groups: dict[frozenset[str], list[str]] = {}
    for lead, after in followers.items():
        groups.setdefault(frozenset(after), []).append(lead)
    alternatives = [
        f"[{re.escape(''.join(sorted(leads)))}][{re.escape(''.join(sorted(after)))}\ufffd]"
        for after, leads in groups.items()
    ]
    # A control stands for a byte of any codec.
    alternatives += ["[\x80-\x9f][^\x00-\x7f]", "[^\x00-\x7f][\x80-\x9f]"]
    first = re.escape("".join(sorted(followers)))
    # Most characters begin nothing: one look at each of them, before the alternatives.
    return re.compile(f"(?=[{first}\x80-\x9f]|[^\x00-\x7f][\x80-\x9f])(?:{'|'.join(alternatives)})")
