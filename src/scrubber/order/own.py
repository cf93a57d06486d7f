"""Bios in the first person: a paragraph in, whether it opens as they do out."""

from __future__ import annotations

import re
from functools import cache

from scrubber.order import words
from scrubber.order.screen import OWN_START
from scrubber.order.terms import find
from scrubber.wordlist import words as tokens

_UNCASED_START = r"أنا |אני |मैं |私は|僕は|我是|我叫|저는 |나는 "
_WRITES = r"""
write report blog schreibe berichte écris escribo scrivo escrevo schrijf piszę píšu skriver
kirjoitan пишу γράφω أكتب כותב כותבת लिखता लिखती
"""
_ME = """
me my mine je j moi mon mes ich mir mich mein meine meinem meinen meiner yo mi mis io mio mia eu meu
minha ik mij mijn mnie mój moja moje já mě můj jag jeg mig meg min mitt minä minun minua minulle я
мне меня мой моя мои мені мене мій εγώ μου με أنا لي אני שלי לי मैं मेरा मेरी मुझे मेरे
"""
_I = "I"
_LONGEST = 600
"""Characters of such a bio."""


def opens_as_author(text: str) -> bool:
    """Whether a paragraph opens with who speaks in it, and calls that one a writer."""
    match = _own_start().match(text) if len(text) <= _LONGEST else None
    if match is None:
        return False
    sentence = re.split(r"[.!?。।؟]", text, maxsplit=1)[0]
    writes = tokens(_WRITES)
    return any(word in writes for word in sentence.casefold().split()) or bool(
        find(words.WRITER, sentence)
    )


@cache
def _own_start() -> re.Pattern[str]:
    return re.compile(f"{OWN_START}|{_UNCASED_START}")


def speaks_of_itself(text: str) -> bool:
    """Whether somebody says ``I`` in a text."""
    me = tokens(_ME)
    return _unspaced_me().search(text) is not None or any(
        token == _I or (token.casefold() in me and not (token.isupper() and len(token) > 1))
        for token in _words().findall(text)
    )


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\s.,;:!?'’()।،؟]+")


@cache
def _unspaced_me() -> re.Pattern[str]:
    return re.compile("[私僕俺我]|(?:저|나)[는도를]|제가|내가")
