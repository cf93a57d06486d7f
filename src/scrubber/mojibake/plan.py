"""The steps of a repair in words, and their replay: a text and its plan in, the repair out."""

from __future__ import annotations

import ast
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from scrubber.markup.references import unescaped
from scrubber.mojibake.codecs import all_codecs

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from scrubber.mojibake.codecs import Codec

_ENCODE = "encode as "
_DECODE = "decode as utf-8"
_WRITE = "write "
_FOR = " for "
_UNESCAPE = "decode character references"


class Undo(NamedTuple):
    """Undo one misreading."""

    codec: str
    """Name of the codec that misread the text."""

    @property
    def words(self) -> tuple[str, ...]:
        """The step as a user reads it."""
        return _ENCODE + self.codec, _DECODE


class Fill(NamedTuple):
    """Give a sequence its byte back."""

    sequence: str
    whole: str

    @property
    def words(self) -> tuple[str, ...]:
        """The step as a user reads it."""
        return (f"{_WRITE}{self.whole!a}{_FOR}{self.sequence!a}",)


class Unescape(NamedTuple):
    """Read the character references that spell a sequence in an HTML source."""

    @property
    def words(self) -> tuple[str, ...]:
        """The step as a user reads it."""
        return (_UNESCAPE,)


Step: TypeAlias = Undo | Fill | Unescape


@lru_cache(maxsize=256)
def words(steps: tuple[Step, ...]) -> tuple[str, ...]:
    """The plan as a user reads it: most lines of a text have the same."""
    return tuple(word for step in steps for word in step.words)


def replay(text: str, plan: Iterable[str]) -> str:
    """What ``plan`` makes of ``text``: only whole sequences are encoded and decoded.

    >>> replay("naÃ¯ve", ("encode as latin-1", "decode as utf-8"))
    'naïve'

    Raises:
        ValueError: a step that is not known.
    """
    known = {codec.name: codec for codec in all_codecs()}
    for step in plan:
        if step.startswith(_WRITE):
            whole, _, holed = step.removeprefix(_WRITE).partition(_FOR)
            text = text.replace(ast.literal_eval(holed), ast.literal_eval(whole))
        elif step.startswith(_ENCODE) and step.removeprefix(_ENCODE) in known:
            text = _undo(text, known[step.removeprefix(_ENCODE)])
        elif step == _UNESCAPE:
            text = unescaped(text)[0]
        elif step != _DECODE:
            raise ValueError(f"unknown step {step!r}")
    return text


def _undo(text: str, codec: Codec) -> str:
    def sequences(run: re.Match[str]) -> str:
        return codec.undo(run.group()) or run.group()

    return codec.all_runs.sub(sequences, text)
