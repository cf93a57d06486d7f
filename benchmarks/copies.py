"""CPU time and memory of finding copies as files grow: `python benchmarks/copies.py`.

A file is made of invented paragraphs of forty words; every tenth is a copy of an earlier one, half
of these with a word changed. Recall is that of the candidate index against all pairs.
"""

from __future__ import annotations

import random
import resource
import time
from itertools import combinations

from scrubber.blocks import read
from scrubber.copies.near import DETECTED, near_copies
from scrubber.copies.repeats import repeated_runs
from scrubber.model import Origin
from scrubber.similarity.candidates import candidate_pairs
from scrubber.similarity.compare import compare

SIZES = (10, 40, 100, 1_000, 10_000, 100_000)
ALL_PAIRS = 3_000
VOCABULARY = 20_000


def main() -> None:
    print(f"{'blocks':>8} {'found':>7} {'seconds':>9} {'MiB':>6}")
    for size in SIZES:
        text = "\n\n".join(paragraphs(size)) + "\n"
        start = time.process_time()
        document = read(text, "text", Origin())
        found = len(repeated_runs(document)) + len(near_copies(document))
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size:8} {found:7} {seconds:9.4f} {peak:6.0f}")
    print(f"recall against all pairs of {ALL_PAIRS} blocks: {recall():.4f}")


def paragraphs(count: int) -> list[str]:
    """Invented paragraphs, some of them copies."""
    draw = random.Random(5)
    syllables = [a + b for a in "bdfgklmnprstvw" for b in "aeiou"]
    words = ["".join(draw.choices(syllables, k=draw.randint(1, 5))) for _ in range(VOCABULARY)]
    weights = [1 / (rank + 10) for rank in range(VOCABULARY)]
    made: list[str] = []
    for place in range(count):
        if place % 10 == 9:
            some = draw.choice(made).split(" ")
            if place % 20 == 19:
                some[draw.randrange(1, len(some) - 1)] = draw.choice(words)
            made.append(" ".join(some))
        else:
            some = draw.choices(words, weights, k=40)
            made.append(" ".join(some).capitalize() + ".")
    return made


def recall() -> float:
    """The share of near copies among all pairs that the candidate index finds as well."""
    texts = paragraphs(ALL_PAIRS)
    bags = [set(text.split()) for text in texts]
    candidates = set(candidate_pairs(texts))
    true = [
        (i, k)
        for i, k in combinations(range(len(texts)), 2)
        if 2 * len(bags[i] & bags[k]) > len(bags[i])
        and compare(texts[i], texts[k]).score >= DETECTED
    ]
    return sum(pair in candidates for pair in true) / len(true)


if __name__ == "__main__":
    main()
