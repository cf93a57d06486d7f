"""A text in; the language it is in, as far as its quotation marks depend on it, out."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

_SCRIPTS = (
    # a language, letters of its script, and the share of all letters that decides
    ("ja", "\u3040-\u30ff", 0.05), ("ko", "\uac00-\ud7af\u1100-\u11ff", 0.3),
    ("zh", "\u3400-\u9fff", 0.3), ("he", "\u05d0-\u05ea", 0.4),
    ("fa", "\u067e\u0686\u06af\u06cc\u06a9", 0.06), ("ar", "\u0620-\u064a", 0.4),
    ("el", "\u0370-\u03ff\u1f00-\u1fff", 0.4), ("hy", "\u0530-\u058f", 0.4),
    ("ka", "\u10a0-\u10ff", 0.4), ("th", "\u0e00-\u0e7f", 0.4), ("hi", "\u0900-\u097f", 0.4),
    ("am", "\u1200-\u137f", 0.4),
)  # fmt: skip
_CYRILLIC = "\u0400-\u04ff"
_CYRILLIC_LANGUAGES = (
    # letters that only this language has, or that tell it from those below
    ("mk", "ѓќѕ"), ("sr", "ђћ"), ("be", "ў"), ("uk", "їєґ"), ("kk", "әғқңөұүһ"),
    ("ru", "ыэё"), ("sr", "јљњџ"), ("bg", "ъ"),
)  # fmt: skip
_SIMPLIFIED = "这们说对时为来个国会学没过"
_TRADITIONAL = "這們說對時為來個國會學沒過"
_WORDS = {
    # the commonest words of a language
    "en": """the and of to in that is was for with his her it on as at by said which have from he
        she they are be not this but has had were will would who an or been their more
        about after""",
    "de": """der die das und ist nicht ein eine mit von zu den auf sich dem auch im für des als bei
        er sie es wird werden war sind aus nach noch wie über einen einem hat haben sagte so""",
    "fr": """le la les des et est dans une un pour qui que du sur pas au aux avec ce il elle à de en
        par son sa ses se ne plus ont été cette selon après ou mais leur deux d l qu n s c""",
    "es": """el la los las de que y en un una por con para del se no su lo como más al ha es son
        pero sus ya fue este esta entre cuando sobre hay también muy sin desde hasta dijo""",
    "it": """il di che la e un una per con non sono del della gli nel è ha più dei le lo al alla
        nella da dal anche come si ma questo dopo delle degli ai alle suo sua l d""",
    "pt": """o a os as de que e do da em um uma para com não por dos das se na no mais ao foi como
        mas são também sua seu pela pelo ser está disse após entre muito já""",
    "ca": """el la els les de que i en un una per amb del no és ha dels aquest aquesta són més però
        també va com al ser hi ho seva l d""",
    "nl": """de het een van en is dat niet op te met voor zijn ook aan er bij die als door naar maar
        wordt was om hij ze nog werd over uit deze zei heeft kan""",
    "pl": """w i na z że się nie do to jest jak o od po przez dla był są oraz tym ale co za przy
        jego który która które może już tylko ze także zaś""",
    "cs": """a v na se že je z do s o za pro jak jsem by jako podle ale ve který která které byl už
        tak si od po při než nebo jeho před také ho své""",
    "sk": """a v na sa že je z do s o za pre ako som by podľa ale ktorý ktorá vo bol aj však už tak
        si od po pri alebo jeho pred""",
    "sl": """in je na se da za v so ki pa z po bi tudi kot ne o ni bil bo še že ali od pri kako""",
    "hr": """i u na je da se za od su s koji nije će kao o što a iz koja koje bi nakon ali te do""",
    "sv": """och att det som en på är av för med den till inte har om ett i var jag de han hon vi
        från efter kan ska sig men eller när där""",
    "no": """og i å det er til av på en som den med for ikke har de et fra etter ble seg men der var
        nå kan sier mot hvor være skal også mer hva ha hos vi jeg hun han så da hadde noe noen uten
        blir blitt gjøre bare hvis opp oss ut inn går tar får i sitt sin""",
    "da": """og i at det er til af på en som den med for ikke har de et fra efter blev sig men der
        var nu kan siger mod hvor være skal også mere hvad have hos vi jeg hun han så da havde noget
        nogen uden bliver gøre kun hvis op os ud ind""",
    "fi": """ja on ei se että oli hän mutta kun niin joka ovat myös sen ole voi jos tai kuin nyt
        mukaan jotka vain""",
    "et": """ja on ei et see oli ta kui mis ka ning seda oma kes selle aga siis või nii veel pole
        ütles""",
    "is": """og að er það sem við ekki um var hann á í til en hún með fyrir af frá þess eru hafa
        verið þetta sagði""",
    "lt": """ir kad į su iš yra bet buvo tai kaip o dėl apie už jis ne per nuo po taip jau tik ar
        savo kuris""",
    "lv": """un ir ka no ar uz par bija kā arī tas lai bet pēc ko nav tā vai kas viņš pie""",
    "tr": """ve bir bu da de için ile olarak çok daha olan gibi kadar en ne ancak sonra dedi göre
        değil üzerine oldu""",
    "ro": """și de în la cu a că pe nu din o mai este pentru care un au fost sunt prin după ce dar
        într lui""",
    "hu": """a az és hogy nem is egy volt meg de ez csak mint már ki még szerint azt vagy után""",
    "sq": "të e në që dhe për me një nga është se ka u si nuk por i",
    "vi": "và của là có không một được cho trong người các với những này đã để",
    "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada adalah juga ke telah",
}
_LETTERS = {
    # letters that few other languages have
    "de": "ß", "fr": "œèêçûà", "es": "ñ¿¡", "it": "ìò", "pt": "ãõ", "pl": "łśżźćńęą",
    "cs": "řěůý", "sk": "ľĺŕýô", "hr": "đć", "sv": "äö", "da": "æø", "no": "ø", "fi": "ä",
    "et": "õ", "is": "ðþ", "lt": "ėųįū", "lv": "āģķļņ", "tr": "ğış", "ro": "șțăş", "hu": "őű",
    "vi": "đơưạảấầậếềệịọộờợụ",
}  # fmt: skip
_MARKS = {
    # marks that speak for some languages; a text of others may show them, but seldom
    "„": "de cs sk sl hr pl ro hu is lt et bg sr mk",
    "«": "fr it ru uk be no el ca es pt fa hy am",
    "”": "en sv fi pl ro hu nl da pt es tr he",
    "「": "ja zh",
}
_SAMPLE = 6000
_LEAST = 1.6
_SHARE = 0.06
"""So many of the words of a text must be common ones of its language."""


def guess_language(text: str) -> str:
    """The language of ``text`` by its script, else by its words, letters and marks; else English.

    Only the beginning is read. Returns a BCP 47 tag.
    """
    sample = text[:_SAMPLE].lower()
    if not sample.isascii():
        lang = _by_script(sample)
        if lang:
            return lang
    return _by_words(sample)


def _by_script(sample: str) -> str | None:
    letters = sum(map(str.isalpha, sample))
    for lang, script, share in _SCRIPTS:
        count = len(re.findall(f"[{script}]", sample))
        if count > share * letters:
            return _chinese(sample) if lang == "zh" else lang
    if len(re.findall(f"[{_CYRILLIC}]", sample)) > 0.4 * letters:
        shown = (lang for lang, own in _CYRILLIC_LANGUAGES if any(sign in sample for sign in own))
        return next(shown, "ru")
    return None


def _chinese(sample: str) -> str:
    simplified = sum(map(sample.count, _SIMPLIFIED))
    return "zh-Hant" if sum(map(sample.count, _TRADITIONAL)) > simplified else "zh"


def _by_words(sample: str) -> str:
    words = re.findall(r"[^\W\d_]+", sample)
    scores = dict.fromkeys(_WORDS, 0.0)
    for word, count in Counter(words).items():
        for lang in _languages_of().get(word, ()):
            scores[lang] += count * (0.4 if len(word) == 1 else 1.0)
    if not sample.isascii():
        for lang, letters in _LETTERS.items():
            scores[lang] += 0.5 * sum(map(sample.count, letters))
        for mark, languages in _MARKS.items():
            if mark in sample:
                for lang in languages.split():
                    scores[lang] = scores.get(lang, 0) + 0.5
    best = max(scores, key=lambda lang: (scores[lang], lang == "en"))
    return best if scores[best] >= max(_LEAST, _SHARE * len(words)) else "en"


@cache
def _languages_of() -> dict[str, list[str]]:
    """For each common word the languages that have it."""
    found: dict[str, list[str]] = {}
    for lang, common in _WORDS.items():
        for word in dict.fromkeys(common.split()):
            found.setdefault(word, []).append(lang)
    return found
