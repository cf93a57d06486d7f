"""Configuration: where it is found, what it says, and what is said of a bad one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import scrubber
from scrubber.config import version
from scrubber.config.defaults import DEFAULTS
from scrubber.config.globs import Globs
from scrubber.config.keys import KEYS
from scrubber.config.schema import as_json
from scrubber.settings import Settings

if TYPE_CHECKING:
    from conftest import Command

DIRTY = b"One line ends in blanks.  \nThe other does not.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_bytes(DIRTY)
    return tmp_path


def status(scrub: Command, *args: str) -> int:
    run = scrub("check", *args)
    assert run.returncode < 2, run.stderr.decode()
    return run.returncode


def error_of(scrub: Command, *args: str) -> str:
    run = scrub(*args)
    assert run.returncode == 2, run.stderr.decode()
    assert run.stdout == b""
    (line,) = run.stderr.decode().splitlines()
    return line


def test_scrubber_toml(scrub: Command, folder: Path) -> None:
    (folder / "scrubber.toml").write_text('ignore = ["WSP004"]\n')
    assert status(scrub, "a.txt") == 0


@pytest.mark.parametrize(
    ("pyproject", "code"),
    [
        ('[tool.scrubber]\nignore = ["WSP"]\n', 0),
        ('tool.scrubber.ignore = ["WSP"]\n', 0),
        ('tool = { scrubber = { ignore = ["WSP"] } }\n', 0),
        ('\t[ tool ]\r\n"scrubber".ignore = ["WSP"]\n', 0),
        ('["tool" . \'scrubber\']\nignore = ["WSP"]\n', 0),
        ('[tool.ruff]\nignore = ["WSP"]\n', 1),
        ('[project]\nname = "scrubber-of-floors"\n', 1),
        ("this is no TOML\n", 1),
    ],
)
def test_a_shared_file(scrub: Command, folder: Path, pyproject: str, code: int) -> None:
    (folder / "pyproject.toml").write_text(pyproject)
    assert status(scrub, "a.txt") == code


def test_the_nearest_file_holds_alone(scrub: Command, folder: Path) -> None:
    deep = folder / "site" / "posts"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_bytes(DIRTY)
    (folder / "scrubber.toml").write_text('ignore = ["WSP"]\n')
    here = type(scrub)(deep)
    assert status(here, "a.txt") == 0
    (folder / "site/scrubber.toml").write_text('quotes = "keep"\n')
    assert status(here, "a.txt") == 1
    (folder / "site/pyproject.toml").write_text('[tool.scrubber]\nignore = ["WSP"]\n')
    assert status(here, "a.txt") == 1, "its own file goes before the shared one"


def test_a_file_within_a_source_never_counts(scrub: Command, folder: Path) -> None:
    (folder / "archive").mkdir()
    (folder / "archive/a.txt").write_bytes(DIRTY)
    (folder / "archive/scrubber.toml").write_text('ignore = ["WSP"]\n')
    (folder / "archive/pyproject.toml").write_text("[tool.scrubber]\nnonsense = 1\n")
    assert status(scrub, "archive") == 1


def test_a_file_that_is_named(scrub: Command, folder: Path) -> None:
    (folder / "other.toml").write_text('ignore = ["WSP"]\n')
    assert status(scrub, "--config", "other.toml", "a.txt") == 0
    assert "no such file" in error_of(scrub, "check", "--config", "gone.toml", "a.txt")
    (folder / "other.toml").write_text('[tool.scrubber]\nignore = ["WSP"]\n')
    assert status(scrub, "--config", "other.toml", "a.txt") == 0, "as in pyproject.toml"
    (folder / "pyproject.toml").write_text("[project]\n")
    assert "[tool.scrubber]" in error_of(scrub, "check", "--config", "pyproject.toml", "a.txt")


def test_isolated(scrub: Command, folder: Path) -> None:
    (folder / "scrubber.toml").write_text('ignore = ["WSP"]\n')
    assert status(scrub, "--isolated", "a.txt") == 1
    assert scrub("check", "--isolated", "--config", "scrubber.toml", "a.txt").returncode == 2


def test_the_command_line_wins(scrub: Command, folder: Path) -> None:
    (folder / "scrubber.toml").write_text(
        'ignore = ["WSP004"]\nstrict = true\nunsafe-fixes = true\n'
    )
    assert status(scrub, "a.txt") == 0
    assert status(scrub, "--select", "WSP", "a.txt") == 1
    assert status(scrub, "--ignore", "ENC", "a.txt") == 1
    shown = scrub("config", "--no-unsafe-fixes").stdout.decode()
    assert "unsafe-fixes      = false  # command line" in shown
    assert "strict            = true  # scrubber.toml" in shown
    assert 'quotes            = "consistent"  # default' in shown


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("qoutes = 1", "unknown key 'qoutes': did you mean quotes?"),
        ('quotes = "curley"', "quotes: unknown value 'curley': did you mean curly?"),
        ('ignore = ["WPS004"]', "ignore: unknown rule 'WPS004': did you mean WSP004?"),
        ('ignore = "WSP004"', "ignore: takes a list of strings"),
        ("strict = 1", "strict: takes true or false"),
        ("lang = 4", "lang: takes a string"),
        ('encoding = "klingon"', "encoding: unknown encoding 'klingon'"),
        ('per-file-ignores = ["WSP"]', "per-file-ignores: takes a table"),
        ('[per-file-ignores]\n"*.txt" = ["WPS"]', "per-file-ignores: '*.txt': unknown rule 'WPS'"),
        (
            '[per-file-settings]\n"de/*" = { lnag = "de" }',
            "'de/*': unknown key 'lnag': did you mean",
        ),
        ('[per-file-settings]\n"de/*" = "de"', "'de/*': takes a table"),
        ('exclude = ["["]', "exclude: '[' is no pattern: [ has no partner; write [[] for the sign"),
        ('extend-exclude = ["[z-a]"]', "'[z-a]' is no pattern: bad character range z-a"),
        ('exclude = ["{a,{b,c}}"]', "'{a,{b,c}}' is no pattern: { has no partner"),
        ('[per-file-ignores]\n"{a,b" = ["WSP"]', "'{a,b' is no pattern: { has no partner"),
        ('[per-file-settings]\n"a}" = { lang = "de" }', "'a}' is no pattern: } has no partner"),
        ('required-version = ">=99"', "requires scrubber >=99, this is "),
        ('required-version = ">=99"\nnew-key = 1', "requires scrubber >=99"),
        ('required-version = "newest"', "'newest' is no version"),
        ("lang = ", "is no valid TOML"),
    ],
)
def test_bad_configurations(scrub: Command, folder: Path, toml: str, words: str) -> None:
    (folder / "scrubber.toml").write_text(toml + "\n")
    line = error_of(scrub, "check", "a.txt")
    assert line.startswith("scrubber: scrubber.toml: ")
    assert words in line


def test_rules_left_out_by_file(scrub: Command, folder: Path) -> None:
    (folder / "old/deep").mkdir(parents=True)
    for name in ("old/a.txt", "old/deep/b.txt"):
        (folder / name).write_bytes(DIRTY)
    for glob in ("old", "old/", "old/**", "old/*", "**/old/*"):
        (folder / "scrubber.toml").write_text(f'[per-file-ignores]\n"{glob}" = ["WSP"]\n')
        found = scrub("check", ".", "--select", "WSP004").stdout.decode()
        assert [line.partition(":")[0] for line in found.splitlines()] == ["a.txt"], glob


def test_settings_by_file(scrub: Command, folder: Path) -> None:
    (folder / "scrubber.toml").write_text(
        'lang = "en"\n[per-file-settings]\n"de/*" = { lang = "de" }\n'
        '"de/at/*" = { lang = "de-AT" }\n'
    )

    def lang(*args: str) -> str:
        lines = scrub("config", *args).stdout.decode().splitlines()
        return next(line for line in lines if line.startswith("lang")).partition("= ")[2]

    assert lang() == '"en"  # scrubber.toml'
    assert lang("a.txt") == '"en"  # scrubber.toml'
    assert lang("de/a.txt") == '"de"  # scrubber.toml, for this file'
    assert lang("de/at/a.txt") == '"de-AT"  # scrubber.toml, for this file'
    assert lang("de/a.txt", "--lang", "fr") == '"fr"  # command line'


def test_an_encoding_by_file(scrub: Command, folder: Path) -> None:
    (folder / "old.txt").write_bytes("Zażółć gęślą jaźń.\n".encode("cp1250"))
    (folder / "scrubber.toml").write_text('[per-file-settings]\n"old*" = { encoding = "cp1250" }\n')
    assert scrub("clean", "old.txt").stdout == "Zażółć gęślą jaźń.\n".encode()


def test_all_settings_can_be_configured() -> None:
    names = {name.replace("_", "-") for name in Settings._fields}
    assert names <= set(KEYS)
    assert list(KEYS) == list(DEFAULTS)


def test_all_keys_are_options(scrub: Command) -> None:
    page = scrub("check", "--help").stdout.decode()
    only_in_files = {"per-file-ignores", "per-file-settings", "required-version"}
    assert [key for key in KEYS if f"--{key}" not in page] == sorted(only_in_files)


def test_the_schema_in_the_repository_is_up_to_date() -> None:
    path = Path(__file__).parents[1] / "docs/scrubber.schema.json"
    assert path.read_text(encoding="utf-8") == as_json()


@pytest.mark.parametrize("key", KEYS)
def test_the_schema_says_what_the_check_says(key: str) -> None:
    kind, default = KEYS[key].kind, DEFAULTS[key]
    if default is not None:
        assert kind.read(json.loads(json.dumps(default))) == default
    for bad in (None, 4.5, -1, [1], ""):
        with pytest.raises(ValueError, match=r".+"):
            kind.read(bad)
    if "enum" in kind.schema:
        assert all(kind.read(value) == value for value in kind.schema["enum"])


@pytest.mark.parametrize(
    ("requirement", "met"),
    [
        ("0.2", True), ("0.2.0", True), ("0.2.1", False), ("==0.2", True), (">=0.1,<1", True),
        (">= 0.2", True), (">0.2", False), ("<0.10", True), ("!=0.2.0", False), ("~=0.2", True),
        ("~=0.1", True), ("~=0.1.0", False), ("<=0.2", True),
    ],
)  # fmt: skip
def test_required_versions(requirement: str, met: bool) -> None:
    assert version.meets("0.2.0", requirement) is met


@pytest.mark.parametrize(
    ("glob", "path", "meant"),
    [
        ("drafts", "/w/drafts", True),
        ("drafts", "/w/posts/drafts", True),
        ("drafts", "/w/drafts/a.md", True),
        ("drafts/", "/w/drafts/a.md", True),
        ("./drafts", "/w/drafts/a.md", True),
        ("drafts", "/w/my-drafts", False),
        ("posts/drafts", "/w/posts/drafts/a.md", True),
        ("posts/drafts", "/w/old/posts/drafts/a.md", False),
        ("**/posts/drafts", "/w/old/posts/drafts/a.md", True),
        ("**/posts", "/w/posts", True),
        ("a/**/b.md", "/w/a/b.md", True),
        ("a/**/b.md", "/w/a/x/y/b.md", True),
        ("posts/*.md", "/w/posts/a.md", True),
        ("*.txt", "/w/deep/a.txt", True),
        ("*.txt", "/w/deep/a.txt.md", False),
        ("?.txt", "/w/a.txt", True),
        ("?.txt", "/w/ab.txt", False),
        ("[ab].txt", "/w/a.txt", True),
        ("[!ab].txt", "/w/a.txt", False),
        ("[]x].txt", "/w/].txt", True),
        ("[[{].txt", "/w/{.txt", True),
        ("*.{md,txt}", "/w/a.md", True),
        ("*.{md,txt}", "/w/a.html", False),
        ("/w/posts", "/w/posts/a.md", True),
        ("/x/posts", "/w/posts/a.md", False),
        ("a.b", "/w/aXb", False),
        ("w", "/w/a.md", False),
    ],
)
def test_globs(glob: str, path: str, meant: bool) -> None:
    assert Globs((glob,), "/w").match_with_parents(path) is meant


def test_what_is_shown_is_a_configuration(scrub: Command, tmp_path: Path) -> None:
    (tmp_path / "scrubber.toml").write_text(
        'lang = "de"\n[per-file-settings]\n"fr/*" = {lang = "fr"}\n'
    )
    shown = scrub("config").stdout
    (tmp_path / "shown.toml").write_bytes(shown)
    run = scrub("config", "--config", "shown.toml")
    assert (run.returncode, run.stderr) == (0, b"")
    assert [line.partition(b"  # ")[0] for line in run.stdout.splitlines()] == [
        line.partition(b"  # ")[0] for line in shown.splitlines()
    ]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"select": None}, "select takes a list of codes, not None"),
        ({"select": "DUP"}, "select takes a list of codes, not 'DUP'"),
        ({"ignore": [5]}, "unknown rule 5"),
        ({"select": ["dup001"]}, "unknown rule 'dup001': did you mean DUP001"),
        ({"quotes": "culry"}, "did you mean curly"),
        ({"langs": "de"}, "did you mean lang"),
    ],
)
def test_options_of_the_library(options: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        scrubber.clean("A ferry.", **options)
