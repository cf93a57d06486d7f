"""The steps of a repair in words, and their replay: a text and its plan in, the repair out."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from scrubber.mojibake.codecs import all_codecs

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from scrubber.mojibake.codecs import Codec

_ENCODE = "encode as "
_DECODE = "decode as utf-8"
_WRITE = "write "
_FOR = " for "


def steps(codecs: Iterable[str], fills: Iterable[tuple[str, str]] = ()) -> tuple[str, ...]:
    """The plan that restores lost bytes and undoes the misreadings by ``codecs``, in turn.

    Args:
        codecs: names of the codecs that misread the text, the last one first.
        fills: sequences as they stand, and with their byte back.
    """
    plan = [f"{_WRITE}{whole!a}{_FOR}{holed!a}" for holed, whole in dict(fills).items()]
    for name in codecs:
        plan += (_ENCODE + name, _DECODE)
    return tuple(plan)


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
        elif step != _DECODE:
            raise ValueError(f"unknown step {step!r}")
    return text


def _undo(text: str, codec: Codec) -> str:
    def sequences(run: re.Match[str]) -> str:
        return codec.undo(run.group()) or run.group()

    return codec.runs.sub(sequences, text)
