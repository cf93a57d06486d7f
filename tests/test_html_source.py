"""HTML sources: what is prose, which blocks there are, what moves, and the text that shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrubber.blocks import read
from scrubber.blocks.html.tokenizer import tokens_of
from scrubber.blocks.html.visible import html_to_text
from scrubber.core import clean_bytes, clean_document
from scrubber.model import Document, Finding, Origin
from scrubber.settings import Settings


def page(body: str) -> str:
    head = "<!DOCTYPE html>\n<html>\n<head><title>T</title></head>"
    return f"{head}\n<body>\n{body}\n</body>\n</html>\n"


def html(text: str) -> Document:
    return read(text, "html", Origin())


def clean(text: str) -> tuple[str, tuple[Finding, ...]]:
    result = clean_document(html(text), Settings())
    return result.text, result.findings


def prose(text: str) -> list[str]:
    """What may be edited, without the white space around."""
    document = html(text)
    parts, at = [], 0
    for start, end in (*document.protected, (len(text), len(text))):
        parts.append(text[at:start].strip())
        at = end
    return [part for part in parts if part]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bare text", ["Bare text"]),
        ("<p>One <b>two</b> three</p>", ["One", "two", "three"]),
        ("<p title='a  b'>Text</p>", ["Text"]),
        ("<p title='a > b'>Text</p>", ["Text"]),
        ("<p title=a>Text", ["Text"]),
        ("<P>Text</P>", ["Text"]),
        ("<p>a <span class='katex x'>b <i>c</i></span> d</p>", ["a", "d"]),
        ("<div class='Code-header'>a</div><p class='codes decode'>b</p>", ["b"]),
        ("<body class='code'><article class='math'>a", ["a"]),
        ("a < b <3 c", ["a < b <3 c"]),
        ("a <!-- b --> c", ["a", "c"]),
        ("a <!--> b --> c", ["a", "b --> c"]),
        ("a <!-- b --!> c", ["a", "c"]),
        ("a <? b > c", ["a", "c"]),
        ("a </ b> c", ["a", "c"]),
        ("<head><title>T</title>\n<meta x></head>Text", ["Text"]),
        ("<title>T</title>Text", ["Text"]),
        ("<script>if (a < b) '<p>';</script>Text", ["Text"]),
        ("<script><!-- <script> </script> --></script>Text", ["Text"]),
        ("<style>a > b {}</style>Text", ["Text"]),
        ("<textarea><p>a</textarea>Text", ["Text"]),
        ("<pre>a  b</pre>Text", ["Text"]),
        ("<p>a <code>b  c</code> d</p>", ["a", "d"]),
        ("<template><p>a</p></template>Text", ["Text"]),
        ("<noscript><p>a</p></noscript>Text", ["Text"]),
        ("<p hidden>a</p>Text", ["Text"]),
        ("<div hidden><p>a</p></div>Text", ["Text"]),
        ("<p style='color: red; display:none'>a</p>Text", ["Text"]),
        ("<svg><title>a</title><text>b</text></svg>Text", ["Text"]),
        ("<svg><title/></svg>Text", ["Text"]),
        ("<p>a</p", ["a"]),
        ("<p title='never closed>Text</p>", []),
        ("<!-- never closed", []),
        ("<script>never closed", []),
        ("<plaintext>never closed <p>", []),
        ("<![CDATA[a]]>Text", ["Text"]),
    ],
)
def test_prose(text: str, expected: list[str]) -> None:
    assert prose(text) == expected


def blocks(text: str) -> list[str]:
    document = html(text)
    return [
        document.source_of(index) for index, block in enumerate(document.blocks) if not block.opaque
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a</p><p>b</p>", ["<p>a</p>", "<p>b</p>"]),
        ("<div><p>a</p></div>", ["<p>a</p>"]),
        ("<div>a</div>", ["<div>a</div>"]),
        ("<div>a<p>b</p></div>", ["<p>b</p>"]),
        ("<p>a<p>b", ["<p>a", "<p>b"]),
        ("<ul><li>a</li></ul>", []),
        ("<blockquote><p>a</p></blockquote>", []),
        ("<table><tr><td><p>a</p></table>", []),
        ("<p>a <b>b</b> c</p>", ["<p>a <b>b</b> c</p>"]),
        ("<p>a<script>b</script></p>", ["<p>a<script>b</script></p>"]),
        ("<p>a<noscript><p>b</p></noscript></p>", ["<p>a<noscript><p>b</p></noscript></p>"]),
        ("<a href=x><p>a</p></a>", ["<p>a</p>"]),
        ("<b><p>a</b> c</p>", ["<p>a</b> c</p>"]),
        ("<p><!-- nothing --></p>", []),
        ("<h1>a</h1>", ["<h1>a</h1>"]),
        ("<div hidden><p>a</p></div>", []),
        ("<!-- x:p {} --><p>a</p><!-- /x:p -->", ["<!-- x:p {} --><p>a</p><!-- /x:p -->"]),
        ("<!-- x:p --><p>a</p><!-- /x:q -->", ["<p>a</p>"]),
        ("<!-- x --><p>a</p><p>b</p><!-- /x -->", ["<p>a</p>", "<p>b</p>"]),
        ("<!-- x --><div><p>a</p></div><!-- /x -->", ["<p>a</p>"]),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[str]) -> None:
    assert blocks(text) == expected


SOUND = page(
    """<article lang=en>
  <h1>A &amp; B: &ldquo;we&nbsp;stay&rdquo;</h1>
  <p>Two   blanks, a
     line break and &eacute; are the encoding.
  <p>An open paragraph &lt;b&gt; with 5 < 6</p>
  <img src="a  b.png" alt='It&#39;s'>
  <pre>  code   </pre>
  <p>&#8220;Quoted&#8221; and&hellip;</p>
</article>"""
)


def test_a_sound_page_stays() -> None:
    assert clean(SOUND) == (SOUND, ())
    for newline in (b"\r\n", b"\r"):
        data = SOUND.encode().replace(b"\n", newline)
        assert clean_bytes(data, Settings(), "html").data == data


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>The cafÃ© isnâ€™t open.</p>", "<p>The café isn’t open.</p>"),
        ("<p>Zero\u200bwidth</p>", "<p>Zerowidth</p>"),
        ("<p>Caf&amp;eacute; &amp;amp; more</p>", "<p>Caf&eacute; &amp; more</p>"),
        ("<p>&amp;lt;b&amp;gt;</p>", "<p>&lt;b&gt;</p>"),
        ("<p title='a\u200bb'>a\u200bb</p>", "<p title='a\u200bb'>ab</p>"),
        ("<pre>a\u200bb</pre>", "<pre>a\u200bb</pre>"),
        ("<p>&\u200bamp;</p>", "<p>&\u200bamp;</p>"),
        ("<p><\u200bb>x</p>", "<p><\u200bb>x</p>"),
    ],
)
def test_characters(before: str, after: str) -> None:
    assert clean(page(before))[0] == page(after)


FERRY = (
    "The ferry to the outer islands will not run on Sundays any more, the harbour office said "
    "on Tuesday, since too few people use it in the winter months."
)
BETWEEN = "<p>Nobody was asked.</p>"
BIO = """<h2>About the author</h2>
<p>Ina Berg writes about harbours and has sailed since she was nine years old.</p>"""


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (f"<p>{FERRY}</p>", f"<p class=x>{FERRY}</p>", None),
        (f"<p>{FERRY}</p>", f"<div>{FERRY}</div>", None),
        (f"<p>{FERRY}</p>", f"<div class=x>\n<p>{FERRY}</p>\n</div>", None),
        (f"<div>\n{BIO}\n</div>", f"<div>\n{BIO}\n</div>", None),
        (f"<div>\n<img src=a>{BIO}</div>", f"<div>\n<img src=a>{BIO}</div>", None),
        (f"<div><!-- a -->{BIO}<p><img src=a></p></div>",) * 2 + (None,),
        (
            f"<div>\n<img src=a>{BIO}</div>",
            f"<div>\n<img src=b>{BIO}</div>",
            "the fix would change the markup",
        ),
        (f"<p>{FERRY}</p>", f"<p id=x>{FERRY}</p>", "it has an id"),
        (f"<p>{FERRY}</p>", f"<p>{FERRY}<a name=x></a></p>", "it has an id"),
        (f"<p>{FERRY}</p>", f"<p>{FERRY}<script>x</script></p>", "it holds a script"),
        (f"<p>{FERRY}</p>", f"<p>{FERRY}<input></p>", "it holds a form"),
        (f"<p>{FERRY}</p>", f"<p>{FERRY}", "its end tag is implied"),
        (f"<p>{FERRY}</p>", f"<p>{FERRY} <img src=a></p>", "it has a link, an image or code"),
    ],
)
def test_copies(first: str, second: str, why: str | None) -> None:
    source = page(f"{first}\n{BETWEEN}\n{second}")
    text, findings = clean(source)
    assert [finding.code[:3] for finding in findings] == ["DUP"]
    if why is None:
        assert text == page(f"{first}\n{BETWEEN}\n")
    else:
        assert text == source
        assert why in findings[0].message


BODY = """<p>The old bridge over the Lune was closed on Monday after divers found a crack.</p>
<p>Engineers measured it at forty centimetres, the council said.</p>
<p>Shops in Harnby lost half of their trade within a week.</p>"""
AUTHOR = "<h2>About the author</h2>\n<p>Nora Feld is a reporter who covers transport.</p>"
STRAY = "<p>The council meets on Thursday to decide whether the bridge in Harnby is repaired.</p>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{BODY}\n{AUTHOR}\n{STRAY}", f"{BODY}\n\n{STRAY}\n\n{AUTHOR}\n"),
        (
            f"{BODY}\n<div>\n{AUTHOR}\n</div>\n{STRAY}",
            f"{BODY}\n\n{STRAY}\n\n<div>\n{AUTHOR}\n</div>\n",
        ),
        (
            f"<div>\n{BODY}\n</div>\n<div>\n{AUTHOR}\n</div>\n{STRAY}",
            f"<div>\n{BODY}\n</div>\n\n{STRAY}\n\n<div>\n{AUTHOR}\n</div>\n",
        ),
        (f"{BODY}\n{AUTHOR}\n<div>\n{STRAY}\n{BETWEEN}\n</div>", None),
        (f"{BODY}\n{AUTHOR}\n{STRAY.replace('<p>', '<p id=a>')}", None),
    ],
)
def test_order(before: str, after: str | None) -> None:
    text, findings = clean(page(before))
    assert "ORD001" in {finding.code for finding in findings}
    assert text == page(before if after is None else after)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("", ""),
        ("<p>a</p><p>b</p>", "a\n\nb\n"),
        ("<p>a\n  b &amp; <i>c</i>d</p>", "a b & cd\n"),
        ("<p>a<br>b<br><br>c</p>", "a\nb\n\nc\n"),
        ("<p>a</p><br><p>b</p>", "a\n\nb\n"),
        ("<div>a<p>b</p>c</div>", "a\n\nb\n\nc\n"),
        ("<p>a&nbsp; b</p>", "a\u00a0 b\n"),
        ("x<ul><li>a</li><li><p>b</p></li></ul>y", "x\n\n- a\n- b\n\ny\n"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n- b\n- c\n"),
        ("<table><tr><th>a<th>b<tr><td><p>c</p><p>d</p><td>e</table>", "a\tb\nc d\te\n"),
        ("<table><tr><td>a<td><td>b</table>", "a\t\tb\n"),
        ("<table><thead><tr><th>a</thead><tbody><tr><td>b</tbody></table>", "a\nb\n"),
        ("<p>a<div>b</div>c</p>d", "a\n\nb\n\nc\n\nd\n"),
        ("a</br>b</p >c</span>d", "a\nb\n\ncd\n"),
        ("<table><tr><td>a</p>b</table>", "a b\n"),
        ("<table><tr><td><p>a</p><tr><td><p>b</p></table>", "a\nb\n"),
        ("<table><tr><td><p>a</p><p>b</p><tr><td>c</table>", "a\n\nb\n\nc\n"),
        ("<table><tr><td>a<td><table><tr><td>b<td>c</table>d</table>", "a\n\nb\tc\n\nd\n"),
        ("<table role=Presentation><tr><td>a<td>b<br>c</table>", "a\n\nb\nc\n"),
        ("a <td>b</td> <i>c</i>", "a b c\n"),
        ("<p>x</p><pre>\n a  b\n\n c</pre>y", "x\n\n a  b\n\n c\n\ny\n"),
        ("<pre>a<b>b\n</b>\nc</pre>", "ab\n\nc\n"),
        ("a &lt;p&gt; b &lt; c &lt;3", "a &lt;p> b < c <3\n"),
        ("a &lt;!-- b", "a &lt;!-- b\n"),
        ("<head><title>t</title></head><p>a<script>b</script><!-- c --></p>", "a\n"),
        ("<p>a<noscript>b</noscript><template>c</template><style>d</style></p>", "a\n"),
        ("<p hidden>a</p><p style='display: none'>b</p><p>c</p>", "c\n"),
        ("<p>&#99999999999999999999;&#0;&bogus;</p>", "\ufffd\ufffd&bogus;\n"),
        ("<select><option>a<option>b</select>", "a\nb\n"),
    ],
)
def test_visible_text(source: str, text: str) -> None:
    assert html_to_text(source) == text


@given(st.text(alphabet="<>/!-=\"' \n&;abpdivscriptul", max_size=60))
def test_tokens_and_blocks_lose_nothing(source: str) -> None:
    assert "".join(source[token.start : token.end] for token in tokens_of(source)) == source
    at = 0
    for block in html(source).blocks:
        assert not source[at : block.start].strip()
        assert source[block.start : block.end].strip() == source[block.start : block.end] != ""
        at = block.end
    assert not source[at:].strip()
    clean_bytes(source.encode(), Settings(), "html")
    html_to_text(source)


@pytest.mark.parametrize(
    "unit",
    ["<div>", "<b>", "<p>", "</p>", "<table>", "<td>", "<ul><li>", "<i><div>", "<svg>", "<svg><p>",
     "<", "<a", "<a ", '<a b="', "<!--", "</", "<?", "&", "&amp;", "&#9", "<script>", "<title>",
     "<script><!--<script>", "<h1>", "<option>", "<br>", "<![CDATA[", "<p hidden>", "a ", "\n"],
)  # fmt: skip
def test_much_of_one_kind_ends(unit: str) -> None:
    source = unit * (30_000 // len(unit))
    clean_bytes(source.encode(), Settings(), "html")
    html_to_text(source)


def test_a_long_attribute_ends() -> None:
    source = page(f'<p style="{"x" * 5_000_000}">Text</p>')
    assert clean(source)[0] == source


def declared(charset: str, text: str = "caf\u00e9 \u201cso\u201d", codec: str = "") -> bytes:
    head = f'<!DOCTYPE html>\n<meta charset="{charset}">\n'
    return f"{head}<p>{text}</p>\n".encode(codec or charset)


@pytest.mark.parametrize(
    "data",
    [
        declared("windows-1252"),
        declared("ISO-8859-1", codec="cp1252"),
        declared("windows-1251", "да — “нет”"),
        declared("Shift_JIS", "〜テスト", "cp932"),
        declared("gb2312", "镕基", "gb18030"),
        declared("utf-8"),
        declared("windows-1252", codec="utf-8"),
        declared("no-such-charset", "plain", "ascii"),
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">é\n'.encode(
            "cp1252"
        ),
        '<?xml version="1.0" encoding="windows-1252"?>\n<p>é</p>\n'.encode("cp1252"),
    ],
)
def test_a_declared_charset_is_kept(data: bytes) -> None:
    cleaned = clean_bytes(data, Settings(), "html")
    assert (cleaned.data, cleaned.findings) == (data, ())


def test_what_the_charset_lacks_becomes_a_reference() -> None:
    cleaned = clean_bytes(declared("iso-8859-2", "the â€œcafâ€\x9d", "utf-8"), Settings(), "html")
    assert cleaned.data == declared("iso-8859-2", "the “caf”", "utf-8")
    data = declared("ascii", "He said \"so\" and 'so'.")
    curly = clean_bytes(data, Settings(quotes="curly", lang="en"), "html")
    assert curly.data == declared("ascii", "He said “so” and ‘so’.", "cp1252")
    data = declared("koi8-r", 'Он - "да".')
    curly = clean_bytes(data, Settings(quotes="curly", lang="en"), "html")
    assert curly.data == declared("koi8-r", "Он - &#8220;да&#8221;.")


def test_another_encoding_than_the_declared_one() -> None:
    """What the bytes are in truth decides; what is written is what the page declares."""
    cleaned = clean_bytes(declared("utf-8", codec="cp1252"), Settings(), "html")
    assert cleaned.data == declared("utf-8")
    assert [finding.code[:3] for finding in cleaned.findings] == ["ENC"]


def test_without_its_mark_a_page_is_written_as_it_declares() -> None:
    signed = b"\xef\xbb\xbf" + declared("windows-1252", codec="utf-8")
    assert clean_bytes(signed, Settings(), "html").data == declared("windows-1252")
