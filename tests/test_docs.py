"""The pages in docs/ are true: their commands run, their tables are what the code says."""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import scrubber
from scrubber.config.defaults import DEFAULTS, EXCLUDED
from scrubber.config.keys import KEYS

ROOT = Path(__file__).parents[1]
GAPS = r"""\.\.\.|\b[NM]\b|\d+|'x'|[;:] |"\w+"|\b(?:gz|gzip|br|pyarrow)\b"""
"""What differs from message to message."""
HOOK = """\
  - repo: https://github.com/article-scrubber/article-scrubber
    rev: v0.1.0
    hooks:
      - id: scrubber
"""


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def test_the_example_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    before, after = re.findall(r"```text\n(.*?)```", readme, re.DOTALL)
    assert scrubber.clean(before).text == after


@pytest.mark.parametrize("key", KEYS)
def test_the_table_of_keys(key: str) -> None:
    default = "see below"
    if key != "exclude":
        value = DEFAULTS[key]
        default = "" if value is None else f"`{json.dumps(value)}`"
    assert f"| `{key}` | {default} | {KEYS[key].says} |\n" in page("configuration.md")


def test_the_default_of_exclude() -> None:
    assert ", ".join(f"`{glob}`" for glob in EXCLUDED) in page("configuration.md")


def test_the_example_of_a_configuration(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", page("configuration.md"), re.DOTALL)
    (tmp_path / "scrubber.toml").write_text(example)
    run = subprocess.run(
        [sys.executable, "-m", "scrubber", "config", "scans/1998/a.txt"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert re.search(r'encoding += "cp1252"  # scrubber.toml, for this file', run.stdout)
    assert re.search(r'quotes += "keep"  # scrubber.toml, for this file', run.stdout)


def test_the_keys_of_the_json_output(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One line.  \nAnother.\n")
    run = subprocess.run(
        [sys.executable, "-m", "scrubber", "check", "--output-format", "json", "a.txt"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    report = json.loads(run.stdout)
    (file,) = report["files"]
    for key in (*report, *file, *file["findings"][0]):
        assert re.search(rf"^\| .*`{key}`.* \|", page("output.md"), re.MULTILINE), key


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository as the page finds one: articles, and nothing of scrubber."""
    if shutil.which("git") is None or shutil.which("bash") is None:
        pytest.skip("needs git and bash")
    folder = tmp_path / "site"
    for name in ("posts/old.md", "posts/older.txt", "drafts/new.txt", "poems/spring.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("The harbour  was empty.\nNobody came.\n")
    for name, value in {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@example.org",
        "GIT_PAGER": "cat",
        "HOME": str(tmp_path),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
    }.items():
        monkeypatch.setenv(name, value)
    sh(folder, "git init -q && git add -A && git commit -qm Articles")
    return folder


def sh(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def local_hook() -> str:
    """The fixing hook as pre-commit runs it without installing anything."""
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    lines = hooks.partition("- id: scrubber-check")[0].replace("python", "system").splitlines()
    return "  - repo: local\n    hooks:\n" + "".join(f"      {line}\n" for line in lines)


def test_the_five_minutes(repository: Path) -> None:
    """Each block of the page, in order, in one repository."""
    blocks = re.findall(r"```sh\n(.*?)```", page("repository.md"), re.DOTALL)
    install, look, configure, baseline, hook, commit, ci, clean, undo = blocks
    assert "pip install article-scrubber" in install

    looked = sh(repository, look)
    assert "posts/old.md:1:12 WSP005" in looked.stdout
    assert "+The harbour was empty.\n" in looked.stdout

    assert re.search('quotes += "keep"  # scrubber.toml', sh(repository, configure).stdout)
    found = sh(repository, "scrubber check .").stdout
    assert "drafts" not in found
    assert "poems" not in found
    assert "posts/older.txt:1:12 WSP005" in found

    noted = sh(repository, f"set -e; {baseline}")
    assert noted.returncode == 0, noted.stdout
    assert "wrote 2 findings to scrubber-baseline.json" in noted.stdout

    if importlib.util.find_spec("pre_commit") is None:
        pytest.skip("needs pre-commit")
    assert HOOK in hook
    hooked = sh(repository, f"set -e; {hook.replace(HOOK, local_hook())}")
    assert hooked.returncode == 0, hooked.stdout
    committed = sh(repository, commit)
    assert committed.returncode == 0, committed.stdout
    assert "ferry.txt:1:19 WSP004" in committed.stdout
    assert (repository / "ferry.txt").read_text() == "The ferry is late.\nIt is foggy.\n"

    assert sh(repository, f"set -e; {ci}").returncode == 0
    assert "posts/old.md" in sh(repository, clean).stdout
    assert (repository / "posts/old.md").read_text() == "The harbour was empty.\nNobody came.\n"
    assert sh(repository, undo).returncode == 0
    assert sh(repository, "git status --porcelain").stdout == ""


class TestArchives:
    """The page on archives."""

    @pytest.fixture
    def scraped(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        monkeypatch.setenv("PATH", path)
        (tmp_path / "scraped/notes").mkdir(parents=True)
        row = {"id": "a1", "url": "https://example.org", "text": "The harbour was empty."}
        rows = [row, {**row, "id": "a2", "text": "The ferry  left."}, {**row, "text": None}]
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / "scraped/articles.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
        (tmp_path / "scraped/notes/one.txt").write_text("It was  late.\n")
        return tmp_path

    @pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
    def test_from_a_folder_to_one_file(self, scraped: Path) -> None:
        duckdb = pytest.importorskip("duckdb")
        install, look, clean, parquet = re.findall(
            r"```sh\n(.*?)```", page("archives.md"), re.DOTALL
        )
        assert "pip install 'article-scrubber[archive]'" in install
        looked = sh(scraped, look)
        assert "articles.jsonl.gz:2:10 WSP005" in looked.stdout
        assert "+The ferry left." in looked.stdout
        done = sh(scraped, clean)
        assert done.returncode == 0, done.stdout
        account = "3 records in = 1 cleaned + 2 unchanged (1 without text) + 0 dead letters"
        assert account in done.stdout
        found = (scraped / "findings.jsonl").read_text()
        assert '"row": 2, "id": "a2"' in found
        joined = sh(scraped, parquet)
        assert joined.returncode == 0, joined.stdout
        texts = duckdb.sql(f"SELECT text FROM '{scraped}/clean.parquet' ORDER BY ALL").fetchall()
        assert texts == [
            ("It was late.\n",),
            ("The ferry left.",),
            ("The harbour was empty.",),
            (None,),
        ]

    def test_the_messages_are_those_of_the_code(self) -> None:
        code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
        said = re.sub(r"\s+", " ", re.sub(r'"\n\s+f?"', "", code))
        table = page("archives.md").partition("## What messages mean")[2]
        cells = re.findall(r"^\| (`.*?`) \|", table, re.MULTILINE)
        messages = [message for cell in cells for message in re.findall("`([^`]*)`", cell)]
        assert messages
        for message in messages:
            for part in re.split(GAPS, message):
                assert part.strip(" ,") in said, (message, part)
