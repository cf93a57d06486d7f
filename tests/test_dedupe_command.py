"""The command writes a plan and nothing else, and says what it could not read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from archive_of_stories import archive, edited, story

if TYPE_CHECKING:
    from collections.abc import Iterable
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


def test_date_of_record(scrub: Command) -> None:
    here, text = scrub.folder, story(1)
    rows = [{"id": "a", "date": "2020-02-02", "text": text}]
    rows += [{"id": "b", "date": "2020-02-01", "text": text}]
    write(here / "a.jsonl", rows)
    scrub("dedupe", "a.jsonl", "--plan", "p.jsonl")
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
