"""UTF-8 but for some bytes: reads only those bytes by the legacy codec that fits the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrubber.model import Origin, Span

_LEGACY = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257")


def decode_patched(data: bytes, origin: Origin) -> tuple[str, Origin] | None:
    """The text with its foreign bytes read by their legacy codec, their spans in ``origin``.

    None where the bytes that are no UTF-8 outnumber the sequences that are: the file is then
    of another encoding, in which some letters look like such a sequence.
    """
    marked = data.decode("utf-8", "surrogateescape")
    foreign = [i for i, c in enumerate(marked) if "\udc80" <= c <= "\udcff"]
    sound = sum(c > "\x7f" for c in marked) - len(foreign)
    if len(foreign) > sound:
        return None
    codec = _legacy_codec(marked)
    parts: list[str] = []
    spans: list[Span] = []
    at = 0
    for start, end in _runs(foreign):
        raw = bytes(ord(c) - 0xDC00 for c in marked[start:end])
        parts += (marked[at:start], _read(raw, codec))
        spans.append((start, end))
        at = end
    parts.append(marked[at:])
    evidence = f"{sound} characters of UTF-8, {len(foreign)} bytes of {codec}"
    return "".join(parts), origin._replace(evidence=evidence, repaired=tuple(spans))


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
