"""Names of persons at the start of a text, found by their form: the text in, the name out."""

from __future__ import annotations

import re
from functools import cache

from scrubber.wordlist import words

_UPPER = "A-ZÀ-ÖØ-ÞĀ-ŽΆ-ΫЀ-ЯҐƏ"
_LONGEST_WORD = 31
_PARTICLES = (
    "van", "von", "de", "der", "den", "di", "da", "dos", "das", "du", "la", "le", "el", "al", "bin",
    "ibn", "ter", "af", "zu", "y", "e", "del", "della",
)  # fmt: skip
_LONGEST_ARTICLE = 6
_AND = "and|und|et|y|e|en|i|a|og|och|ja|и|та|ve|și|és|και|dan|&"
_TITLES = "dr prof mr mrs ms sir dame rev hon dipl ing mag phd md doc mgr bc инж докт проф"
_ARTICLES = """
the a an der die das den dem ein eine le la les un une el los las il lo gli os as um uma een het
det dei
"""

NAME_START = (
    rf"(?!(?:{'|'.join(map(str.capitalize, _ARTICLES.split()))}) )"
    rf"(?![a-z])[^ ]{{0,{_LONGEST_WORD}}} (?:(?![a-z])|(?:{'|'.join(_PARTICLES)}) )"
)
"""What a name may begin with, as far as an article and the letters that open two words tell.

It is asked of every paragraph; most begin with two words in ASCII of which one is common.
"""


def name_at_start(text: str) -> re.Match[str] | None:
    """A name of two to five words at the start, or several; ``next`` is what follows.

    None where an article opens it: that is no person.
    """
    match = _name_start(ascii_only=text.isascii()).match(text)
    return None if match is None or _opens_with_article(text) else match


@cache
def _name_start(*, ascii_only: bool) -> re.Pattern[str]:
    name = _name(ascii_only=ascii_only)
    more = rf"(?:(?:,|,? (?:{_AND})) {name}){{0,4}}"
    aside = r"(?: \([^()\n]{1,60}\))?"
    return re.compile(rf"(?P<name>{name}){more}{aside}(?P<next>,| \S+|\n|$)")


def _name(*, ascii_only: bool) -> str:
    """The expression for a name; sets of characters beyond ASCII take long to compile."""
    upper, apostrophes = ("A-Z", "'") if ascii_only else (_UPPER, "’'")
    word = rf"[{upper}][\w.{apostrophes}\-]{{0,{_LONGEST_WORD - 1}}}"
    return rf"{word}(?: (?:(?:{'|'.join(_PARTICLES)}) ){{0,3}}{word}){{1,4}}"


@cache
def _whole_name(*, ascii_only: bool) -> re.Pattern[str]:
    return re.compile(rf"{_name(ascii_only=ascii_only)}[.,]?")


def is_name(text: str) -> bool:
    """Whether a line is a person's name and nothing else."""
    if len(text) > 60:
        return False
    if text.isupper():
        text = text.title()
    return _whole_name(ascii_only=text.isascii()).fullmatch(text) is not None


def first_of_names(line: str) -> str:
    """The first of the names that are all a line says, as that over several authors does."""
    match = name_at_start(line)
    return match["name"] if match and not match["next"] else ""


def _opens_with_article(text: str) -> bool:
    return text[:_LONGEST_ARTICLE].partition(" ")[0].casefold() in words(_ARTICLES)


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that name someone: no titles, initials or particles.

    None where an article opens it.
    """
    if _opens_with_article(name):
        return ()
    found = (word.strip(".,'’") for word in name.split())
    return tuple(
        word
        for word in found
        if len(word) > 1 and word[0].isupper() and word.casefold() not in words(_TITLES)
    )
