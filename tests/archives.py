"""What tests of archives share: archives of invented articles, and runs that can be disturbed."""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

WORDS = """
    harbour ferry winter council bridge market lantern orchard tower river baker window garden
    morning letter train singer stone kitchen valley summer engine school paper island
""".split()  # noqa: SIM905 - it is read more easily


def article(chance: random.Random, *, dirty: bool) -> str:
    paragraphs = []
    for _ in range(chance.randint(1, 5)):
        words = [chance.choice(WORDS) for _ in range(chance.randint(8, 30))]
        paragraphs.append(f"The {' '.join(words)} stayed open.")
    text = "\n\n".join(paragraphs)
    return text.replace(" stayed", "  stayed", 1) if dirty else text


def rows(count: int, seed: int = 1, *, dirt: float = 0.5) -> list[dict[str, Any]]:
    chance = random.Random(seed)
    return [
        {"id": f"r{seed}-{n}", "text": article(chance, dirty=chance.random() < dirt), "n": n}
        for n in range(count)
    ]


def cleaned(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "text": row["text"].replace("  ", " ")}


def as_jsonl(found: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in found)


def lines(path: Path) -> list[dict[str, Any]]:
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    return [json.loads(line) for line in data.splitlines()]


HARNESS = """
import json, os, signal, sys, time
from scrubber.archive import kernel, state, units, work

config = json.loads(sys.argv.pop(1))
units.UNIT_BYTES = config.get("unit", 4000)
state._PATIENCE = config.get("patience", 5)
trace_text, do = kernel.trace_text, work.CleanUnit.do

def poisoned(text, settings):
    if "KILL" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "SLEEP" in text:
        time.sleep(1000)
    while "BUSY" in text:
        pass
    if "SLOW" in text:
        time.sleep(0.05)
    return trace_text(text, settings)

def logged(self, condemned, begin):
    with open(config["log"], "a") as file:
        file.write(f"{os.getpid()} {self.name} {self.piece.unit.number}\\n")
    return do(self, condemned, begin)

kernel.trace_text = poisoned
if "log" in config:
    work.CleanUnit.do = logged
if "full" in config:
    import resource
    sys.dont_write_bytecode = True  # it would be cut off at the limit, and stay
    resource.setrlimit(resource.RLIMIT_FSIZE, (config["full"], config["full"]))
from scrubber.cli import main
main()
"""


def disturbed(folder: Path, config: dict[str, Any], *args: str) -> subprocess.Popen[bytes]:
    """The command, begun in ``folder`` with small units and poisons that work."""
    return subprocess.Popen(
        [sys.executable, "-c", HARNESS, json.dumps(config), *args],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def ended(process: subprocess.Popen[bytes]) -> subprocess.CompletedProcess[bytes]:
    out, err = process.communicate(timeout=120)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)
