"""CPU time of cleaning beside ftfy, interleaved in one process: `python benchmarks/speed.py LINES`.

LINES is a JSONL file (.gz or not) with "text" and "lang" in each row: clean paragraphs. Twelve make
an article. Prints, for each kind of article, the time of each peer and its ratio to scrubber's.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import ftfy
import ftfy.bad_codecs  # registers sloppy-windows-1252

import scrubber
from scrubber.core import clean_text
from scrubber.options import from_options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PARAGRAPHS = 12
ARTICLES = 30
ROUNDS = 9
CHARACTERS = ("ENC", "HTM", "WSP", "QUO")


def main(path: str) -> None:
    rows = list(read(path))
    english = [row["text"] for row in rows if row["lang"] == "en"]
    kinds = {
        "English, curly quotes": [
            t for t in english if ("“" in t or "’" in t) and not {'"', "'"} & set(t)
        ],
        "English, ASCII": [t for t in english if t.isascii()],
        "German": [
            row["text"] for row in rows if row["lang"] == "de" and not {'"', "'"} & set(row["text"])
        ],
    }
    head = ("articles", "size", "peer", "us", "whole", "chars")
    print("{:24} {:>6} {:20} {:>7} {:>7} {:>7}".format(*head))
    for kind, paragraphs in kinds.items():
        report(kind, articles(paragraphs))
    broken = [t.encode().decode("sloppy-windows-1252") for t in kinds["English, curly quotes"]]
    report("every line broken", articles([t for t in broken if "â€" in t]))


def read(path: str) -> Iterable[dict[str, str]]:
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def articles(paragraphs: list[str]) -> list[str]:
    """Articles of twelve different paragraphs, in the order of the file."""
    different = list(dict.fromkeys(paragraphs))[: PARAGRAPHS * ARTICLES]
    return [
        "\n\n".join(different[i : i + PARAGRAPHS]) + "\n"
        for i in range(0, len(different) - PARAGRAPHS + 1, PARAGRAPHS)
    ]


def report(kind: str, texts: list[str]) -> None:
    characters = from_options(select=CHARACTERS)
    peers: dict[str, Callable[[str], object]] = {
        "scrubber": scrubber.clean,
        "scrubber, characters": lambda text: clean_text(text, characters),
        "ftfy.fix_text": ftfy.fix_text,
        **optional_peers(),
    }
    best = dict.fromkeys(peers, float("inf"))
    for _ in range(ROUNDS):
        for name, peer in peers.items():
            start = time.process_time()
            for text in texts:
                peer(text)
            best[name] = min(best[name], (time.process_time() - start) / len(texts))
    size = sum(map(len, texts)) // len(texts)
    for name, seconds in best.items():
        print(
            f"{kind:24} {size:6} {name:20} {seconds * 1e6:7.0f}"
            f" {seconds / best['scrubber']:7.2f} {seconds / best['scrubber, characters']:7.2f}"
        )


def optional_peers() -> dict[str, Callable[[str], object]]:
    """Peers that are measured where they are installed: nothing here depends on them."""
    found: dict[str, Callable[[str], object]] = {}
    try:
        import smartypants

        found["smartypants"] = smartypants.smartypants
    except ImportError:
        pass
    try:
        import plsfix

        found["plsfix"] = plsfix.fix_text
    except ImportError:
        pass
    return found


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).exists():
        sys.exit(__doc__)
    main(sys.argv[1])
