"""WARC and WET: every response and conversion gives a row, or a reason why not."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest
from archives import disturbed, ended, lines

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

HTTP = b"Content-Type: application/http; msgtype=response\r\n"
PAGE = b"<html><head><title>T</title></head><body><p>One  &amp; two.</p><p>Three.</p></body></html>"


def record(
    kind: str, name: str, body: bytes, *, extra: bytes = b"", length: object = None
) -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{name}>\r\n"
        f"WARC-Date: 2026-05-04T03:02:01Z\r\nWARC-Target-URI: https://example.org/{name}\r\n"
        f"Content-Length: {len(body) if length is None else length}\r\n"
    ).encode()
    return head + extra + b"\r\n" + body + b"\r\n\r\n"


def response(body: bytes, kind: str = "text/html", extra: bytes = b"") -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: " + kind.encode() + b"\r\n" + extra + b"\r\n" + body


def page(name: str, body: bytes = PAGE, kind: str = "text/html", extra: bytes = b"") -> bytes:
    return record("response", name, response(body, kind, extra), extra=HTTP)


def conversion(name: str, text: str = "A  b.", length: object = None) -> bytes:
    return record("conversion", name, text.encode(), length=length)


def run(
    folder: Path, data: bytes, name: str = "in.warc", *args: str, code: int = 0
) -> list[dict[str, Any]]:
    (folder / name).write_bytes(data)
    out = "out.jsonl"
    done = ended(disturbed(folder, {"unit": 500}, "clean", name, "-o", out, "--new-run", *args))
    assert done.returncode == code, done.stderr.decode()
    return lines(folder / out)


def dead(folder: Path) -> list[tuple[int, str]]:
    return [(one["row"], one["error"]) for one in lines(folder / "out.jsonl.scrubber/dead.jsonl")]


def test_each_content_gives_a_row(tmp_path: Path) -> None:
    data = record("warcinfo", "0", b"software: test\r\n") + conversion("1")
    data += (
        record("request", "2", b"GET / HTTP/1.1\r\n\r\n")
        + page("3")
        + page("4", b"\x89", "image/png")
    )
    data += page("5", b"Plain  text.", "text/plain") + record("metadata", "6", b"x: y\r\n")
    rows = run(tmp_path, data)
    base = {"date": "2026-05-04T03:02:01Z"}
    texts = {1: "A b.", 3: "One & two.\n\nThree.\n", 4: None, 5: "Plain text."}
    assert rows == [
        {"id": f"urn:uuid:{n}", "url": f"https://example.org/{n}", **base, "text": text}
        for n, text in texts.items()
    ]


@pytest.mark.parametrize("name", ["in.warc.gz", "in.wet.gz"])
def test_compressed(tmp_path: Path, name: str) -> None:
    data = b"".join(gzip.compress(conversion(f"{n}")) for n in range(40))
    assert [row["text"] for row in run(tmp_path, data, name)] == ["A b."] * 40


ZIPPED = gzip.compress("<p>One é.".encode())
CONTENTS = {
    "chunks": (
        b"Transfer-Encoding: chunked\r\n",
        b"6\r\n<p>One\r\n4;x\r\n \xc3\xa9.\r\n0\r\n\r\n",
        "One é.\n",
    ),
    "joined already": (b"Transfer-Encoding: chunked\r\n", b"<p>One \xc3\xa9.", "One é.\n"),
    "gzip": (b"Content-Encoding: gzip\r\n", gzip.compress("<p>One é.".encode()), "One é.\n"),
    "gzip of several members": (
        b"Content-Encoding: gzip\r\n",
        gzip.compress(b"<p>One ") + gzip.compress("é.".encode()) + bytes(8),
        "One é.\n",
    ),
    "gzip twice": (
        b"Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n",
        gzip.compress(gzip.compress("<p>One é.".encode())),
        "One é.\n",
    ),
    "gzip for the transfer": (
        b"Transfer-Encoding: gzip, chunked\r\n",
        b"%x\r\n%s\r\n0\r\n\r\n" % (len(ZIPPED), ZIPPED),
        "One é.\n",
    ),
    "brotli undone already": (b"Content-Encoding: br\r\n", b"<p>One \xc3\xa9.", "One é.\n"),
    "a coding that is none": (b"Content-Encoding: UTF-8\r\n", b"<p>One \xc3\xa9.", "One é.\n"),
    "gzip undone already": (b"Content-Encoding: gzip\r\n", b"<p>One \xc3\xa9.", "One é.\n"),
    "latin-1 by its header": (b"", b"<p>One \xe9 \x93two\x94.", "One é “two”.\n"),
    "bom": (b"", b"\xef\xbb\xbf<p>One \xc3\xa9.", "One é.\n"),
}


@pytest.mark.parametrize(("extra", "body", "text"), CONTENTS.values(), ids=CONTENTS)
def test_what_a_response_holds(tmp_path: Path, extra: bytes, body: bytes, text: str) -> None:
    (row,) = run(tmp_path, page("1", body, "text/html; charset=iso-8859-1", extra))
    assert row["text"] == text


def test_a_page_is_known_without_its_type(tmp_path: Path) -> None:
    answer = b"HTTP/1.1 200 OK\r\n\r\n"
    data = record("response", "1", answer + PAGE) + record("response", "2", answer + b"%PDF-1.7")
    assert [row["text"] for row in run(tmp_path, data)] == ["One & two.\n\nThree.\n", None]


def test_a_header_over_two_lines(tmp_path: Path) -> None:
    body = "<p>Привет, как дела сегодня?".encode("cp1251")
    (row,) = run(tmp_path, page("1", body, "text/html;\r\n charset=windows-1251"))
    assert row["text"] == "Привет, как дела сегодня?\n"


BAD = {
    "a length that is too large": conversion("1", length=60),
    "a length that is too small": conversion("1", length=2),
    "a length that is no number": conversion("1", length="x"),
    "a length beyond all bounds": conversion("1", length=10**12),
    "no length": conversion("1").replace(b"Content-Length", b"X-Length"),
    "no version": conversion("1")[10:],
    "no response": record("response", "1", b"no HTTP at all", extra=HTTP),
    "a coding that nobody reads": page("1", b"x", extra=b"Content-Encoding: br\r\n"),
    "a coding that is cut off": page("1", ZIPPED[:-6], extra=b"Content-Encoding: gzip\r\n"),
    "a chunk that is cut off": page("1", b"99\r\nOne", extra=b"Transfer-Encoding: chunked\r\n"),
    "a damaged coding": page("1", b"\x1f\x8bxxxxxxxxxxxx", extra=b"Content-Encoding: gzip\r\n"),
    "noise": page("1", bytes(range(256)) * 8, "text/plain"),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_bad_record_costs_itself_alone(tmp_path: Path, bad: bytes) -> None:
    data = conversion("0") + bad + conversion("2") + page("3")
    rows = run(tmp_path, data, code=2)
    assert [row["id"] for row in rows] == [f"urn:uuid:{n}" for n in (0, 2, 3)]
    ((row, error),) = dead(tmp_path)
    assert row == 2
    assert error


def test_a_file_that_is_cut_off(tmp_path: Path) -> None:
    data = conversion("0") + conversion("1", "A long  text. " * 50)
    assert len(run(tmp_path, data[:-200], code=2)) == 1
    assert dead(tmp_path) == [(2, "is cut off: 504 of 700 bytes are there")]
    assert len(run(tmp_path, gzip.compress(data)[:-20], "in.warc.gz", code=2)) <= 2
    assert "is cut off" in dead(tmp_path)[-1][1]


@pytest.mark.parametrize("place", [0, 3, 12, 60, 300])
def test_a_damaged_member_costs_itself_alone(tmp_path: Path, place: int) -> None:
    """Each record is compressed by itself; there the next one can be found."""
    members = [gzip.compress(conversion(str(n), f"Number {n}.  " * 40)) for n in range(9)]
    middle = bytearray(gzip.compress(conversion("4", "".join(map(chr, range(500, 1500))))))
    assert len(middle) > 400
    middle[place : place + 8] = bytes(byte ^ 0x55 for byte in middle[place : place + 8])
    members[4] = bytes(middle)
    rows = run(tmp_path, b"".join(members), "in.warc.gz", code=2)
    assert [row["id"] for row in rows] == [f"urn:uuid:{n}" for n in range(9) if n != 4]
    ((row, error),) = dead(tmp_path)
    assert row == 5
    assert error


def test_padding_behind_the_members(tmp_path: Path) -> None:
    data = gzip.compress(conversion("0")) + gzip.compress(conversion("1"))
    assert len(run(tmp_path, data + bytes(700), "in.warc.gz")) == 2
    assert len(run(tmp_path, data + b"tail", "in.warc.gz", code=2)) == 2


def test_it_is_only_read(scrub: Command, tmp_path: Path) -> None:
    (tmp_path / "x.warc").write_bytes(conversion("0"))
    done = scrub("clean", "-i", "x.warc")
    assert done.returncode == 2
    assert (
        done.stderr
        == b"scrubber: x.warc: is only read; write its text with -o\n0 files cleaned, 1 failed\n"
    )
    assert json.loads(scrub("clean", "x.warc").stdout)["text"] == "A b."
    assert scrub("check", "x.warc").stdout.startswith(b"x.warc:1:2 WSP005 ")


def test_a_folder_gives_rows_under_the_same_names(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.warc.gz").write_bytes(gzip.compress(conversion("0")))
    (tmp_path / "in/b.wet").write_bytes(conversion("1"))
    assert ended(disturbed(tmp_path, {}, "clean", "in", "-o", "out")).returncode == 0
    assert lines(tmp_path / "out/a.jsonl.gz")[0]["text"] == "A b."
    assert lines(tmp_path / "out/b.jsonl")[0]["text"] == "A b."
