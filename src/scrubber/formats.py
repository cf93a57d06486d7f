"""What kind of source a file name stands for."""

from __future__ import annotations

import os

RECORD_FORMATS = ("jsonl", "csv", "tsv", "parquet", "warc")
"""Formats of many articles, one a record."""

FORMATS = ("auto", "text", "markdown", "html", *RECORD_FORMATS)
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

RECORD_SUFFIXES = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
    ".warc": "warc",
    ".wet": "warc",
}

COMPRESSIONS = (".gz", ".zst", ".bz2")
"""Suffixes behind that of a record format."""


def format_of(name: str, asked: str = "auto") -> str:
    """The input format of a file called ``name``; ``asked`` overrides its suffix."""
    if asked != "auto":
        return asked
    return SUFFIXES.get(_suffix(name)) or records_of(name) or "text"


def is_file_name(name: str) -> bool:
    """Whether ``name`` ends as a source does that is read by its suffix."""
    return _suffix(name) in SUFFIXES or records_of(name) is not None


def records_of(name: str) -> str | None:
    """The record format that ``name`` stands for, compressed or not; None where it is no such."""
    inner = name[: -len(compression_of(name))] if compression_of(name) else name
    return RECORD_SUFFIXES.get(_suffix(inner))


def compression_of(name: str) -> str:
    """The compression that ``name`` ends in, such as ``.gz``; empty where there is none."""
    suffix = _suffix(name)
    return suffix if suffix in COMPRESSIONS else ""


def cleaned_name(name: str) -> str:
    """What the cleaned form of a file called ``name`` is called: records of the web become rows."""
    if records_of(name) != "warc":
        return name
    compression = compression_of(name)
    stem = name[: -len(compression)] if compression else name
    return _parts(stem)[0] + ".jsonl" + compression


def _suffix(name: str) -> str:
    return _parts(name)[1].lower()


def _parts(name: str) -> tuple[str, str]:
    return os.path.splitext(name)  # noqa: PTH122 - loading pathlib takes longer than all else here
