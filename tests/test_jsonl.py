r"""JSON lines: only the text's literal is written anew, in the row's own style."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrubber.archive.jsontext import literal_of, locate
from scrubber.archive.model import RecordError

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

SPLICED = {
    "big integers and float spelling": (
        r'{"id": 18446744073709551616, "text": "A  b.", "score": 1.50e+03, "n": -0.0}',
        r'{"id": 18446744073709551616, "text": "A b.", "score": 1.50e+03, "n": -0.0}',
    ),
    "an integer longer than Python converts": (
        f'{{"n": {"7" * 5000}, "text": "A  b."}}',
        f'{{"n": {"7" * 5000}, "text": "A b."}}',
    ),
    "spacing and key order": (
        '{ "z":1 ,\t"text" :"A  b." , "a":[ 1,2 ]  }',
        '{ "z":1 ,\t"text" :"A b." , "a":[ 1,2 ]  }',
    ),
    "the last of duplicate keys": (
        '{"text": "A  b.", "text": "C  d."}',
        '{"text": "A  b.", "text": "C d."}',
    ),
    "a nested key of the same name": (
        '{"meta": {"text": "A  b."}, "text": "C  d."}',
        '{"meta": {"text": "A  b."}, "text": "C d."}',
    ),
    "a key in an escape": (
        r'{"te\u0078t": "A  b."}',
        r'{"te\u0078t": "A b."}',
    ),
    "a string that looks like the key": (
        r'{"title": "\"text\": \"A  b.\"", "text": "C  d."}',
        r'{"title": "\"text\": \"A  b.\"", "text": "C d."}',
    ),
    "lone surrogates": (
        r'{"text": "Half \ud83d of  one, \udc00 too."}',
        r'{"text": "Half \ud83d of one, \udc00 too."}',
    ),
    "letters in escapes": (
        r'{"text": "Caf\u00e9  noir \u2013 \ud83d\ude00."}',
        r'{"text": "Caf\u00e9 noir \u2013 \ud83d\ude00."}',
    ),
    "escapes in capitals": (
        r'{"text": "Caf\u00E9  noir\n\nt\u00eate."}',
        r'{"text": "Caf\u00E9 noir\n\nt\u00EAte."}',
    ),
    "letters as they are": (
        '{"text": "Café  noir – 😀."}',
        '{"text": "Café noir – 😀."}',
    ),
    "escaped slashes": (
        r'{"text": "Either\/or  and\/or."}',
        r'{"text": "Either\/or and\/or."}',
    ),
    "escaped for HTML": (
        r'{"text": "Q\u0026A  is \u003c 3, it\u0027s \"so\"."}',
        r'{"text": "Q\u0026A is \u003c 3, it\u0027s \"so\"."}',
    ),
    "a line feed by its number": (
        r'{"text": "One  line.\u000aC:\\new\u000aThree."}',
        r'{"text": "One line.\u000aC:\\new\u000aThree."}',
    ),
    "another field": (
        '{"text": null, "body": "A  b."}',
        '{"text": null, "body": "A b."}',
    ),
}


@pytest.mark.parametrize(("before", "after"), SPLICED.values(), ids=SPLICED)
def test_only_the_literal_changes(scrub: Command, before: str, after: str) -> None:
    run = scrub("clean", "-", "--stdin-filename", "x.jsonl", input=before.encode() + b"\n")
    assert run.stdout.decode() == after + "\n"
    assert run.returncode == 0


UNTOUCHED = [
    '{"text": "Clean."}',
    r'{"text": "Clean \u00e9, \/ and \ud83d."}',
    '{"text": null}',
    '{"text": 17}',
    '{"text": ["A  b."]}',
    '{"text": {"text": "A  b."}}',
    '{"title": "A  b."}',
    "{}",
    "[1, 2]",
    '"A  b."',
    "17",
    "NaN",
    '  {"text": "Clean."}\t',
    "",
    "   ",
]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_all_else_stays_byte_for_byte(scrub: Command, end: str) -> None:
    data = end.join(UNTOUCHED).encode()
    run = scrub("clean", "-", "--stdin-filename", "x.jsonl", input=b"\xef\xbb\xbf" + data)
    assert run.stdout == b"\xef\xbb\xbf" + data
    assert run.returncode == 0


BROKEN = {
    '{"text": "A  b."': "expecting ',' or '}'",
    '{"text": "A  b.}': "unterminated string",
    '{"text": "A\tb."}': "invalid control character",
    '{"text": "A\0b."}': "invalid control character",
    '{"text": }': "a value is missing at column 10",
    "{'text': 1}": "a name in double quotes",
    '{"text" 1}': "expecting ':'",
    '{"text": "a"} {"text": "b"}': "something follows at column 14",
    '{"a": ' + "[" * 100_000: "nested too deeply",
}


@pytest.mark.parametrize(("line", "why"), BROKEN.items(), ids=BROKEN.values())
def test_a_bad_line_is_named_and_the_rest_done(scrub: Command, line: str, why: str) -> None:
    data = f'{{"text": "A  b."}}\n{line}\n{{"text": "C  d."}}\n'.encode()
    run = scrub("clean", "-q", "-", "--stdin-filename", "x.jsonl", input=data)
    assert run.returncode == 2
    assert run.stdout == f'{{"text": "A b."}}\n{line}\n{{"text": "C d."}}\n'.encode()
    (said,) = run.stderr.decode().splitlines()
    assert said.startswith("scrubber: -:2: is ")
    assert why in said


def test_a_line_separator_is_escaped_where_the_row_does_so() -> None:
    assert literal_of("é\u2028ü", r'{"title": "é\u2028"}') == r'"é\u2028ü"'
    assert literal_of("é\u2028ü", '{"title": "é"}') == '"é\u2028ü"'


@given(st.text(), st.sampled_from(["{}", r'"\u00e9\/"', r'"\u00C9 \u003c \u000a"', '"é"']))
def test_a_literal_reads_as_the_text(text: str, line: str) -> None:
    assert json.loads(literal_of(text, line)) == text


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from("abc.") | st.text(), inner),
)


@given(JSON, st.booleans())
def test_values_are_found_where_they_stand(value: Any, escaped: bool) -> None:
    line = json.dumps({"x": value, "a": value}, ensure_ascii=escaped)
    found = locate(line, ("a", "a.b", "x.c"))
    for name, (start, end, _) in found.items():
        inner: Any = {"x": value, "a": value}
        for part in name.split("."):
            inner = inner[part]
        assert json.dumps(json.loads(line[start:end])) == json.dumps(inner)


@given(st.text(alphabet='{}[]",:\\u0e1 \t') | st.text())
def test_any_line_is_found_bad_or_read(line: str) -> None:
    try:
        json.loads(line)
    except ValueError:
        with pytest.raises(RecordError):
            locate(line, ("text",))
    else:
        locate(line, ("text",))


class TestFields:
    def test_a_dotted_path(self, scrub: Command) -> None:
        line = b'{"article": {"text": "A  b.", "n": {"text": "C  d."}}, "text": "E  f."}\n'
        for path, changed in (("article.text", b"A  b"), ("article.n.text", b"C  d")):
            run = scrub("clean", "-", "--input-format", "jsonl", "--text-field", path, input=line)
            assert run.stdout == line.replace(changed, changed.replace(b"  ", b" "))
            assert run.stderr == b"", "nothing was chosen"

    def test_the_choice_is_said_once(self, scrub: Command) -> None:
        rows = b'{"x": 1}\n' + b'{"content": "A  b.", "body": "C  d."}\n' * 3
        run = scrub("clean", "-", "--input-format", "jsonl", input=rows)
        assert run.stderr == b"-: the text is in 'body'\n"
        assert run.stdout == rows.replace(b"C  d", b"C d")
        assert scrub("clean", "-q", "-", "--input-format", "jsonl", input=rows).stderr == b""

    def test_no_text_at_all(self, scrub: Command) -> None:
        run = scrub("clean", "-", "--input-format", "jsonl", input=b'{"x": "A  b."}\n')
        assert (run.stdout, run.returncode) == (b'{"x": "A  b."}\n', 0)
        assert run.stderr == b"-: no record holds a text; name its field with --text-field\n"

    def test_the_id_names_the_record(self, scrub: Command, tmp_path: Path) -> None:
        rows = '{"text": "A.", "url": "u"}\n{"id": 7, "url": "u7", "text": "A  b.\\n\\nC  d."}\n'
        (tmp_path / "x.jsonl").write_text(rows + '{"text": "E  f."}\n')
        lines = scrub("check", "x.jsonl").stdout.decode().splitlines()
        assert [line.split(": ")[0] for line in lines] == [
            "x.jsonl:2:2 WSP005 1 run of blanks becomes one space (7, line 1)",
            "x.jsonl:2:2 WSP005 1 run of blanks becomes one space (7, line 3)",
            "x.jsonl:3:2 WSP005 1 run of blanks becomes one space (3, line 1)",
        ]
        assert "(u7, line 3)" in scrub("check", "--id-field", "url", "x.jsonl").stdout.decode()
