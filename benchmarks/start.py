"""Wall time of commands beside a hello-world of Click, interleaved: python benchmarks/start.py."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 40
HELLO = "import click\n@click.command()\ndef hello():\n    click.echo('hello')\nhello()\n"
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
"""As an installed package runs: its modules are compiled once."""
SCRUBBER = (sys.executable, "-c", "from scrubber.cli import main; main()")
COMMANDS = ("--version", "--help", "clean FILE", "clean -", "clean --check FILE", "check FILE")


def main() -> None:
    data = invented_article().encode()
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder, "article.txt")
        article.write_bytes(data)
        hello = Path(folder, "hello.py")
        hello.write_text(HELLO)
        commands: dict[str, tuple[str, ...]] = {"hello, Click": (sys.executable, str(hello))}
        for command in COMMANDS:
            words = [str(article) if word == "FILE" else word for word in command.split()]
            commands[f"scrubber {command}"] = (*SCRUBBER, *words)
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS + 1):
            for name, arguments in commands.items():
                times[name].append(wall(arguments, data))
    hellos = times["hello, Click"][1:]  # the first run of each compiles
    for name, found in times.items():
        ratio = statistics.median(run / base for run, base in zip(found[1:], hellos, strict=True))
        print(f"{name:27} {statistics.median(found[1:]) * 1000:6.1f} ms {ratio:5.2f}")


def invented_article() -> str:
    """Some 5 KB of ASCII without a defect: invented words in paragraphs of four sentences."""
    draw = random.Random(7)
    syllables = [a + b + c for a in "bdfgklmnprst" for b in "aeiou" for c in ("", "n", "r", "s")]

    def sentence() -> str:
        some = ["".join(draw.choices(syllables, k=draw.randint(1, 4))) for _ in range(10)]
        return f"The {' of the '.join(some[:2])} {' '.join(some[2:])}.".replace(" the b", " a b")

    return "\n\n".join(" ".join(sentence() for _ in range(4)) for _ in range(16)) + "\n"


def wall(command: tuple[str, ...], data: bytes) -> float:
    """Seconds of one run."""
    before = time.perf_counter()
    subprocess.run(
        command, input=data, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=ENVIRONMENT,
    )  # fmt: skip
    return time.perf_counter() - before


if __name__ == "__main__":
    main()
