"""A language tag in; the quotation marks of that language out.

The marks are the delimiters of CLDR 48 (Unicode Common Locale Data Repository), outer and inner.
CLDR gives Swiss German the marks of German, and Dutch single marks at both levels.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from scrubber.closest import closest


class Pairs(NamedTuple):
    """The quotation marks to write: outer pair, inner pair, the blank inside guillemets."""

    outer: str
    inner: str
    inside: str = ""
    """What stands between a guillemet and the words it encloses."""


_PAIRS = {
    # outer pair and inner pair, and the tags that have them
    "“”‘’": """
        aa ab af ak an as az ba bn bo ce ch co cu cy da dv dz ee en es fil fo fy ga gd gl gn gu gv
        ha haw hi id ig ii io iu jv kea ki kl km kn ko kok ks ku kw la lg lmo ln lo lu lv mai mi
        ml mn mni mr ms mt my nd ne nr nso nv ny om or pa pap pcm ps pt qu sa sat scn sd si sm so sq
        ss su sw ta te tg th to tr ts tt ve vec vi vo wa wo xh yo za zh zu""",
    "«»“”": """
        ast br ca cv el es-us eu it kab lij pt-ao pt-ch pt-cv pt-gq pt-gw pt-lu pt-mo pt-mz
        pt-pt pt-st pt-tl sc sg ti kk""",
    "„“‚‘": "cs de dsb et hr hsb is ksh lb mk nds sk sl bs-cyrl",
    "«»‹›": "am fa gsw rm fr-ch az-arab az-cyrl",
    "«»„“": "bas be bua ky os ru sah tyv uk",
    "””’’": "fi he rn se sv yi",
    "«»‘’": "nb nn no rw",
    "«»«»": "fr ht hy oc",
    "”“’‘": "ar ur",
    "„“„“": "bg lt",
    "‘’“”": "fur ia tn",
    "„”«»": "pl ro",
    "„”»«": "hu",
    "「」『』": "ja yue zh-hant zh-hk zh-mo zh-tw",
    "„”‘’": "bs",
    "“”«»": "eo",
    "„“«»": "ka",
    "‘’‘’": "nl",
    "„”’’": "sr",
    "“”“”": "tk",
    "»«›‹": "ug",
    "“”’‘": "uz",
    "«»”“": "fr-ca",
}
_NAMES = """
arabic ar bulgarian bg catalan ca chinese zh croatian hr czech cs danish da deutsch de dutch nl
english en español es estonian et finnish fi français fr french fr german de greek el hebrew he
hungarian hu icelandic is indonesian id italian it italiano it japanese ja korean ko latvian lv
lithuanian lt norwegian no persian fa polish pl portuguese pt romanian ro russian ru serbian sr
slovak sk slovene sl slovenian sl spanish es swedish sv turkish tr ukrainian uk vietnamese vi
"""
_FRENCH_BLANK = "\u00a0"


def pairs_of(lang: str) -> Pairs:
    """The marks of a BCP 47 tag; an unknown script or region takes those of its language."""
    parts = _parts(lang)
    table = _table()
    shorter = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    marks = next((table[tag] for tag in shorter if tag in table), table["en"])
    return Pairs(marks[:2], marks[2:], _FRENCH_BLANK if parts[0] == "fr" else "")


def is_known(lang: str) -> bool:
    """Whether ``lang`` has the form of a tag and its language known marks."""
    parts = _parts(lang)
    return parts[0] in _table() and all(
        part.isascii() and part.isalnum() and len(part) <= 8 for part in parts
    )


def closest_tag(lang: str) -> str | None:
    """The tag that somebody who wrote ``lang`` may have meant: ``de`` for ``german``."""
    words = _NAMES.split()
    names = dict(zip(words[::2], words[1::2], strict=True))
    found = closest(_parts(lang)[0], [*names, *_table()], cutoff=0.5)
    return found and names.get(found, found)


def _parts(lang: str) -> list[str]:
    return lang.lower().replace("_", "-").split("-")


@cache
def _table() -> dict[str, str]:
    return {tag: marks for marks, tags in _PAIRS.items() for tag in tags.split()}
