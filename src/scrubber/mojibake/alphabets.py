"""Letters beyond ASCII of languages in Latin script: those seen in, those that may come out.

The alphabets are those of CLDR's main exemplar characters.
"""

from __future__ import annotations

from collections import Counter

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
