"""Parquet: the same rows, types, nulls and metadata, only the text is new."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from archives import cleaned, disturbed, ended, lines, rows

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


def table(texts: list[str | None]) -> Any:
    """Texts between columns of many kinds, with metadata on all levels."""
    count = len(texts)
    fields = [
        pa.field("id", pa.int64()),
        pa.field("text", pa.string(), metadata={"origin": "scraped"}),
        pa.field("site", pa.dictionary(pa.int8(), pa.string())),
        pa.field("more", pa.struct([("text", pa.large_string()), ("tags", pa.list_(pa.int32()))])),
        pa.field("at", pa.timestamp("us", tz="UTC")),
        pa.field("price", pa.decimal128(12, 3)),
        pa.field("raw", pa.binary()),
        pa.field("part", pa.map_(pa.string(), pa.float32())),
    ]
    nested = [
        None if n % 5 == 0 else {"text": text, "tags": [n, None]} for n, text in enumerate(texts)
    ]

    columns = [
        [2**53 + n for n in range(count)],
        texts,
        [("a", "b", None)[n % 3] for n in range(count)],
        nested,
        [n * 1_000_001 for n in range(count)],
        [Decimal(n) / 8 for n in range(count)],
        [bytes([n % 256, 0]) for n in range(count)],
        [[("x", 1.5)] if n % 2 else None for n in range(count)],
    ]
    schema = pa.schema(fields, metadata={"pandas": "{}", "key": "value"})
    arrays = [pa.array(c, type=field.type) for c, field in zip(columns, fields, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def some_texts(count: int = 40) -> list[str | None]:
    return [None if n % 7 == 3 else row["text"] for n, row in enumerate(rows(count))]


def clean(text: str | None) -> str | None:
    return text if text is None else cleaned({"text": text})["text"]


def run(folder: Path, *args: str) -> Any:
    return ended(disturbed(folder, {"unit": 4000}, "clean", "in.parquet", *args))


@pytest.mark.parametrize("group", [7, 1000])
def test_rows_types_and_metadata_stay(tmp_path: Path, group: int) -> None:
    before = table(some_texts())
    codecs = {"id": "zstd", "text": "gzip", "site": "none", "raw": "snappy"}
    pq.write_table(before, tmp_path / "in.parquet", row_group_size=group, compression=codecs)
    done = run(tmp_path, "-o", "out.parquet")
    assert b"40 records in = " in done.stderr
    assert b"(6 without text)" in done.stderr
    after = pq.read_table(tmp_path / "out.parquet")
    assert after.column("text").to_pylist() == [clean(text) for text in some_texts()]
    for name in before.schema.names:
        if name != "text":
            assert after.column(name).to_pylist() == before.column(name).to_pylist()
    schemas = [pq.read_schema(tmp_path / f"{name}.parquet") for name in ("in", "out")]
    assert schemas[0].equals(schemas[1], check_metadata=True)
    old, new = pq.ParquetFile(tmp_path / "in.parquet"), pq.ParquetFile(tmp_path / "out.parquet")
    assert new.metadata.num_row_groups == old.metadata.num_row_groups
    for n in range(old.metadata.num_columns):
        columns = [file.metadata.row_group(0).column(n) for file in (old, new)]
        assert columns[0].compression == columns[1].compression


def test_a_nested_text(tmp_path: Path) -> None:
    before = table(some_texts())
    pq.write_table(before, tmp_path / "in.parquet")
    run(tmp_path, "-o", "out.parquet", "--text-field", "more.text")
    after = pq.read_table(tmp_path / "out.parquet")
    assert after.drop_columns(["more"]).equals(before.drop_columns(["more"]))
    assert after.column("more").to_pylist() == [
        None if row is None else {**row, "text": clean(row["text"])}
        for row in before.column("more").to_pylist()
    ]


def test_a_dictionary_as_text(tmp_path: Path) -> None:
    values = pa.array(["A  b.", "C.", "A  b.", None], type=pa.dictionary(pa.int8(), pa.string()))
    pq.write_table(pa.table({"body": values}), tmp_path / "in.parquet")
    run(tmp_path, "-o", "out.parquet")
    after = pq.read_table(tmp_path / "out.parquet")
    assert after.column("body").to_pylist() == ["A b.", "C.", "A b.", None]
    assert after.schema.field("body").type == values.type


def test_a_clean_file_is_copied(tmp_path: Path) -> None:
    pq.write_table(table([clean(text) for text in some_texts()]), tmp_path / "in.parquet")
    run(tmp_path, "-o", "out.parquet")
    assert (tmp_path / "out.parquet").read_bytes() == (tmp_path / "in.parquet").read_bytes()


def test_bad_rows_are_left_out_and_kept_in_place(tmp_path: Path) -> None:
    texts = [row["text"] for row in rows(30)]
    texts[4] = "KILL"
    pq.write_table(table(texts), tmp_path / "in.parquet", row_group_size=8)
    done = run(tmp_path, "-o", "out.parquet")
    assert done.returncode == 2
    after = pq.read_table(tmp_path / "out.parquet")
    assert after.column("id").to_pylist() == [2**53 + n for n in range(30) if n != 4]


def test_other_modes(scrub: Command, tmp_path: Path) -> None:
    before = pa.table({"id": [1, 2], "text": ["A  b.", "C."]})
    pq.write_table(before, tmp_path / "in.parquet")
    assert scrub("check", "in.parquet").stdout.startswith(b"in.parquet:1:2 WSP005 ")
    assert scrub("clean", "--check", "in.parquet").returncode == 1
    (tmp_path / "shown.parquet").write_bytes(scrub("clean", "in.parquet").stdout)
    scrub("clean", "-i", "in.parquet")
    assert (tmp_path / "shown.parquet").read_bytes() == (tmp_path / "in.parquet").read_bytes()
    assert pq.read_table(tmp_path / "in.parquet").column("text").to_pylist() == ["A b.", "C."]
    scrub("undo")
    assert pq.read_table(tmp_path / "in.parquet").equals(before)
    piped = scrub(
        "clean", "-", "--input-format", "parquet", input=(tmp_path / "in.parquet").read_bytes()
    )
    assert piped.returncode == 2
    assert b"cannot be read from a pipe; name a plain file" in piped.stderr


BAD = {
    "no such column": (["--text-field", "story"], "has no column 'story'; its columns are id, n"),
    "no text": (["--text-field", "id"], "the column 'id' holds int64, no text"),
    "no usual name": ([], "no column has a usual name; name one with --text-field"),
}


@pytest.mark.parametrize(("args", "said"), BAD.values(), ids=BAD)
def test_no_text(scrub: Command, tmp_path: Path, args: list[str], said: str) -> None:
    pq.write_table(pa.table({"id": [1], "n": [2.5]}), tmp_path / "in.parquet")
    for mode in ([], ["-o", "out.parquet"]):
        done = scrub("clean", "in.parquet", *args, *mode)
        assert done.returncode == 2
        assert f"scrubber: in.parquet: {said}" in done.stderr.decode()


@pytest.mark.parametrize("damage", ["cut off", "in the middle", "empty"])
def test_a_damaged_file(scrub: Command, tmp_path: Path, damage: str) -> None:
    pq.write_table(table(some_texts(2000)), tmp_path / "in.parquet", row_group_size=500)
    data = (tmp_path / "in.parquet").read_bytes()
    middle = len(data) // 2
    broken = {
        "cut off": data[:middle],
        "in the middle": data[:middle] + bytes(5000) + data[middle + 5000 :],
        "empty": b"",
    }
    (tmp_path / "in.parquet").write_bytes(broken[damage])
    for mode in ([], ["-o", "out.parquet"], ["-i"]):
        done = scrub("clean", "in.parquet", *mode)
        assert done.returncode == 2
        assert b"scrubber: in.parquet: " in done.stderr
        assert b"Traceback" not in done.stderr
        assert not (tmp_path / "out.parquet").exists()
    assert (tmp_path / "in.parquet").read_bytes() == broken[damage]


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view", "dictionary"])
def test_a_text_that_is_no_utf8(tmp_path: Path, kind: str) -> None:
    """The library gives such texts out without a look at them."""
    texts = [b"A  b.", b"caf\xe9", None, b"C  d."]
    plain = pa.string() if kind == "dictionary" else getattr(pa, kind)()
    column = pa.array(texts, pa.binary()).cast(plain, safe=False)
    column = column.dictionary_encode() if kind == "dictionary" else column
    ids = pa.array([b"one", b"two", b"\xff", None], pa.binary()).cast(pa.string(), safe=False)
    before = pa.table({"id": ids, "text": column})
    pq.write_table(before, tmp_path / "in.parquet")
    done = run(tmp_path, "-o", "out.parquet")
    assert done.returncode == 2
    (letter,) = lines(tmp_path / "out.parquet.scrubber/dead.jsonl")
    assert letter["error"] == "is no UTF-8 at byte 4 of its text"
    assert (letter["id"], letter["row"]) == ("two", 2)
    written = pq.read_table(tmp_path / "out.parquet")
    assert written.schema == before.schema
    assert written["text"].to_pylist() == ["A b.", None, "C d."]
    assert run(tmp_path, "-i").returncode == 2
    kept = pq.read_table(tmp_path / "in.parquet")["text"].cast(pa.binary()).to_pylist()
    assert kept == [b"A b.", b"caf\xe9", None, b"C d."]
