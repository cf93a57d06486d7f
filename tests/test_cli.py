"""The command: modes, exit codes, and what goes where."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest

from scrubber.cli import cli
from scrubber.cli.sections import SECTIONS

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

DIRTY, CLEAN = (
    b"One line ends in blanks.  \nThe other does not.\n",
    (b"One line ends in blanks.\nThe other does not.\n"),
)
NOTED = "One letter was l\ufffdst.\n".encode()
"""A text with a finding that no fix goes with."""


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    for name, content in {
        "dirty.txt": DIRTY,
        "clean.txt": CLEAN,
        "noted.txt": NOTED,
        "binary.txt": bytes(range(256)) * 8,
        "posts/a.txt": DIRTY,
        "posts/deep/b.txt": CLEAN,
        "posts/image.png": b"\x89PNG",
        "strict.toml": b"strict = true\n",
        "ignoring.toml": b'ignore = ["WSP"]\n',
        "wrong.toml": b"qoutes = 1\n",
        "excluding.toml": b'exclude = ["posts", "dirty.txt"]\n',
        "list": b"dirty.txt\nclean.txt\n",
        "clean.list": b"clean.txt\n",
        "post.md": b"---\ntitle: x\n---\n\nThe ferry  is late.\n",
        "front.md": b"---\ntitle: Tea &amp; cakes\n---\n\nThe ferry is late.\n",
        "page.html": b"<p>The ferry\xc2\xad is late.</p>\n",
        "known.json": b'{"schema": 1, "findings": []}',
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


EXIT_CODES = [
    ("clean dirty.txt", 0),
    ("clean clean.txt", 0),
    ("clean noted.txt", 0),
    ("clean missing.txt", 2),
    ("clean binary.txt", 2),
    ("clean posts", 2),
    ("clean dirty.txt clean.txt", 2),
    ("clean", 2),
    ("clean --nonsense dirty.txt", 2),
    ("clean --quotes loud dirty.txt", 2),
    ("clean --select NOPE dirty.txt", 2),
    ("clean --encoding klingon dirty.txt", 2),
    ("clean -o out.txt dirty.txt", 0),
    ("clean -o out.txt clean.txt", 0),
    ("clean -o out posts", 0),
    ("clean -o out posts dirty.txt", 0),
    ("clean -o out posts missing.txt", 2),
    ("clean -o out.txt posts", 2),
    ("clean -o out.md dirty.txt clean.txt", 2),
    ("clean -o posts dirty.txt", 2),
    ("clean -o dirty.txt posts", 2),
    ("clean -o dirty.txt dirty.txt", 2),
    ("clean -o posts/out posts", 2),
    ("clean -o out dirty.txt dirty.txt", 2),
    ("clean -o out -i dirty.txt", 2),
    ("clean -i dirty.txt", 0),
    ("clean -i clean.txt", 0),
    ("clean -i posts", 0),
    ("clean -i missing.txt dirty.txt", 2),
    ("clean -i -", 2),
    ("clean -i --check dirty.txt", 2),
    ("clean -i --exit-non-zero-on-change dirty.txt", 1),
    ("clean -i --exit-non-zero-on-change clean.txt", 0),
    ("clean -i --exit-non-zero-on-change missing.txt dirty.txt", 2),
    ("clean --exit-non-zero-on-change dirty.txt", 2),
    ("clean --check dirty.txt", 1),
    ("clean --check clean.txt", 0),
    ("clean --check noted.txt", 0),
    ("clean --check --strict clean.txt", 0),
    ("clean --strict dirty.txt", 2),
    ("clean --check posts", 1),
    ("clean --check posts/deep", 0),
    ("clean --check dirty.txt missing.txt", 2),
    ("clean --diff dirty.txt", 1),
    ("clean --diff clean.txt", 0),
    ("clean --check --diff dirty.txt clean.txt", 1),
    ("clean --check --ignore WSP dirty.txt", 0),
    ("clean --check --select ENC dirty.txt", 0),
    ("clean --check --select WSP004 dirty.txt", 1),
    ("clean - -", 2),
    ("clean -o - dirty.txt", 2),
    ("clean -o new/ dirty.txt", 2),
    ("clean -o new/ posts", 0),
    ("clean -o new/ dirty.txt clean.txt", 0),
    ("clean -o new.txt --findings - dirty.txt", 2),
    ("check --write-baseline - dirty.txt", 2),
    ("report -o - dirty.txt", 2),
    ("learn -o - posts", 2),
    ("dedupe --plan - posts", 2),
    ("clean --check - -", 2),
    ("check - clean.txt -", 2),
    ("learn - - -o profile.jsonl", 2),
    ("report - - -o review.html", 2),
    ("clean --config strict.toml dirty.txt", 0),
    ("clean --config strict.toml --check noted.txt", 1),
    ("clean --config wrong.toml dirty.txt", 2),
    ("clean --files-from list", 2),
    ("clean -i --files-from list", 0),
    ("clean -o out --files-from list", 0),
    ("clean --check --files-from list", 1),
    ("clean -i --jobs 2 posts missing.txt", 2),
    ("clean -i --config excluding.toml --force-exclude posts", 0),
    ("clean -i --force-exclude --exclude posts --exit-non-zero-on-change posts", 0),
    ("check dirty.txt", 1),
    ("check clean.txt", 0),
    ("check noted.txt", 0),
    ("check missing.txt", 2),
    ("check missing.txt dirty.txt", 2),
    ("check posts", 1),
    ("check --output-format json dirty.txt", 1),
    ("check --output-format json clean.txt", 0),
    ("check --output-format xml clean.txt", 2),
    ("check --output-format github dirty.txt", 1),
    ("check --output-format github noted.txt", 0),
    ("check --output-format sarif dirty.txt", 1),
    ("check --output-format sarif missing.txt", 2),
    ("check --strict noted.txt", 1),
    ("check --strict clean.txt", 0),
    ("check --config strict.toml noted.txt", 1),
    ("check --config ignoring.toml dirty.txt", 0),
    ("check --config ignoring.toml --select WSP dirty.txt", 1),
    ("check --config wrong.toml clean.txt", 2),
    ("check --config missing.toml clean.txt", 2),
    ("check --config strict.toml --isolated clean.txt", 2),
    ("check --isolated dirty.txt", 1),
    ("check --jobs 2 dirty.txt clean.txt", 1),
    ("check --jobs 0 dirty.txt", 2),
    ("check --no-cache posts", 1),
    ("check --exclude posts/*.txt posts", 0),
    ("check --extend-exclude a.txt posts", 0),
    ("check --config excluding.toml dirty.txt", 1),
    ("check --config excluding.toml --force-exclude dirty.txt posts", 0),
    ("check --files-from list", 1),
    ("check --files-from clean.list", 0),
    ("check --files-from missing.list", 2),
    ("check --files-from - -", 2),
    ("check -0 clean.txt", 2),
    ("check --baseline known.json dirty.txt", 1),
    ("check --baseline known.json clean.txt", 0),
    ("check --baseline missing.json dirty.txt", 2),
    ("check --baseline list dirty.txt", 2),
    ("check --write-baseline new.json dirty.txt", 0),
    ("check --write-baseline new.json missing.txt dirty.txt", 2),
    ("check --write-baseline missing/new.json dirty.txt", 2),
    ("check", 2),
    ("clean post.md", 0),
    ("clean page.html", 0),
    ("clean --to text page.html", 0),
    ("clean --to text -i page.html", 2),
    ("clean --to html page.html", 2),
    ("clean --check --input-format text post.md", 1),
    ("check post.md page.html", 1),
    ("check front.md", 0),
    ("check --unsafe-fixes front.md", 1),
    ("check --strict front.md", 1),
    ("check -v clean.txt", 0),
    ("check --lang zz9 clean.txt", 2),
    ("log", 0),
    ("undo", 2),
    ("undo 20260504-101500", 2),
    ("report dirty.txt -o review.html", 0),
    ("report dirty.txt", 2),
    ("rule", 0),
    ("rule WSP004", 0),
    ("rule wsp004", 0),
    ("rule trailing-blanks", 0),
    ("rule trailing", 0),
    ("rule NOPE1", 2),
    ("config", 0),
    ("config --schema", 0),
    ("config dirty.txt", 0),
    ("config --config wrong.toml", 2),
    ("config --quotes loud", 2),
    ("--version", 0),
    ("--help", 0),
    ("clean --help", 0),
    ("polish", 2),
]


@pytest.mark.parametrize(("line", "code"), EXIT_CODES)
def test_exit_code(scrub: Command, line: str, code: int) -> None:
    run = scrub(*line.split())
    assert run.returncode == code, run.stderr.decode()
    assert b"Traceback" not in run.stderr
    if code == 2:
        assert run.stderr, "a failure says why"
        assert not run.stdout or line.startswith(("check", "clean --check")), "data on a failure"


def test_standard_output_is_the_cleaned_file(scrub: Command) -> None:
    assert scrub("clean", "dirty.txt").stdout == CLEAN


def test_a_pipe(scrub: Command) -> None:
    run = scrub("clean", "-", input=DIRTY)
    assert (run.stdout, run.stderr) == (CLEAN, b"")


def test_a_source_is_never_written_over_unless_asked(scrub: Command, tmp_path: Path) -> None:
    scrub("clean", "dirty.txt")
    scrub("clean", "--check", "--diff", "dirty.txt")
    scrub("check", "dirty.txt")
    scrub("clean", "-o", "out.txt", "dirty.txt")
    assert (tmp_path / "dirty.txt").read_bytes() == DIRTY


def test_in_place_writes_what_standard_output_shows(scrub: Command, tmp_path: Path) -> None:
    shown = scrub("clean", "dirty.txt").stdout
    scrub("clean", "-i", "dirty.txt")
    assert (tmp_path / "dirty.txt").read_bytes() == shown


def test_an_unchanged_file_is_not_written(scrub: Command, tmp_path: Path) -> None:
    before = (tmp_path / "clean.txt").stat()
    scrub("clean", "-i", "clean.txt")
    after = (tmp_path / "clean.txt").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_folder_is_mirrored(scrub: Command, tmp_path: Path) -> None:
    scrub("clean", "-o", "out", "posts")
    assert (tmp_path / "out/a.txt").read_bytes() == CLEAN
    assert (tmp_path / "out/deep/b.txt").read_bytes() == CLEAN


def test_several_sources_go_under_their_names(scrub: Command, tmp_path: Path) -> None:
    scrub("clean", "-o", "out", "posts", "dirty.txt")
    assert (tmp_path / "out/posts/deep/b.txt").read_bytes() == CLEAN
    assert (tmp_path / "out/dirty.txt").read_bytes() == CLEAN


def test_one_bad_file_does_not_stop_the_others(scrub: Command, tmp_path: Path) -> None:
    run = scrub("clean", "-i", "missing.txt", "binary.txt", "dirty.txt")
    assert (tmp_path / "dirty.txt").read_bytes() == CLEAN
    assert b"missing.txt: no such file" in run.stderr
    assert b"binary.txt: " in run.stderr


def test_findings_have_places(scrub: Command) -> None:
    run = scrub("check", "dirty.txt")
    assert run.stdout.startswith(b"dirty.txt:1:25 WSP004 ")


def test_json(scrub: Command) -> None:
    report = json.loads(scrub("check", "--output-format", "json", "dirty.txt").stdout)
    assert report["schema"] == 1
    (file,) = report["files"]
    assert (file["path"], file["changed"], file["error"]) == ("dirty.txt", True, None)
    assert file["findings"][0]["code"] == "WSP004"


def test_a_diff(scrub: Command) -> None:
    lines = scrub("clean", "--diff", "dirty.txt").stdout.decode().splitlines()
    assert lines[:2] == ["--- dirty.txt", "+++ dirty.txt"]
    assert "-One line ends in blanks.  " in lines
    assert "+One line ends in blanks." in lines


def test_a_diff_has_colours_when_asked(scrub: Command) -> None:
    assert b"\x1b[" in scrub("clean", "--diff", "--color", "always", "dirty.txt").stdout
    assert b"\x1b[" not in scrub("clean", "--diff", "dirty.txt").stdout


def test_a_family_of_rules(scrub: Command) -> None:
    lines = scrub("rule", "quo").stdout.decode().splitlines()
    assert len(lines) > 1
    assert {line[:3] for line in lines} == {"QUO"}
    assert lines == [
        line for line in scrub("rule").stdout.decode().splitlines() if "QUO" in line[:3]
    ]


def test_close_names_are_suggested(scrub: Command) -> None:
    assert b"Did you mean 'clean'?" in scrub("claen", "x").stderr
    assert b"did you mean WSP004?" in scrub("rule", "WSP04").stderr
    assert b"did you mean" in scrub("clean", "--select", "WPS004", "dirty.txt").stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_closed_pipe_ends_quietly(scrub: Command, tmp_path: Path) -> None:
    import subprocess

    (tmp_path / "long.txt").write_bytes(b"A line of a long text that goes on.\n\n" * 50_000)
    with subprocess.Popen(
        [sys.executable, "-m", "scrubber", "clean", "long.txt"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == -signal.SIGPIPE


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_an_interrupt_is_130(scrub: Command, tmp_path: Path) -> None:
    import subprocess

    with subprocess.Popen(
        [sys.executable, "-m", "scrubber", "clean", "-"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        import time

        time.sleep(2)  # until it waits for its input
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert process.returncode == 130
    assert (out, err.strip()) == (b"", b"scrubber: interrupted")


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_an_interrupt_after_the_work_is_too_late(scrub: Command) -> None:
    import subprocess

    code = "import atexit, os, signal; from scrubber.cli import main; "
    code += "atexit.register(os.kill, os.getpid(), signal.SIGINT); main()"
    args = [sys.executable, "-c", code, "rule", "WSP004"]
    run = subprocess.run(args, cwd=scrub.folder, capture_output=True, check=False)
    assert (run.returncode, run.stderr) == (0, b"")


@pytest.mark.parametrize("command", ["clean", "check", "dedupe", "learn", "report", "config"])
def test_a_help_page_names_each_option_once(command: str) -> None:
    loaded = cli.get_command(click.Context(cli), command)
    assert loaded is not None
    page = loaded.get_help(click.Context(loaded)).partition("\nOptions:\n")[2]
    named = re.findall(r"^  (?:-\w, )?(-[-\w]+)", page, re.MULTILINE)
    options = [param for param in loaded.params if isinstance(param, click.Option)]
    assert sorted(named) == sorted(["--help", *(option.opts[-1] for option in options)])
    sections = re.findall(r"^(\w.*):$", page, re.MULTILINE)
    assert sections == [title for title in SECTIONS if title in sections]


EMPTY = [
    *("--select", "--ignore", "--exclude", "--extend-exclude", "--lang", "--site", "--encoding"),
    *("--profile", "--config", "--text-field", "--stdin-filename", "--files-from", "-o"),
]


@pytest.mark.parametrize("option", EMPTY)
def test_an_empty_value_is_no_value(scrub: Command, option: str) -> None:
    """It is mostly a variable that was not set, and would mean something else."""
    run = scrub("clean", option, "", "dirty.txt")
    assert (run.returncode, run.stdout) == (2, b"")
    assert b": it is empty; name something, or leave it out" in run.stderr


def test_a_file_in_place_of_a_command(scrub: Command) -> None:
    assert (
        b"No such command 'dirty.txt'. Did you mean 'clean dirty.txt'?" in scrub("dirty.txt").stderr
    )


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("scrubber cle", "plain,clean"),
        ("scrubber clean di", "file,di"),
        ("scrubber clean -i --config di", "file,di"),
        ("scrubber undo di", "file,di"),
        ("scrubber clean --quotes cu", "plain,curly"),
        ("scrubber rule enc00", "\n".join(f"plain,ENC00{n}" for n in range(1, 8))),
    ],
)
def test_completion(scrub: Command, words: str, offered: str) -> None:
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    run = scrub(env={**os.environ, **asked, "_SCRUBBER_COMPLETE": "bash_complete"})
    assert run.stdout.decode().split() == offered.split()


LOADING = """
import os, signal, sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "click.core":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
from scrubber.__main__ import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no signals")
def test_an_interrupt_while_the_command_loads() -> None:
    run = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, check=False)
    assert (run.returncode, run.stderr) == (130, b"scrubber: interrupted\n")
