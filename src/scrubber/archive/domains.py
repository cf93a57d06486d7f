"""The site of an address: a URL in, the domain that its owner registered out."""

from __future__ import annotations

import re
from functools import cache

_SECOND = frozenset(
    "ac co com edu gen go gob gouv gov info mil ne net nic nom or org sch".split()  # noqa: SIM905
)
"""Labels under which countries let domains be registered, as in ``co.uk``."""
_COUNTRY = 2
"""Letters of a country's label."""


@cache
def _host() -> re.Pattern[str]:
    return re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#@]*@)?([^/?#:\s]+)", re.IGNORECASE)


def domain_of(address: str) -> str:
    """The registrable domain of a URL, by a rule instead of a list; empty where there is none.

    A label such as ``co`` or ``com`` before that of a country belongs to the suffix.
    """
    match = _host().match(address.strip())
    if match is None:
        return ""
    host = match[1].rstrip(".").lower()
    labels = host.split(".")
    if labels[-1].isdigit() or "[" in host:
        return host
    country = len(labels[-1]) == _COUNTRY
    taken = 3 if len(labels) > 2 and country and labels[-2] in _SECOND else 2
    return ".".join(labels[-taken:])
