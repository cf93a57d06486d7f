"""What kind of source a file name stands for."""

from __future__ import annotations

from pathlib import PurePath

FORMATS = ("auto", "text", "markdown", "html")
"""What an input format may be called; ``auto`` is decided by the suffix."""

SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}


def format_of(name: str, asked: str = "auto") -> str:
    """The input format of a file called ``name``; ``asked`` overrides its suffix."""
    if asked != "auto":
        return asked
    return SUFFIXES.get(PurePath(name).suffix.lower(), "text")
