"""Bad input ends in one sentence: never a traceback, a partial file, or silence."""

from __future__ import annotations

import gzip
import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import as_any_user

import scrubber
from scrubber.files.job import clean_source
from scrubber.files.plan import Plan
from scrubber.files.source import find_sources
from scrubber.settings import Settings

if TYPE_CHECKING:
    from conftest import Command


def fails_with(scrub: Command, *words: str, args: tuple[str, ...]) -> None:
    run = scrub("clean", *args)
    lines = run.stderr.decode().splitlines()
    assert run.returncode == 2
    assert run.stdout == b""
    assert len(lines) == 1, lines
    for word in words:
        assert word in lines[0]


@pytest.mark.skipif(sys.platform == "win32", reason="says it otherwise")
def test_a_file_where_a_folder_is_meant(scrub: Command, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"Two  blanks.\n")
    run = scrub("clean", "a.txt", "-q", "-o", "b.txt/c/d.txt")
    why = b"a part of the path is not a folder; check the path"
    assert run.stderr.splitlines() == [b"scrubber: b.txt/c/d.txt: " + why]
    run = scrub("clean", "a.txt", "-q", "-o", "b.txt/c.txt")
    assert run.stderr.splitlines() == [b"scrubber: b.txt/c.txt: " + why]


def test_bytes_are_no_text() -> None:
    with pytest.raises(TypeError, match="text is bytes, no str: decode bytes first"):
        scrubber.clean(b"A ferry.")  # type: ignore[arg-type]


def test_a_missing_path(scrub: Command) -> None:
    fails_with(scrub, "gone.txt: no such file", "check the path", args=("gone.txt",))


def test_a_path_through_a_file(scrub: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Text.\n")
    fails_with(scrub, "a.txt/b.txt: ", "not a folder", args=("a.txt/b.txt",))


@pytest.mark.parametrize(
    "data",
    [b"\x00\x01\x02\x03" * 100, random.Random(7).randbytes(4096), b"GIF89a\x01\x00\x00" * 50],
    ids=["nul bytes", "random bytes", "an image"],
)
def test_a_binary_file(scrub: Command, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "noise.txt").write_bytes(data)
    fails_with(scrub, "noise.txt: ", "--encoding", args=("noise.txt",))


def test_a_loop_of_links(scrub: Command, tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    fails_with(scrub, "loop.txt: ", "link", args=("loop.txt",))


def test_a_name_that_is_too_long(scrub: Command) -> None:
    fails_with(scrub, "name is too long", args=("n" * 300 + ".txt",))


def test_a_folder_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "open.txt").write_bytes(b"Text.\n")
    locked = tmp_path / "locked"
    locked.mkdir()
    scandir = os.scandir

    def refusing(path: str) -> object:
        if str(path) == str(locked):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    outcomes = [clean_source(source, Plan(Settings())) for source in find_sources([str(tmp_path)])]
    monkeypatch.undo()
    assert sorted(filter(None, (outcome.error for outcome in outcomes))) == [
        f"{locked}: permission denied; check who may read and write it"
    ]
    assert len(outcomes) == 2, "the rest is done"


@pytest.mark.parametrize(
    ("mode", "args", "words"),
    [
        ("read", (), "locked/a.txt: permission denied; check who may read and write it"),
        ("read", ("-o", "out.txt"), "locked/a.txt: permission denied"),
        ("read", ("--check",), "locked/a.txt: permission denied"),
        ("write", ("-i",), "locked/a.txt: permission denied"),
        ("write", ("-o", "locked/b.txt"), "locked/b.txt: permission denied"),
    ],
)
def test_no_permission(
    scrub: Command, tmp_path: Path, mode: str, args: tuple[str, ...], words: str
) -> None:
    options = as_any_user()
    path = tmp_path / "locked" / "a.txt"
    path.parent.mkdir()
    path.write_bytes(b"Two  blanks.\n")
    if mode == "read":
        path.chmod(0)
    else:
        path.parent.chmod(0o555)
    run = scrub("clean", "-q", *args, "locked/a.txt", **options)
    path.parent.chmod(0o755)
    said = run.stderr.decode().splitlines()
    assert (run.returncode, run.stdout, len(said)) == (2, b"", 1)
    assert said[0].startswith(f"scrubber: {words}")
    path.chmod(0o644)
    assert path.read_bytes() == b"Two  blanks.\n"
    assert [name.name for name in path.parent.iterdir()] == ["a.txt"]


def test_a_file_that_may_not_be_written(scrub: Command, tmp_path: Path) -> None:
    path = tmp_path / "fixed.txt"
    path.write_bytes(b"Blanks at the end.  \nMore.\n")
    path.chmod(0o444)
    fails_with(scrub, "fixed.txt: is read-only", args=("-q", "-i", "fixed.txt"))
    assert path.read_bytes() == b"Blanks at the end.  \nMore.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [(b"", b""), (b"\n", b""), (b" \n\t\n\n", b""), (b"\xef\xbb\xbf", b""), (b"x", b"x\n")],
    ids=["empty", "one line end", "white space", "a signature alone", "one letter"],
)
def test_hardly_anything(scrub: Command, tmp_path: Path, before: bytes, after: bytes) -> None:
    (tmp_path / "small.txt").write_bytes(before)
    run = scrub("clean", "small.txt")
    assert (run.returncode, run.stdout) == (0, after)


def test_a_lone_surrogate_stays() -> None:
    text = "One half of a pair: \ud83d here.\n"
    assert scrubber.clean(text).text == text


def test_a_very_long_line() -> None:
    text = "All work and no play, " * 450_000
    assert scrubber.clean(text).text.rstrip() == text.rstrip()


def test_very_many_blank_lines() -> None:
    assert scrubber.clean("Above.\n" + "\n" * 100_000 + "Below.\n").text == "Above.\n\nBelow.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pipe that is a path")
def test_a_pipe_that_is_a_path(scrub: Command, tmp_path: Path) -> None:
    import threading

    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=(b"Text.  \nMore.\n",))
    writer.start()
    run = scrub("clean", "pipe")
    writer.join()
    assert run.stdout == b"Text.\nMore.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs such names")
@pytest.mark.parametrize("args", [("check",), ("clean", "--diff"), ("clean", "-v", "--check")])
def test_no_name_breaks_a_line(scrub: Command, tmp_path: Path, args: tuple[str, ...]) -> None:
    (tmp_path / "a\n\x1b[31mb.txt").write_bytes(b"Two  blanks.\n")
    (tmp_path / "b\n.txt").write_bytes(b"\0\1\2\3")
    run = scrub(*args, "a\n\x1b[31mb.txt", "b\n.txt", "c\n.txt")
    said = (run.stdout + run.stderr).decode()
    assert r"a\n\x1b[31mb.txt" in said
    assert r"scrubber: b\n.txt: the file is not text" in said
    assert r"scrubber: c\n.txt: no such file" in said
    assert "\x1b[31mb" not in said


def test_a_name_in_json_is_the_name(scrub: Command, tmp_path: Path) -> None:
    name = "a\n.txt" if sys.platform != "win32" else "a.txt"
    (tmp_path / name).write_bytes(b"Two  blanks.\n")
    run = scrub("check", "--output-format", "json", name)
    assert json.loads(run.stdout)["files"][0]["path"] == name


def test_a_file_whose_name_reads_as_an_option(scrub: Command, tmp_path: Path) -> None:
    (tmp_path / "-name.txt").write_bytes(b"Two  blanks.\n")
    run = scrub("clean", "-name.txt")
    assert run.returncode == 2
    assert run.stderr.endswith(b"\nFor the file of that name write ./-name.txt\n")
    assert scrub("clean", "./-name.txt").stdout == b"Two blanks.\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n\0\1\2\3\xff\xfe", "x.txt: is a PDF, no text; extract its text first"),
        (b"PK\3\4\0\0\0\0\0\0\xff", "x.txt: is a ZIP file or an office document, no text"),
        (
            gzip.compress(b"Text.\n" * 50, mtime=0),
            "x.txt: is gzip data, no text; decompress it first",
        ),
    ],
)
def test_another_format_is_named(scrub: Command, tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "x.txt").write_bytes(data)
    fails_with(scrub, words, args=("x.txt",))


def test_no_name_at_all(scrub: Command) -> None:
    fails_with(scrub, "scrubber: '': no such file or folder", args=("",))


def test_text_is_not_called_records(scrub: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Two  blanks.\n")
    run = scrub("clean", "a.txt", "-o", "b.jsonl.gz")
    assert run.returncode == 2
    assert b"b.jsonl.gz: what comes out of a.txt are no records; name it otherwise" in run.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
class TestStreams:
    """Standard streams that are closed, full or read no further."""

    @pytest.fixture(autouse=True)
    def files(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(b"Two  blanks.\n")
        rows = (json.dumps({"text": f"Two  blanks, {n}. " * 9}) for n in range(20_000))
        (tmp_path / "a.jsonl").write_text("\n".join(rows) + "\n")

    @pytest.mark.parametrize(
        ("command", "status", "said"),
        [
            ("clean a.txt >&-", 2, "standard output: is closed; redirect it"),
            ("clean --diff a.txt >&-", 2, "standard output: is closed; redirect it"),
            ("clean - <&-", 2, "-: is closed; redirect it"),
            ("check --files-from - <&-", 2, "-: is closed; redirect it"),
            ("clean a.txt -o b.txt >&- <&-", 0, None),
            ("clean gone.txt 2>&-", 2, None),
            ("clean a.txt 2>&-", 0, None),
        ],
    )
    def test_closed(self, scrub: Command, command: str, status: int, said: str | None) -> None:
        run = self.shell(scrub, f"{sys.executable} -m scrubber {command}")
        lines = [line for line in run.stderr.splitlines() if line.startswith("scrubber: ")]
        assert run.returncode == status
        assert lines == ([f"scrubber: {said}"] if said else [])
        assert "Traceback" not in run.stderr
        assert "ignored" not in run.stderr

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
    @pytest.mark.parametrize(
        "command",
        [
            "clean a.txt",
            "check a.txt",
            "clean --diff a.txt",
            "clean a.jsonl",
            "clean --diff a.jsonl",
            "rule",
            "-h",
        ],
    )
    def test_full(self, scrub: Command, command: str) -> None:
        run = self.shell(scrub, f"{sys.executable} -m scrubber {command} > /dev/full")
        assert run.returncode == 2
        assert "scrubber: standard output: the disk is full" in run.stderr
        assert "Traceback" not in run.stderr

    @pytest.mark.parametrize("command", ["clean", "clean --diff", "check"])
    @pytest.mark.parametrize("source", ["a.jsonl", "-"])
    def test_nobody_reads_on(self, scrub: Command, command: str, source: str) -> None:
        args = f"{command} --stdin-filename x.jsonl {source} < a.jsonl"
        run = self.shell(scrub, f"{sys.executable} -m scrubber {args} | head -1")
        assert run.stdout.count("\n") == 1
        assert "scrubber:" not in run.stderr
        assert "failed" not in run.stderr

    def shell(self, scrub: Command, command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, shell=True, cwd=scrub.folder, capture_output=True, text=True, check=False
        )


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_a_working_folder_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    command = f"rmdir ../gone; {sys.executable} -m scrubber check ."
    run = subprocess.run(
        command, shell=True, cwd=tmp_path / "gone", capture_output=True, text=True, check=False
    )
    assert run.returncode == 2
    assert run.stderr == "scrubber: the working folder: no such file or folder; check the path\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs devices")
class TestDevices:
    @pytest.mark.parametrize("args", [[], ["-i"], ["-o", "out.txt"], ["--check"], ["--diff"]])
    def test_one_that_has_no_end(self, scrub: Command, tmp_path: Path, args: list[str]) -> None:
        run = scrub("clean", "/dev/zero", "-q", *args)
        assert (run.returncode, run.stdout) == (2, b"")
        assert run.stderr == b"scrubber: /dev/zero: is a device, no file; name a file\n"
        assert not list(tmp_path.iterdir())

    def test_learn_and_dedupe(self, scrub: Command) -> None:
        for args in (["learn", "-o", "profile.jsonl"], ["dedupe", "--plan", "plan.jsonl"]):
            assert b"zero: is a device" in scrub(args[0], "/dev/zero", *args[1:]).stderr

    def test_what_has_an_end_is_read(self, scrub: Command, tmp_path: Path) -> None:
        assert scrub("clean", "/dev/null").returncode == 0
        assert scrub("clean", "/dev/stdin", input=b"Two  blanks.\n").stdout == b"Two blanks.\n"
        assert scrub("clean", "/dev/stdin", stdin=subprocess.DEVNULL).returncode == 0
        (tmp_path / "a.txt").write_bytes(b"Two  blanks.\n")
        with (tmp_path / "a.txt").open("rb") as file:
            assert scrub("clean", "/dev/stdin", stdin=file).stdout == b"Two blanks.\n"
        os.mkfifo(tmp_path / "pipe")
        with subprocess.Popen(["sh", "-c", "echo 'Two  blanks.' > pipe"], cwd=tmp_path):
            assert scrub("clean", "pipe").stdout == b"Two blanks.\n"
