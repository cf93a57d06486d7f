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
    from collections.abc import Callable, Iterable, Iterator, Sequence
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


CHINESE = (
    "市政府昨天宣布，将在河岸修建一座新的图书馆，预计明年春天开工，居民可以在网上提出意见。",
    "工程师说，这座建筑会使用旧工厂的砖块，屋顶上有花园，冬天也能保持温暖。",
    "反对者认为停车场太小，附近的学校需要更多安静的空间，会议持续到深夜才结束。",
)
RUSSIAN = (
    "Городской совет вчера объявил, что на берегу реки построят новую библиотеку, и жители могут "
    "прислать свои замечания до конца месяца.",
    "По словам инженеров, здание сложат из кирпича старой фабрики, а на крыше разобьют сад.",
    "Противники проекта считают, что стоянка мала, и заседание закончилось только поздно ночью.",
)
ARABIC = (
    "أعلن مجلس المدينة أمس أنه سيبني مكتبة جديدة على ضفة النهر، ويمكن للسكان إرسال ملاحظاتهم.",
    "وقال المهندسون إن المبنى سيشيد من طوب المصنع القديم وستكون على سطحه حديقة واسعة.",
    "ويرى المعارضون أن موقف السيارات صغير جدا، واستمر الاجتماع حتى ساعة متأخرة من الليل.",
)


@pytest.mark.parametrize("parts", [CHINESE, RUSSIAN, ARABIC], ids=["zh", "ru", "ar"])
def test_scripts(tmp_path: Path, parts: Sequence[str]) -> None:
    texts = [
        ("a", "\n\n".join(parts)),
        ("b", "\n\n".join(parts[:2])),
        ("c", "\n\n".join(reversed(parts)).replace("新", "大")),
        *((f"x{n}", story(n)) for n in range(5)),
    ]
    assert found_in(tmp_path / "run", texts)[0] == {"b": "a", "c": "a"}


FORMS: list[str] = [
    "{town}气象台今天发布消息，预计明天最高气温{one}度，最低气温{two}度，风力{three}级，请市民注意。"
    "降水概率为百分之{four}，空气质量良好，适合户外活动，周末天气变化请留意后续预报。",
    "Метеостанция {town} сообщила, что завтра днём ожидается {one} градусов, ночью {two} градусов, "
    "ветер {three} метров в секунду. Вероятность осадков {four} процентов, качество воздуха "
    "хорошее, подробности в следующем прогнозе.",
    "أعلنت محطة {town} أن درجة الحرارة غدا ستبلغ {one} درجة نهارا و{two} درجة ليلا، وسرعة الرياح "
    "{three} كيلومترا. واحتمال هطول الأمطار {four} في المئة، ونوعية الهواء جيدة في جميع الأحياء.",
]


@pytest.mark.parametrize("form", FORMS, ids=["zh", "ru", "ar"])
def test_forms_in_scripts(tmp_path: Path, form: str) -> None:
    chance = random.Random(4)
    towns = ["Бор", "Ельня", "Тула", "Ржев"] if "М" in form else ["北岸", "南山", "东河", "西湖"]
    texts = []
    for n in range(40):
        facts = {name: chance.randint(2, 90) for name in ("one", "two", "three", "four")}
        texts.append((f"f{n:02}", form.format(town=towns[n % 4], **facts)))
    assert found_in(tmp_path / "run", texts) == ({}, {})


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
