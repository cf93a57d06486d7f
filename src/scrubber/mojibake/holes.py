"""Sequences that lost a byte: a text with its whole sequences repaired in, what they were out.

A no-break space of a sequence often became a space; a byte without a reading in its codec was
replaced by U+FFFD or ``?``, or dropped. It is filled in where one reading is left.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from scrubber.mojibake import judge
from scrubber.mojibake.alphabets import possible_letters
from scrubber.mojibake.skip import beginning_beyond_ascii

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.mojibake.codecs import Codec

_LOST = "\ufffd?"
_DAGGER = "\u2020"
"""A quotation mark that lost its last byte before a space looks like it, and is far commoner."""
_CLOSING = "\u201d"
_HYPHEN = "\u2010"
_JOINER = "\u200d"


class Hole(NamedTuple):
    """A sequence that lost a byte."""

    start: int
    end: int
    sequence: str
    """The sequence with its byte back."""
    character: str
    """What the sequence was."""


class Surroundings:
    """What the rest of a text says about a character to be filled in."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def scripts(self) -> set[int]:
        """The scripts of its letters, other than Latin."""
        return judge.scripts(self.text)

    @cached_property
    def scripts_of_words(self) -> set[int]:
        """Those of its words, as far as they tell a letter from the lead of a sequence."""
        return judge.scripts_of_words(self.text)

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters of its alphabet."""
        text = self.text
        whole = re.sub("[^\x00-\x7f]{1,3}\ufffd", "", text) if "\ufffd" in text else text
        letters = {c for c in frozenset(whole.lower()) if c > "\x7f" and c.isalpha()}
        return possible_letters(frozenset(c for c in letters if c < "\u0250"))

    @cached_property
    def keeps_blanks(self) -> bool:
        """Whether runs of spaces were not collapsed."""
        return re.search("[ÃГĂΓ]  ", self.text) is not None


def find_holes(codec: Codec, around: Surroundings, *, alone: bool) -> Iterator[Hole]:
    """The sequences of ``codec`` in a text that lost a byte and have one reading.

    Args:
        codec: the codec that misread the text.
        around: the text, with its whole sequences repaired.
        alone: no whole sequence stands in the text, so that only what cannot be sound is filled.
    """
    if alone:
        if codec.name == "cp1252":
            yield from _certain_holes(around.text)
        return
    if codec.has_nbsp:
        for match in _blanks(codec).finditer(around.text):
            sequence = match.group().replace(" ", "\xa0")
            character = codec.undo(sequence)
            if character and character != _DAGGER and _belongs(character, around):
                yield Hole(*_blank_span(match, character, around), sequence, character)
    if codec.lost:
        for match in _losses(codec).finditer(around.text):
            yield from _one_reading(match, codec, around)


def restore_blanks(codec: Codec, text: str) -> str:
    """``text`` with the no-break spaces of all its sequences; its length stays.

    As it was where a space may be a real one.
    """
    if not _blanks(codec).search(text):
        return text
    doubtful = False

    def restored(match: re.Match[str]) -> str:
        nonlocal doubtful
        if match.lastgroup is None:
            return match.group()
        sequence = match.group().replace(" ", "\xa0")
        character = codec.undo(sequence)
        parted = character == "à" and text[match.end() : match.end() + 1].isalpha()
        doubtful = doubtful or parted or character == _DAGGER
        return sequence

    found = _runs_or_blanks(codec).sub(restored, text)
    return text if doubtful else found


def _certain_holes(text: str) -> Iterator[Hole]:
    """Closing quotation marks, and words of small letters that end in a capital and a blank."""
    for match in _certain().finditer(text):
        mark = match.group().startswith("â")
        yield Hole(*match.span(), *(("â€\x9d", _CLOSING) if mark else ("Ã\xa0", "à")))


@cache
def _certain() -> re.Pattern[str]:
    after = r"(?=[ \n\".,;:!?)»”’]|\Z)"
    # What must stand before comes last: a pattern that begins with its letters is found faster.
    return re.compile(f"(?:Ã (?<=[a-zà-ÿ]Ã )|â€[{_LOST}](?<=[\\w.,!?…]â€[{_LOST}])){after}")


@cache
def holed(codec: Codec) -> re.Pattern[str]:
    """A lead of ``codec`` right before a byte that may be lost."""
    return re.compile(f"{codec.pattern(0xC2, 0xF4)}[{_LOST} ]")


@cache
def _runs_or_blanks(codec: Codec) -> re.Pattern[str]:
    return beginning_beyond_ascii(f"{codec.runs.pattern}|(?P<holed>{_blanks(codec).pattern})")


@cache
def _blanks(codec: Codec) -> re.Pattern[str]:
    """Sequences with a space where their no-break space was."""
    two = codec.pattern(0xC2, 0xD9)
    three, four = codec.pattern(0xE1, 0xEF), codec.pattern(0xF0, 0xF0)
    tail = codec.pattern(0x80, 0xBF)
    return beginning_beyond_ascii(
        f"{four}(?:{tail} {tail}|{tail}{tail} )|{three}{tail} |{codec.pattern(0xE0, 0xEF)} {tail}"
        f"|{codec.pattern(0xE0, 0xE0)}{tail} |{two} "
    )


def _blank_span(match: re.Match[str], filled: str, around: Surroundings) -> tuple[int, int]:
    """The sequence, less a space that parts words as well: runs of spaces were collapsed then."""
    start, end = match.span()
    after = around.text[end : end + 8]
    if (
        filled == "à"
        and not around.keeps_blanks
        and not _vietnamese().search(around.text)
        and after[:1].isalpha()
        and not re.match("s |quel[ea]|quilo", after)
    ):
        return start, end - 1
    return start, end


@cache
def _losses(codec: Codec) -> re.Pattern[str]:
    """Sequences in which one byte was replaced, and quotation marks that lost their last."""
    tail, hole = codec.pattern(0x80, 0xBF), f"[{_LOST}]"
    two, three, four = (
        codec.pattern(0xC2, 0xDF),
        codec.pattern(0xE0, 0xEF),
        codec.pattern(0xF0, 0xF0),
    )
    punctuation = codec.pattern(0xE2, 0xE2) + codec.pattern(0x80, 0x80)
    return beginning_beyond_ascii(
        f"{four}(?:{hole}{tail}{tail}|{tail}{hole}{tail}|{tail}{tail}{hole})"
        f"|{three}(?:{hole}{tail}|{tail}{hole})|{punctuation}(?!{tail})"
        f"|{two}\ufffd|{codec.pattern(0xC2, 0xC3)}[?]"
    )


def _one_reading(match: re.Match[str], codec: Codec, around: Surroundings) -> Iterator[Hole]:
    """The sequence with its byte back, where one reading is left."""
    first, _, rest = match.group().replace("?", "\ufffd").partition("\ufffd")
    before = around.text[max(0, match.start() - 2) : match.start()]
    after = around.text[match.end() : match.end() + 2]
    readings = {}
    for byte in codec.lost:
        sequence = first + codec.table[byte] + rest
        character = codec.undo(sequence)
        if character and _belongs(character, around) and _stands(character, before, after):
            readings[character] = sequence
    if len(readings) == 1:
        character, sequence = readings.popitem()
        yield Hole(*match.span(), sequence, character)


def _belongs(filled: str, around: Surroundings) -> bool:
    """Whether the text's scripts and languages use the character."""
    if not judge.fits(filled) or not judge.scripts(filled) <= around.scripts:
        return False
    if filled.isalpha() and filled < "\u0250":
        return filled == "à" or filled.lower() in around.letters
    return unicodedata.category(filled) not in ("Mn", "Cn") and not "\u3300" <= filled < "\u4e00"


def _stands(filled: str, before: str, after: str) -> bool:
    """Whether the character can stand between its neighbours."""
    within = before[-1:].isalpha() and after[:1].isalpha()
    if filled == _CLOSING:
        return not within
    if filled == _HYPHEN:
        return within
    if filled == _JOINER:
        return bool(_emoji().match(before[-1:]))
    if filled.isspace() or unicodedata.category(filled) == "Cf":
        return False
    if filled == "ď" and after[:1] in set("eěéiínl"):
        return False  # Czech and Slovak write d there
    if filled.isupper():
        return not before[-1:].islower()
    return not (filled.islower() and before[-2:].isupper() and after[:1].isupper())


@cache
def _vietnamese() -> re.Pattern[str]:
    """Letters of a language that has an à within words."""
    return re.compile("[ơưạ-ỹ]")


@cache
def _emoji() -> re.Pattern[str]:
    return re.compile("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")
