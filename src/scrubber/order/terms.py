"""Lists of terms, such as ``words`` and ``endwords`` hold: a list and a text in, what is found out.

A term may take two more letters, as inflections add them; one that ends in ``-`` is a stem and
takes any, one that ends in ``.`` none, and behind one that ends in ``$`` no letter may follow.
What stands behind ``//`` (scripts that set no spaces or join particles) matches anywhere.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeAlias

    from scrubber.model import Span

    _Patterns: TypeAlias = tuple[re.Pattern[str], re.Pattern[str] | None]

_TYPOGRAPHY = "‘’“”–—…\u00a0"
"""What stands beyond ASCII in texts of which all letters are within."""
_LATIN_END = 0x2100
"""Beyond all of these."""
_LONGEST_ENDING = 2
_LATIN = "«»„‚¡-\u036f\u1e00-\u1eff"


class _Script(IntEnum):
    """The letters of a text, as far as they tell which terms cannot stand in it."""

    ASCII = 0
    LATIN = 1
    ANY = 2


@cache
def members(terms: str) -> frozenset[str]:
    """The words of a list as they stand."""
    return frozenset(_terms(terms))


@cache
def joined(terms: str) -> tuple[str, ...]:
    """The words of a list that may stand anywhere."""
    return tuple(_terms(terms.partition("//")[2]))


def find(terms: str, text: str, within: int | None = None) -> Span | None:
    """Where the first word of a list stands in a text, or in its first ``within`` characters."""
    text = text[:within].lower()
    spaced, joined = _patterns(terms, _script_of(text))
    match = spaced.search(f" {text}")
    inner = joined and joined.search(text)
    if inner and not (match and match.start() <= inner.start()):
        return inner.span()
    return match and (match.start(), match.end() - 1)


def find_all(terms: str, text: str) -> set[str]:
    """The different words of a list that stand in a text."""
    text = text.lower()
    spaced, joined = _patterns(terms, _script_of(text))
    found = {match[0][1:] for match in spaced.finditer(f" {text}")}
    return found.union(joined.findall(text)) if joined else found


def opens(terms: str, text: str) -> Span | None:
    """Where the word of a list stands with which a text begins."""
    head = text[:2].lower()
    if head.isascii() and head not in _heads(terms) and head[:1] not in _heads(terms):
        return None  # as nearly all
    text = text[: _reach(terms)].lower()
    spaced, joined = _patterns(terms, _script_of(text))
    match = spaced.match(f" {text}")
    if match:
        return 0, match.end() - 1
    inner = joined and joined.match(text)
    return inner and inner.span()


@cache
def _heads(terms: str) -> frozenset[str]:
    """The first two letters of each word of a list, or the only one."""
    return frozenset(term.rstrip("-.$")[:2] for term in _terms(terms.replace("//", ",")))


@cache
def _reach(terms: str) -> int | None:
    """How many characters tell whether a text begins with a word of a list; None: all do."""
    return None if "$" in terms else max(map(len, members(terms))) + _LONGEST_ENDING + 1


@cache
def _patterns(terms: str, script: _Script) -> _Patterns:
    """The regexes, for lower case, of the terms that a script can write: set apart, and anywhere.

    The first takes the character before the term as well, and so wants a blank before the text:
    the engine skips quickly to a first character of a known set, while a condition on what stands
    before would be tried at every letter. Branches part at the first letter: a word of the text
    is compared with few of the list.
    """
    spaced, _, joined = terms.partition("//")
    initials: dict[str, list[str]] = {}
    for term in _terms(spaced, script):
        initials.setdefault(term[0], []).append(_as_regex(term[1:]))
    branches = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in initials.items())
    source = rf"{_apart(script)}(?:{'|'.join(branches)})"
    anywhere = [_as_stem(term) for term in _terms(joined, script)]
    return re.compile(source), re.compile("|".join(anywhere)) if anywhere else None


@cache
def _apart(script: _Script) -> str:
    """What may stand before a word, no letter or digit; spelled out, as that is read faster."""
    if script is _Script.ASCII:
        return "[^a-z0-9]"
    if script is _Script.ANY:
        return r"[\W_]"
    known = _beyond(_TYPOGRAPHY + _LATIN)
    marks = (c for c in map(chr, range(_LATIN_END)) if not (c.isalnum() or known.search(c)))
    return f"[{re.escape(''.join(marks))}]"


def _terms(terms: str, script: _Script = _Script.ANY) -> list[str]:
    found = (" ".join(term.split()) for term in terms.split(","))
    return [term for term in found if term and _script_of(term) <= script]


def is_plain(text: str) -> bool:
    """Whether all letters of a text are those of ASCII, whatever its quotation marks are."""
    return _script_of(text) is _Script.ASCII


def _script_of(text: str) -> _Script:
    if text.isascii() or not _beyond(_TYPOGRAPHY).search(text):
        return _Script.ASCII
    return _Script.ANY if _beyond(_TYPOGRAPHY + _LATIN).search(text) else _Script.LATIN


@cache
def _beyond(known: str) -> re.Pattern[str]:
    return re.compile(rf"[^\x00-\x7f{known}]")


def _as_stem(term: str) -> str:
    return _as_regex(term if term.endswith("$") else f"{term}-")


def _as_regex(term: str) -> str:
    if term.endswith("-"):
        return re.escape(term[:-1])
    if term.endswith("$"):
        return re.escape(term[:-1]) + r"(?=[\W\d]*\Z)"
    if term.endswith("."):
        return re.escape(term[:-1]) + r"(?!\w)"
    return re.escape(term) + rf"\w{{0,{_LONGEST_ENDING}}}(?!\w)"
