"""The cache changes how long a run takes, and nothing else."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scrubber.core import clean_bytes
from scrubber.files import cache as module
from scrubber.files.cache import Cache, Known
from scrubber.files.job import Outcome
from scrubber.files.plan import Plan
from scrubber.files.run import clean_sources
from scrubber.files.source import find_sources
from scrubber.model import Finding, Safety
from scrubber.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Command

CLEAN, DIRTY = "Number {}.\nMore of it.\n", "Number {}.  \nMore of it.\n"
NOTED = "Number {}.\nOne letter was l\ufffdst.\n"
PLAN = Plan(Settings(), cache=True)
NOTE = Finding("QUO009", "a note", 1, 2, 3, False, Safety.NONE, "a", "ä\n", ("one", "two"), 4)


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    folder.mkdir()
    for number in range(30):
        text = (CLEAN, DIRTY, NOTED)[number % 3]
        (folder / f"{number:02}.txt").write_text(text.format(number), encoding="utf-8")
    return folder


@pytest.fixture
def cleaned(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The contents that were really cleaned."""
    contents: list[bytes] = []

    def counting(data: bytes, *args: object) -> object:
        contents.append(data)
        return clean_bytes(data, *args)  # type: ignore[arg-type]

    monkeypatch.setattr("scrubber.files.job.clean_bytes", counting)
    return contents


def run(posts: Path, keep: Callable[[Outcome], Outcome], plan: Plan = PLAN) -> list[Outcome]:
    content = keep is not Outcome.without_content
    outcomes = clean_sources(find_sources([str(posts)]), plan, keep, content=content)
    return [outcome._replace(to_cache=b"", stat=None) for outcome in outcomes]


def database() -> Path:
    return Path(os.environ["XDG_CACHE_HOME"], "scrubber", "seen-1.sqlite")


def test_findings_are_known_the_second_time(posts: Path, cleaned: list[bytes]) -> None:
    first = run(posts, Outcome.without_content)
    assert len(cleaned) == 30
    assert run(posts, Outcome.without_content) == first
    assert len(cleaned) == 30


def test_what_must_be_fixed_is_fixed(posts: Path, cleaned: list[bytes]) -> None:
    run(posts, Outcome.without_content)
    cleaned.clear()
    second = run(posts, Outcome.without_text)
    assert len(cleaned) == 10
    assert second == run(posts, Outcome.without_text, Plan(Settings()))


def test_other_settings_are_another_key(posts: Path, cleaned: list[bytes]) -> None:
    run(posts, Outcome.without_content)
    cleaned.clear()
    run(posts, Outcome.without_content, PLAN._replace(settings=Settings(quotes="curly")))
    assert len(cleaned) == 30


def test_another_version_is_another_key(
    posts: Path, cleaned: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(posts, Outcome.without_content)
    cleaned.clear()
    monkeypatch.setattr(module, "_code_digest", lambda: "another")
    run(posts, Outcome.without_content)
    assert len(cleaned) == 30


def test_a_file_that_changed_is_looked_at(posts: Path, cleaned: list[bytes]) -> None:
    run(posts, Outcome.without_content)
    cleaned.clear()
    (posts / "00.txt").write_text("Something else.\n")
    run(posts, Outcome.without_content)
    assert cleaned == [b"Something else.\n"]


def test_findings_come_back_as_they_were() -> None:
    cache = Cache(content=False)
    key = cache.key(b"content", "settings")
    assert cache.get(key) is None
    cache.put([(key, Known(True, (NOTE,)))])
    assert Cache(content=False).get(key) == Known(True, (NOTE,))
    assert Cache(content=True).get(key) is None


def test_old_entries_are_renewed_when_used_and_forgotten_when_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keys = [b"one", b"two"]
    Cache(content=True).put([(key, Known(False, ())) for key in keys])
    today = module._today()
    monkeypatch.setattr(module, "_today", lambda: today + 50)
    known = Cache(content=True).get(keys[0])
    assert known is not None
    assert known.is_old
    Cache(content=True).put([(keys[0], known)])
    monkeypatch.setattr(module, "_today", lambda: today + 100)
    Cache(content=True).put([])
    assert Cache(content=True).get(keys[0]) is not None
    assert Cache(content=True).get(keys[1]) is None


def spoil_with_noise() -> None:
    database().write_bytes(b"This is no database. " * 500)


def spoil_with_nothing() -> None:
    database().write_bytes(b"")


def spoil_the_middle() -> None:
    data = bytearray(database().read_bytes())
    data[100:] = b"\xff" * (len(data) - 100)
    database().write_bytes(data)


def spoil_the_rows() -> None:
    with sqlite3.connect(database()) as connection:
        connection.execute("update seen set findings = '[{\"code\": 1}]'")
    connection.close()


def spoil_the_table() -> None:
    with sqlite3.connect(database()) as connection:
        connection.execute("drop table seen")
        connection.execute("create table seen (other)")
    connection.close()


def spoil_with_a_folder() -> None:
    database().unlink()
    database().mkdir()


SPOILERS = [
    spoil_with_noise, spoil_with_nothing, spoil_the_middle, spoil_the_rows, spoil_the_table,
    spoil_with_a_folder,
]  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILERS)
def test_a_corrupt_cache_is_no_error(posts: Path, spoil: Callable[[], None]) -> None:
    first = run(posts, Outcome.without_content)
    spoil()
    assert run(posts, Outcome.without_content) == first
    assert run(posts, Outcome.without_content) == first


@pytest.mark.parametrize("spoil", [spoil_with_noise, spoil_the_middle, spoil_the_table])
def test_a_corrupt_cache_is_replaced(
    posts: Path, cleaned: list[bytes], spoil: Callable[[], None]
) -> None:
    run(posts, Outcome.without_content)
    spoil()
    for _ in range(2):
        run(posts, Outcome.without_content)
    cleaned.clear()
    run(posts, Outcome.without_content)
    assert not cleaned


def test_a_locked_cache_is_no_error(posts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LOCKED_SECONDS", 0.01)
    first = run(posts, Outcome.without_content)
    connection = sqlite3.connect(database())
    connection.execute("begin exclusive")
    assert run(posts, Outcome.without_content) == first
    connection.rollback()
    connection.close()


def test_no_folder_for_it_is_no_error(
    posts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert len(run(posts, Outcome.without_content)) == 30


def test_the_options(posts: Path, scrub: Command) -> None:
    plain = scrub("check", "--no-cache", "posts").stdout
    assert not database().exists()
    for jobs in "122":
        assert scrub("check", "--jobs", jobs, "posts").stdout == plain
    assert database().exists()
    (posts.parent / "scrubber.toml").write_text("cache = false\n")
    database().unlink()
    scrub("check", "posts")
    assert not database().exists()
