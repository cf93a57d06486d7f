"""``required-version``: a requirement in, whether this version meets it out."""

from __future__ import annotations

import re

_CLAUSE = r"\s*(==|!=|>=|<=|>|<|~=)?\s*(\d+(?:\.\d+)*)\s*"


def meets(version: str, requirement: str) -> bool:
    """Whether ``version`` meets all clauses of ``requirement``, such as ``>=0.1,<1`` or ``0.2``.

    Raises:
        ValueError: ``requirement`` is none.
    """
    own = _release(version)
    return all(_holds(own, clause) for clause in requirement.split(","))


def _holds(own: tuple[int, ...], clause: str) -> bool:
    match = re.fullmatch(_CLAUSE, clause)
    if match is None:
        raise ValueError(f"{clause.strip()!r} is no version: write it like '0.2' or '>=0.2,<1'")
    sign, wanted = match[1] or "==", _release(match[2])
    if sign == "~=":
        series = wanted[: max(len(match[2].split(".")) - 1, 1)]
        return own >= wanted and own[: len(series)] == series
    return {
        "==": own == wanted,
        "!=": own != wanted,
        ">=": own >= wanted,
        "<=": own <= wanted,
        ">": own > wanted,
        "<": own < wanted,
    }[sign]


def _release(version: str) -> tuple[int, ...]:
    """The numbers of a version, padded so that 1 equals 1.0."""
    match = re.match(r"\d+(?:\.\d+)*", version)
    assert match is not None
    numbers = tuple(int(part) for part in match[0].split("."))
    return numbers + (0,) * (4 - len(numbers))
