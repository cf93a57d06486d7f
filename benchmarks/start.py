"""CPU time of commands beside a hello-world of Click, interleaved: `python benchmarks/start.py`."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 40
HELLO = "import click\n@click.command()\ndef hello():\n    click.echo('hello')\nhello()\n"
COMMAND = "from scrubber.cli import main; main()"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder, "article.txt")
        line = "The council met on day {} to weigh the new tram line against the old one. "
        article.write_text("\n\n".join(line.format(n) * 5 for n in range(13)) + "\n")
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


def cpu(command: list[str]) -> float:
    """CPU seconds of one run, of user and system."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    main()
