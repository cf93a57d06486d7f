"""Globs as ruff reads them: patterns and the folder they are relative to in, a match out."""

from __future__ import annotations

import os
import re
from functools import cache
from typing import NamedTuple


class Globs(NamedTuple):
    """Patterns, and the absolute folder that they are relative to.

    A pattern without a slash matches a name at any depth; any other matches a path. A star
    matches slashes too.
    """

    patterns: tuple[str, ...]
    base: str

    def match(self, path: str) -> bool:
        """Whether the absolute ``path`` itself is meant, whatever its folders are."""
        return bool(self.patterns) and bool(_compiled(self).fullmatch(_posix(path)))

    def match_with_parents(self, path: str) -> bool:
        """Whether ``path`` or a folder that holds it is meant; ``base`` and above do not count."""
        if not self.patterns:
            return False
        if self.match(path):
            return True
        from pathlib import PurePath

        parents = (str(parent) for parent in PurePath(path).parents)
        return any(self.match(parent) for parent in parents if _is_below(parent, self.base))


def check_glob(glob: str) -> str:
    """Make sure that ``glob`` is a pattern, and give it back.

    Raises:
        ValueError: it is none; the message says why.
    """
    try:
        re.compile(translate(glob))
    except re.error as error:
        raise ValueError(f"{glob!r} is no pattern: {error.msg}") from error
    return glob


def split(listed: str) -> tuple[str, ...]:
    """The patterns in a list that is parted by commas; those within braces part none."""
    parts = re.findall(r"(?:\{[^{}]*\}|[^,])+", listed)
    return tuple(part.strip() for part in parts if part.strip())


def _is_below(path: str, base: str) -> bool:
    return path.startswith(base if base.endswith(os.sep) else base + os.sep)


def _posix(path: str) -> str:
    return path.replace(os.sep, "/")


@cache
def _compiled(globs: Globs) -> re.Pattern[str]:
    base = re.escape(_posix(globs.base).rstrip("/") + "/")
    return re.compile("|".join(_alternative(glob, base) for glob in globs.patterns), re.DOTALL)


def _alternative(glob: str, base: str) -> str:
    glob = glob.removeprefix("./").rstrip("/") or "*"
    if glob.startswith("/") or os.path.isabs(glob):
        return translate(_posix(glob))
    where = base if "/" in glob else "(?:.*/)?"
    return where + translate(glob)


def translate(glob: str) -> str:
    """The regular expression of one pattern.

    Raises:
        ValueError: a bracket or a brace in it has no partner.
    """
    return "".join(_expression(match) for match in _tokens().finditer(glob))


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(
        r"(?P<any>(?:^|(?<=/))\*\*/)|(?P<star>\*+)|(?P<one>\?)|(?P<set>\[[!^]?+[^/][^\]/]*\])|"
        r"(?P<brace>\{[^{}]*\})|(?P<char>.)",
        re.DOTALL,
    )


def _expression(match: re.Match[str]) -> str:
    text = match[0]
    if match.lastgroup == "any":
        return "(?:.*/)?"
    if match.lastgroup == "star":
        return ".*"
    if match.lastgroup == "one":
        return "."
    if match.lastgroup == "brace":
        return "(?:" + "|".join(translate(part) for part in text[1:-1].split(",")) + ")"
    if match.lastgroup == "set":
        negated = text[1] in "!^"
        members = text[2 if negated else 1 : -1].replace("\\", "\\\\").replace("[", "\\[")
        members = members.replace("]", "\\]")
        return f"[{'^' if negated else ''}{members}]"
    if text in "[{}":
        why = f"{text} has no partner; write [{text}] for the sign itself"
        raise ValueError(f"{match.string!r} is no pattern: {why}")
    return re.escape(text)
