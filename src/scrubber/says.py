"""The proof's own reading of a copy: whether the words of one block stand in another, in order."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from scrubber.wordlist import words

_LOOK_ALIKES = str.maketrans("015|!ı", "olslli")
_FOLDS = (("rn", "m"), ("ri", "n"), ("rl", "n"), ("ii", "u"), ("vv", "w"), ("cl", "d"))
_STOPS = ".!?…。！？؟।۔"
_WITHOUT_QUOTES = str.maketrans("", "", "\"'`´“”„‟‘’‚‛«»‹›＂＇")
_TAIL_WORDS = 3
_TAIL_LETTERS = 40
_TAIL_UNSPACED = 24
"""Letters of a tail that sets no spaces."""
_NEGATIONS = """
no not never nor cannot without nicht kein keine keinen nie ohne ne pas jamais sans nunca
não nem non mai senza niet geen nooit zonder не нет никогда без нельзя ні nie bez není nejsou
ikke inte aldrig aldri utan uden ei eivät değil yok لا ليس لم لن بدون אין לא בלי नहीं tidak
bukan không nem δεν nije nu 안 않 못
"""


def says(kept: str, dropped: str) -> bool:
    """Whether ``kept`` says all that ``dropped`` says.

    The words of ``dropped`` stand in ``kept`` in their order. Case, diacritics, doubled letters,
    look-alikes of scanning, hyphens and how compounds are written do not count; where ``dropped``
    was visibly cut, neither does the link behind the cut, and its last word may be broken off.
    No negation may stand in a sentence of ``kept`` that ``dropped`` has without it.
    """
    wanted = _without_tail(dropped)
    is_cut = wanted is not None
    there, asked = _tokens(kept), _tokens(wanted or dropped)
    asked = [word for word in asked if word not in _STOPS]
    if _stand_in(asked, there, is_cut=is_cut):
        return True
    return not is_cut and _stand_in(asked[::-1], there[::-1], backward=True)


def _stand_in(
    asked: list[str], there: list[str], *, is_cut: bool = False, backward: bool = False
) -> bool:
    """Whether the words ``asked`` for are found in ``there``, each at the first chance."""
    place = at = 0
    added: list[str] = []
    while place < len(asked):
        if at == len(there):
            return False
        taken, others = _same(asked[place : place + 2], there[at : at + 2], backward=backward)
        if not taken and is_cut and place == len(asked) - 1:
            taken = others = int(there[at].startswith(asked[place]))
        if not taken:
            added.append(there[at])
            at += 1
            continue
        if _negate(added):
            return False
        added = []
        place, at = place + taken, at + others
    rest = there[at:]
    stop = next((n for n, word in enumerate(rest) if word in _STOPS), len(rest))
    return is_cut or not _negate(rest[:stop])


def _same(asked: list[str], there: list[str], *, backward: bool) -> tuple[int, int]:
    """How many words of each side are the same: one and one, or a compound and its parts."""
    one, other = _fold(asked[0]), _fold(there[0])
    if one == other:
        return 1, 1
    if len(asked) == 2 and _compound(asked, backward=backward) == other:
        return 2, 1
    if len(there) == 2 and _compound(there, backward=backward) == one:
        return 1, 2
    return 0, 0


def _compound(parts: list[str], *, backward: bool) -> str | None:
    if not (parts[0].isalpha() and parts[1].isalpha()):
        return None
    return _fold("".join(parts[::-1] if backward else parts))


def _negate(added: list[str]) -> bool:
    """Whether words added within a sentence turn it; whole sentences may say what they like."""
    if not added or any(word in _STOPS for word in added):
        return False
    return not words(_NEGATIONS).isdisjoint(added) or bool(
        _unspaced_negation().search("".join(added))
    )


def _without_tail(block: str) -> str | None:
    """A block that ends in an ellipsis, and perhaps a link, without them; else None."""
    at = max(block.rfind("…"), block.rfind("..."))
    if at < 1 or len(block) - at > _TAIL_LETTERS:
        return None
    tail = [word for word in block[at:].lstrip("….])").split() if any(map(str.isalnum, word))]
    if len(tail) > _TAIL_WORDS or any(not w.isascii() and len(w) > _TAIL_UNSPACED for w in tail):
        return None
    return block[:at].rstrip(" .[(…\n")


def _tokens(block: str) -> list[str]:
    text = _hyphen().sub("", block).casefold().translate(_WITHOUT_QUOTES)
    if not text.isascii():
        bare = _marks().sub("", unicodedata.normalize("NFKD", text))
        text = unicodedata.normalize("NFC", bare)
    return _token().findall(text)


@cache
def _unspaced_negation() -> re.Pattern[str]:
    return re.compile("[不没沒未非无無莫别別]|ない|なかっ|ません|ไม่")


@cache
def _token() -> re.Pattern[str]:
    unspaced = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
    letter = rf"(?:[^\W_{unspaced}]|[|\u0900-\u0963\u0966-\u0dff])"
    return re.compile(rf"[{unspaced}]|{letter}+|[%‰°$€£¥₹₽]|[.!?…](?=\W*(?:\s|\Z))|[。！？؟।۔]")


@cache
def _hyphen() -> re.Pattern[str]:
    return re.compile(r"(?<=\w)[-\u00ad‐]\s*\n\s*(?=\w)")


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(
        r"[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]"
    )


@cache
def _doubled() -> re.Pattern[str]:
    return re.compile(r"([^\W\d_])\1+")


@lru_cache(maxsize=1 << 14)
def _fold(word: str) -> str:
    if 2 * sum(map(str.isalpha, word)) <= len(word):
        return word
    word = word.translate(_LOOK_ALIKES)
    head, tail = word[:1], word[1:]
    for damaged, letter in _FOLDS:
        tail = tail.replace(damaged, letter)
    return _doubled().sub(r"\1", head + tail).replace("l", "i")
