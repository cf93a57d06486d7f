"""Copies are found whatever happened to them, and what only looks alike stays."""

from __future__ import annotations

import random
import re
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from archive_of_stories import archive, edited, plug, report, story

from scrubber.archive.dedupe.plan import PlanError
from scrubber.archive.dedupe.run import Means, Run
from scrubber.archive.dedupe.store import Store
from scrubber.dedupe.model import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path


def found_in(
    folder: Path,
    texts: Iterable[tuple[str, str]],
    engine: str | None = None,
    jobs: int | None = None,
) -> tuple[dict[str, str], dict[str, str]]:
    """For each copy the one that stays; for each teaser what it is from."""
    folder.mkdir()
    articles = (Article(name, text, "") for name, text in texts)
    with closing(Run(articles, str(folder), Means(engine=engine, jobs=jobs))) as run:
        run.find()
        ids = run.shared.texts.ids
        redundant = run.store.rows("SELECT article, keep FROM redundant")
        teasers = run.store.rows("SELECT article, whole FROM teaser")
        return (
            {ids[one]: ids[other] for one, other in redundant},
            {ids[one]: ids[other] for one, other in teasers},
        )


def test_stories_and_nothing_else(tmp_path: Path) -> None:
    rows = archive()
    keep, _ = found_in(tmp_path / "run", [(name, text) for name, _, text in rows])
    stories = {name: what for name, what, _ in rows}
    assert all(stories[one] == stories[other] for one, other in keep.items())
    staying = [what for name, what, _ in rows if name not in keep]
    assert sorted(staying) == sorted(set(stories.values()))


def test_order_and_engine_do_not_matter(tmp_path: Path) -> None:
    rows = [(name, text) for name, _, text in archive()]
    first = found_in(tmp_path / "run", rows, "sqlite")
    assert found_in(tmp_path / "two", rows, "sqlite", jobs=2) == first
    for seed in range(3):
        random.Random(seed).shuffle(rows)
        assert found_in(tmp_path / f"run{seed}", rows, "sqlite") == first
    pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    assert found_in(tmp_path / "duckdb", rows, "duckdb") == first


COPIES: list[tuple[str, Callable[[str], str]]] = [
    ("the same", str),
    ("other white space", lambda text: " ".join(text.split())),
    ("other case and quotes", lambda text: text.upper()),
    ("one word in ten edited", lambda text: edited(text, 0.1, 1)),
    ("one word in five edited", lambda text: edited(text, 0.2, 2)),
    ("escaped", lambda text: text.replace("a", "&#97;").replace("o", "&#111;")),
    ("cut off", lambda text: text[: len(text) * 6 // 10]),
    ("another title and a byline", lambda text: f"Bo ta re\n\nBy Tavo Lomir\n\n{text[40:]}"),
    ("a paragraph more", lambda text: f"{text}\n\n{story(999, 1)}"),
]


@pytest.mark.parametrize("copy", [copy for _, copy in COPIES], ids=[name for name, _ in COPIES])
def test_copy(tmp_path: Path, copy: Callable[[str], str]) -> None:
    strangers = [(f"x{seed}", story(seed)) for seed in range(100, 110)]
    keep, teasers = found_in(tmp_path / "run", [("a", story(1)), ("b", copy(story(1))), *strangers])
    assert set(keep) | set(keep.values()) == {"a", "b"}
    assert not teasers


def test_most_complete_stays(tmp_path: Path) -> None:
    text = story(1)
    copies = [("a", text[: len(text) // 2]), ("b", text), ("c", text[: len(text) * 2 // 3])]
    assert found_in(tmp_path / "run", copies)[0] == {"a": "b", "c": "b"}


def test_least_damaged_stays(tmp_path: Path) -> None:
    text = story(1)
    copies = [("a", text.replace("o", "\ufffd", 4)), ("b", text), ("c", text)]
    assert found_in(tmp_path / "run", copies)[0] == {"a": "b", "c": "b"}


def test_earliest_stays(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    dates = {"a": "2021-05-03", "b": "2021-05-01", "c": ""}
    articles = (Article(name, story(1), date) for name, date in dates.items())
    with closing(Run(articles, str(folder))) as run:
        run.find()
        assert dict(run.store.rows("SELECT article, keep FROM redundant")) == {0: 1, 2: 1}


def test_teaser_is_no_copy(tmp_path: Path) -> None:
    text = story(1)
    keep, teasers = found_in(tmp_path / "run", [("a", text[: len(text) // 4]), ("b", text)])
    assert (keep, teasers) == ({}, {"a": "b"})


def test_reports_by_one_form(tmp_path: Path) -> None:
    assert found_in(tmp_path / "run", [(f"r{n}", report(n)) for n in range(200)]) == ({}, {})


def test_form_with_numbers_in_words(tmp_path: Path) -> None:
    numbers = re.findall(r"\w+", "two three four five six seven eight nine ten eleven twelve")
    form = (
        "The council of the borough met on the first evening of the month and heard {} speakers. "
        "It granted {} of {} requests to build along the river, put off {} others until the survey "
        "of the banks is complete, and thanked the {} volunteers who had planted trees this spring."
    )
    texts = [
        (str(n), form.format(*(numbers[n * slot % 11] for slot in range(1, 6)))) for n in range(11)
    ]
    assert found_in(tmp_path / "run", texts) == ({}, {})


def test_furniture_makes_no_copies(tmp_path: Path) -> None:
    """Short stories under three long plugs have more of these in common than of their own."""
    under = "\n\n".join(plug(site) for site in ("Bado", "Teru", "Nolan"))
    texts = [(f"s{n}", f"{story(n, 1)}\n\n{under}") for n in range(12)]
    assert found_in(tmp_path / "run", texts) == ({}, {})


def test_story_with_many_copies(tmp_path: Path) -> None:
    copies = [(f"c{n:04}", edited(story(1), 0.03, n)) for n in range(600)]
    strangers = [(f"x{n}", story(n)) for n in range(2, 60)]
    keep, _ = found_in(tmp_path / "run", copies + strangers)
    assert len(keep) == 599
    assert len(set(keep.values())) == 1
    assert not any(name.startswith("x") for name in keep)


def test_copies_where_hardly_a_shingle_is_rare(tmp_path: Path) -> None:
    words = [f"w{n}" for n in range(32)]
    texts = []
    for n in range(400):
        chance = random.Random(n)
        text = [chance.choice(words) for _ in range(80)]
        texts.append((f"{n}", " ".join(text)))
        if n % 4 == 0:
            text[::11] = chance.choices(words, k=8)
            texts.append((f"{n}b", " ".join(text)))
    keep, _ = found_in(tmp_path / "run", texts)
    assert all(f"{other}b" == one for one, other in keep.items())
    assert len(keep) > 95


class Broken:
    """An engine that fails."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def execute(self, statement: str) -> object:
        raise self.error

    def insert(self, table: str, columns: object, rows: object) -> None:
        raise self.error

    def rows(self, query: str) -> Iterator[Any]:
        yield from ()
        raise self.error

    def close(self) -> None:
        pass


class OutOfMemoryException(Exception):  # noqa: N818 - the name that DuckDB gives it
    pass


FAULTS: list[tuple[Exception, type[Exception], str]] = [
    (ValueError("Could not write: No space left on device"), OSError, "folder"),
    (ValueError("database or disk is full"), OSError, "folder"),
    (OutOfMemoryException("failed to allocate"), PlanError, "allow it with --memory"),
    (ValueError("else"), ValueError, "else"),
]


@pytest.mark.parametrize(("error", "kind", "says"), FAULTS)
def test_what_tables_lack(error: Exception, kind: type[Exception], says: str) -> None:
    store = Store(Broken(error), "folder")
    for ask in (lambda: store.run("edges"), lambda: list(store.rows("SELECT 1"))):
        with pytest.raises(kind, match=says):
            ask()
