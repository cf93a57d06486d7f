"""Growth of finding copies: `python benchmarks/copies.py [BLOCKS ...]`.

Makes articles of invented words with planted copies, near copies and sections, and prints for each
number of blocks the CPU time and memory it takes to find them, and how many were found of those
planted. For 3,000 blocks the pairs are compared one by one as well: the recall of the index.
"""

from __future__ import annotations

import random
import sys
import time
import tracemalloc
from itertools import combinations

from scrubber.blocks import read
from scrubber.copies import copies_of
from scrubber.copies.decide import decide
from scrubber.copies.matches import DETECTED
from scrubber.model import Origin
from scrubber.similarity.candidates import candidate_pairs
from scrubber.similarity.compare import compare
from scrubber.similarity.words import normalised

SIZES = (10, 40, 100, 1_000, 10_000, 100_000)
EXACT = 3_000
PLANTED = 0.1
EDITED = (0.02, 0.05, 0.1)
ROUNDS = 5


def main(sizes: tuple[int, ...]) -> None:
    print(f"{'blocks':>8} {'size':>11} {'cpu ms':>9} {'us/block':>9} {'MB':>6} {'found':>13}")
    for size in sizes:
        report(size)
    print(f"recall beside all pairs of {EXACT:,} blocks: {recall(EXACT):.4f}")


def report(size: int) -> None:
    paragraphs, planted = article(size)
    text = "\n\n".join(paragraphs) + "\n"
    document = read(text, "text", Origin())
    assert document.blocks
    best = float("inf")
    for _ in range(ROUNDS if size <= EXACT else 1):
        document.memo.clear()
        start = time.process_time()
        copies = copies_of(document)
        best = min(best, time.process_time() - start)
    found = {i for copy in copies.copies for i in copy.dropped} if copies else set()
    found |= {near.dropped for near in copies.near} if copies else set()
    tracemalloc.start()
    decide(document)
    memory = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    print(
        f"{size:8} {len(text):11} {best * 1e3:9.2f} {best / size * 1e6:9.1f} {memory:6.0f} "
        f"{len(found):6} of {planted:4}"
    )


def article(size: int, seed: int = 0) -> tuple[list[str], int]:
    """Paragraphs, a tenth of which repeats earlier ones, some with words changed."""
    source = random.Random(seed)
    lexicon = [
        "".join(source.choices("abdeiklmnorstu", k=source.randint(2, 8))) for _ in range(20_000)
    ]
    ranks = [1 / (rank + 3) for rank in range(len(lexicon))]
    paragraphs: list[str] = []
    planted = 0
    while len(paragraphs) < size:
        if len(paragraphs) > 2 and source.random() < PLANTED:
            planted += 1
            paragraphs.append(edited(source.choice(paragraphs), source, lexicon))
        else:
            words = source.choices(lexicon, ranks, k=source.randint(21, 60))
            paragraphs.append(" ".join(words).capitalize() + ".")
    return paragraphs, planted


def edited(paragraph: str, source: random.Random, lexicon: list[str]) -> str:
    share = source.choice((0.0, *EDITED))
    words = paragraph.removesuffix(".").split()
    changed = (source.choice(lexicon) if source.random() < share else word for word in words)
    return " ".join(changed).capitalize() + "."


def recall(size: int) -> float:
    """Share of the blocks with a near copy before them for which the index yields one."""
    paragraphs, _ = article(size)
    keys = [normalised(paragraph) for paragraph in dict.fromkeys(paragraphs)]
    yielded = set(candidate_pairs(keys))
    bags = [set(key.split()) for key in keys]
    close = [
        (i, k)
        for i, k in combinations(range(len(keys)), 2)
        if len(bags[i] & bags[k]) * 2 > min(len(bags[i]), len(bags[k]))
    ]
    true = [(i, k) for i, k in close if compare(keys[i], keys[k]).score >= DETECTED]
    later = {k for _, k in true}
    return len(later & {k for i, k in true if (i, k) in yielded}) / len(later)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
