"""Bad archives: one sentence each, a dead letter or exit 2, and the rest is done."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import os
import random
import stat
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest
from archives import as_jsonl, cleaned, disturbed, ended, lines, rows
from conftest import as_any_user

from scrubber.archive import streams, units
from scrubber.archive.jobs import Job, Reader
from scrubber.archive.model import Fields
from scrubber.archive.streams import Stream
from scrubber.archive.units import Units
from scrubber.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

GOOD = rows(20)
DATA = as_jsonl(GOOD)
LINES = DATA.splitlines(keepends=True)


class Case(NamedTuple):
    """A bad file and what comes of it."""

    name: str
    data: bytes
    said: str
    """In a dead letter, or in a sentence about the file where ``rows`` is None."""
    rows: int | None = None
    """How many rows there are in the output, None where there is no output."""


def with_line(line: bytes) -> bytes:
    return b"".join(LINES[:10]) + line + b"\n" + b"".join(LINES[10:])


def zstd(data: bytes) -> bytes:
    pytest.importorskip("zstandard")
    from scrubber.archive.compressions import compress

    return compress(data, ".zst")


def middle_damaged(data: bytes) -> bytes:
    half = len(data) // 2
    return data[:half] + bytes(b ^ 0x55 for b in data[half : half + 40]) + data[half + 40 :]


NOISE = as_jsonl(rows(200))

CASES = {
    "a bad line": Case("x.jsonl", with_line(b'{"text": "x"'), "is no valid JSON: ", 20),
    "a line of text": Case("x.jsonl", with_line(b"hello"), "a value is missing at column 1", 20),
    "one JSON array": Case("x.jsonl", json.dumps(GOOD, indent=1).encode(), "is one JSON array"),
    "one JSON array on a line": Case(
        "x.jsonl", json.dumps(GOOD)[:-1].encode(), "is one JSON array"
    ),
    "a whole JSON array on a line": Case("x.jsonl", json.dumps(GOOD).encode(), "is one JSON array"),
    "invalid UTF-8": Case(
        "x.jsonl", with_line(b'{"text": "caf\xe9"}'), "is no UTF-8 at byte 14", 20
    ),
    "NUL bytes": Case("x.jsonl", with_line(bytes(40)), "is no valid JSON", 20),
    "a NUL in a string": Case(
        "x.jsonl", with_line(b'{"text": "a\0b"}'), "invalid control character", 20
    ),
    "deep nesting": Case("x.jsonl", with_line(b'{"a":' * 400_000), "is nested too deeply", 20),
    "a cut line at the end": Case("x.jsonl", DATA[:-20], "unterminated string", 19),
    "UTF-16": Case("x.jsonl", DATA.decode().encode("utf-16"), "is UTF-16; say so with"),
    "gzip, cut off": Case("x.jsonl.gz", gzip.compress(NOISE)[:-3000], "is cut off here", -1),
    "gzip, damaged": Case(
        "x.jsonl.gz", middle_damaged(gzip.compress(NOISE)), "is damaged here", -1
    ),
    "gzip with a tail": Case("x.jsonl.gz", gzip.compress(DATA) + b"tail", "is damaged here", 20),
    "bzip2, cut off": Case("x.jsonl.bz2", bz2.compress(NOISE)[:-900], "is cut off here", -1),
    "bzip2, damaged": Case(
        "x.jsonl.bz2",
        bz2.compress(DATA) + middle_damaged(bz2.compress(NOISE)),
        "is damaged here",
        20,
    ),
    "no gzip": Case("x.jsonl.gz", DATA, "is no gz data, whatever its name says; rename it"),
    "gzip without the suffix": Case("x.jsonl", gzip.compress(DATA), "is gzip data, whatever"),
    "a zip archive": Case("x.jsonl", b"PK\x03\x04" + bytes(99), "is a zip archive, whatever"),
    "Parquet by another name": Case("x.csv", b"PAR1" + bytes(99), "is a Parquet file, whatever"),
    "no Parquet": Case("x.parquet", DATA, "is no Parquet file, or cut off"),
    "a bomb": Case(
        "x.jsonl.gz", gzip.compress(bytes(300 << 20), 1), "like a decompression bomb", 0
    ),
    "ragged CSV": Case("x.csv", b"id,text\n1,A  b.\n2,C,D\n3,E  f.\n", "has 3 fields where", 2),
    "CSV with an open quotation": Case("x.csv", b'id,text\n1,A  b.\n2,"C\n', "not closed", 1),
    "CSV without the column": Case("x.csv", b"id,name\n1,A\n", "no column has a usual name"),
    "CSV in latin-1": Case("x.csv", b"id,text\n1,caf\xe9\n2,A  b.\n", "is no UTF-8", 1),
    "WARC that is none": Case("x.warc", b"hello\n" * 9, "is no WARC record", 0),
}
for suffix in ("cut off", "damaged"):
    CASES[f"zstandard, {suffix}"] = Case("x.jsonl.zst", b"", f"is {suffix} here", -1)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_bad_archive(tmp_path: Path, case: Case) -> None:
    data = case.data
    if case.name.endswith(".zst"):
        data = zstd(NOISE)
        data = data[:-3000] if "cut" in case.said else middle_damaged(data)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / case.name).write_bytes(data)
    (tmp_path / "in/other.jsonl").write_bytes(DATA)
    done = ended(disturbed(tmp_path, {}, "clean", "in", "-o", "out"))
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert lines(tmp_path / "out/other.jsonl") == [cleaned(row) for row in GOOD]
    assert (tmp_path / "in" / case.name).read_bytes() == data
    target = tmp_path / "out" / case.name.replace(".warc", ".jsonl")
    if case.rows is None:
        assert not target.exists()
        (said,) = [line for line in done.stderr.decode().splitlines() if case.name in line]
        assert said.startswith(f"scrubber: in/{case.name}: ")
        assert case.said in said
        return
    *_, letter = lines(tmp_path / "out/.scrubber/dead.jsonl")
    assert letter["path"] == f"in/{case.name}"
    assert case.said in letter["error"]
    with streams.open_stream(
        str(target), "jsonl", target.suffix.replace(".jsonl", "").replace(".csv", "")
    ) as stream:
        written = stream.read(-1).splitlines()
    if case.rows >= 0:
        assert len(written) - (target.suffix == ".csv") == case.rows
    else:
        whole = as_jsonl([cleaned(row) for row in rows(200)]).splitlines()
        assert written == whole[: len(written)], "what could be read is there"


SOUND = {
    "an empty file": ("x.jsonl", b""),
    "an empty gzip": ("x.jsonl.gz", gzip.compress(b"")),
    "an empty CSV": ("x.csv", b""),
    "a header alone": ("x.csv", b"id,text\n"),
    "blank lines": ("x.jsonl", b"\n\n" + LINES[0].replace(b"  ", b" ") + b"\n\n"),
    "a missing field": ("x.jsonl", b'{"text": "A."}\n{"id": 1}\n{"title": "A  b."}\n'),
    "null": ("x.jsonl", b'{"text": "A."}\n{"text": null}\n'),
    "a number": ("x.jsonl", b'{"text": "A."}\n{"text": 1e3}\n'),
    "a list": ("x.jsonl", b'{"text": "A."}\n{"text": ["A  b."]}\n'),
    "duplicate ids": ("x.jsonl", b'{"id": 1, "text": "A."}\n' * 3),
    "a byte order mark": ("x.jsonl", b'\xef\xbb\xbf{"text": "A."}\n'),
    "CRLF": ("x.jsonl", b'{"text": "A."}\r\n{"text": "B."}\r\n'),
    "CSV with line ends inside": ("x.csv", b'id,text\r\n1,"A.\r\n\r\nB."\r\n'),
    "rows that are no objects": ("x.jsonl", b'{"text": "A."}\n[1]\n"A  b."\nnull\n'),
}


@pytest.mark.parametrize(("name", "data"), SOUND.values(), ids=SOUND)
def test_what_is_sound_comes_out_byte_for_byte(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    done = ended(disturbed(tmp_path, {}, "clean", name, "-o", f"out/{name}"))
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "out" / name).read_bytes() == data
    assert b" 0 cleaned" in done.stderr


class TestPlaces:
    def test_the_output_lies_in_the_input(self, scrub: Command, tmp_path: Path) -> None:
        (tmp_path / "in").mkdir()
        (tmp_path / "in/x.jsonl").write_bytes(DATA)
        done = scrub("clean", "in", "-o", "in/out")
        assert done.returncode == 2
        assert b"lies inside the source" in done.stderr
        assert [path.name for path in (tmp_path / "in").iterdir()] == ["x.jsonl"]

    def test_a_link_leads_out_of_the_output(self, scrub: Command, tmp_path: Path) -> None:
        (tmp_path / "in/deep").mkdir(parents=True)
        (tmp_path / "in/deep/x.jsonl").write_bytes(DATA)
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "out").mkdir()
        (tmp_path / "out/deep").symlink_to("../elsewhere")
        done = scrub("clean", "in", "-o", "out")
        assert done.returncode == 2
        assert b"lies outside out" in done.stderr
        assert not list((tmp_path / "elsewhere").iterdir())

    def test_a_name_leads_out_of_the_output(self, scrub: Command, tmp_path: Path) -> None:
        (tmp_path / "x.jsonl").write_bytes(DATA)
        args = ("clean", "-", "x.jsonl", "-o", "out", "--stdin-filename")
        for name in ("../../escaped.jsonl", "/tmp/escaped.jsonl"):
            done = scrub(*args, name, input=DATA)
            assert done.returncode == 2
            assert b"lies outside out" in done.stderr

    def test_links_are_not_followed(self, tmp_path: Path) -> None:
        (tmp_path / "in").mkdir()
        (tmp_path / "x.jsonl").write_bytes(DATA)
        (tmp_path / "in/y.jsonl").symlink_to(tmp_path / "x.jsonl")
        (tmp_path / "in/z.jsonl").write_bytes(DATA)
        ended(disturbed(tmp_path, {}, "clean", "in", "-o", "out"))
        assert not (tmp_path / "out/y.jsonl").exists()

    def test_two_inputs_of_one_name(self, scrub: Command, tmp_path: Path) -> None:
        for folder in "ab":
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "x.jsonl").write_bytes(DATA)
        done = scrub("clean", "a/x.jsonl", "b/x.jsonl", "-o", "out")
        assert done.returncode == 2
        assert b"would both go to" in done.stderr

    @pytest.mark.skipif(sys.platform != "linux", reason="needs names of any bytes")
    def test_a_name_that_is_no_utf8(self, tmp_path: Path) -> None:
        (tmp_path / "in").mkdir()
        name = os.fsdecode(b"caf\xe9.jsonl")
        (tmp_path / "in" / name).write_bytes(with_line(b"bad"))
        args = ("clean", "in", "-o", "out", "--findings", "found.jsonl")
        done = ended(disturbed(tmp_path, {}, *args))
        assert done.returncode == 2
        assert len(lines(tmp_path / "out" / name)) == 20
        (letter,) = lines(tmp_path / "out/.scrubber/dead.jsonl")
        assert letter["path"] == f"in/{name}"
        assert ended(disturbed(tmp_path, {}, *args)).returncode == 2, "it can be taken up again"

    @pytest.mark.skipif(sys.platform == "win32", reason="needs devices")
    @pytest.mark.parametrize("mode", [[], ["-o", "out.jsonl"], ["--check"]])
    def test_a_device(self, scrub: Command, mode: list[str]) -> None:
        done = scrub("clean", "/dev/zero", "--input-format", "jsonl", *mode)
        assert done.returncode == 2
        assert b"/dev/zero: is a device, no file" in done.stderr

    def test_no_permission(self, scrub: Command, tmp_path: Path) -> None:
        (tmp_path / "x.jsonl").write_bytes(DATA)
        (tmp_path / "x.jsonl").chmod(0)
        done = scrub("clean", "x.jsonl", "-o", "out.jsonl", **as_any_user())
        assert done.returncode == 2
        assert b"x.jsonl: permission denied" in done.stderr

    def test_the_output_is_a_folder(self, scrub: Command, tmp_path: Path) -> None:
        (tmp_path / "x.jsonl").write_bytes(DATA)
        (tmp_path / "out.jsonl").mkdir()
        done = scrub("clean", "x.jsonl", "-o", "out.jsonl")
        assert done.returncode == 2
        assert b"is a folder where a file is meant" in done.stderr

    def test_an_output_that_cannot_be_written_costs_itself_alone(self, tmp_path: Path) -> None:
        for name in ("a/x.jsonl", "b.jsonl"):
            (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "in" / name).write_bytes(DATA)
        (tmp_path / "out").mkdir()
        (tmp_path / "out/a").write_bytes(b"a file where a folder should be")
        done = ended(disturbed(tmp_path, {}, "clean", "in", "-o", "out"))
        assert done.returncode == 2
        assert b"in/a/x.jsonl: " in done.stderr
        assert len(lines(tmp_path / "out/b.jsonl")) == 20

    def test_another_format_is_asked_for(self, scrub: Command, tmp_path: Path) -> None:
        (tmp_path / "x.jsonl").write_bytes(DATA)
        done = scrub("clean", "x.jsonl", "-o", "out.parquet")
        assert done.returncode == 2
        assert b"what comes out of x.jsonl is jsonl; name it so" in done.stderr


class TestSize:
    def test_a_record_that_is_too_large_is_passed_over(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(units, "LARGEST_RECORD", 50_000)
        monkeypatch.setattr(units, "UNIT_BYTES", 1000)
        large = b'{"text": "' + b"x" * 200_000 + b'"}\n'
        data = LINES[0] * 5 + large + LINES[1] * 5
        found = list(Units(Stream(io.BytesIO(data), "")))
        (refused,) = [unit for unit in found if unit.refused]
        assert (refused.first, refused.offset) == (6, 5 * len(LINES[0]))
        assert refused.refused == "is larger than 0 MB"
        assert len(refused.data) < 100_000
        assert b"".join(unit.data for unit in found if not unit.refused) == data.replace(large, b"")
        assert sum(unit.records for unit in found) == 11
        last = found[-1]
        assert last.offset + len(last.data) == len(data)

    def test_a_stream_that_breaks_off_in_a_record_that_is_passed_over(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(units, "LARGEST_RECORD", 50_000)
        monkeypatch.setattr(units, "UNIT_BYTES", 1000)
        data = gzip.compress(
            LINES[0] * 5 + random.Random(1).randbytes(200_000).replace(b"\n", b"x")
        )
        found = list(Units(Stream(io.BytesIO(data[:-9]), ".gz")))
        assert [unit.number for unit in found] == list(range(len(found)))
        assert [bool(unit.refused) for unit in found] == [False] * (len(found) - 1) + [True]
        assert "cut off here" in found[-1].refused
        assert sum(unit.records for unit in found) == 6

    @pytest.mark.exhaustive
    def test_a_record_of_500_megabytes(self, tmp_path: Path) -> None:
        import resource

        with (tmp_path / "x.jsonl").open("wb") as file:
            file.write(LINES[0])
            file.write(b'{"text": "')
            for _ in range(500):
                file.write(b"All  work. " * ((1 << 20) // 11))
            file.write(b'"}\n')
            file.write(LINES[1])
        done = ended(disturbed(tmp_path, {}, "clean", "x.jsonl", "-o", "out.jsonl"))
        assert done.returncode == 2
        assert len(lines(tmp_path / "out.jsonl")) == 2
        assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 400_000

    def test_growth_is_bounded_for_compressed_files_alone(self, tmp_path: Path) -> None:
        data = b'{"text": "%s."}\n' % (b"x" * 5000) * 2000
        path = tmp_path / "x.jsonl.gz"
        path.write_bytes(gzip.compress(data))
        job = Job(str(path), "jsonl", ".gz", None, Settings(), Fields())
        assert not any(piece.unit.refused for piece in Reader(job))


def test_modes_name_what_they_cannot_keep(scrub: Command, tmp_path: Path) -> None:
    data = gzip.compress(NOISE)[:-3000]
    (tmp_path / "x.jsonl.gz").write_bytes(data)
    for mode in ([], ["-i"]):
        done = scrub("clean", "x.jsonl.gz", *mode)
        assert done.returncode == 2
        assert done.stdout == b""
        assert b"the compressed stream is cut off here" in done.stderr
        assert b"write it with -o" in done.stderr
    assert (tmp_path / "x.jsonl.gz").read_bytes() == data


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "shift_jis"])
def test_an_encoding_can_be_named(scrub: Command, encoding: str) -> None:
    text = "Caf\u00e9  noir." if encoding != "shift_jis" else "\u65e5\u672c  \u8a9e."
    data = json.dumps({"text": text}, ensure_ascii=False) + "\n"
    args = ("clean", "-", "--input-format", "jsonl", "--encoding", encoding)
    run = scrub(*args, input=data.encode(encoding))
    assert run.stdout.decode() == data.replace("  ", " ")


def test_modes_of_files_are_kept(scrub: Command, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(DATA)
    path.chmod(0o640)
    scrub("clean", "-i", "x.jsonl")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
