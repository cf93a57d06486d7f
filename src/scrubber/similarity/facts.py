"""Differing words in, the fact that makes them another text out: a number, name, date, negation."""

from __future__ import annotations

import re
from functools import cache

from scrubber.wordlist import words

_NEGATIONS = """
no not never none nor neither without cannot hardly barely nothing nobody nowhere
don't doesn't didn't won't wouldn't can't couldn't isn't aren't wasn't weren't hasn't haven't hadn't
shouldn't mustn't former alleged allegedly almost nearly half except unless
nein nicht kein keine keinen keiner keinem keines nie niemals ohne weder kaum
ne pas non sans jamais aucun aucune ni guère nunca ningún ninguna ninguno tampoco sin
não nem sem nenhum nenhuma nessun nessuno nessuna mai senza né niet geen nooit zonder
nie nigdy bez żaden ani není nebyl nebyla nikdy ikke inte ej aldrig aldri uten utan uden ingen
ei eivät emme ilman не нет ни никогда без нельзя ні немає değil yok hiç لا ليس لم لن غير بدون
אין לא בלי 不 没 沒 未 非 无 無 莫 ず ぬ ไม่
"""

_OPPOSITES = (
    "rose rise rises up gained gains increased increases higher more grew above over",
    "fell fall falls down lost loses decreased decreases lower less shrank below under",
    "won win wins", "lost lose loses", "before", "after", "first", "last",
    "opened opens open", "closed closes close", "for", "against", "he his him", "she her hers",
    "approved accepted", "rejected denied", "guilty", "innocent", "legal",
    "illegal", "alive", "dead", "bought buys", "sold sells", "left", "right", "north", "south",
    "east", "west", "gestiegen stieg", "gefallen fiel sank", "vor", "nach", "gewann", "verlor",
    "plus", "moins", "avant", "après", "más", "menos", "antes", "después",
)  # fmt: skip

_SCALES = """
hundred thousand million billion trillion mln bln percent pct km kilometres kilometers miles mile
metres meters feet foot inches kg kilos pounds tonnes tons grams litres liters gallons
hours hour minutes minute seconds days day weeks week months month years year
dollars dlrs euros pounds yen crowns millionen milliarden millions milliards millones
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli
oktober dezember lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril
juin juillet août septembre octobre novembre décembre lunes martes miércoles jueves viernes sábado
domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
понедельник вторник среда четверг пятница суббота воскресенье января февраля марта апреля мая июня
июля августа сентября октября ноября декабря
"""

_SHORTEST_DAMAGED = 4
_LONG = 8
_CHINESE_NUMBERS = "一二三四五六七八九十百千万萬亿億两兩零〇"


def differing_fact(left: list[str], right: list[str]) -> str:
    """What fact two stretches of words that stand in each other's place differ in; else empty.

    One of them may be empty: then words were added, and only a negation makes another text.
    """
    if len(left) == len(right):
        pairs = [pair for pair in zip(left, right, strict=True) if not is_damage(*pair)]
        left, right = [one for one, _ in pairs], [other for _, other in pairs]
    lower_left, lower_right = _lower(left), _lower(right)
    if (lower_left & words(_NEGATIONS)) != (lower_right & words(_NEGATIONS)):
        return "a negation"
    if not left or not right:
        return ""
    for kind, found in (
        ("a number", _with_digits),
        ("a unit or date", lambda some: _lower(some) & words(_SCALES)),
        ("a name", _capitalised),
    ):
        one, other = found(left), found(right)
        if one and other and one != other:
            return kind
    return "a word to its opposite" if _opposite(lower_left, lower_right) else ""


def is_damage(word: str, other: str) -> bool:
    """Whether two words are likely one, misread in a letter: scanning damages one in five."""
    from rapidfuzz.distance import Levenshtein

    longer = max(len(word), len(other))
    if longer < _SHORTEST_DAMAGED or not (word.isalpha() and other.isalpha()):
        return False
    return Levenshtein.distance(word, other, score_cutoff=2) <= (1 if longer < _LONG else 2)


def differing_signs(left: str, right: str) -> str:
    """Addresses, currencies and per cent, which are no words: what they differ in; else empty."""
    for kind, pattern in (("an address", _addresses()), ("a currency", _signs())):
        one, other = set(pattern.findall(left)), set(pattern.findall(right))
        if one and other and one != other and not (one <= other or other <= one):
            return kind
    return ""


def _lower(some: list[str]) -> frozenset[str]:
    return frozenset(word.casefold().replace("’", "'") for word in some)


def _with_digits(some: list[str]) -> list[str]:
    return [word for word in some if word[0].isdigit() or word in _CHINESE_NUMBERS]


def _capitalised(some: list[str]) -> list[str]:
    return [word.casefold() for word in some if word[0].isupper()]


def _opposite(left: frozenset[str], right: frozenset[str]) -> bool:
    pairs = zip(_OPPOSITES[::2], _OPPOSITES[1::2], strict=True)
    return any(
        (left & words(one) and right & words(other)) or (left & words(other) and right & words(one))
        for one, other in pairs
    )


@cache
def _addresses() -> re.Pattern[str]:
    return re.compile(r"(?:https?://|www\.)[^\s<>\"”’)]+|[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\w)@\w+")


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(r"[$€£¥₽₹%‰°]")
