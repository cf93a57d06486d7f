"""Signs of an author section in one block: its text in, heading, name and points of a bio out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from scrubber.order import words
from scrubber.order.names import is_name, name_start, name_words
from scrubber.order.words import find, find_all, members, opens

_TOKEN = re.compile(r"[^\W\d_]+")
_REACHED = re.compile(r"[\w.+-]+@[\w-]+\.\w|(?<![\w@])@\w{3,}")
_QUOTATION = re.compile(r"[“„«\"「『][^“„«»\"」』”]{25,}[”“»\"」』]")
_PAST = re.compile(
    r"[^.!?,]* (?:was|were|war|était|fue|era|foi|był|była|byl|byla|var|oli|был|была|був|була)\s"
)
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
_OPENING = 160
"""Characters of a bio within which its first sentence says what the person is."""
_PARTICIPLE_WITHIN = 30
_AUTHOR_WITHIN = 40
_LONGEST_HEADING = 60
_LONGEST_ENDING = 5
_UNSPACED_NAME = re.compile(
    r"(?:本文)?(?:作者|著者|筆者)?[:：]?"
    r"(?P<name>[^\W\d_]{2,4}?(?:[ ·・　][^\W\d_]{1,8}){0,2}?)"
    r"(?:[（(][^()（）]{1,40}[)）])? ?(?:기자|작가)?(?:是|系|为|，|,|、|は|은|는|이|[ 　])"
)


@dataclass(frozen=True, slots=True)
class Bio:
    """A paragraph that introduces a person."""

    name: tuple[str, ...]
    """The words of the name as the text has them; none where it says ``the author``."""
    points: float
    """How much its wording tells of an author."""
    is_past: bool = False
    """Whether it says what the person was."""


def is_author_heading(text: str) -> bool:
    """Whether a line says no more than that what follows is about the author."""
    text = text.strip(" \t:：.–—-#*_|")
    if not text or len(text) > _LONGEST_HEADING:
        return False
    tokens = _TOKEN.findall(text.casefold())
    authors = {token for token in tokens if _is_author(token)}
    if authors:
        known = members(words.ABOUT)
        return all(token in known or token in authors or len(token) <= 2 for token in tokens)
    return not text.isascii() and _heading().fullmatch(text) is not None


def _is_author(token: str) -> bool:
    match = opens(words.AUTHOR, token)
    return match is not None and len(token) - match.end() <= _LONGEST_ENDING


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(words.HEADING)


def is_person_heading(text: str) -> bool:
    """Whether a line announces somebody's life, as ``Bio`` does."""
    return text.strip(" \t:：").casefold() in members(words.PERSON)


def names_person(line: str, name: tuple[str, ...]) -> bool:
    """Whether a line has the last two words of ``name``, in whatever inflection."""
    tokens = [token.casefold() for token in _TOKEN.findall(line)]
    stems = [word.casefold()[: max(2, len(word) - 2)] for word in name[-2:]]
    return bool(stems) and all(any(t.startswith(stem) for t in tokens) for stem in stems)


def split_heading(text: str) -> tuple[str, str]:
    """A heading in one block with its bio, before a colon or as a first line; and the bio."""
    line, found, rest = text[:_LONGEST_HEADING].partition("\n")
    if found and is_author_heading(line):
        return line, text[len(line) + 1 :].strip()
    for colon in ":：":
        head, found, rest = text[:_LONGEST_HEADING].partition(colon)
        if found and rest.strip() and is_author_heading(head):
            return head, text[len(head) + 1 :].strip()
    return "", text


def bio_of(text: str) -> Bio | None:
    """The person whom a paragraph introduces as bios do, with the points for its wording."""
    name = _introduced(text)
    if name is None:
        return None
    is_past = _PAST.match(text, 0, _OPENING) is not None
    return Bio(name, wording_points(text), is_past)


def _introduced(text: str) -> tuple[str, ...] | None:
    match = name_start().match(text)
    if match is not None:
        if not _has_predicate(text, match):
            return None
        name = name_words(match["name"])
        return name if len(name) > 1 else None
    if text[:1] >= "\u0590":
        match = _UNSPACED_NAME.match(text)
        if match is not None and find(words.WRITER, text[match.end() : _OPENING]):
            return (match["name"],)
        return None
    return () if starts_with_author(text) else None


def starts_with_author(text: str) -> bool:
    """Whether a sentence begins as in ``The author is a historian``."""
    opening = text[:_AUTHOR_WITHIN].replace("’", " ").replace("'", " ").split()[:3]
    return any(
        verb in members(words.PREDICATES) and _is_author(word.casefold())
        for word, verb in pairwise(opening)
    )


def _has_predicate(text: str, match: re.Match[str]) -> bool:
    """Whether the name is the subject of a bio's verb, at once or behind an apposition."""
    end = match.end("name")
    if match["next"] != ",":
        return _is_predicate(text[end : end + _OPENING])
    clauses = text[end + 1 : end + _OPENING].split(",")
    for place, clause in enumerate(clauses):
        if place and _is_predicate(clause):
            return True
        if _SENTENCE_END.search(clause):
            return False
    return False


def _is_predicate(clause: str) -> bool:
    verb, _, rest = clause.strip().partition(" ")
    if verb in members(words.AUXILIARIES):
        return find(words.LIFE, rest[:_PARTICIPLE_WITHIN]) is not None
    return verb in members(words.PREDICATES)


def wording_points(text: str, within: int = 2 * _OPENING) -> float:
    """How much a paragraph tells what bios tell, less what only articles tell.

    A trade counts where it stands in the first ``within`` characters.
    """
    points = 0.0
    if find(words.WRITER, text, within):
        points += 3
    elif find(words.TRADE, text, within):
        points += 1.5
    if _REACHED.search(text):
        points += 3
    elif points and find(words.CONTACT, text):
        points += 1
    if points:
        points += min(2.0, 0.5 * len(find_all(words.LIFE, text)))
    return points - news_points(text)


def news_points(text: str) -> float:
    """How much a paragraph reads like an article: speech and quotations."""
    quotation = _QUOTATION.search(text) is not None
    speech = find(words.SPEECH, text) is not None
    if quotation and speech:
        return 4
    return 1.5 if speech else float(quotation)


def subject_points(text: str, name: tuple[str, ...]) -> float:
    """How much a paragraph behind a bio of ``name`` is about that person; 0: not at all."""
    opening = _TOKEN.findall(text[:_OPENING])[:8]
    if any(word in name for word in opening[:2]):
        return 2.5
    if any(word in text for word in name if len(word) > 3):
        return 2
    return float(any(token.casefold() in members(words.PRONOUNS) for token in opening))


def mentions_person(text: str, name: tuple[str, ...]) -> bool:
    """Whether a text calls a person by the last name, alone or behind the first."""
    last = re.escape(name[-1])
    mention = rf"(?:(?P<before>[\w.’'-]+) )?(?<!\w){last}(?!\w)(?! ?[^\W\d_a-z])"
    for match in re.finditer(mention, text):
        before = match["before"]
        if not before or before in name or not before[0].isupper() or before.endswith("."):
            return True
    return False


def is_card_line(text: str, name: tuple[str, ...]) -> bool:
    """Whether a short line gives the name, a role or a way to reach someone."""
    return (
        (names_person(text, name) if name else is_name(text))
        or _REACHED.search(text) is not None
        or any(find(listed, text) for listed in (words.WRITER, words.TRADE, words.CONTACT))
    )
