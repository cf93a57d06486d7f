"""Which quotation marks a language uses, and which language a text is in.

The marks are the delimiters of CLDR 47 (Unicode Common Locale Data Repository), outer and inner.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class Marks(NamedTuple):
    """The quotation marks of a text: outer pair, inner pair, and the blank inside guillemets."""

    outer: str
    inner: str
    inside: str = ""
    """What stands between a guillemet and the words it encloses."""


_ENGLISH = Marks("“”", "‘’")
_MARKS = {
    "en": _ENGLISH, "es": _ENGLISH, "pt": _ENGLISH, "da": _ENGLISH, "tr": _ENGLISH,
    "ko": _ENGLISH, "zh": _ENGLISH, "vi": _ENGLISH, "id": _ENGLISH, "lv": _ENGLISH,
    "ga": _ENGLISH, "cy": _ENGLISH, "th": _ENGLISH, "hi": _ENGLISH, "gl": _ENGLISH,
    "de": Marks("„“", "‚‘"), "cs": Marks("„“", "‚‘"), "sk": Marks("„“", "‚‘"),
    "sl": Marks("„“", "‚‘"), "hr": Marks("„“", "‚‘"), "et": Marks("„“", "‚‘"),
    "is": Marks("„“", "‚‘"), "mk": Marks("„“", "‚‘"), "lt": Marks("„“", "„“"),
    "bg": Marks("„“", "„“"), "sr": Marks("„”", "’’"), "bs": Marks("„”", "‘’"),
    "pl": Marks("„”", "«»"), "ro": Marks("„”", "«»"), "hu": Marks("„”", "»«"),
    "fr": Marks("«»", "«»", "\u00a0"), "fr-ca": Marks("«»", "”“", "\u00a0"),
    "fr-ch": Marks("«»", "‹›", "\u00a0"), "de-ch": Marks("«»", "‹›"),
    "it": Marks("«»", "“”"), "el": Marks("«»", "“”"), "ca": Marks("«»", "“”"),
    "eu": Marks("«»", "“”"), "sq": Marks("«»", "“”"), "pt-pt": Marks("«»", "“”"),
    "ru": Marks("«»", "„“"), "uk": Marks("«»", "„“"), "be": Marks("«»", "„“"),
    "no": Marks("«»", "‘’"), "nb": Marks("«»", "‘’"), "nn": Marks("«»", "‘’"),
    "fa": Marks("«»", "‹›"), "sv": Marks("””", "’’"), "fi": Marks("””", "’’"),
    "he": Marks("””", "’’"), "ar": Marks("”“", "’‘"), "ur": Marks("”“", "’‘"),
    "nl": Marks("‘’", "‘’"), "ja": Marks("「」", "『』"), "zh-hant": Marks("「」", "『』"),
    "zh-tw": Marks("「」", "『』"), "zh-hk": Marks("「」", "『』"),
}  # fmt: skip

LANGUAGES = tuple(sorted(_MARKS))

_COMMON_WORDS = {
    "en": "the and of to in that is was for with his her said which have from",
    "de": "der die das und ist nicht ein eine mit von zu den auf sich dem auch sagte",
    "fr": "le la les des et est dans une pour qui que du sur pas au avec dit",
    "es": "el la los las de que y en un una por con para del se dijo",
    "it": "il di che la e un una per con non sono del della gli nel ha detto",
    "pt": "o a os de que e do da em um uma para com não por dos disse",
    "nl": "de het een van en is dat niet op te met voor zijn zei",
    "pl": "w i na z że się nie do to jest jak o od po powiedział",
    "cs": "a v na se že je z do s o za pro jak jsem řekl",
    "sv": "och att det som en på är av för med den till inte sa hon",
    "da": "og i det at er til af på en som den med for ikke sagde",
    "no": "og i det at er til av på en som den med for ikke sa",
    "fi": "ja on ei se että oli hän mutta kun niin joka sanoi",
    "tr": "ve bir bu da de için ile olarak çok dedi ne gibi",
    "ro": "și de în la cu a că pe nu din o mai este spus",
    "hu": "a az és hogy nem is egy volt meg de mondta",
    "sk": "a v na sa že je z do s o za pre ako povedal",
    "hr": "i u na je se da za od su s koji nije rekao",
    "lt": "ir kad į su iš yra bet buvo tai kaip sakė",
    "lv": "un ir ka no ar uz par bija kā teica",
    "et": "ja on ei et see oli ta kui mis ütles",
    "is": "og að er það sem við ekki um var hann sagði",
    "vi": "và của là có không một được cho trong người",
}
_SCRIPTS = (
    ("ja", r"[\u3040-\u30ff]"), ("ko", r"[\uac00-\ud7af]"), ("zh", r"[\u4e00-\u9fff]"),
    ("el", r"[α-ωΑ-Ω]"), ("he", r"[\u05d0-\u05ea]"), ("ar", r"[\u0620-\u064a]"),
    ("th", r"[\u0e00-\u0e7f]"), ("hi", r"[\u0900-\u097f]"),
    ("uk", r"[їєґ]"), ("ru", r"[а-я]"),
)  # fmt: skip
_SAMPLE = 4000
_LEAST = 3


def marks_of(lang: str) -> Marks:
    """The marks of a language; an unknown region takes those of its language."""
    tag = lang.lower().replace("_", "-")
    while tag not in _MARKS and "-" in tag:
        tag = tag.rpartition("-")[0]
    return _MARKS.get(tag, _ENGLISH)


def is_known(lang: str) -> bool:
    """Whether the marks of the language are known."""
    return lang.lower().replace("_", "-").partition("-")[0] in _MARKS


def guess_language(text: str) -> str:
    """The language of ``text`` by its script, else by its commonest words; English in doubt."""
    sample = text[:_SAMPLE].lower()
    letters = len(re.findall(r"[^\W\d_]", sample))
    if not sample.isascii():
        for lang, letter in _SCRIPTS:
            if len(re.findall(letter, sample)) > letters * (0.01 if lang in ("ja", "uk") else 0.3):
                return lang
    words = re.findall(r"[^\W\d_]+", sample)
    scores = {lang: sum(map(common.__contains__, words)) for lang, common in _common().items()}
    best = max(scores, key=lambda lang: (scores[lang], lang == "en"))
    return best if scores[best] >= max(_LEAST, len(words) // 20) else "en"


@cache
def _common() -> dict[str, frozenset[str]]:
    return {lang: frozenset(words.split()) for lang, words in _COMMON_WORDS.items()}
