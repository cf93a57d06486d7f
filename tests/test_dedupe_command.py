"""The command writes a plan and nothing else, and says what it could not read."""

from __future__ import annotations

import csv
import gzip
import json
import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from archive_of_stories import archive, edited, story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from conftest import Command


def write(path: Path, rows: Iterable[dict[str, Any]]) -> bytes:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path.read_bytes()


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_plan(scrub: Command) -> None:
    here = scrub.folder
    before = write(here / "a.jsonl", ({"id": n, "text": text} for n, _, text in archive()))
    result = scrub("dedupe", "a.jsonl", "--plan", "p.jsonl", "--digest")
    assert result.returncode == 0
    assert b"articles: 100 stay" in result.stderr
    rows = rows_of(here / "p.jsonl")
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    assert {"id", "keep", "score", "containment", "why"} <= rows[0].keys()
    assert not {row["keep"] for row in rows} & {row["id"] for row in rows}
    assert (here / "a.jsonl").read_bytes() == before
    assert sorted(path.name for path in here.iterdir()) == ["a.jsonl", "p.jsonl"]

    lines = reversed(before.splitlines(keepends=True))
    (here / "b.jsonl").write_bytes(b"".join(lines))
    again = scrub("dedupe", "b.jsonl", "--plan", "q.jsonl", "--digest", "--sort")
    assert again.stdout == result.stdout
    scores = [row["score"] for row in rows_of(here / "q.jsonl")]
    assert scores == sorted(scores)


def test_an_archive_that_is_not_there(scrub: Command) -> None:
    (scrub.folder / "p.jsonl").write_text("")
    for args in (("--plan", "q.jsonl"), ("--plan", "p.jsonl", "--apply", "-o", "out.jsonl")):
        result = scrub("dedupe", "gone.jsonl", *args)
        assert result.returncode == 2
        assert b"gone.jsonl: no such file or folder; check the path" in result.stderr
        assert b"Errno" not in result.stderr
    assert [path.name for path in scrub.folder.iterdir()] == ["p.jsonl"]


def test_teasers(scrub: Command) -> None:
    here, text = scrub.folder, story(1)
    write(
        here / "a.jsonl", [{"id": "a", "text": text[: len(text) // 4]}, {"id": "b", "text": text}]
    )
    scrub("dedupe", "a.jsonl", "--plan", "p.jsonl")
    (row,) = rows_of(here / "p.jsonl")
    assert row["contained"] == "b"
    assert "keep" not in row
    scrub("dedupe", "a.jsonl", "--plan", "p.jsonl", "--teasers", "drop")
    (row,) = rows_of(here / "p.jsonl")
    assert row["keep"] == "b"


def test_bad_lines(scrub: Command) -> None:
    here = scrub.folder
    write(here / "a.jsonl", [{"id": "a", "text": story(1)}, {"id": "b", "text": story(1)}])
    with (here / "a.jsonl").open("ab") as file:
        file.write(b'{"id": "c", "text": \n{"id": "d"}\n')
    result = scrub("dedupe", "a.jsonl", "--plan", "p.jsonl")
    assert result.returncode == 2
    assert result.stderr.count(b"a.jsonl:3:") == 1
    assert [row["id"] for row in rows_of(here / "p.jsonl")] == ["b"]


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
@pytest.mark.parametrize("convert", [str, datetime.fromisoformat])
def test_date_of_record(scrub: Command, suffix: str, convert: Callable[[str], Any]) -> None:
    if convert is not str and suffix != ".parquet":
        pytest.skip("has no such type")
    here, text = scrub.folder, story(1)
    dates = {"a": "2020-02-02", "b": "2020-02-01"}
    rows = [{"id": n, "published": convert(date), "text": text} for n, date in dates.items()]
    write_as(here / f"a{suffix}", rows)
    scrub("dedupe", f"a{suffix}", "--plan", "p.jsonl")
    assert [(row["id"], row["keep"]) for row in rows_of(here / "p.jsonl")] == [("a", "b")]


def test_folder(scrub: Command) -> None:
    here = scrub.folder
    for name, text in (("a/x.txt", story(1)), ("b/y.md", story(1)), ("b/z.txt", story(2))):
        (here / "posts" / name).parent.mkdir(parents=True, exist_ok=True)
        (here / "posts" / name).write_text(text, "utf-8")
    scrub("dedupe", "posts", "--plan", "p.jsonl")
    assert [(row["id"], row["keep"]) for row in rows_of(here / "p.jsonl")] == [
        ("b/y.md", "a/x.txt")
    ]


def test_several_files_without_ids(scrub: Command) -> None:
    here = scrub.folder
    write(here / "a.jsonl", [{"text": story(1)}, {"text": story(2)}])
    write(here / "b.jsonl", [{"text": story(3)}, {"text": edited(story(1), 0.05, 1)}])
    scrub("dedupe", "a.jsonl", "b.jsonl", "--plan", "p.jsonl")
    (row,) = rows_of(here / "p.jsonl")
    assert {row["id"], row["keep"]} == {"a.jsonl:1", "b.jsonl:2"}


def applied(scrub: Command, archive_name: str, *more: str) -> None:
    result = scrub("dedupe", archive_name, "--plan", "p.jsonl", "-q")
    assert (result.returncode, result.stderr) == (0, b"")
    result = scrub("dedupe", archive_name, "--plan", "p.jsonl", "--apply", *more)
    assert result.returncode == 0, result.stderr


ROWS = [{"id": n, "text": text, "site": f"of {what}"} for n, what, text in archive()]


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz", ".csv", ".parquet"])
def test_apply(scrub: Command, suffix: str) -> None:
    here, name = scrub.folder, f"a{suffix}"
    write_as(here / name, ROWS)
    applied(scrub, name, "-o", f"stay{suffix}", "--removed", f"go{suffix}")
    stay, go = read_as(here / f"stay{suffix}"), read_as(here / f"go{suffix}")
    assert len(stay) == 100
    assert len(stay) + len(go) == len(ROWS)
    assert all(row in ROWS for row in stay + go)
    assert [row for row in ROWS if row not in go] == stay
    again = scrub("dedupe", f"stay{suffix}", "--plan", "q.jsonl")
    assert again.returncode == 0
    assert rows_of(here / "q.jsonl") == []


def write_as(path: Path, rows: list[dict[str, Any]]) -> None:
    if path.suffix == ".parquet":
        pa = pytest.importorskip("pyarrow")
        from pyarrow import parquet

        parquet.write_table(pa.Table.from_pylist(rows), path)
    elif path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    else:
        data = "".join(json.dumps(row) + "\n" for row in rows).encode()
        path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)


def read_as(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".parquet":
        from pyarrow import parquet

        found: list[dict[str, Any]] = parquet.read_table(path).to_pylist()
        return found
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    data = path.read_bytes()
    lines = (gzip.decompress(data) if path.suffix == ".gz" else data).decode().splitlines()
    return [json.loads(line) for line in lines]


def test_apply_to_folder(scrub: Command) -> None:
    here = scrub.folder
    for name, text in (("a/x.txt", story(1)), ("b/y.md", story(1)), ("b/z.txt", story(2))):
        (here / "posts" / name).parent.mkdir(parents=True, exist_ok=True)
        (here / "posts" / name).write_text(text, "utf-8")
    applied(scrub, "posts", "-o", "stay", "--removed", "go")
    names = sorted(
        p.relative_to(here).as_posix() for p in here.rglob("*.*") if "posts" not in p.parts
    )
    assert names == ["go/b/y.md", "p.jsonl", "stay/a/x.txt", "stay/b/z.txt"]


def test_a_file_that_is_no_text_stays(scrub: Command) -> None:
    here, data = scrub.folder, bytes(range(256)) * 8
    (here / "posts").mkdir()
    for name, text in (("a.txt", story(1)), ("c.txt", story(1)), ("d.txt", story(2))):
        (here / "posts" / name).write_text(text, "utf-8")
    (here / "posts" / "b.txt").write_bytes(data)
    scrub("dedupe", "posts", "--plan", "p.jsonl")
    run = scrub("dedupe", "posts", "--plan", "p.jsonl", "--apply", "-o", "stay")
    assert run.returncode == 2
    assert run.stderr.splitlines()[0].startswith(b"scrubber: posts/b.txt: the file is not text")
    assert (here / "stay" / "b.txt").read_bytes() == data
    assert sorted(path.name for path in (here / "stay").iterdir()) == ["a.txt", "b.txt", "d.txt"]


UNFIT = [
    ({"id": "zz", "keep": "b"}, "no article 'zz'"),
    ({"id": "a", "keep": "zz"}, "no article 'zz'"),
    ({"id": "a", "keep": "b", "text": "0" * 32}, "the text of 'a' is another one now"),
    ({"id": "a", "keep": "b", "keep_text": "0" * 32}, "the text of 'b' is another one now"),
    ({"id": "b", "keep": "c"}, "'b', which 'a' is a copy of, goes as well"),
    ({"id": "a", "keep": "c"}, "p.jsonl:2: 'a' has a row already"),
    ({"keep": "c"}, "it has no id"),
]


@pytest.mark.parametrize(("row", "says"), UNFIT)
def test_plan_that_does_not_fit(scrub: Command, row: dict[str, Any], says: str) -> None:
    here = scrub.folder
    write(here / "a.jsonl", ({"id": name, "text": story(n)} for n, name in enumerate("abc")))
    rows = (
        [row] if row.get("id") == "a" and "already" not in says else [{"id": "a", "keep": "b"}, row]
    )
    write(here / "p.jsonl", rows)
    result = scrub("dedupe", "a.jsonl", "--plan", "p.jsonl", "--apply", "-o", "b.jsonl")
    assert result.returncode == 2
    assert says in result.stderr.decode()
    assert not (here / "b.jsonl").exists()


def test_plan_with_many_rows_that_do_not_fit(scrub: Command) -> None:
    here = scrub.folder
    write(here / "a.jsonl", [{"id": "a", "text": story(1)}, {"id": "b", "text": story(2)}])
    rows = [{"id": f"n{n}", "keep": "b"} for n in range(5)] + [{"id": "a", "keep": "b"}]
    write(here / "p.jsonl", rows)
    result = scrub("dedupe", "a.jsonl", "--plan", "p.jsonl", "--apply", "-o", "b.jsonl")
    assert result.stderr.decode().strip() == (
        "scrubber: the plan does not fit the archive: there is no article 'n0'; "
        "there is no article 'n1'; there is no article 'n2'; and 2 more"
    )


def test_records_that_stand_twice(scrub: Command) -> None:
    here = scrub.folder
    rows = [{"id": "a", "text": story(1)}, {"id": "b", "text": story(2)}] * 2
    write(here / "a.jsonl", [*rows, {"id": "c", "text": story(3)}])
    applied(scrub, "a.jsonl", "-o", "b.jsonl")
    assert [row["id"] for row in rows_of(here / "b.jsonl")] == ["a", "b", "c"]


def test_teaser_that_stands_twice(scrub: Command) -> None:
    here, text = scrub.folder, story(1)
    teaser = {"id": "t", "text": text[: len(text) // 4]}
    data = write(here / "a.jsonl", [teaser, {"id": "w", "text": text}, teaser])
    scrub("dedupe", "a.jsonl", "--plan", "p.jsonl")
    assert [(row["id"], row["keep"]) for row in rows_of(here / "p.jsonl")] == [("t", "t")]
    result = scrub("dedupe", "a.jsonl", "--plan", "p.jsonl", "--apply", "-o", "out.jsonl")
    assert result.returncode == 0, result.stderr
    assert (here / "out.jsonl").read_bytes() == b"".join(data.splitlines(keepends=True)[:2])
    result = scrub("dedupe", "a.jsonl", "--digest", "--explain", "t")
    assert (result.returncode, b"= " in result.stdout) == (0, True)


def test_ids_that_stand_for_two_articles(scrub: Command) -> None:
    here = scrub.folder
    rows = [{"id": "a", "text": story(n)} for n in (1, 2)]
    write(here / "a.jsonl", [*rows, {"id": "b", "text": story(1)}])
    result = scrub("dedupe", "a.jsonl", "--plan", "p.jsonl")
    assert result.returncode == 2
    assert b"2 articles have the id 'a'" in result.stderr
    assert rows_of(here / "p.jsonl") == []


def test_explain(scrub: Command) -> None:
    here, text = scrub.folder, story(1)
    words = text.split(" ")
    other = " ".join([*words[:30], "Kazoro", *words[31:]])
    write(here / "a.jsonl", [{"id": "a", "text": text}, {"id": "b", "text": other}])
    scrub("dedupe", "a.jsonl", "--plan", "p.jsonl")
    (row,) = rows_of(here / "p.jsonl")
    result = scrub("dedupe", "a.jsonl", "--plan", "p.jsonl", "--explain", row["id"])
    lines = result.stdout.decode().splitlines()
    assert lines[0].startswith(f"- {row['id']} ")
    assert [line for line in lines[3:] if "Kazoro" in line and line[0] in "+-"]
    assert len(lines) == 7
    assert scrub("dedupe", "a.jsonl", "--plan", "p.jsonl", "--explain", "z").returncode == 2


def test_index(scrub: Command) -> None:
    here = scrub.folder
    year = [{"id": f"y{n:02}", "text": story(n)} for n in range(30)]
    day = [
        {"id": "d1", "text": edited(story(3), 0.1, 1)},
        {"id": "d2", "text": story(40)},
        {"id": "d3", "text": edited(story(40), 0.05, 1)},
        {"id": "d4", "text": f"{story(5)}\n\n{story(41)}"},
    ]
    write(here / "year.jsonl", year)
    write(here / "day.jsonl", day)
    assert scrub("dedupe", "year.jsonl", "--plan", "y.jsonl", "--index", "kept").returncode == 0
    args = ("dedupe", "day.jsonl", "--plan", "p.jsonl", "--against", "kept")
    result = scrub(*args)
    assert result.returncode == 0, result.stderr
    rows = {row["id"]: row for row in rows_of(here / "p.jsonl")}
    assert rows["d1"]["keep"] == "y03"
    assert len(rows.keys() & {"d2", "d3"}) == 1
    assert "d4" not in rows, "it says more than what is kept"
    assert rows["y05"]["contained"] == "d4"

    for _ in range(2):  # a day that was added is not compared with itself
        scrub(*args, "--index", "kept")
        assert {row["id"]: row for row in rows_of(here / "p.jsonl")} == rows
    shown = scrub(*args, "--explain", "d1").stdout.decode()
    assert "= " in shown
    result = scrub("dedupe", "day.jsonl", "--plan", "p.jsonl", "--apply", "-o", "new.jsonl")
    assert result.returncode == 0, result.stderr
    assert len(rows_of(here / "new.jsonl")) == 2
    write(here / "next.jsonl", [{"id": "n1", "text": story(40)}])
    scrub("dedupe", "next.jsonl", "--plan", "n.jsonl", "--against", "kept")
    assert [row["keep"] in ("d2", "d3") for row in rows_of(here / "n.jsonl")] == [True]


def test_index_of_nothing(scrub: Command) -> None:
    (scrub.folder / "a.jsonl").touch()
    result = scrub("dedupe", "a.jsonl", "--plan", "p.jsonl", "--index", "kept")
    assert (result.returncode, b"no article was read" in result.stderr) == (2, True)
    assert [path.name for path in scrub.folder.iterdir()] == ["a.jsonl"]


def test_index_of_another_format(scrub: Command) -> None:
    here = scrub.folder
    write(here / "a.jsonl", [{"id": "a", "text": story(1)}])
    scrub("dedupe", "a.jsonl", "--plan", "p.jsonl", "--index", "kept")
    with sqlite3.connect(here / "kept" / "index.db") as base:
        base.execute("UPDATE meta SET value = '0'")
    base.close()
    result = scrub("dedupe", "a.jsonl", "--plan", "p.jsonl", "--against", "kept")
    assert result.returncode == 2
    assert b"build it again: scrubber dedupe ARCHIVE... --plan PLAN --index kept" in result.stderr
    result = scrub("dedupe", "a.jsonl", "--plan", "p.jsonl", "--against", "nowhere")
    assert (result.returncode, b"is no index" in result.stderr) == (2, True)


def test_records_without_text(scrub: Command) -> None:
    here = scrub.folder
    write(here / "a.jsonl", [{"id": "a", "text": story(1)}, {"id": "b"}, {"id": "c", "text": " "}])
    result = scrub("dedupe", "a.jsonl", "--plan", "p.jsonl")
    assert result.returncode == 0
    assert b"2 without text; they stay and are not compared" in result.stderr
    write(here / "b.jsonl", [{"id": "b", "words": "some"}])
    result = scrub("dedupe", "b.jsonl", "--plan", "p.jsonl")
    assert result.returncode == 2
    assert b"no record holds a text; name its field with --text-field" in result.stderr


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (["--plan", "in/a.jsonl"], "is a source itself"),
        (["--plan", "in/p.jsonl"], "lies inside the source"),
        (["--plan", "p.jsonl", "--apply", "-o", "in"], "is a source itself"),
        (["--plan", "p.jsonl", "--apply", "-o", "out", "--removed", "in"], "is a source itself"),
        (["--plan", "p.jsonl", "--apply", "-o", "out", "--removed", "out"], "is named twice"),
        (["--plan", "out/a.jsonl", "--apply", "-o", "out"], "is named twice"),
    ],
)
def test_nothing_that_is_read_is_written_over(scrub: Command, args: list[str], why: str) -> None:
    here = scrub.folder
    (here / "in").mkdir()
    (here / "out").mkdir()
    before = write(here / "in/a.jsonl", [{"id": "a", "text": story(1)}])
    for plan in ("p.jsonl", "out/a.jsonl"):
        (here / plan).write_text("")
    result = scrub("dedupe", "in", *args)
    assert result.returncode == 2
    assert why in result.stderr.decode().splitlines()[-1]
    assert (here / "in/a.jsonl").read_bytes() == before
    assert sorted(path.name for path in here.rglob("*.*")) == ["a.jsonl", "a.jsonl", "p.jsonl"]
    assert (here / "out/a.jsonl").read_text() == ""
