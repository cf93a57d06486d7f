"""Signs of an author section in one block: its text in, heading, name and points of a bio out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from scrubber.order import words
from scrubber.order.names import is_name, name_start, name_words
from scrubber.order.words import members, pattern

_TOKEN = re.compile(r"[^\W\d_]+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w|(?<![\w@])@\w{3,}")
_QUOTATION = re.compile(r"[“„«\"「『][^“”„«»\"」』]{25,}[”“»\"」』]")
_CLAUSE = 120
_UNSPACED_NAME = re.compile(
    r"(?:作者|本文作者|著者|筆者)?[:：]?"
    r"(?P<name>[^\W\d_·・][^\W\d_]{0,3}(?:[ ·・　][^\W\d_]{1,8}){0,2}?)"
    r"(?:[（(][^()（）]{1,40}[)）])?(?: ?기자)?(?:是|系|为|，|,|、|は|은|는|이|\s)"
)


@dataclass(frozen=True, slots=True)
class Bio:
    """A paragraph that introduces a person."""

    name: tuple[str, ...]
    """The words of the name as the text has them."""
    points: float


def is_author_heading(text: str) -> bool:
    """Whether a line says no more than that what follows is about the author."""
    text = text.strip(" \t:：.–—-#*_|")
    if not text or len(text) > 60:
        return False
    tokens = _TOKEN.findall(text.casefold())
    if not 1 <= len(tokens) <= 7:
        return False
    authors = [token for token in tokens if _is_author(token)]
    if authors:
        return all(
            token in members(words.ABOUT) or token in authors or len(token) == 2 for token in tokens
        )
    return not text.isascii() and _unspaced_heading().fullmatch(text) is not None


def _is_author(token: str) -> bool:
    match = pattern(words.AUTHOR).match(token)
    return match is not None and len(token) - match.end() <= 5


@cache
def _unspaced_heading() -> re.Pattern[str]:
    return re.compile(words.HEADING)


def is_person_heading(text: str) -> bool:
    """Whether a line announces somebody's life, as ``Bio`` does."""
    return text.strip(" \t:：").casefold() in members(words.PERSON)


def names_heading(heading: str, name: tuple[str, ...]) -> bool:
    """Whether a heading names the person whose bio follows, in whatever inflection."""
    tokens = {token.casefold() for token in _TOKEN.findall(heading)}
    stems = [word.casefold()[: max(3, len(word) - 2)] for word in name]
    return bool(stems) and all(
        any(token.startswith(stem) for token in tokens) for stem in stems[-2:]
    )


def split_heading(text: str) -> tuple[str, str]:
    """A heading in one block with its bio, before a colon or as a first line; and the bio."""
    line, found, rest = text.partition("\n")
    if found and is_author_heading(line):
        return line, rest.strip()
    head, found, rest = text[:60].partition(":")
    if not found:
        head, found, rest = text[:60].partition("：")
    if found and rest.strip() and is_author_heading(head):
        return head, text[len(head) + 1 :].strip()
    return "", text


def bio_of(text: str) -> Bio | None:
    """The person whom a paragraph introduces as bios do, with the points for its wording."""
    name = _introduced(text)
    if name is None:
        return None
    return Bio(name, wording_points(text))


def _introduced(text: str) -> tuple[str, ...] | None:
    match = name_start().match(text)
    if match is not None:
        name = name_words(match["name"])
        if len(name) >= 1 and _has_predicate(text, match):
            return name
        return None
    if text[0] >= "\u0590":
        match = _UNSPACED_NAME.match(text)
        if match is not None and pattern(words.WRITER).search(text[: _CLAUSE // 2]):
            return (match["name"],)
    return None


def _has_predicate(text: str, match: re.Match[str]) -> bool:
    """Whether the name is the subject of a bio's verb, at once or behind an apposition."""
    following = match["next"]
    if following.strip() in members(words.PREDICATES):
        return True
    if following == ",":
        clause = re.split(r"[.!?](?:\s|$)", text[match.end() : match.end() + _CLAUSE])[0]
        parts = clause.split(",")
        return any(
            part.split()[:1] and part.split()[0] in members(words.PREDICATES) for part in parts[1:]
        )
    return False


def wording_points(text: str) -> float:
    """How much a paragraph tells what bios tell, less what only articles tell."""
    opening = text[: _CLAUSE * 2]
    points = 0.0
    if pattern(words.WRITER).search(opening):
        points += 3
    elif pattern(words.TRADE).search(opening):
        points += 1.5
    if _EMAIL.search(text):
        points += 3
    elif pattern(words.CONTACT).search(text):
        points += 1
    told = {match.group().casefold() for match in pattern(words.LIFE).finditer(text)}
    points += min(2.0, 0.5 * len(told))
    return points - news_points(text)


def news_points(text: str) -> float:
    """How much a paragraph reads like an article: speech and quotations."""
    points = 0.0
    quotation = _QUOTATION.search(text) is not None
    speech = pattern(words.SPEECH).search(text) is not None
    if quotation and speech:
        points += 4
    elif speech:
        points += 1.5
    elif quotation:
        points += 1
    return points


def continues_bio(text: str, name: tuple[str, ...]) -> float:
    """Points for a paragraph behind a bio of ``name`` to tell more of that person."""
    opening = _TOKEN.findall(text[:40])
    points = wording_points(text) - 1
    if any(word in name for word in opening[:2]):
        points += 2.5
    elif opening and opening[0].casefold() in members(words.PRONOUNS):
        points += 1
    elif any(word in text for word in name if len(word) > 3):
        points += 2
    elif not any(token.casefold() in members(words.PRONOUNS) for token in _TOKEN.findall(text)):
        points -= 2
    return points


def is_name_line(text: str, name: tuple[str, ...]) -> bool:
    """Whether a short line names the author, alone or with little else."""
    if not name:
        return is_name(text)
    return all(word in text for word in name)


def is_card_line(text: str) -> bool:
    """Whether a short line gives a role or a way to reach someone."""
    return any(
        found.search(text)
        for found in (pattern(words.WRITER), pattern(words.TRADE), pattern(words.CONTACT), _EMAIL)
    )
