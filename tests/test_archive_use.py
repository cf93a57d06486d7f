"""What a user of archives sees: messages, places that must not be written to, what is left over."""

from __future__ import annotations

import gzip
import json
import os
import stat
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import pytest
from archives import as_jsonl, lines, rows
from conftest import as_any_user

from scrubber.archive import progress
from scrubber.archive.model import Tally
from scrubber.cli.configure import Fault
from scrubber.cli.findings import FindingsFile

if TYPE_CHECKING:
    from conftest import Command

DIRTY = b'{"id": 7, "text": "A  b."}\n'


def said(run: object) -> list[str]:
    return run.stderr.decode().splitlines()  # type: ignore[attr-defined, no-any-return]


@pytest.fixture(autouse=True)
def archive(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(DIRTY)


def test_single_files_are_counted_apart_from_records(scrub: Command, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_bytes(b"Two  blanks.\n")
    (tmp_path / "in/b.jsonl").write_bytes(DIRTY + b"{\n")
    done = scrub("clean", "in", "-o", "out")
    assert done.returncode == 2
    assert "2 records in = 1 cleaned + 0 unchanged + 1 dead letter" in said(done)
    assert said(done)[-1] == "1 file cleaned"


class TestFindings:
    def test_single_files_are_in_it(self, scrub: Command, tmp_path: Path) -> None:
        (tmp_path / "in").mkdir()
        (tmp_path / "in/a.txt").write_bytes(b"One.\nTwo  blanks.\n")
        (tmp_path / "in/b.jsonl").write_bytes(DIRTY)
        assert scrub("clean", "in", "-o", "out", "--findings", "found.jsonl").returncode == 0
        text, record = lines(tmp_path / "found.jsonl")
        assert (text["path"], text["line"], text["code"]) == ("in/a.txt", 2, "WSP005")
        assert (record["path"], record["row"], record["id"]) == ("in/b.jsonl", 1, "7")

    def test_a_run_that_is_refused_leaves_no_file_open(self, scrub: Command) -> None:
        args = ("clean", "in.jsonl", "-o", "out.jsonl", "--findings", "found.jsonl", "-q")
        scrub(*args)
        done = scrub(*args, "--quotes", "keep", env={**os.environ, "PYTHONDEVMODE": "1"})
        (line,) = said(done)
        assert "the run began with quotes" in line

    def test_of_a_single_file_alone(self, scrub: Command, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(b"Two  blanks.\n")
        scrub("clean", "a.txt", "-o", "b.txt", "--findings", "found.jsonl")
        assert [one["code"] for one in lines(tmp_path / "found.jsonl")] == ["WSP005"]

    def test_no_finding_is_an_empty_file(self, scrub: Command, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(b"One.\n")
        scrub("clean", "a.txt", "-o", "b.txt", "--findings", "found.jsonl")
        assert (tmp_path / "found.jsonl").read_bytes() == b""

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
    def test_a_full_disk_is_that_of_this_file(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(**_: object) -> BinaryIO:
            return Path("/dev/full").open("wb", buffering=0)

        monkeypatch.setattr("tempfile.TemporaryFile", full)
        findings = FindingsFile("found.jsonl")
        with pytest.raises(Fault, match=r"found\.jsonl: the disk is full"):
            findings.add([__file__])

    @pytest.mark.parametrize(
        ("path", "why"),
        [
            ("in.jsonl", "is a source itself"),
            ("out.jsonl", "is what -o writes"),
            ("none/found.jsonl", "lies in no folder that exists"),
            (".", "is no file"),
        ],
    )
    def test_nothing_else_is_overwritten(
        self, scrub: Command, tmp_path: Path, path: str, why: str
    ) -> None:
        done = scrub("clean", "in.jsonl", "-o", "out.jsonl", "--findings", path)
        assert done.returncode == 2
        assert why in said(done)[-1]
        assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]
        assert (tmp_path / "in.jsonl").read_bytes() == DIRTY

    def test_not_inside_a_source(self, scrub: Command, tmp_path: Path) -> None:
        (tmp_path / "in").mkdir()
        (tmp_path / "in/b.jsonl").write_bytes(DIRTY)
        done = scrub("clean", "in", "-o", "out", "--findings", "in/found.jsonl")
        assert "lies inside the source" in said(done)[-1]
        assert not (tmp_path / "out").exists()


class TestTargets:
    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
    @pytest.mark.parametrize("source", ["in.jsonl", "a.txt"])
    def test_a_device_is_never_replaced(self, scrub: Command, tmp_path: Path, source: str) -> None:
        (tmp_path / "a.txt").write_bytes(b"Two  blanks.\n")
        os.mkfifo(tmp_path / "pipe")
        done = scrub("clean", source, "-o", "pipe")
        assert done.returncode == 2
        assert said(done)[-1] == "Error: pipe is a device or a pipe: use standard output"
        assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
        assert not (tmp_path / "pipe.scrubber").exists()

    def test_what_a_killed_write_left_goes(self, scrub: Command, tmp_path: Path) -> None:
        left = tmp_path / ".out.jsonl.abcd1234.scrubber-tmp"
        left.write_bytes(b"half of it")
        scrub("clean", "in.jsonl", "-o", "out.jsonl")
        assert not left.exists()


class TestMessages:
    @pytest.mark.parametrize("mode", [["-o", "out.jsonl"], [], ["--check"]])
    def test_a_field_that_no_record_has(self, scrub: Command, mode: list[str]) -> None:
        done = scrub("clean", "in.jsonl", "--text-field", "txet", *mode)
        assert done.returncode == 0
        assert (
            "in.jsonl: no record holds a text in 'txet'; name its field with --text-field"
            in said(done)
        )

    def test_an_empty_field(self, scrub: Command) -> None:
        done = scrub("clean", "in.jsonl", "--text-field", "")
        assert said(done)[-1].startswith("Error: Invalid value for '--text-field': it is empty;")

    def test_an_empty_archive(self, scrub: Command, tmp_path: Path) -> None:
        (tmp_path / "in.jsonl").write_bytes(b"")
        done = scrub("clean", "in.jsonl", "-o", "out.jsonl")
        assert done.returncode == 0
        assert said(done)[0] == "in.jsonl: holds no records"

    def test_the_account_names_failed_files(self, scrub: Command, tmp_path: Path) -> None:
        (tmp_path / "in").mkdir()
        (tmp_path / "in/a.jsonl").write_bytes(DIRTY)
        (tmp_path / "in/b.parquet").write_bytes(b"no Parquet")
        pytest.importorskip("pyarrow")
        done = scrub("clean", "in", "-o", "out")
        assert done.returncode == 2
        assert said(done)[-1] == (
            "1 record in = 1 cleaned + 0 unchanged + 0 dead letters; 1 file failed"
        )

    def test_a_run_that_did_nothing_leaves_nothing(self, scrub: Command, tmp_path: Path) -> None:
        (tmp_path / "in.jsonl").write_bytes(b'[\n{"text": "a"}\n]\n')
        done = scrub("clean", "in.jsonl", "-o", "out.jsonl")
        assert done.returncode == 2
        assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]
        (tmp_path / "in.jsonl").write_bytes(DIRTY)
        assert scrub("clean", "in.jsonl", "-o", "out.jsonl").returncode == 0

    @pytest.mark.parametrize("library", ["pyarrow", "zstandard"])
    def test_a_library_that_is_not_installed(
        self, scrub: Command, tmp_path: Path, library: str
    ) -> None:
        """The rest is done, and the message says what to install."""
        (tmp_path / "in").mkdir()
        name = {"pyarrow": "b.parquet", "zstandard": "b.jsonl.zst"}[library]
        (tmp_path / "in" / name).write_bytes(b"\x28\xb5\x2f\xfd" if "zst" in name else b"PAR1")
        (tmp_path / "in/a.jsonl").write_bytes(DIRTY)
        (tmp_path / library).mkdir()
        (tmp_path / library / "__init__.py").write_text("raise ImportError")
        environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
        done = scrub("clean", "in", "-o", "out", env=environment)
        assert done.returncode == 2
        assert (
            f"scrubber: in/{name}: needs {library}; install it with: "
            "pip install 'article-scrubber[archive]'" in said(done)
        )
        assert json.loads((tmp_path / "out/a.jsonl").read_bytes()) == {"id": 7, "text": "A b."}

    def test_a_folder_that_cannot_be_written(self, scrub: Command, tmp_path: Path) -> None:
        (tmp_path / "locked").mkdir(mode=0o555)
        done = scrub("clean", "in.jsonl", "-o", "locked/out.jsonl", **as_any_user())
        assert done.returncode == 2
        assert "permission denied" in said(done)[-1]
        assert b"Traceback" not in done.stderr

    def test_quiet_is_silent(self, scrub: Command, tmp_path: Path) -> None:
        (tmp_path / "in.jsonl").write_bytes(as_jsonl(rows(300)))
        done = scrub("clean", "-q", "in.jsonl", "-o", "out.jsonl")
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


class TestPages:
    PAGE = (
        "<html><head><title>Not shown</title></head><body><p>Fish &amp;  chips<br>today</p>"
        "<ul><li>One</li><li hidden>Two</li></ul><script>go();</script></body></html>"
    )
    SHOWN = "Fish & chips\ntoday\n\n- One"

    @pytest.mark.parametrize("mode", [["-o", "out.jsonl"], []])
    def test_a_page_in_a_field_gives_what_it_shows(
        self, scrub: Command, tmp_path: Path, mode: list[str]
    ) -> None:
        (tmp_path / "in.jsonl").write_bytes(as_jsonl([{"id": 1, "text": self.PAGE}]))
        done = scrub("clean", "in.jsonl", "--to", "text", *mode)
        out = (tmp_path / "out.jsonl").read_bytes() if mode else done.stdout
        assert json.loads(out) == {"id": 1, "text": self.SHOWN}
        (tmp_path / "in.jsonl").write_bytes(out)
        assert scrub("clean", "in.jsonl", "--to", "text").stdout == out, "it is stable"

    @pytest.mark.parametrize(
        "text", ["The <p> tag opens a paragraph.", "a < b and c > d", "<3 you</p>", "Plain."]
    )
    def test_a_text_that_names_tags_is_none(
        self, scrub: Command, tmp_path: Path, text: str
    ) -> None:
        (tmp_path / "in.jsonl").write_bytes(as_jsonl([{"text": text}]))
        plain, shown = scrub("clean", "in.jsonl"), scrub("clean", "in.jsonl", "--to", "text")
        assert plain.stdout == shown.stdout

    def test_it_is_a_setting_of_the_run(self, scrub: Command) -> None:
        assert scrub("clean", "in.jsonl", "-o", "out.jsonl").returncode == 0
        done = scrub("clean", "in.jsonl", "-o", "out.jsonl", "--to", "text")
        assert 'the run began with to not given, not "text"' in said(done)[-1]


class _Run:
    """As much of a run as who watches it looks at."""

    def __init__(self) -> None:
        self.live = Tally(1200, 700, 499, 1)
        self.live_codes = Counter({"WSP005": 12})
        self.position = 600


def watch(monkeypatch: pytest.MonkeyPatch, seconds: list[float], *, quiet: bool) -> None:
    """Have progress shown after so many seconds."""
    times = iter([0.0, *seconds])
    monkeypatch.setattr(time, "monotonic", lambda: next(times))
    watched = progress.Progress(1000, quiet=quiet)
    for _ in seconds:
        watched.tick(_Run())


class TestProgress:
    def test_a_line_now_and_then_without_a_terminal(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        watch(monkeypatch, [0, 4, 9.9, 10, 15, 19.9, 20], quiet=False)
        line = "1,200 records, 60 %, 0/s, 0.0 MB/s, 1 dead, WSP005 12"
        assert capsys.readouterr().err.splitlines() == [line, line]

    def test_quiet_has_none(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        watch(monkeypatch, [0, 60, 120], quiet=True)
        assert capsys.readouterr().err == ""


def test_archive_of_which_one_record_failed_is_counted_as_cleaned(
    scrub: Command, tmp_path: Path
) -> None:
    (tmp_path / "in.jsonl").write_bytes(DIRTY + b'{"id": broken\n')
    done = scrub("clean", "-i", "in.jsonl")
    assert done.returncode == 2
    assert said(done)[-1] == "1 file cleaned (1 in part)"
    assert (tmp_path / "in.jsonl").read_bytes() == DIRTY.replace(b"  b", b" b") + b'{"id": broken\n'


def test_archive_that_cannot_be_written_is_counted_as_failed(
    scrub: Command, tmp_path: Path
) -> None:
    data = gzip.compress(DIRTY) + b"no gzip"
    (tmp_path / "in.jsonl.gz").write_bytes(data)
    done = scrub("clean", "-i", "in.jsonl.gz")
    assert done.returncode == 2
    assert said(done)[-1] == "0 files cleaned, 1 failed"
    assert (tmp_path / "in.jsonl.gz").read_bytes() == data
