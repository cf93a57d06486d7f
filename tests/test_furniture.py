"""Furniture: what a profile names is reported, set apart or dropped, and nothing else is."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

import scrubber
from scrubber.learn.match import Matcher
from scrubber.learn.profile import ProfileError, Row, as_text, read_profile

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
The ferry to Harnby was late again on Monday, the third time in a week.

Sign up for our letter!

Nobody complained, said Ann Brook, who sells the tickets at the pier.
"""
PLUG = '{"text": "Sign up for our letter!"}'


def clean(text: str, furniture: str = "drop", profile: str = PLUG, **options: Any) -> str:
    return scrubber.clean(text, profile=profile, furniture=furniture, **options).text


def test_keep_is_the_default_and_reports() -> None:
    row = '{"text": "Sign up for our letter!", "count": 4, "share": 0.8}'
    result = scrubber.clean(TEXT, profile=row)
    assert result.text == TEXT
    (finding,) = result.findings
    assert (finding.code, finding.line, finding.fixable) == ("FUR001", 3, False)
    assert finding.message == "furniture: row 1 of the profile, in 4 articles (80%)"


def test_end_moves_behind_the_last_block() -> None:
    after = clean(TEXT, "end")
    assert after.split("\n\n")[2] == "Sign up for our letter!\n"
    assert clean(after, "end") == after


def test_end_keeps_the_order_of_what_it_moves() -> None:
    rows = '{"text": "One"}\n{"text": "Two"}\n{"text": "Three"}\n'
    text = "One\n\nThe ferry was late.\n\nTwo\n\nNobody minded.\n\nThree\n"
    assert (
        clean(text, "end", rows) == "The ferry was late.\n\nNobody minded.\n\nOne\n\nTwo\n\nThree\n"
    )


def test_drop_removes() -> None:
    assert clean(TEXT) == TEXT.replace("Sign up for our letter!\n\n", "")


def test_an_action_of_a_row_overrules() -> None:
    assert clean(TEXT, profile='{"text": "sign up for our letter!", "action": "keep"}') == TEXT
    row = '{"text": "sign up for our letter!", "action": "drop"}'
    assert "letter" not in clean(TEXT, "keep", row)


@pytest.mark.parametrize(
    ("row", "matches"),
    [
        ({"text": "SIGN UP   for our letter!"}, True),
        ({"text": "x", "variants": ["Sign up for our letter!"]}, True),
        ({"pattern": "sign up for * letter!"}, True),
        ({"pattern": "* for our letter!"}, True),
        ({"pattern": "Sign up for *"}, True),
        ({"pattern": "Sign up for our letter!*"}, False),
        ({"pattern": "Sign up for * news letter!"}, False),
        ({"text": "Sign up for our letter"}, False),
        ({"text": "Sign up"}, False),
    ],
)
def test_what_matches(row: dict[str, Any], *, matches: bool) -> None:
    assert ("letter" not in clean(TEXT, profile=json.dumps(row))) is matches


def test_a_row_with_a_site_holds_only_there() -> None:
    row = '{"text": "Sign up for our letter!", "site": "harnby.example"}'
    assert clean(TEXT, profile=row) == TEXT
    assert clean(TEXT, profile=row, site="other.example") == TEXT
    assert clean(TEXT, profile=row, site="harnby.example") != TEXT


def test_a_row_for_what_stands_behind_the_text() -> None:
    teaser, last = "The mill by the river burnt down.", "Nobody was on board when it ran aground."
    row = {"text": teaser, "where": "end"}
    options = {"profile": [row, {"text": "More news"}], "furniture": "drop"}
    text = f"{teaser}\n\n{last}\n\nMore news\n\n{teaser}\n\nBy post\n"
    assert scrubber.clean(text, **options).text == f"{teaser}\n\n{last}\n\nBy post\n"
    assert scrubber.clean(f"{teaser}\n\nBy post\n", **options).text == f"{teaser}\n\nBy post\n"


def test_the_row_of_the_site_goes_before_the_general_one() -> None:
    rows = [Row("A plug"), Row("A plug", site="here", action="keep")]
    found = Matcher(rows).row_of("here", "a  plug")
    assert found is not None
    assert found.action == "keep"


def test_a_copy_of_what_is_dropped_stays() -> None:
    """No block goes in favour of one that a row drops."""
    long = (
        "The council of Harnby meets each month in the old school by the river, where all who live "
        "in the town may speak for five minutes about what they want."
    )
    cut = f"{long[:120]}..."
    text = f"The ferry was late.\n\n{cut}\n\nNobody minded.\n\n{long}\n"
    assert cut not in scrubber.clean(text).text
    after = clean(text, profile=json.dumps({"text": long}))
    assert cut in after
    assert long not in after


def test_furniture_parts_no_paragraphs() -> None:
    """Stranded paragraphs are found as if the plug between were not there."""
    result = scrubber.clean(TEXT, profile=PLUG, furniture="end")
    assert {finding.code for finding in result.findings} == {"FUR001"}


@pytest.mark.parametrize("furniture", ["end", "drop"])
def test_an_article_of_furniture_alone(furniture: str) -> None:
    assert clean("Sign up for our letter!\n", furniture) in ("Sign up for our letter!\n", "\n")


def test_markdown_and_html(tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_text(PLUG)
    (tmp_path / "a.md").write_text(
        "---\ntitle: x\n---\n\n# Late\n\nThe *ferry* was late.\n\n*Sign up* for our letter!\n\n"
        "Nobody minded.\n"
    )
    (tmp_path / "a.html").write_text(
        "<body><p>The ferry was late.</p>\n<p>Sign up for <a href='x'>our letter!</a></p>\n"
        "<p id='x'>Sign up for our letter!</p>\n<p>Nobody minded.</p></body>\n"
    )
    for name, left in (("a.md", 0), ("a.html", 1)):
        run = command(tmp_path, "clean", name, "--profile", "p.jsonl", "--furniture", "drop")
        assert run.returncode == 0, run.stderr
        assert run.stdout.count("letter") == left


def command(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scrubber", *args],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("{", "1: is no line of JSON"),
        ('{"text": "a"}\n\n[]', "3: is no JSON object"),
        ('{"text": "a", "acton": ""}', "1: unknown key 'acton': did you mean action?"),
        ('{"text": "a", "action": "dorp"}', "1: unknown action 'dorp': did you mean drop?"),
        ('{"text": ""}', "1: has neither a text nor a pattern"),
        ('{"pattern": "Sign up here"}', "1: the pattern has no *"),
        ('{"pattern": "a*"}', "1: the pattern 'a*' is so short"),
        ('{"text": "a", "variants": "b"}', "1: variants takes a list of strings"),
        ('{"text": "a", "count": -1}', "1: count takes a number from 0"),
        ('{"text": "a", "share": 3}', "1: share takes a number from 0 to 1"),
        ('{"text": "a", "where": "ends"}', "1: unknown place 'ends': did you mean end?"),
        ('{"text": 7}', "1: text takes a string"),
    ],
)
def test_what_is_wrong_with_a_profile(tmp_path: Path, lines: str, message: str) -> None:
    with pytest.raises(ProfileError) as caught:
        read_profile(lines)
    assert str(caught.value).startswith(message)
    (tmp_path / "p.jsonl").write_text(lines)
    (tmp_path / "a.txt").write_text(TEXT)
    run = command(tmp_path, "clean", "a.txt", "--profile", "p.jsonl")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith(f"scrubber: p.jsonl:{message}")
    assert run.stderr.count("\n") == 1


def test_a_profile_is_read_as_it_is_written() -> None:
    rows = (
        Row(
            "Aé “b”", ("c",), "d * e is long", "s", "end", 3, 0.5, 2, "end", "", ("f:1",), "end", 1
        ),
    )
    assert read_profile(as_text(rows)).rows == rows


@pytest.mark.parametrize("value", [7, {"text": "a"}])
def test_what_is_no_profile(value: object) -> None:
    with pytest.raises(ValueError, match="takes the text of a profile or its rows"):
        scrubber.clean("x\n", profile=value)


def test_an_unknown_choice() -> None:
    with pytest.raises(ValueError, match="did you mean drop"):
        scrubber.clean("x\n", furniture="drp")


def test_the_configuration_names_a_profile(tmp_path: Path) -> None:
    (tmp_path / "posts").mkdir()
    (tmp_path / "p.jsonl").write_text('{"text": "Sign up for our letter!", "site": "harnby"}')
    (tmp_path / "scrubber.toml").write_text(
        'profile = "p.jsonl"\nfurniture = "drop"\n[per-file-settings]\n"h*" = { site = "harnby" }\n'
    )
    for name, left in (("posts/h.txt", 0), ("posts/other.txt", 1)):
        (tmp_path / name).write_text(TEXT)
        run = command(tmp_path / "posts", "clean", name.removeprefix("posts/"))
        assert run.stdout.count("letter") == left
    run = command(tmp_path / "posts", "clean", "other.txt", "--site", "harnby")
    assert "letter" not in run.stdout


def test_nothing_says_what_is_furniture(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    run = command(tmp_path, "clean", "--furniture", "drop", "a.txt")
    assert (run.returncode, run.stdout) == (2, "")
    assert "--furniture needs a --profile" in run.stderr
