"""A repository of 10,000 articles, by jobs and cache: `python benchmarks/repository.py`."""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SYLLABLES = [
    "ba", "den", "lor", "mi", "ta", "ro", "ven", "sil", "kar", "ut", "pa", "nen", "ost", "el",
]  # fmt: skip
JOINTS = ["the", "a", "of", "in", "to", "and", "on", "with", "for", "from", "at", "by", "that"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--size", type=int, default=5_000, help="bytes of each file")
    parser.add_argument("--suffix", default=".txt", help="of each file: .txt, .md or .html")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = str(Path(folder, "cache"))
        posts = Path(folder, "posts")
        plant(posts, options.files, options.size, options.suffix)
        print(f"{options.files} {options.suffix} files of {options.size} bytes")
        cold = ["check", "--no-cache"]
        one = report("one job", folder, *cold, "--jobs", "1")
        two = report("two jobs", folder, *cold, "--jobs", "2")
        print(f"two jobs are {one / two:.2f} times as fast as one")
        report("cold cache", folder, "check", "--jobs", "2")
        report("warm cache", folder, "check", "--jobs", "2")
        report("warm cache, one job", folder, "check", "--jobs", "1")


def plant(posts: Path, files: int, size: int, suffix: str) -> None:
    """Articles that have nothing wrong but, in every tenth, blanks at the end of a line."""
    for number in range(files):
        folder = posts / f"{number % 100:02}"
        folder.mkdir(parents=True, exist_ok=True)
        text = article(random.Random(number), size)
        if number % 10 == 0:
            text = text.replace(".\n", ".  \n", 1)
        (folder / f"{number}{suffix}").write_text(text, encoding="utf-8")


def article(chance: random.Random, size: int) -> str:
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(300)]
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < size:
        sentences = (sentence(chance, words) for _ in range(chance.randint(2, 5)))
        paragraphs.append(" ".join(sentences))
    return "\n\n".join(paragraphs) + "\n"


def sentence(chance: random.Random, words: list[str]) -> str:
    chosen = [chance.choice(words if n % 2 else JOINTS) for n in range(chance.randint(6, 24))]
    return " ".join(chosen).capitalize() + "."


def report(name: str, folder: str, *args: str) -> float:
    """Run a command; its seconds by the clock, said with those of the processors."""
    before, start = cpu(), time.perf_counter()
    command = [sys.executable, "-m", "scrubber", *args, "posts"]
    subprocess.run(command, cwd=folder, check=False, capture_output=True)
    seconds = time.perf_counter() - start
    print(f"{name:24} {seconds:7.2f} s, of processors {cpu() - before:7.2f} s")
    return seconds


def cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
