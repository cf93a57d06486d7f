"""Letters of languages in Latin script: those seen in, those that may come, or fit best, out.

The alphabets are those of CLDR's main exemplar characters.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from scrubber.mojibake import judge

if TYPE_CHECKING:
    from collections.abc import Collection

Strangeness: TypeAlias = tuple[int, float, int]
_ALPHABETS = tuple(
    map(
        frozenset,
        (
            "áčďéěíňóřšťúůýž",  # Czech
            "áäčďéíĺľňóôŕšťúýž",  # Slovak
            "ąćęłńóśźż",  # Polish
            "áéíóöőúüű",  # Hungarian
            "ăâîșțşţ",  # Romanian
            "čćđšž",  # Croatian, Slovenian
            "ąčęėįšųūž",  # Lithuanian
            "āčēģīķļņšūž",  # Latvian
            "äõöüšž",  # Estonian
            "çğıöşüâîûi̇",  # Turkish
            "äöüß",  # German
            "àâæçéèêëîïôœùûüÿ",  # French
            "áéíñóúü",  # Spanish
            "àáâãçéêíóôõúü",  # Portuguese
            "àèéìíîòóùú",  # Italian
            "åäöéà",  # Swedish, Finnish
            "æøåéòôà",  # Danish, Norwegian
            "áðéíóúýþæö",  # Icelandic
            "éëïóöüèá",  # Dutch
            "ĉĝĥĵŝŭ",  # Esperanto
            "àçèéíïòóúü",  # Catalan
            "áéíóúàèìòù",  # Irish, Scottish Gaelic
        ),
    )
)


def possible_letters(seen: frozenset[str]) -> frozenset[str]:
    """Lower-case letters of all languages whose alphabet holds every letter ``seen``."""
    fitting = [alphabet for alphabet in _ALPHABETS if seen <= alphabet]
    return frozenset().union(*(fitting or _ALPHABETS))


def share_of_one_language(text: str) -> float:
    """How many of the Latin letters beyond ASCII in ``text`` are of the language that has most."""
    counts = Counter(text.lower())
    seen = {c: count for c, count in counts.items() if "\xc0" <= c < "\u0250" and c.isalpha()}
    if not seen:
        return 1.0
    most = max(sum(seen[c] for c in alphabet & seen.keys()) for alphabet in _ALPHABETS)
    return most / sum(seen.values())


def least_strange(readings: Collection[str]) -> str:
    """Of several readings of a text the likeliest, the first of those that are equal.

    Only those in the scripts of the first are compared.
    """
    first = next(iter(readings))
    if len(readings) == 1:
        return first
    scripts = judge.scripts(first)
    return min((r for r in readings if judge.scripts(r) == scripts), key=strangeness)


def strangeness(text: str) -> Strangeness:
    """How much speaks against a reading of a text: less is likelier.

    What cannot stand within words counts first: capitals, ù before a letter, ß behind a consonant,
    marks that are no part of a letter; then letters that no one language has together, then
    capitals.
    """
    misplaced = len(_misplaced().findall(text))
    capitals = sum(c > "\x7f" and c.isupper() for c in text)
    return misplaced, -share_of_one_language(text), capitals


@cache
def _misplaced() -> re.Pattern[str]:
    return re.compile(
        f"[a-zß-öø-ÿ][{judge.UPPER}]|(?<![AEIOUYaeiouyÄÖÜäöü])ß|ù(?=[a-zß-öø-ÿ])|[\u0300-\u036f]"
    )
