"""UTF-8 but for some bytes: reads only those bytes by the legacy codec that fits the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.mojibake import judge

if TYPE_CHECKING:
    from scrubber.model import Origin, Span

_LEGACY = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257")
_MARKS = frozenset("\udc82\udc84\udc85\udc91\udc92\udc93\udc94\udc95\udc96\udc97")
"""The bytes that are the same marks in all of them, as ``surrogateescape`` writes them."""


def decode_patched(data: bytes, origin: Origin) -> tuple[str, Origin] | None:
    """The text with its foreign bytes read by their legacy codec, their places in ``origin``.

    None where the bytes that are no UTF-8 outnumber those of sequences that are, unless they are
    quotation marks, dashes and dots alone, or where the sequences are rare characters: the file is
    then of another encoding, whose bytes look like UTF-8 at some places.
    """
    marked = data.decode("utf-8", "surrogateescape")
    foreign = [i for i, c in enumerate(marked) if "\udc80" <= c <= "\udcff"]
    sound = [c for c in marked if c > "\x7f" and not "\udc80" <= c <= "\udcff"]
    in_bytes = sum(len(c.encode()) for c in sound)
    outnumbered = len(foreign) > in_bytes and not _MARKS.issuperset(marked[i] for i in foreign)
    if not sound or outnumbered or not judge.reads_well(" ".join(sound), len(sound)):
        return None
    codec = _legacy_codec(marked)
    parts: list[str] = []
    at = 0
    for start, end in _runs(foreign):
        raw = bytes(ord(c) - 0xDC00 for c in marked[start:end])
        parts += (marked[at:start], _read(raw, codec))
        at = end
    text = "".join(parts) + marked[at:]
    evidence = f"UTF-8 but for {len(foreign)} byte{'s' if len(foreign) > 1 else ''} of {codec}"
    return text, origin._replace(evidence=evidence, repaired=tuple(_by_line(text, foreign)))


def _by_line(text: str, places: list[int]) -> list[Span]:
    """For each line the stretch from its first to its last place."""
    spans: list[Span] = []
    end = -1
    for place in places:
        if place < end:
            spans[-1] = (spans[-1][0], place + 1)
        else:
            end = text.find("\n", place) % (len(text) + 1)
            spans.append((place, place + 1))
    return spans


def _runs(places: list[int]) -> list[Span]:
    runs: list[Span] = []
    for place in places:
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def _read(raw: bytes, codec: str) -> str:
    """One character a byte; a byte without a reading is the control character of its number."""
    return "".join(_read_byte(byte, codec) for byte in raw)


def _read_byte(byte: int, codec: str) -> str:
    try:
        return bytes((byte,)).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)


def _legacy_codec(marked: str) -> str:
    """The codec that can write most of the text's own letters; cp1252 where none does better."""
    letters = "".join(c for c in marked if c > "\x7f" and c.isalpha())
    return max(_LEGACY, key=lambda codec: (len(letters.encode(codec, "ignore")), codec == "cp1252"))
