r"""Line ends: a text of any kind in; its lines ending in ``\n``, and the kind to write, out."""

from __future__ import annotations


def read_newlines(text: str) -> tuple[str, str]:
    r"""The text with ``\n`` for its line end, and the line end to write for it.

    A text that mixes kinds keeps its carriage returns: replacing them is a fix, to be reported.
    The line end to write is then the majority's, on a tie the one that comes first.
    """
    if "\r" not in text:
        return text, "\n"
    pairs = text.count("\r\n")
    counts = {"\r\n": pairs, "\r": text.count("\r") - pairs, "\n": text.count("\n") - pairs}
    most = max(counts.values())
    kinds = [kind for kind, count in counts.items() if count == most]
    newline = min(kinds, key=lambda kind: _first(text, kind))
    if most == sum(counts.values()):
        return text.replace(newline, "\n"), newline
    return text, newline


def write_newlines(text: str, newline: str) -> str:
    r"""The text with ``newline`` for each ``\n``, unless it kept its carriage returns."""
    return text if newline == "\n" or "\r" in text else text.replace("\n", newline)


def _first(text: str, newline: str) -> int:
    """Where the first line end of this kind stands; ``newline`` must occur on its own."""
    at = text.find(newline)
    if newline == "\r":
        while text.startswith("\n", at + 1):
            at = text.find("\r", at + 1)
    elif newline == "\n":
        while at and text[at - 1] == "\r":
            at = text.find("\n", at + 1)
    return at
