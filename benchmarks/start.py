"""CPU time of commands beside a hello-world of Click, interleaved: `python benchmarks/start.py`."""

from __future__ import annotations

import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 40
HELLO = "import click\n@click.command()\ndef hello():\n    click.echo('hello')\nhello()\n"
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
"""As an installed package runs: its modules are compiled once."""
COMMAND = "from scrubber.cli import main; main()"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder, "article.txt")
        article.write_text(invented_article())
        hello = Path(folder, "hello.py")
        hello.write_text(HELLO)
        commands = {
            "hello, Click": [sys.executable, str(hello)],
            "scrubber --version": [sys.executable, "-c", COMMAND, "--version"],
            f"clean {article.stat().st_size} bytes": [
                sys.executable, "-c", COMMAND, "clean", str(article),
            ],
        }  # fmt: skip
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, command in commands.items():
                times[name].append(cpu(command))
    base = statistics.median(times["hello, Click"])
    for name, found in times.items():
        median = statistics.median(found)
        print(f"{name:22} {median * 1000:6.1f} ms {median / base:5.2f}")


def invented_article() -> str:
    """Some 5 KB of ASCII without a defect: invented words in paragraphs of four sentences."""
    draw = random.Random(7)
    syllables = [a + b + c for a in "bdfgklmnprst" for b in "aeiou" for c in ("", "n", "r", "s")]

    def sentence() -> str:
        some = ["".join(draw.choices(syllables, k=draw.randint(1, 4))) for _ in range(10)]
        return f"The {' of the '.join(some[:2])} {' '.join(some[2:])}.".replace(" the b", " a b")

    return "\n\n".join(" ".join(sentence() for _ in range(4)) for _ in range(16)) + "\n"


def cpu(command: list[str]) -> float:
    """CPU seconds of one run, of user and system."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    main()
