"""The quotation marks of one paragraph in; each read as opening, closing, apostrophe, prime out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrubber.quotes.nouns import DOUBLE, SINGLE, Mark, Role
from scrubber.wordlist import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPENERS = "([{<¿¡/=—–-―\u00a0\u202f\u2009\u200e\u200f*_"
_CLOSERS = ".,;:!?…)]}>/—–-―。，！？*_"
_STRONG = ".,!?…"
_STOPS = ".,;:!?)]}"
_ELISIONS = """
twas tis em cause til till n round bout cept ere neath nuff tween twere twill twould ello
cos coz fraid nother scuse gainst
"""
_ALWAYS_OPEN = "„‚"
_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"\d\ds?(?![\d\w])")
_FEET_INCHES = re.compile(r"\d'\d{1,2}[\"”″]")
_FEET = re.compile(r"\d['′’]\s?\d{1,2}(?:[.,]\d+|\s?\d/\d)?$")


class Paragraph:
    """Reads the marks of ``text[start:end]`` from left to right, knowing which are open."""

    def __init__(self, text: str, start: int, end: int, matches: Sequence[re.Match[str]]) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._matches = matches
        self._open: list[int] = []
        """Places, in the list of marks, of quotations not closed yet."""
        self._marks: list[Mark] = []
        self._singles = self._single_closers()

    def marks(self) -> list[Mark]:
        """All marks of the paragraph."""
        for place, match in enumerate(self._matches):
            role = self._role(place, match)
            if role is not None:
                self._add(match, role)
        for place in self._open:
            self._marks[place] = self._marks[place]._replace(is_matched=False)
        return self._marks

    def _add(self, match: re.Match[str], role: Role) -> None:
        sign = match[0]
        double = sign in ("``", "''", '"') or sign in DOUBLE
        straight = sign[0] in "\"'`"
        mark = Mark(match.start(), match.end(), role, double, straight)
        if role is Role.OPEN:
            outer = sum(self._marks[place].is_double for place in self._open)
            mark = mark._replace(is_nested=outer % 2 == 1)
            self._open.append(len(self._marks))
        elif role is Role.CLOSE:
            opened = self._last_open(is_double=double)
            if opened is None:
                mark = mark._replace(is_matched=False)
            else:
                mark = mark._replace(is_nested=self._marks[opened].is_nested)
                inner = [place for place in self._open if place > opened]
                for place in inner:
                    self._marks[place] = self._marks[place]._replace(is_matched=False)
                self._open = [place for place in self._open if place < opened]
        self._marks.append(mark)

    def _last_open(self, *, is_double: bool) -> int | None:
        found = (
            place for place in reversed(self._open) if self._marks[place].is_double is is_double
        )
        return next(found, None)

    def _role(self, place: int, match: re.Match[str]) -> Role | None:
        sign = match[0]
        if sign == "``":
            return Role.OPEN
        if sign == "''":
            opened = self._last_open(is_double=True)
            is_latex = opened is not None and self._text[self._marks[opened].start] == "`"
            return Role.CLOSE if is_latex else None
        if sign == '"' or sign in DOUBLE:
            return self._double(place, match)
        return self._single(place, match)

    def _before(self, match: re.Match[str]) -> str:
        return self._text[match.start() - 1] if match.start() > self._start else " "

    def _after(self, match: re.Match[str]) -> str:
        return self._text[match.end()] if match.end() < self._end else " "

    def _may_open(self, match: re.Match[str]) -> bool:
        before = self._before(match)
        if self._after(match).isspace() or self._after(match) in _STOPS:
            return False
        if before.isspace() or before in _OPENERS or before in "“„«‘‚‹":
            return True
        last = self._marks[-1] if self._marks else None
        return last is not None and last.end == match.start() and last.role is Role.OPEN

    def _may_close(self, match: re.Match[str]) -> bool:
        after = self._after(match)
        if self._before(match).isspace():
            return False
        return after.isspace() or after in _CLOSERS or after in "\"'”’»›“‘"

    def _double(self, place: int, match: re.Match[str]) -> Role:
        sign = match[0]
        is_open = self._last_open(is_double=True) is not None
        if sign == '"' and (self._is_measure(match, is_open=is_open) or self._is_inches(place)):
            return Role.PRIME
        if sign in _ALWAYS_OPEN:
            return Role.OPEN
        if sign == "“":
            return Role.CLOSE if self._closes_low(match, "„") else Role.OPEN
        if sign == "”" and is_open:
            return Role.CLOSE
        may_open, may_close = self._may_open(match), self._may_close(match)
        if may_open != may_close:
            return Role.OPEN if may_open else Role.CLOSE
        if sign in "«»” " and not is_open:
            return Role.CLOSE if sign in "»”" else Role.OPEN
        return Role.CLOSE if is_open else Role.OPEN

    def _closes_low(self, match: re.Match[str], low: str) -> bool:
        """Whether a mark that opens elsewhere closes a quotation here, behind a low mark."""
        opened = self._last_open(is_double=low == "„")
        if opened is None:
            return self._may_close(match) and not self._may_open(match) and low in self._text
        return self._text[self._marks[opened].start] in (low, "”", "’")

    def _is_measure(self, match: re.Match[str], *, is_open: bool) -> bool:
        if not self._before(match).isdigit() or self._after(match).isalpha():
            return False
        line = self._text[max(self._start, match.start() - 12) : match.start()]
        return not is_open or (match[0] == '"' and _FEET.search(line) is not None)

    def _is_inches(self, place: int) -> bool:
        """A mark behind a number within a quotation whose closing mark is still to come."""
        match = self._matches[place]
        opened = self._last_open(is_double=True)
        if opened is None or not self._before(match).isdigit() or self._after(match).isalnum():
            return False
        if self._text[self._marks[opened].end : match.start()].strip("0123456789.,") == "":
            return False
        following = next((m for m in self._matches[place + 1 :] if m[0] in '"”'), None)
        return (
            following is not None and self._may_close(following) and not self._may_open(following)
        )

    def _single(self, place: int, match: re.Match[str]) -> Role:
        sign = match[0]
        before, after = self._before(match), self._after(match)
        if sign in "‹›‚":
            return self._pointed(match)
        if before.isalnum() and after.isalnum():
            line = self._text[match.start() - 1 : match.start() + 5]
            return Role.PRIME if _FEET_INCHES.match(line) else Role.APOSTROPHE
        is_open = self._last_open(is_double=False) is not None
        if sign == "'" and self._is_measure(match, is_open=is_open):
            return Role.PRIME
        if sign == "‘":
            return Role.CLOSE if self._closes_low(match, "‚") else Role.OPEN
        if self._may_open(match) and sign == "'":
            return Role.APOSTROPHE if self._is_elision(place, match) else Role.OPEN
        if not is_open or self._is_possessive(place, match):
            return Role.APOSTROPHE
        return Role.CLOSE

    def _pointed(self, match: re.Match[str]) -> Role:
        if match[0] == "‚":
            return Role.OPEN
        if self._may_open(match) != self._may_close(match):
            return Role.OPEN if self._may_open(match) else Role.CLOSE
        return Role.OPEN if match[0] == "‹" else Role.CLOSE

    def _single_closers(self) -> list[str]:
        """For each mark: ``strong`` behind a stop, ``weak`` behind a word, ``open`` or nothing."""
        kinds: list[str] = []
        for match in self._matches:
            kind = ""
            if match[0] in SINGLE or match[0] == "'":
                before, after = self._before(match), self._after(match)
                if before in _STRONG and not after.isalnum():
                    kind = "strong"
                elif before.isalnum() and not after.isalnum():
                    kind = "weak"
                elif not before.isalnum() and after.isalnum():
                    kind = "open"
            kinds.append(kind)
        return kinds

    def _closer_follows(self, place: int, *, strong: bool) -> bool:
        """Whether a mark that can close stands behind ``place``, with none that opens between."""
        for kind in self._singles[place + 1 : place + 50]:
            if kind == "strong" or (kind == "weak" and not strong):
                return True
            if kind == "open" and strong:
                return False
        return False

    def _is_elision(self, place: int, match: re.Match[str]) -> bool:
        if self._text[match.start() : match.end() + 2].lower() == "'n'":
            return True
        if self._closer_follows(place, strong=True):
            return False
        if _YEAR.match(self._text, match.end(), self._end):
            return True
        word = _WORD.match(self._text, match.end(), self._end)
        if word and word[0].lower() in words(_ELISIONS):
            return True
        before = self._text[max(self._start, match.start() - 2) : match.start()]
        introduced = before in (", ", ": ", "") and self._after(match).isupper()
        return not (introduced or self._closer_follows(place, strong=False))

    def _is_possessive(self, place: int, match: re.Match[str]) -> bool:
        """``the dogs' bowls``, ``goin' home`` within a quotation that closes further on."""
        following = self._text[match.end() : match.end() + 2]
        inside = self._before(match).isalnum() and following[:1] == " " and following[1:].isalpha()
        return inside and self._closer_follows(place, strong=True)
