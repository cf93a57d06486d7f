"""``--to text``: a page gives the text that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

PAGE = (
    b'<html><head><meta charset="windows-1252"><title>T</title></head>\n'
    b"<body><h1>A \x93title\x94</h1>\n<p>Caf\xe9  is<br>open</p><ul><li>a<li>b</ul></body></html>\n"
)
TEXT = "A “title”\n\nCafé is\nopen\n\n- a\n- b\n".encode()


@pytest.fixture(autouse=True)
def pages(tmp_path: Path) -> None:
    (tmp_path / "pages" / "deep").mkdir(parents=True)
    (tmp_path / "page.html").write_bytes(PAGE)
    (tmp_path / "pages" / "a.html").write_bytes(PAGE)
    (tmp_path / "pages" / "deep" / "b.htm").write_text("<p>One  &amp; two</p>")
    (tmp_path / "pages" / "c.txt").write_text("A text.\n")


def test_to_standard_output(scrub: Command) -> None:
    done = scrub("clean", "--to", "text", "page.html")
    assert (done.returncode, done.stdout) == (0, TEXT)
    done = scrub("clean", "--to", "text", "--input-format", "html", "-", input=PAGE)
    assert (done.returncode, done.stdout) == (0, TEXT)
    assert scrub("clean", "page.html").stdout == PAGE


def test_to_a_file_and_to_a_folder(scrub: Command, tmp_path: Path) -> None:
    assert scrub("clean", "--to", "text", "-o", "out.txt", "page.html").returncode == 0
    assert (tmp_path / "out.txt").read_bytes() == TEXT
    assert scrub("clean", "--to", "text", "-o", "out", "pages").returncode == 0
    found = {
        str(file.relative_to(tmp_path / "out")): file.read_bytes()
        for file in (tmp_path / "out").rglob("*")
        if file.is_file()
    }
    assert found == {"a.txt": TEXT, "c.txt": b"A text.\n", "deep/b.txt": b"One & two\n"}


def test_two_pages_with_one_target(scrub: Command, tmp_path: Path) -> None:
    (tmp_path / "pages" / "c.html").write_bytes(PAGE)
    done = scrub("clean", "--to", "text", "-o", "out", "pages")
    assert done.returncode == 2
    assert b"would both go to" in done.stderr
    assert not (tmp_path / "out").exists()


def test_not_in_place(scrub: Command, tmp_path: Path) -> None:
    assert scrub("clean", "--to", "text", "-i", "page.html").returncode == 2
    assert (tmp_path / "page.html").read_bytes() == PAGE


def test_work_is_what_the_text_needs(scrub: Command, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>Sound.</p>\n")
    assert scrub("clean", "--to", "text", "--check", "page.html").returncode == 0
    (tmp_path / "page.html").write_text("<p>Zero\u200bwidth.</p>\n", encoding="utf-8")
    done = scrub("check", "--to", "text", "page.html")
    assert done.returncode == 1
    assert done.stdout.startswith(b"page.html:1:5 WSP003")


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<pre>\na  b\n\n\n\n  c\u200b  \n</pre>", "a  b\n\n\n\n  c\u200b  "),
        ('<p>“So.”</p><pre>say "so"</pre>', '“So.”\n\nsay "so"'),
        ("<ul><li><pre>a  b</pre><li>c</ul>", "- a  b\n- c"),
        ("<pre>a  &lt;b&gt;</pre>", "a  &lt;b>"),
        ("<table><tr><td>The pier<td>b</table>", "The pier\tb"),
        ("<table><tr><td>a<td><td>c<tr><td>d\u200b</table>", "a\t\tc\nd"),
    ],
)
def test_what_stands_word_for_word(scrub: Command, tmp_path: Path, body: str, shown: str) -> None:
    """What a page shows with its blanks keeps them, and so do the cells of its tables."""
    source = f"<p>The ferry\u200b left.</p>\n{body}\n<p>And  so on.</p>\n"
    (tmp_path / "page.html").write_text(source, encoding="utf-8")
    done = scrub("clean", "--to", "text", "page.html")
    assert done.stdout.decode() == f"The ferry left.\n\n{shown}\n\nAnd so on.\n"
