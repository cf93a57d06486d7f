"""Time at 8 MB over time at 1 MB, for texts of one kind: `python benchmarks/linear.py [KIND ...]`.

A linear tool shows 8; more than 10 is too much. Before that, where no kind is named, it prints the
memory at its peak for a text of 50 MB whose paragraphs all differ.
"""

from __future__ import annotations

import random
import resource
import sys
import time

import scrubber

MEGABYTE = 1_000_000
KINDS = {
    "one line": "A line that goes on and on, ",
    "paragraphs": "A paragraph of an ordinary article, with a few words more.\n\n",
    "blank lines": "\n",
    "blanks": " ",
    "tabs": "\t",
    "entities": "&eacute;",
    "ampersands": "&",
    "less-than": "<",
    "open tags": "<a ",
    "double quotes": '"',
    "single quotes": "'",
    "mixed quotes": '“x" ',
    "mojibake": "Ã©",
    "mojibake lines": "donâ€™t\n",
    "no-break spaces": "\u00a0",
    "zero-width spaces": "\u200b",
    "combining marks": "e\u0301",
    "controls": "\x01",
}


def main(kinds: list[str]) -> None:
    if not kinds:
        scrubber.clean(prose(50))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak memory, a text of 50 MB: {peak:.0f} MiB", flush=True)
    print(f"{'kind':20} {'1 MB':>8} {'8 MB':>8} {'ratio':>6}")
    for kind in kinds or KINDS:
        small, large = (measure(text(KINDS[kind], size)) for size in (1, 8))
        print(f"{kind:20} {small:7.2f}s {large:7.2f}s {large / small:6.1f}", flush=True)


def text(unit: str, megabytes: int) -> str:
    """A text of about so many bytes that repeats ``unit``."""
    size = len(unit.encode())
    return unit * (megabytes * MEGABYTE // size)


def prose(megabytes: int) -> str:
    """A text of paragraphs of 40 words, which differ as those of articles do."""
    chance = random.Random(0)
    words = ["".join(chance.choices("aeinorstlmdu", k=n % 10 + 2)) for n in range(20_000)]
    size, paragraphs = 0, []
    while size < megabytes * MEGABYTE:
        paragraph = " ".join(chance.choices(words, k=40)).capitalize() + "."
        paragraphs.append(paragraph)
        size += len(paragraph) + 2
    return "\n\n".join(paragraphs)


def measure(content: str) -> float:
    """CPU seconds, the better of two."""
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        scrubber.clean(content)
        best = min(best, time.process_time() - start)
    return best


if __name__ == "__main__":
    main(sys.argv[1:])
