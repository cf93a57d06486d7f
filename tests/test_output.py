"""What ``check`` writes: each format is what its readers expect."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

BIO = (
    "Ines Marchetti has written about islands, ferries and harbour towns for twenty years now. "
    "She keeps bees on the roof of an old customs house and sells the honey on Saturdays."
)
FILES = {
    "posts/blanks.txt": "One line ends in blanks.  \nThe other does not.\n",
    "posts/note.txt": "One letter was l\ufffdst.\n",
    "posts/100% twice, in all.txt": "\n\n".join(
        [BIO, "The ferry was late, and the harbour lay in fog until noon.", BIO, "More of it."]
    )
    + "\n",
    "posts/clean.txt": "Nothing is wrong here.\n",
}


@pytest.fixture(autouse=True)
def posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_text(scrub: Command) -> None:
    run = scrub("check", "posts")
    lines = run.stdout.decode().splitlines()
    assert [re.match(r"(.+?):(\d+):(\d+) ([A-Z]{3}\d{3}) .", line) is not None for line in lines]
    assert [line.partition(":")[0] for line in lines] == [
        "posts/100% twice, in all.txt", "posts/blanks.txt", "posts/note.txt",
    ]  # fmt: skip
    assert run.stderr.decode() == "3 findings in 3 of 4 files, 2 fixable with 'scrubber clean'\n"
    assert scrub("check", "-q", "posts").stderr == b""


def test_json(scrub: Command) -> None:
    run = scrub("check", "--output-format", "json", "posts", "gone.txt")
    report = json.loads(run.stdout)
    assert set(report) == {"schema", "scrubber", "files"}
    assert [file["path"] for file in report["files"]] == [*sorted(FILES), "gone.txt"]
    by_path = {file["path"]: file for file in report["files"]}
    assert set(by_path["gone.txt"]) == {"path", "changed", "error", "findings"}
    assert by_path["gone.txt"]["error"].startswith("gone.txt: no such file")
    assert by_path["posts/clean.txt"]["findings"] == []
    (finding,) = by_path["posts/blanks.txt"]["findings"]
    assert set(finding) == {
        "code", "message", "line", "column", "end_line", "fix", "fixed", "before", "after",
        "plan", "kept_line", "fingerprint",
    }  # fmt: skip
    assert (finding["code"], finding["line"], finding["column"]) == ("WSP004", 1, 25)
    assert (finding["fix"], finding["fixed"]) == ("safe", True)
    (copy,) = by_path["posts/100% twice, in all.txt"]["findings"]
    assert (copy["code"], copy["line"], copy["kept_line"]) == ("DUP001", 5, 1)


def test_json_of_nothing(scrub: Command) -> None:
    (scrub.folder / "empty").mkdir()
    assert json.loads(scrub("check", "--output-format", "json", "empty").stdout)["files"] == []


def test_github(scrub: Command) -> None:
    run = scrub("check", "--output-format", "github", "posts")
    lines = run.stdout.decode().splitlines()
    assert lines[0].startswith(
        "::error file=posts/100%25 twice%2C in all.txt,line=5,endLine=5,col=1,title=DUP001::"
    )
    assert lines[1].startswith("::error file=posts/blanks.txt,line=1,endLine=1,col=25,title=WSP004")
    assert lines[2].startswith("::notice file=posts/note.txt,line=1,")
    assert len(lines) == 3


def test_github_shows_ten_of_a_kind(scrub: Command, posts: Path) -> None:
    (posts / "posts/many.txt").write_text("".join(f"Line {n}.  \n" for n in range(30)) + "End.\n")
    run = scrub("check", "--output-format", "github", "posts")
    lines = run.stdout.decode().splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert sum(line.startswith("::notice ") for line in lines) == 1
    start = lines.index("::group::22 more findings")
    assert lines[-1] == "::endgroup::"
    assert len(lines[start + 1 : -1]) == 22
    assert all(line.startswith("posts/") for line in lines[start + 1 : -1])


def test_github_gets_a_page_for_its_summary(
    scrub: Command, posts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = posts / "summary.md"
    page.write_text("# From before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    scrub("check", "--output-format", "github", "posts")
    text = page.read_text()
    assert text.startswith("# From before\n### scrubber\n")
    assert "| WSP004 | Blanks at the end of a line. | 1 |" in text
    assert "posts/note.txt:1:17 ENC004" in text
    page.write_text("")
    scrub("check", "--output-format", "github", "posts/clean.txt")
    assert "Nothing to fix in 1 file." in page.read_text()
    scrub("check", "posts")
    assert page.read_text().count("###") == 1


def sarif(scrub: Command, *args: str) -> dict[str, Any]:
    run = scrub("check", "--output-format", "sarif", *args)
    log: dict[str, Any] = json.loads(run.stdout)
    valid_sarif(log)
    return log


def valid_sarif(log: dict[str, Any]) -> None:
    """What the official schema demands of the parts that are used here."""
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert set(run) <= {"tool", "columnKind", "invocations", "results"}
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    driver = run["tool"]["driver"]
    assert isinstance(driver["name"], str)
    assert driver["informationUri"].startswith("https://")
    assert len({rule["id"] for rule in driver["rules"]}) == len(driver["rules"])
    for rule in driver["rules"]:
        assert set(rule) <= {"id", "name", "shortDescription", "fullDescription", "help"}
        for key in ("shortDescription", "fullDescription", "help"):  # code scanning wants all
            valid_message(rule[key])
    for invocation in run["invocations"]:
        assert isinstance(invocation["executionSuccessful"], bool)
        for note in invocation.get("toolExecutionNotifications", []):
            valid_message(note["message"])
            valid_level(note["level"])
    for result in run["results"]:
        valid_result(result, driver["rules"])


def valid_message(message: dict[str, str]) -> None:
    assert set(message) == {"text"}
    assert not re.search(r"[{}]", message["text"].replace("{{", "").replace("}}", ""))


def valid_level(level: str) -> None:
    assert level in {"none", "note", "warning", "error"}


def valid_result(result: dict[str, Any], rules: list[dict[str, Any]]) -> None:
    assert set(result) <= {
        "ruleId", "ruleIndex", "level", "message", "locations", "relatedLocations",
        "partialFingerprints",
    }  # fmt: skip
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    for message in (
        result["message"],
        *(one["message"] for one in result.get("relatedLocations", [])),
    ):
        valid_message(message)
    valid_level(result["level"])
    assert all(isinstance(value, str) for value in result["partialFingerprints"].values())
    for location in result["locations"] + result.get("relatedLocations", []):
        assert set(location) <= {"id", "message", "physicalLocation"}
        assert location.get("id", 0) >= 0
        physical = location["physicalLocation"]
        uri = physical["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+", uri), "no valid reference"
        assert not re.search(r"%(?![0-9A-F]{2})", uri)
        region = physical["region"]
        assert set(region) <= {"startLine", "startColumn", "endLine"}
        assert all(value >= 1 for value in region.values())
        assert region.get("endLine", region["startLine"]) >= region["startLine"]


def test_sarif(scrub: Command) -> None:
    (run,) = sarif(scrub, "posts")["runs"]
    assert [(result["ruleId"], result["level"]) for result in run["results"]] == [
        ("DUP001", "error"), ("WSP004", "error"), ("ENC004", "note"),
    ]  # fmt: skip
    copy = run["results"][0]
    location = copy["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {
        "uri": "posts/100%25%20twice%2C%20in%20all.txt", "uriBaseId": "%SRCROOT%",
    }  # fmt: skip
    assert location["region"] == {"startLine": 5, "startColumn": 1}
    (kept,) = copy["relatedLocations"]
    assert kept["physicalLocation"]["region"] == {"startLine": 1}
    assert run["invocations"] == [{"executionSuccessful": True}]


def test_sarif_escapes_braces(scrub: Command, posts: Path) -> None:
    """In a message they enclose placeholders, for which there are no arguments here."""
    (run,) = sarif(scrub, "posts/{0}.txt")["runs"]
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("posts/{{0}}.txt: no such file")


@pytest.mark.parametrize("output_format", ["text", "json", "github", "sarif"])
def test_standard_input_goes_by_its_name(scrub: Command, output_format: str) -> None:
    args = ("check", "--output-format", output_format, "--stdin-filename", "posts/new.txt", "-")
    said = scrub(*args, input=b"Two  blanks.\n").stdout.decode()
    assert "posts/new.txt" in said
    assert '"-"' not in said


def test_sarif_names_what_went_wrong(scrub: Command) -> None:
    (run,) = sarif(scrub, "posts/clean.txt", "gone.txt")["runs"]
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    assert "gone.txt" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def sarif_file(scrub: Command, *args: str) -> dict[str, str]:
    """Where the first finding is."""
    (run,) = sarif(scrub, *args)["runs"]
    location: dict[str, Any] = run["results"][0]["locations"][0]["physicalLocation"]
    place: dict[str, str] = location["artifactLocation"]
    return place


def test_sarif_of_files_elsewhere(scrub: Command, posts: Path) -> None:
    (posts / "inner").mkdir()
    elsewhere = type(scrub)(posts / "inner")
    for name in ("../posts/blanks.txt", str(posts / "posts/blanks.txt")):
        assert sarif_file(elsewhere, name) == {"uri": (posts / "posts/blanks.txt").as_uri()}


def test_sarif_of_files_named_from_the_root(scrub: Command, posts: Path) -> None:
    place = {"uri": "posts/blanks.txt", "uriBaseId": "%SRCROOT%"}
    assert sarif_file(scrub, str(posts / "posts/blanks.txt")) == place
    assert sarif_file(scrub, "posts/../posts/blanks.txt") == place


def test_a_kept_copy_in_a_record_is_in_its_row(scrub: Command, posts: Path) -> None:
    text = json.dumps(FILES["posts/100% twice, in all.txt"])
    (posts / "one.jsonl").write_text(f'{{"text": "A ferry."}}\n{{"text": {text}}}\n')
    (run,) = sarif(scrub, "one.jsonl")["runs"]
    (kept,) = run["results"][0]["relatedLocations"]
    assert kept["physicalLocation"]["region"] == {"startLine": 2}


def test_fingerprints_hold_when_lines_above_change(scrub: Command, posts: Path) -> None:
    def fingerprints() -> list[str]:
        (run,) = sarif(scrub, "posts/blanks.txt")["runs"]
        return [result["partialFingerprints"]["finding/v1"] for result in run["results"]]

    first = fingerprints()
    path = posts / "posts/blanks.txt"
    path.write_text("A line above.\n\n" + path.read_text())
    assert fingerprints() == first
    path.write_text(path.read_text() + "\n" + FILES["posts/blanks.txt"])
    assert len(set(fingerprints())) == 2, "equal lines are told apart by their number"
