"""Where typography needs a special space: the text on both sides in, whether it stays out."""

from __future__ import annotations

import re

from scrubber.wordlist import words

_TITLES = """
Mr Mrs Ms Mx Dr Prof St Ste Mme Mmes Mlle Mlles MM Mgr Sr Sra Srta Dra Dott.ssa Sig.ra г-н г-жа д-р
"""
_TITLES_WITH_POINT = f"""{_TITLES}
Rev Fr Hon Gen Col Maj Capt Cpt Lt Sgt Gov Sen Rep Pres Supt Pr Hr Hrn Frl Dipl Ing Mag Sres Drs
Sig Sigg Dott Avv Arch On Dhr Mevr Mw Ir Mons Msgr Bc Ks inż проф акад св гр им г
"""
_UNITS = """
km m dm cm mm nm µm μm ft yd nmi ha kg g mg µg μg lb lbs oz t kt Mt l L dl cl ml mL hl
kph mph kn rpm h min s ms sec Std Uhr
kW MW GW TW W kWh MWh GWh TWh Wh kWp V kV mV A mA Ah mAh Hz kHz MHz GHz J kJ MJ cal kcal Pa hPa
kPa MPa bar mbar K N Nm dB ppm ppb mol Bq Sv mSv bit Mbit Gbit B kB KB MB GB TB Mbps Gbps px pt dpi
PS hp ch
EUR USD GBP CHF JPY CNY RUB UAH PLN CZK SEK NOK DKK HUF CAD AUD BRL INR kr Kč zł gr Ft lei ct
км м дм см мм га кг г мг т л мл ч мин сек с кВт МВт ГВт В Вт А руб коп грн
"""
_SCALES = """
Mio Mrd Md Mds Mln Mld mln mld mrd bn mn tn tis mil тыс млн млрд трлн
million millions millionen milliard milliards milliarden billion billions millones milhões milhão
milioni milione miliardi miljoen miljard milionów milion miliardów milionů miljoner miljarder
миллион миллиона миллионов миллиард миллиарда миллиардов мільйон мільйонів
"""
_UNIT_WORDS = """
euro euros dollar dollars dólares pound pounds pfund franken francs yen yuan rubel roubles rubles
рублей рубля рубль доллара долларов евро гривен
meter meters metre metres mètre mètres metro metros metri metrów kilometer kilometers kilometre
kilometres kilomètre kilomètres kilómetros quilômetros chilometri kilo kilos kilogram kilograms
kilogramm gramm gram grams gramme grammes gramos liter liters litre litres litros litri
mile miles meilen acre acres hektar hectare hectares hectáreas tonne tonnes tonnen ton tons
toneladas prozent percent procent degrees grad degrés grados
"""
_BEFORE_NUMBER = frozenset("$€£¥₹₽₩₺₴§¶№±%")
_AFTER_NUMBER = frozenset("%‰‱٪°º℃℉€$£¥₽₴₹′″")
_CLOSING_MARKS = frozenset(";:!?")
_WINDOW = 24  # code points on either side that can matter

_LAST_TOKEN = re.compile(r"[\w.\-]+\Z")
_FIRST_WORD = re.compile(r"[^\W\d_²³]+")
_SCALE = re.compile(r"\d\s?([^\W\d_]+)\.?\Z")  # 15 Mio. Euro
_COMPOUND = re.compile(r"\d\s?(?:h|min|ft|°|′|Std|ч)\Z")  # 5 h 30, 6 ft 2
_INITIAL = re.compile(r"[^\W\d_]\.(?!\w)")


_BROKEN = re.compile(r"[ÂÃÄÅĂĹ]\Z")
_NEVER_A_WORD = frozenset("ÂÃĂ")


def is_evidence(text: str, start: int) -> bool:
    """Whether a blank at ``start`` may be half of a letter: of ``à``, misread as a capital and it.

    The capital stands by itself and is no word of any language, or ends a word of small letters.
    What could not be repaired must at least stay as it is.
    """
    left = text[max(0, start - 2) : start]
    if not _BROKEN.search(left):
        return False
    before = left[:-1]
    return before.islower() or (left[-1] in _NEVER_A_WORD and not before.isalnum())


def is_needed(text: str, start: int, end: int) -> bool:
    """Whether a special space in place of ``text[start:end]`` is good typography.

    It is within a number, between number and unit, percent or degree, after a title, with
    initials, and on the inner side of French marks. Context decides, not a guess of the language.
    """
    left = text[max(0, start - _WINDOW) : start]
    right = text[end : end + _WINDOW]
    if not left or not right or left[-1] == "\n" or right[0] == "\n":
        return False
    return (
        _in_number(left, right)
        or _before_french_mark(right)
        or _behind_guillemet(left)
        or _behind_title(left, right)
        or _with_initials(left, right)
    )


def _in_number(left: str, right: str) -> bool:
    if right[0].isdigit():
        return (
            left[-1].isdigit()
            or left[-1] in _BEFORE_NUMBER
            or _COMPOUND.search(left) is not None
            or _is_currency_code(left)
        )
    scale = _SCALE.search(left)
    scaled = scale is not None and _is_scale(scale[1])
    if not (left[-1].isnumeric() or scaled):
        return False
    if right[0] in _AFTER_NUMBER:
        return True
    word = _FIRST_WORD.match(right)
    if word is None:
        return False
    return (
        word[0] in words(_UNITS)
        or word[0].casefold() in words(_UNIT_WORDS)
        or (not scaled and _is_scale(word[0]))
    )


def _is_scale(word: str) -> bool:
    return word in words(_SCALES) or word.casefold() in words(_SCALES)


def _is_currency_code(left: str) -> bool:
    token = _LAST_TOKEN.search(left)
    return (
        token is not None
        and len(token[0]) == 3
        and token[0].isupper()
        and token[0] in words(_UNITS)
    )


def _before_french_mark(right: str) -> bool:
    if right[0] in _CLOSING_MARKS:
        return True
    return right[0] in "»›" and not right[1:2].isalnum()


def _behind_guillemet(left: str) -> bool:
    """Whether ``left`` ends in a guillemet that opens: in German it may close a word."""
    return left[-1] in "«‹" and not (left[-2:-1].isalnum() or left[-2:-1] in tuple(".,!?…"))


def _behind_title(left: str, right: str) -> bool:
    token = _LAST_TOKEN.search(left)
    if token is None or not right[0].isalpha():
        return False
    if token[0].endswith("."):
        return token[0][:-1] in words(_TITLES_WITH_POINT)
    return token[0] in words(_TITLES)


def _with_initials(left: str, right: str) -> bool:
    """``J. Doe``, ``Doe J. R.``, ``John F. Doe``, and abbreviations such as ``z. B.``."""
    initial_follows = _INITIAL.match(right) is not None
    if left[-1] == "." and left[-2:-1].isalpha() and not left[-3:-2].isalnum():
        return initial_follows or (left[-2].isupper() and right[0].isupper())
    if not (initial_follows and right[0].isupper()):
        return False
    token = _LAST_TOKEN.search(left)
    name_goes_on = right[2:3].isspace() and right[3:4].isupper()
    return token is not None and token[0][:1].isupper() and token[0][-1].isalpha() and name_goes_on
