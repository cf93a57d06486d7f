"""CSV and TSV: only the text's field is written anew, in the form it had."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from archives import disturbed, ended
from hypothesis import given
from hypothesis import strategies as st

from scrubber.archive import csvtext, units
from scrubber.archive.csv import Csv
from scrubber.archive.model import Dead, Fields
from scrubber.archive.streams import Stream

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

SPLICED = {
    "a field without quotes": ("id,text\n1,A  b.\n", "id,text\n1,A b.\n"),
    "a field with quotes": ('id,text,n\n1,"A  b.",2\n', 'id,text,n\n1,"A b.",2\n'),
    "doubled quotes": ('text\n"He said  ""so""."\n', 'text\n"He said ""so""."\n'),
    "line ends inside": ('text,n\n"A  b.\n\nC, d.",1\n', 'text,n\n"A b.\n\nC, d.",1\n'),
    "CRLF": ('id,text\r\n1,"A  b.\r\nC."\r\n', 'id,text\r\n1,"A b.\r\nC."\r\n'),
    "no line end at the end": ("id,text\n1,A  b.", "id,text\n1,A b."),
    "blank lines": ("\nid,text\n\n1,A  b.\n\n", "\nid,text\n\n1,A b.\n\n"),
    "semicolons": ("id;text;a,b\n1;A, or  b.;x\n", "id;text;a,b\n1;A, or b.;x\n"),
    "quotes that the text needs": ("id,text\n1,A&#44;  b.\n", 'id,text\n1,"A, b."\n'),
    "a quoted header": ('"id","text"\n1,A  b.\n', '"id","text"\n1,A b.\n'),
    "spelling of others": (
        'text,a,b\nA  b., 1.50 ,"x"\n',
        'text,a,b\nA b., 1.50 ,"x"\n',
    ),
    "a mark inside a field": ('a,text\n5" pipe,A  b.\n', 'a,text\n5" pipe,A b.\n'),
    "another column": ("title,body\nx,A  b.\n", "title,body\nx,A b.\n"),
}


@pytest.mark.parametrize(("before", "after"), SPLICED.values(), ids=SPLICED)
def test_only_the_field_changes(scrub: Command, before: str, after: str) -> None:
    for mark in ("", "\ufeff"):
        data = (mark + before).encode()
        run = scrub("clean", "-", "--stdin-filename", "x.csv", input=data)
        assert run.stdout == (mark + after).encode()
        assert run.returncode == 0


def test_tabs(scrub: Command) -> None:
    run = scrub("clean", "-", "--stdin-filename", "x.tsv", input=b"id\ttext\n1,2\tA  b.\n")
    assert run.stdout == b"id\ttext\n1,2\tA b.\n"


@given(
    st.lists(st.lists(st.text(), min_size=3, max_size=3), max_size=5),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(csvtext.DELIMITERS),
)
def test_it_is_read_as_the_csv_module_does(
    rows: list[list[str]], quoting: int, end: str, delimiter: str
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=end)  # type: ignore[arg-type]
    clean = [[c.encode("utf-8", "replace").decode() for c in row] for row in rows]
    writer.writerows([["a", "text", "b"], *clean])
    data = out.getvalue().encode()
    handler = Csv("csv")
    found, back = [], b""
    for unit in handler.units(Stream(io.BytesIO(data), "")):
        cleaner = handler.cleaner(unit, Fields("text"))
        for record in cleaner.records():
            assert not isinstance(record, Dead)
            found.append(record.text)
            cleaner.keep(record, None)
        back += cleaner.result()
    assert found == [row[1] for row in clean]
    assert back == data


class TestBad:
    def test_a_ragged_row(self, scrub: Command) -> None:
        data = b"id,text\n1,A  b.\n2,C,  d.\n3\n4,E  f.\n"
        run = scrub("clean", "-q", "-", "--stdin-filename", "x.csv", input=data)
        assert run.returncode == 2
        assert run.stdout == b"id,text\n1,A b.\n2,C,  d.\n3\n4,E f.\n"
        assert run.stderr.decode().splitlines() == [
            "scrubber: -:3: has 3 fields where the header has 2",
            "scrubber: -:4: has 1 fields where the header has 2",
        ]

    def test_a_quotation_that_is_not_closed(self, scrub: Command) -> None:
        data = b'id,text\n1,A  b.\n2,"C\n3,D\n'
        run = scrub("clean", "-q", "-", "--stdin-filename", "x.csv", input=data)
        assert run.returncode == 2
        assert run.stdout == b'id,text\n1,A b.\n2,"C\n3,D\n'
        assert run.stderr == b"scrubber: -:3: has a quotation mark that is not closed\n"

    def test_no_such_column(self, scrub: Command) -> None:
        data = b"id,story\n1,A  b.\n"
        run = scrub("clean", "-", "--stdin-filename", "x.csv", input=data)
        assert (run.returncode, run.stdout) == (2, b"")
        assert run.stderr.decode() == (
            "scrubber: -: no column has a usual name; name one with --text-field: "
            "its columns are id, story\n"
        )
        run = scrub("clean", "-", "--stdin-filename", "x.csv", "--text-field", "x", input=data)
        assert run.stderr == b"scrubber: -: has no column 'x'; its columns are id, story\n"


def test_units_end_between_records(tmp_path: Path) -> None:
    text = 'Line one of {}.\n\nLine  two, "quoted" {}.'
    rows = [(n, text.format(n, "of it" + " of it" * (n % 40))) for n in range(300)]
    out = io.StringIO()
    csv.writer(out).writerows([("id", "text"), *rows])
    (tmp_path / "in.csv").write_bytes(out.getvalue().encode())
    done = ended(disturbed(tmp_path, {"unit": 500}, "clean", "in.csv", "-o", "out.csv"))
    assert b"300 records in = 300 cleaned + 0 unchanged + 0 dead letters" in done.stderr
    expected = out.getvalue().replace("Line  two", "Line two").encode()
    assert (tmp_path / "out.csv").read_bytes() == expected


@pytest.mark.parametrize("inside", ["\n", "a,b\n", '""\n', 'x""y"",\n'])
def test_a_record_that_is_too_large_is_passed_over_as_a_whole(
    monkeypatch: pytest.MonkeyPatch, inside: str
) -> None:
    monkeypatch.setattr(units, "LARGEST_RECORD", 50_000)
    monkeypatch.setattr(units, "UNIT_BYTES", 1001)
    large = f'2,"{inside * 70_000}"\n'.encode()
    data = b"id,text\n1,A.\n" + large + b"3,B.\n"
    found = list(Csv("csv").units(Stream(io.BytesIO(data), "")))
    assert [bool(unit.refused) for unit in found] == [False, True, False]
    assert [unit.first for unit in found] == [1, 3, 3 + large.count(b"\n")]
    assert found[2].data.records == b"3,B.\n"
    assert data[found[2].offset :] == b"3,B.\n"
