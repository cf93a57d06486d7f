"""Learning: what the articles of a site repeat is found, and what is theirs is not."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import scrubber
from scrubber.archive.domains import domain_of
from scrubber.archive.page_spool import PageSpool
from scrubber.learn import recurring, rows_in
from scrubber.learn.match import matcher_of
from scrubber.learn.pages import page_of_text
from scrubber.learn.profile import read_profile

if TYPE_CHECKING:
    from conftest import Command

PLACES = (
    "Harnby",
    "Thornby",
    "Lune Bridge",
    "Oldwick",
    "Marsh End",
    "Kells",
    "Upper Dene",
    "Astley",
)
THINGS = ("ferry", "school", "market", "library", "railway", "harbour", "theatre", "hospital")
PLUG = "Get the news of the coast in your inbox every morning. Sign up for our letter!"
BIO = "Nora Feld is a reporter who covers the coast for the Harnby Courier."


def body(number: int) -> list[str]:
    """An article that no other one is like."""
    place, thing = PLACES[number % 8], THINGS[number // 8 % 8]
    return [
        f"The {thing} of {place} closes for {7 * number + 2} weeks in June, they said on Monday.",
        f"Repairs to its roof cost {7 * number + 3} million, more than {place} has in its books.",
        f"“We heard of the {thing} last,” said a clerk who was there for {7 * number + 5} years.",
        f"People of {place} who need the {thing} are sent {7 * number + 4} miles down the coast.",
    ]


def texts(*articles: list[str]) -> list[tuple[str, str, str]]:
    return [("s", f"{n}.txt", "\n\n".join(blocks) + "\n") for n, blocks in enumerate(articles)]


def found(*articles: list[str]) -> set[str]:
    profile = recurring(texts(*articles))
    return {text for row in profile.rows for text in (row.text, *row.variants)}


def test_a_plug_under_two_articles() -> None:
    assert found([*body(0), PLUG], [*body(1), PLUG], body(2)) == {PLUG}


def test_a_plug_as_long_as_the_articles() -> None:
    """What two short articles share makes them no copies of each other."""
    articles = [["The ferry was late again."], ["Rain fell on the market."]]
    assert found(*([*article, PLUG] for article in articles)) == {PLUG}
    closed = [
        [f"The {thing} closed on Monday, the council said.", f"Nobody in {place} was asked."]
        for thing, place in zip(THINGS[:3], PLACES, strict=False)
    ]
    assert found(*([*article, PLUG] for article in closed)) == {PLUG}


def test_the_row() -> None:
    (row,) = recurring(texts([*body(0), PLUG], [*body(1), PLUG], body(2))).rows
    assert (row.text, row.site, row.count, row.share) == (PLUG, "s", 2, 0.6667)
    assert (row.position, row.examples, row.action) == ("end", ("0.txt:9", "1.txt:9"), "")


def test_typography_makes_no_other_block() -> None:
    assert (
        len(
            recurring(
                texts([*body(0), "Don't  miss the coast!"], [*body(1), "Don’t miss the COAST!"])
            ).rows
        )
        == 1
    )


def test_near_variants_are_one_row() -> None:
    other = PLUG.replace("every morning", "every single morning")
    (row,) = recurring(texts(*([*body(n), PLUG if n % 2 else other] for n in range(4)))).rows
    assert {row.text, *row.variants} == {PLUG, other}
    assert row.count == 4


def test_a_variant_seen_once_joins_its_row() -> None:
    other = PLUG.replace("every morning", "every Monday morning")
    assert found([*body(0), PLUG], [*body(1), PLUG], [*body(2), other]) == {PLUG, other}


def test_text_that_runs_into_a_plug_is_no_variant_of_it() -> None:
    mixed = f"Nobody at the pier knew when the ferry to the islands would leave. {PLUG} {PLUG}"
    assert found(*([*body(n), f"{PLUG} {PLUG}"] for n in (0, 1)), [*body(2), mixed]) == {
        f"{PLUG} {PLUG}"
    }


def test_a_syndicated_story_counts_once() -> None:
    story = body(0)
    assert not found(
        story, [*story, "A line of its own stands under this copy."], story[:3], body(1)
    )
    assert found([*story, PLUG], [*story, PLUG], [*body(1), PLUG]) == {PLUG}


@pytest.mark.parametrize(
    "block",
    ["What's next?", "Background", "How it worked", "Was bisher geschah", "背景", "Что дальше"],
)
def test_section_headings_stay(block: str) -> None:
    articles = [[*body(n)[:2], block, *body(n)[2:]] for n in range(5)]
    assert not found(*articles)


@pytest.mark.parametrize(
    "block",
    [
        "Harnby: Brook, Feld, Hale (Moss 60), Kerr, Lund, Marsh, Nye, Oakes, Pike, Rudd, Stone.",
        "Harnby 3, Thornby 1",
        "Home\tDraw\tAway\n1.5\t3.2\t6.0",
    ],
)
def test_rows_and_team_lists_stay(block: str) -> None:
    assert not found([*body(0), block], [*body(1), block])


def test_a_teaser_of_an_article_stays() -> None:
    first = body(0)
    related = [[*body(n), first[0]] for n in (1, 2, 3)]
    assert not found(first, *related)
    title = "Ferry of Harnby to close for two weeks"
    assert not found([title, *first], *([*body(n), title] for n in (1, 2, 3)))


def test_a_paragraph_that_two_articles_share_stays() -> None:
    shared = (
        "The bridge over the Lune was built in 1884 and has been closed to lorries since the war."
    )
    assert not found([*body(0)[:2], shared, *body(0)[2:]], [*body(1)[:3], shared, *body(1)[3:]])


def test_bios_and_share_lines() -> None:
    share = "Share on paper | Share by post"
    assert found(*([share, *body(n), BIO] for n in range(3))) == {share, BIO}


def test_captions_with_credits() -> None:
    captions = [
        f"The {thing} at dusk. Photograph: Ann Brook/Coast Pictures" for thing in THINGS[:2]
    ]
    articles = [[*body(n)[:2], captions[n], *body(n)[2:]] for n in range(2)]
    assert found(*articles) == set(captions)


def test_many_captions_are_a_pattern() -> None:
    captions = [f"The {thing} at dusk. (Ann {place}/Coast Pictures)" for place, thing in zip(
        ("Brook", "Hale", "Lund", "Nye"), THINGS, strict=False)]  # fmt: skip
    articles = [[*body(n)[:2], captions[n], *body(n)[2:]] for n in range(4)]
    (row,) = recurring(texts(*articles)).rows
    assert row.pattern == "* (*/Coast Pictures)"
    assert row.text in captions
    row_of = matcher_of(recurring(texts(*articles))).row_of
    assert row_of("s", "A boat at dawn. (Ann Pike/Coast Pictures)") is not None
    assert row_of("s", "A boat at dawn.") is None


@pytest.mark.parametrize(
    "bracket", ["(Life Begins/Von Trapped)", "(see above)", "(and/or nothing)"]
)
def test_brackets_are_no_credits(bracket: str) -> None:
    lines = [f"{thing.title()} in {PLACES[n]} {bracket}" for n, thing in enumerate(THINGS[:1])]
    assert not found([*body(0)[:2], *lines, *body(0)[2:]], body(1), body(2))


def test_lines_in_capitals_between_paragraphs() -> None:
    lines = [
        "FERRY TO HARNBY LATE AGAIN, SAYS THE CLERK",
        "NO MORE TRAINS TO OLDWICK UNTIL JUNE OR JULY",
    ]
    articles = [[*body(n)[:2], lines[n], *body(n)[2:]] for n in range(2)]
    assert found(*articles) == set(lines)
    heads = [
        "BACKGROUND",
        "BACKGROUND",
        "WHAT IS KNOWN OF THE MILL",
        "WHO WILL PAY FOR THE NEW BRIDGE",
    ]
    assert not found(*([*body(n)[:2], head, *body(n)[2:]] for n, head in enumerate(heads)))


def test_what_stands_between_two_pieces_of_furniture() -> None:
    articles = [
        [*body(n)[:2], "skip past the promotion", teaser, "after the promotion", *body(n)[2:]]
        for n, teaser in enumerate(("A walk each Friday", "What to cook tonight"))
    ]
    assert found(*articles) == {
        "skip past the promotion",
        "after the promotion",
        "A walk each Friday",
        "What to cook tonight",
    }


def test_a_last_paragraph_between_plug_and_bio_stays() -> None:
    articles = [[*body(n)[:3], PLUG, body(n)[3], BIO] for n in range(4)]
    assert found(*articles) == {PLUG, BIO}


def test_links_behind_the_text() -> None:
    articles = [
        [*body(n), "Most read today on this page", f"Ten things to know of {place}", PLUG]
        for n, place in enumerate(PLACES[:3])
    ]
    assert {f"Ten things to know of {place}" for place in PLACES[:3]} < found(*articles)


def test_copies_with_edits_are_one_story() -> None:
    """Neither the title nor a paragraph that was left alone is furniture."""
    rng = random.Random(1)
    title = "Ferry of Harnby to close for two weeks"
    copies = []
    for _ in range(4):
        words = [block.split() for block in body(0)]
        for block in words[:3]:
            block[rng.randrange(len(block))] = "edited"
        copies.append([title, *(" ".join(block) for block in words)])
    assert not found(*copies, *(body(n) for n in range(1, 8)))


def test_dates_and_the_teasers_above_them() -> None:
    teasers = ["A baker of Kells bakes for the last time.", "Why the moon looks larger in June."]
    articles = [[*body(n)[:2], teasers[n], f"June {n + 3}, 2023", *body(n)[2:]] for n in range(2)]
    assert found(*articles) == {*teasers, "June 3, 2023", "June 4, 2023"}


def test_pages_of_furniture_alone() -> None:
    rest = [f"Our {thing} brings you the news of the coast by post." for thing in THINGS]
    assert found(*([f"Reporting by {place} Lund", *rest] for place in PLACES)) >= set(rest)


CHINESE = [
    [
        "港口的渡轮将于六月停运两周，市议会周一表示。",
        "维修费用为三百万元，超出了小镇的预算。",
        "居民们说，他们是最后知道渡轮停运的人。",
    ],
    [
        "北山小学的新图书馆周五开放，校长在典礼上致辞。",
        "图书馆藏书八千册，其中一半由家长捐赠。",
        "校长说，孩子们放学后可以在图书馆看书。",
    ],
    [
        "河上的老桥因裂缝关闭，工程师上周检查了桥墩。",
        "裂缝长四十厘米，卡车必须绕行十公里。",
        "商店老板抱怨老桥关闭后客人少了一半。",
    ],
]
RUSSIAN = [
    ["Паром в порту остановят на две недели в июне, сообщил в понедельник городской совет.",
     "Ремонт парома обойдётся в три миллиона, а это больше, чем есть в бюджете города.",
     "Жители города говорят, что узнали об остановке парома последними."],
    ["Новую библиотеку школы откроют в пятницу, рассказал директор Иван Лунин на встрече.",
     "В библиотеке восемь тысяч книг, половину из них подарили школе родители.",
     "После уроков дети смогут читать в библиотеке до семи часов вечера."],
    ["Старый мост через реку закрыли из-за трещины, которую инженеры нашли на прошлой неделе.",
     "Длина трещины сорок сантиметров, грузовикам придётся ехать в объезд десять километров.",
     "Хозяева магазинов жалуются, что без моста покупателей стало вдвое меньше."],
]  # fmt: skip


@pytest.mark.parametrize(
    ("articles", "plug", "bio"),
    [
        (CHINESE, "订阅我们的每日简报，获取海岸新闻。", "点击分享到朋友圈"),
        (
            RUSSIAN,
            "Подпишитесь на нашу рассылку и читайте новости побережья.",
            "Поделиться ссылкой",
        ),
    ],
)
def test_other_scripts(articles: list[list[str]], plug: str, bio: str) -> None:
    assert found(*([*article, plug, bio] for article in articles)) == {plug, bio}
    assert found(*([*article[:2], plug, article[2], bio] for article in articles)) == {plug, bio}
    assert not found(*articles)


def test_one_site_says_nothing_of_another() -> None:
    articles = [
        ("a", "1", "\n\n".join([*body(0), PLUG])),
        ("b", "1", "\n\n".join([*body(1), PLUG])),
    ]
    assert not recurring(articles).rows


def test_clean_articles_have_no_furniture() -> None:
    assert not found(*(body(n) for n in range(12)))


def test_the_order_of_articles_is_no_matter() -> None:
    articles = texts(*([*body(n), PLUG, *([BIO] if n % 3 else [])] for n in range(9)))
    rows = recurring(articles).rows
    for seed in range(5):
        random.Random(seed).shuffle(articles)
        assert recurring(articles).rows == rows


def test_the_matcher() -> None:
    profile = recurring(texts([*body(0), PLUG], [*body(1), PLUG]))
    row_of = matcher_of(profile).row_of
    assert row_of("s", PLUG.upper()) is profile.rows[0]
    assert row_of("t", PLUG) is None
    assert row_of("s", body(0)[0]) is None


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.harnby.example/a?b=//c.d", "harnby.example"),
        ("http://news.courier.co.uk:80/x", "courier.co.uk"),
        ("https://a.b.com.au/", "b.com.au"),
        ("//user@cdn.harnby.de", "harnby.de"),
        ("https://192.168.0.1/x", "192.168.0.1"),
        ("https://co.uk/", "co.uk"),
        ("no address", ""),
    ],
)
def test_domains(address: str, domain: str) -> None:
    assert domain_of(address) == domain


def command(folder: Path, *args: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scrubber", *args],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONHASHSEED": seed, "PATH": ""},
    )


def test_a_folder_for_each_site(tmp_path: Path) -> None:
    for number in range(6):
        path = tmp_path / "in" / ("east" if number % 2 else "west") / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join([*body(number), PLUG if number % 2 else BIO]) + "\n")
    outs = set()
    for jobs in ("1", "2"):
        run = command(tmp_path, "learn", "in", "-o", "p.jsonl", "--jobs", jobs, seed=jobs)
        assert run.returncode == 0, run.stderr
        assert run.stderr == "6 articles of 2 sites read, 2 rows written to p.jsonl\n"
        outs.add((tmp_path / "p.jsonl").read_text())
    (out,) = outs
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["site"], row["text"], row["action"]) for row in rows] == [
        ("east", PLUG, ""),
        ("west", BIO, ""),
    ]
    args = ("--profile", "p.jsonl", "--furniture", "drop")
    assert command(tmp_path, "clean", "in", *args, "-o", "out").returncode == 0
    assert (tmp_path / "out/east/1.txt").read_text() == "\n\n".join(body(1)) + "\n"
    one = command(tmp_path, "clean", "in/west/2.txt", *args)
    assert one.stdout == "\n\n".join(body(2)) + "\n"


@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
@pytest.mark.parametrize("field", ["url", "paper"])
def test_records(tmp_path: Path, suffix: str, field: str) -> None:
    records = [
        {
            "id": str(n),
            "url": f"https://www.{'east' if n % 2 else 'west'}.example/{n}",
            "paper": "east.example" if n % 2 else "west.example",
            "text": "\n\n".join([*body(n), PLUG if n % 2 else BIO]),
        }
        for n in range(6)
    ]
    path = tmp_path / f"a.{suffix}"
    if suffix == "jsonl":
        path.write_text("".join(json.dumps(record) + "\n" for record in records))
    else:
        import csv

        with path.open("w", newline="") as file:
            writer = csv.DictWriter(file, list(records[0]))
            writer.writeheader()
            writer.writerows(records)
    by = ("--site-field", "paper") if field == "paper" else ()
    run = command(tmp_path, "learn", path.name, "-o", "p.jsonl", *by)
    assert run.returncode == 0, run.stderr
    rows = [json.loads(line) for line in (tmp_path / "p.jsonl").read_text().splitlines()]
    assert [(row["site"], row["text"]) for row in rows] == [
        ("east.example", PLUG),
        ("west.example", BIO),
    ]
    assert rows[0]["examples"] == ["1:9", "3:9", "5:9"]
    args = ("--profile", "p.jsonl", "--furniture", "drop", *by)
    run = command(tmp_path, "clean", path.name, *args)
    assert run.returncode == 0, run.stderr
    assert PLUG not in run.stdout
    assert BIO not in run.stdout
    assert body(3)[3] in run.stdout


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "in" / "b.txt").write_text("One.\n")
    run = command(tmp_path, "learn", "in", "-o", "p.jsonl")
    assert run.returncode in (0, 2)
    assert (tmp_path / "p.jsonl").read_text() == ""
    run = command(tmp_path, "learn", "missing.txt", "-o", "other.jsonl")
    assert run.returncode == 2
    assert "missing.txt" in run.stderr
    assert "no article was read; other.jsonl is not written" in run.stderr
    assert not (tmp_path / "other.jsonl").exists()


def test_a_source_is_not_written_over(tmp_path: Path) -> None:
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text("\n\n".join([*body(number), PLUG]) + "\n")
    for named, output in ((".", "1.txt"), ("1.txt", "./1.txt")):
        run = command(tmp_path, "learn", named, "-o", output)
        assert run.returncode == 2
        assert run.stderr == "scrubber: 1.txt is a source itself: write elsewhere\n"
    assert (tmp_path / "1.txt").read_text() == "\n\n".join([*body(1), PLUG]) + "\n"


@pytest.mark.parametrize("name", ["p.jsonl", "p.txt"])
def test_a_profile_among_the_articles_is_none_of_them(tmp_path: Path, name: str) -> None:
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text("\n\n".join([*body(number), PLUG]) + "\n")
    for _ in range(2):
        run = command(tmp_path, "learn", ".", "-o", name)
        assert run.stderr == f"2 articles of 1 site read, 1 row written to {name}\n"
        assert run.returncode == 0


def test_a_plug_within_one_text() -> None:
    """It says nothing that the article says, so it is none of its paragraphs."""
    last = [*body(2)[:3], PLUG, body(2)[3]]
    assert found([*body(0), PLUG], [*body(1), PLUG], last) == {PLUG}


def test_a_teaser_is_furniture_behind_other_texts_alone() -> None:
    title, lead = "The ferry of Harnby closes", body(0)[0]
    foot = ["Share this page", PLUG]
    pages = [[title, *body(0), *foot], *([*body(n), *foot, title, lead] for n in (1, 2))]
    rows = {row.text: row.where for row in recurring(texts(*pages)).rows}
    assert rows == {PLUG: "", "Share this page": "", title: "end"}
    profile = recurring(texts(*pages))
    for page, left in zip(pages, (5, 4, 4), strict=True):
        text = "\n\n".join(page) + "\n"
        cleaned = scrubber.clean(text, profile=profile, furniture="drop", site="s").text
        assert cleaned == "\n\n".join(page[:left]) + "\n"


def test_a_teaser_below_all_articles() -> None:
    """What most pages have makes two short ones no copies of each other."""
    foot = [f"Our {thing} brings you the news of the coast by post." for thing in THINGS]
    pages = [
        [f"Reporting by {place} Lund", foot[0], *teaser, *foot[1:]]
        for place, teaser in zip(PLACES, [[BIO], [], [BIO], [], [], []], strict=False)
    ]
    assert found(*pages) >= {*foot, BIO}


def test_bylines() -> None:
    lines = [f"By {place} Lund" for place in PLACES[:3]]
    pages = [["The news of the day", line, *body(n)] for n, line in enumerate(lines)]
    assert found(*(page[1:] for page in pages)) == set(lines)
    assert not found(*pages[:1], *(body(n) for n in (3, 4)))
    words = [
        "By and by the ferry came",
        "By the numbers",
        "Von der Leyen Calls",
        "PAR FOR THE CLUB",
    ]
    assert not found(*([*body(n)[:2], line, *body(n)[2:]] for n, line in enumerate(words)))


def test_lines_that_differ_in_a_number() -> None:
    pages = [[f"{n + 3} minutes to read", *body(n), f"{n} comments"] for n in range(3)]
    assert found(*pages[:2]) == {"0 comments", "1 comments"}
    pages = [[f"News of week {n}", f"{n + 3} minutes to read", *body(n)] for n in range(3)]
    assert found(*pages) == {f"{n + 3} minutes to read" for n in range(3)}


def test_the_title_below_a_column_may_have_a_number() -> None:
    pages = [["The Thursday column", f"On things of {n}", *body(n)] for n in range(6)]
    assert found(*pages) == {"The Thursday column"}


@pytest.mark.parametrize("above", [[], ["We use cookies. By going on you agree to our rules."]])
def test_a_line_that_begins_some_articles_is_the_title_of_a_column(above: list[str]) -> None:
    pages = [[*above, "The Thursday column", *body(n)] for n in range(3)]
    pages += [[*above, f"What became of the {THINGS[n]}", *body(n)] for n in range(3, 6)]
    assert found(*pages) == {*above}


def test_the_title_of_a_column_that_most_of_many_articles_are_of() -> None:
    def pages(column: int, others: int) -> list[list[str]]:
        titles = ["The Thursday column"] * column + ["The ferry"] * others
        return [[line, *body(n)] if n < column else body(n) for n, line in enumerate(titles)]

    assert found(*pages(9, 3)) == set()
    assert found(*pages(9, 2)) == {"The Thursday column"}
    assert found(*pages(60, 5)) == {"The Thursday column"}


def test_lines_that_count_the_pictures_of_a_page() -> None:
    captions = [f"The ferry from side {n}. (Photo: Ida Blum/Courier)" for n in range(3)]
    title, text = "The ferry is repaired", body(0)
    slides = [line for n in range(3) for line in (f"{n + 1} of 3 |", captions[n])]
    counters = {f"{n + 1} of 3 |" for n in range(3)}
    assert found([title, *slides, *text], body(1)) > counters
    assert not found([title, *slides[:4], *text], body(1)) & counters
    sums = "A sale for 1.1 million marks"
    assert sums not in found([title, sums, *slides[1:2], *text], body(1))
    steps = [line for n in range(3) for line in (body(2)[n], f"Step {n + 1} of 3", captions[n])]
    assert not any("Step" in line for line in found([*text[:1], *steps, *text[1:]], body(1)))


def test_captions_with_the_same_names_in_brackets_beside_furniture() -> None:
    captions = [f"The ferry of {place} at its pier. (Courier)" for place in PLACES[:2]]
    line = "Advertisement"
    page = [body(0)[0], line, captions[0], *body(0)[1:3], captions[1], line, body(0)[3]]
    assert found(page, [*body(1)[:2], line, *body(1)[2:]]) == {line, *captions}


def test_an_agency_signs_an_article_once_and_news_in_brief_each() -> None:
    line = "Advertisement"
    signed = [[*body(n)[:2], f"{body(n)[2]} (Courier)", line, body(n)[3]] for n in range(3)]
    assert found(*signed) == {line}
    brief = [f"{text} (Courier)" for text in body(0)]
    assert found([*brief[:2], line, *brief[2:]], *signed) == {line}


def test_a_title_is_no_variant_of_links_to_it() -> None:
    title, line = "Harnby waits for its ferry to come back", "We use cookies on these pages."
    links = [[line, f"Fish for {THINGS[n]}", *body(9 * n), f"Read more: {title}"] for n in (1, 2)]
    assert found([line, title, *body(0)], *links) == {line, f"Read more: {title}"}


def test_section_headings_between_plugs() -> None:
    """Neither they are furniture, however often they stand in an article, nor what follows."""
    heads = ["Background", "The numbers"]
    pages = []
    for n in range(6):
        first, second, third, fourth = body(n)
        link = f"Read more: Why {PLACES[n]} lost a bridge"
        parts = [first, PLUG, heads[n % 2], second, link, third, heads[n % 2], fourth]
        pages.append(parts if n < 4 else body(n))
    links = {f"Read more: Why {PLACES[n]} lost a bridge" for n in range(4)}
    assert found(*pages) == {PLUG, *links}


@pytest.mark.parametrize("line", ["Day {}", "Part {}: the answer", "{} miles down the coast"])
def test_numbered_headings_stay(line: str) -> None:
    pages = [[*body(n)[:2], line.format(n), *body(n)[2:]] for n in range(4)]
    assert not found(*pages)


def test_a_bio_above_a_column_of_lines() -> None:
    bios = [f"{name} covers the coast for the Courier." for name in ("Nora Feld", "Ida Blum")]
    lines = [["Fish of the day", "Ten old bridges", "A walk by the sea"], ["Tide tables", "Boats"]]
    pages = [[*body(n), "Follow us", bios[n], "More", *lines[n], "End"] for n in range(2)]
    assert found(*pages) >= {*bios, "Follow us"}


def test_a_plug_for_another_letter_at_the_same_place() -> None:
    letters = ["Sign up to Coast Today", "Sign up to The Week in Harnby", "Sign up to Sails"]
    pages = [
        [
            *body(n)[:2],
            line,
            f"Our {thing} letter has all of it.",
            "after the promotion",
            *body(n)[2:],
        ]
        for n, (line, thing) in enumerate(zip(letters, ("first", "best", "new"), strict=True))
    ]
    assert found(*pages) == {line for page in pages for line in page[2:5]}


def test_lines_that_lead_to_other_articles() -> None:
    lines = ["SEE ALSO: Harnby sells its old mill", "Lesen Sie auch: Die Mühle brennt"]
    assert found(*([*body(n)[:2], line, *body(n)[2:]] for n, line in enumerate(lines))) == {*lines}
    assert found([*body(0)[:2], lines[0], *body(0)[2:]], body(1)) == {lines[0]}
    facts = ["Recommended: good boots and a map", "See also: the map", "More: or less"]
    assert not found([*body(0)[:2], *facts, *body(0)[2:]], body(1))
    facts = ["Director: Nora Feld", "Claim: the ferry is the oldest of all", "More: or less"]
    assert not found(*([*body(n)[:2], line, *body(n)[2:]] for n, line in enumerate(facts)))


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Anzeige",
        "Share this article",
        "広告",
        "[Story continues below]",
        "Link copied",
        "Read our full coverage",
    ],
)
def test_calls_within_the_text(line: str) -> None:
    pages = [[*body(n)[:2], line, *body(n)[2:]] for n in range(2)]
    assert found(*pages) == {line}
    assert not found(pages[0], body(1))


@pytest.mark.parametrize("line", ["Podcast", "Download", "The newsletters of 1900", "Ad hoc"])
def test_headings_with_such_words_stay(line: str) -> None:
    assert not found(*([*body(n)[:2], line, *body(n)[2:]] for n in range(2)))


def test_articles_in_a_file_are_learnt_as_those_in_memory() -> None:
    articles = texts(*([*body(n), PLUG, *([BIO] if n % 3 else [])] for n in range(9)))
    spool = PageSpool()
    for article in reversed(articles):
        spool.add(page_of_text(*article))
    assert (spool.size, spool.sites) == (9, ["s"])
    pages = spool.pages_of("s")
    assert list(pages) == [page_of_text(*article) for article in articles]
    assert tuple(rows_in(map(spool.pages_of, spool.sites))) == recurring(articles).rows


def test_copies_among_much_furniture_are_one_story() -> None:
    """What one copy has of the site's furniture and another has not makes them no two stories."""
    foot = [
        PLUG + " It costs nothing, and whoever tires of it leaves with one click.",
        "Support a paper without owners. Readers pay for each page of it; will you be one of them?",
        "All rights reserved. No part of this page may be printed elsewhere before somebody asked.",
        "Our weekly talk goes on air each Friday at noon. Hear it wherever you hear talks like it.",
        "Advertise here, beside tides and weather, which ten thousand sailors read every morning.",
        "Found a mistake? Write to the desk, and it will be put right within the hour, or sooner.",
    ]
    others = [[*body(n), *foot[n % 4 : n % 4 + 3]] for n in range(1, 9)]
    copies = [[*body(0)[:2], *foot[:2], *body(0)[2:]], [body(0)[0], foot[4], *body(0)[1:], foot[5]]]
    assert not found(*copies, *others) & set(body(0))


def test_what_few_of_many_articles_share_by_chance() -> None:
    articles = [[f"{n} {PLACES[n % 8]}", *(f"{n}: {text}" for text in body(n))] for n in range(620)]
    for n in (3, 99, 304):
        articles[n][0] = "Rain and wind along all of the coast"
        articles[n].insert(3, "They did not say when the work would begin.")
    assert not found(*articles)


def test_capitals_in_a_script_without_capitals() -> None:
    lines = [
        "港口的渡轮A将于六月停运两周，市议会周一表示",
        "北山小学的新图书馆B周五开放，校长在典礼上致辞",
    ]
    pages = [[*body(n)[:2], line, *body(n)[2:]] for n, line in enumerate(lines)]
    assert not found(*pages)


def test_a_bio_is_no_first_or_quoted_paragraph() -> None:
    bios = [
        f"{name} is a reporter who covers the coast for the Courier."
        for name in ("Nora Feld", "Ida Lund")
    ]
    assert found(*([*body(n), bio] for n, bio in enumerate(bios))) == set(bios)
    assert not found(*([bio, *body(n)] for n, bio in enumerate(bios)))
    assert not found(*([*body(n)[:-1], bio, body(n)[-1]] for n, bio in enumerate(bios)))


def test_titles_below_a_heading_over_links() -> None:
    titles = ["Harnby sells its old mill", "How the bridge at Oldwick came to be"]
    pages = [[*body(n)[:2], "Related", line, *body(n)[2:]] for n, line in enumerate(titles)]
    assert found(*pages) == {"Related", *titles}
    pages = [[*body(n)[:2], "Background", line, *body(n)[2:]] for n, line in enumerate(titles)]
    assert not found(*pages)


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_a_name_that_is_no_text(scrub: Command, tmp_path: Path) -> None:
    for name in (b"a\xff.txt", b"b.txt"):
        path = Path(os.fsdecode(os.fsencode(tmp_path / "site") + b"/" + name))
        path.parent.mkdir(exist_ok=True)
        path.write_text("Sign up for the letter of the harbour.\n")
    run = scrub("learn", "site", "-o", "profile.jsonl")
    assert run.returncode == 0, run.stderr
    read_profile((tmp_path / "profile.jsonl").read_text("utf-8"))


def test_dates_in_figures_and_counters_behind_the_text() -> None:
    pages = [
        [
            *(f"{THINGS[n]} of {PLACES[n]}", f"{n + 2}.10.2024, 1{n}:05", *body(n)),
            *("Share", f"Comments ({n})", "All rights reserved"),
        ]
        for n in range(4)
    ]
    expected = {"Share", "All rights reserved"}
    expected |= {f"{n + 2}.10.2024, 1{n}:05" for n in range(4)}
    assert found(*pages) == expected | {f"Comments ({n})" for n in range(4)}


@pytest.mark.parametrize("result", ["Lune Rovers {}", "{}:1 (0:0)"])
def test_results_below_a_label_stay(result: str) -> None:
    pages = [
        [*body(n), "Results", result.format(n), f"Kells FC {n}", f"{PLACES[n]} {n + 1}"]
        for n in range(3)
    ]
    assert found(*pages) == set()


@pytest.mark.parametrize("entry", ["{} May 18{}4", "{}:3{} pm"])
def test_what_heads_the_entries_of_a_diary_stays(entry: str) -> None:
    def entries(n: int) -> list[str]:
        texts = enumerate(body(9 * n))
        return [line for at, text in texts for line in (entry.format(n + at + 1, at), text)]

    dates = [f"{n + 1} June 2024" for n in range(4)]
    pages = [["The days of the " + THINGS[n], dates[n], *entries(n), PLUG] for n in range(4)]
    assert found(*pages) == {PLUG, *dates}


def test_the_headings_of_a_recipe_stay() -> None:
    dishes = [("lamb", "2 leeks"), ("cod", "1 swede"), ("hake", "3 beets"), ("eel", "4 eggs")]
    pages = [
        [
            *(f"The {dish} of {PLACES[n]}", "By Nora Feld", "Listen to this"),
            *(f"{n + 2} pounds of {dish}", more, f"Salt of {PLACES[n]}", f"A {dish} knife"),
            *("How to make it", *body(n)),
        ]
        for n, (dish, more) in enumerate(dishes)
    ]
    assert found(*pages) == {"By Nora Feld", "Listen to this"}


def test_a_long_line_with_a_number_below_the_title_stays() -> None:
    pages = [
        [
            f"The {THINGS[n]} opens",
            f"It cost {n + 2} million and took all of two years",
            "Listen",
            *body(n),
        ]
        for n in range(4)
    ]
    assert found(*pages) == {"Listen"}


@pytest.mark.parametrize(
    "line",
    [
        "{} June 2024, 9:3{} a.m.",
        "Monday, June {}, 2024 at 10:4{} PM EST",
        "{}.06.2024 - 1{}:20 Uhr",
    ],
)
def test_dates_with_their_time(line: str) -> None:
    dates = [line.format(n + 1, n) for n in range(2)]
    assert found(*([f"A {THINGS[n]}", dates[n], *body(n)] for n in range(2))) == {*dates}


def test_the_facts_of_a_test_stay() -> None:
    facts = [[f"Marks: {n + 5} of 10", f"Price: {n + 49} pounds", "Seats: 4"] for n in range(4)]
    pages = [[*body(n), "Verdict", *facts[n], PLUG, f"Comments ({n})"] for n in range(4)]
    assert found(*pages) == {PLUG, *(f"Comments ({n})" for n in range(4))}


def test_what_an_interviewer_always_says_stays() -> None:
    def voices(n: int) -> list[str]:
        answers = [f"{PLACES[n].upper()}: {text}" for text in body(9 * n)]
        return ["NORA FELD: And what did you do then?", *answers, "NORA FELD: Thank you all."]

    pages = [[f"A talk of {PLACES[n]}", body(9 * n + 1)[0], *voices(n), PLUG] for n in range(4)]
    assert found(*pages) == {PLUG}


def test_the_first_of_several_headings_stays() -> None:
    pages = [
        [f"A {THINGS[n]} in the sea, and what else they saw?", "By Nora Feld", "Listen"]
        + [line for pair in zip(asked, body(n), strict=False) for line in pair]
        for n, asked in enumerate([["What happened?", "Why does it matter?"]] * 4)
    ]
    assert found(*pages) == {"By Nora Feld", "Listen"}


def test_a_paragraph_that_happens_to_stand_between_two_plugs_stays() -> None:
    offer, both = "Sign up for our letter from the harbour, free each Friday!", (0, 1)
    pages = [
        [*body(9 * n)[:2], *([PLUG] * (n in both)), body(9 * n)[2], offer, body(9 * n)[3]]
        for n in range(5)
    ]
    assert found(*pages) == {offer, PLUG}


def test_a_title_that_others_rank_behind_their_text_stays() -> None:
    titles = [f"The {THINGS[n]} of {PLACES[n]} will not be opened again" for n in range(6)]
    pages = [
        [*body(9 * n)[:2], "More news", titles[2], *body(9 * n)[2:], f"1. {titles[2]}", PLUG]
        for n in range(2)
    ]
    pages += [["Menu", titles[n], *body(9 * n), f"1. {titles[2]}", PLUG] for n in range(2, 6)]
    assert titles[2] not in found(*pages)


def test_names_alone_above_the_date() -> None:
    names = ["Ada Orr", "Ben van der Lund", "Cleo O’Dea", "Дарья Лось"]
    pages = [
        [f"The {THINGS[n]}", names[n], f"{n + 2} May 2024", f"{n + 3} min.", *body(9 * n)]
        for n in range(4)
    ]
    lines = {line for page in pages for line in page[1:4]}
    assert found(*pages) == lines
    pages = [[title, f"{n + 2} May 2024", *body(9 * n)] for n, title in enumerate(names)]
    assert not found(*pages) & {*names}
    assert not found(*(["Sport", *page] for page in pages)) & {*names}


def test_the_heading_above_a_short_last_sentence_stays() -> None:
    last = [f"The {THINGS[n]} still bears her name." for n in range(4)]
    pages = [[*body(9 * n), "Later years", last[n], PLUG, "Share", "Contact"] for n in range(4)]
    assert found(*pages) == {PLUG, "Share", "Contact"}
