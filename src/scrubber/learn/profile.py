"""What sites repeat, as a file that people read and edit: lines of JSON in, rows out, and back."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BEHIND = "end"
ACTIONS = ("", "keep", "end", "drop")
"""What a row may ask for; an empty action follows ``--furniture``."""
GAP = "*"
"""In a pattern: any text, but not none."""
_LITERAL = 8
"""Letters and digits that a pattern must have besides its gaps."""


@dataclass(frozen=True, slots=True)
class Row:
    """One block that recurs, or one pattern of blocks, with what speaks for it.

    A block matches that equals ``text`` or a variant after normalising, or the whole ``pattern``.
    """

    text: str
    variants: tuple[str, ...] = ()
    pattern: str = ""
    site: str = ""
    """Where the row holds; everywhere when empty."""
    where: str = ""
    """``end``: it holds only behind the text of an article."""
    count: int = 0
    """Articles that have it; the same story told several times counts once."""
    share: float = 0.0
    """Of the articles of the site."""
    sites: int = 0
    """On how many sites of the archive the block recurs."""
    position: str = ""
    """``start``, ``body``, ``end``: where in the articles it stands."""
    why: str = ""
    examples: tuple[str, ...] = ()
    action: str = ""
    number: int = 0
    """Its line in the file, from 1."""


_WRITTEN = tuple(field.name for field in fields(Row) if field.name != "number")
_TEXTS = ("variants", "examples")
_STRINGS = ("text", "pattern", "site", "where", "position", "why")


class ProfileError(ValueError):
    """A profile that cannot be used; the message is a sentence that begins with the line."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"{line}: {what}")
        self.line, self.what = line, what


class Profile:
    """The rows of a profile. Equal profiles act alike; the representation tells them apart."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self.rows = tuple(rows)

    @cached_property
    def digest(self) -> str:
        """Stands for the rows."""
        return blake2b(
            as_text(self.rows).encode("utf-8", "surrogatepass"), digest_size=16
        ).hexdigest()

    @cached_property
    def sites(self) -> frozenset[str]:
        """The sites that rows name."""
        return frozenset(row.site for row in self.rows if row.site)

    def __repr__(self) -> str:
        return f"Profile({self.digest})"

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Profile) and self.rows == other.rows)

    def __reduce__(self) -> tuple[Any, ...]:
        return Profile, (self.rows,)


def as_text(rows: Iterable[Row]) -> str:
    """The rows as lines of JSON; what is empty is left out, but for the action."""
    return "".join(_as_line(row) for row in rows)


def _as_line(row: Row) -> str:
    shown = {
        name: value
        for name, value in asdict(row).items()
        if name in _WRITTEN and (value or name == "action")
    }
    return json.dumps(shown, ensure_ascii=False) + "\n"


def profile_of(value: object) -> Profile:
    """A profile as the library takes it: one, the text of a file of one, or its rows.

    Raises:
        ValueError: it is none of these, or a row is wrong.
    """
    if isinstance(value, Profile):
        return value
    if isinstance(value, str):
        return read_profile(value)
    if isinstance(value, (list, tuple)):
        return Profile(
            replace(row, number=row.number or number) if isinstance(row, Row) else _row(row, number)
            for number, row in enumerate(value, 1)
        )
    raise ValueError(f"profile takes the text of a profile or its rows, not {value!r}")


def read_profile(text: str) -> Profile:
    """The profile in the lines of ``text``.

    Raises:
        ProfileError: a line is no row; it names the first one.
    """
    rows: list[Row] = []
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as error:
            raise ProfileError(number, f"is no line of JSON ({error})") from error
        rows.append(_row(value, number))
    return Profile(rows)


def _row(value: Any, number: int) -> Row:
    try:
        return _checked(value, number)
    except ValueError as error:
        raise ProfileError(number, str(error)) from error


def _checked(value: Any, number: int) -> Row:
    from scrubber.closest import unknown

    if not isinstance(value, dict):
        raise ValueError("is no JSON object")
    for name in value:
        if name not in _WRITTEN:
            raise ValueError(unknown("key", name, _WRITTEN))
    for name in _STRINGS:
        if not isinstance(value.get(name, ""), str):
            raise ValueError(f"{name} takes a string, not {value[name]!r}")
    for name in _TEXTS:
        items = value.get(name, [])
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            raise ValueError(f"{name} takes a list of strings, not {items!r}")
    _check_numbers(value)
    action = value.get("action", "")
    if action not in ACTIONS:
        raise ValueError(unknown("action", action, ACTIONS[1:]))
    where = value.get("where", "")
    if where not in ("", BEHIND):
        raise ValueError(unknown("place", where, [BEHIND]))
    _check_what_matches(value)
    lists = {name: tuple(value[name]) for name in _TEXTS if name in value}
    return Row(**{"text": "", **value, **lists, "number": number})


def _check_numbers(value: Mapping[str, Any]) -> None:
    for name in ("count", "sites"):
        count = value.get(name, 0)
        if isinstance(count, bool) or not isinstance(count, int) or count < 0:
            raise ValueError(f"{name} takes a number from 0, not {count!r}")
    share = value.get("share", 0)
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 1:
        raise ValueError(f"share takes a number from 0 to 1, not {share!r}")


def _check_what_matches(value: Mapping[str, Any]) -> None:
    pattern = value.get("pattern", "")
    texts = [value.get("text", ""), *value.get("variants", ())]
    if pattern:
        if GAP not in pattern:
            raise ValueError(f"the pattern has no {GAP} for what differs; write it as text")
        if sum(map(str.isalnum, pattern)) < _LITERAL and len(pattern.encode()) < _LITERAL:
            raise ValueError(f"the pattern {pattern!r} is so short that it would match body text")
    elif not any(text.strip() for text in texts):
        raise ValueError("has neither a text nor a pattern")
    if any(not text.strip() for text in value.get("variants", ())):
        raise ValueError("one of its variants is empty")
