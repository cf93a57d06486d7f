"""Character references in text: what they become, and which stay as they are."""

from __future__ import annotations

from html.entities import html5
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scrubber
from scrubber.blocks import read
from scrubber.markup.decoding import in_html, in_markdown
from scrubber.markup.references import decoded
from scrubber.model import Origin, Replace
from scrubber.rules.htm_character_reference import check
from scrubber.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrubber.markup.references import Reference

DECODED = [
    # names, decimal and hexadecimal numbers
    ("Fish &amp; chips", "Fish & chips"),
    ("caf&eacute;", "café"),
    ("wait&hellip; no", "wait… no"),
    ("5 &euro; or 6 &pound;", "5 € or 6 £"),
    ("It is 5&nbsp;km.", "It is 5\u00a0km."),
    ("the&nbsp;harbour", "the harbour"),
    ("r&#233;sum&#xe9;", "résumé"),
    ("&#x1F600; smile", "😀 smile"),
    ("&#X2014;", "—"),
    ("it&#039;s &quot;late&quot;", 'it\'s "late"'),
    ("&copy; 2020, &COPY; 2021", "© 2020, © 2021"),
    ("&alpha; and &Omega;", "α and Ω"),
    ("&NotEqualTilde;", "≂̸"),
    ("&ccedil;a va", "ça va"),
    ("&scaron;koda", "škoda"),
    ("Stra&szlig;e", "Straße"),
    ("&iquest;Qu&eacute;?", "¿Qué?"),
    ("&#1055;&#1088;&#1080;&#1074;&#1077;&#1090;", "Привет"),
    ("&#26085;&#26412;", "日本"),
    # an accent as a mark of its own is composed
    ("cafe&#769;", "café"),
    # numbers 128-159 mean Windows-1252
    ("&#147;Yes&#148;", "“Yes”"),
    ("it&#146;s", "it’s"),
    ("1990&#150;2000 &#151; so", "1990–2000 — so"),
    ("&#128; 5", "€ 5"),
    ("&#x85; &#x99;", "… ™"),
    # until nothing changes
    ("Fish &amp;amp; chips", "Fish & chips"),
    ("Fish &amp;amp;amp;amp; chips", "Fish & chips"),
    ("caf&amp;eacute;", "café"),
    ("it&amp;#8217;s", "it’s"),
    ("&#38;eacute;", "é"),
    ("&#x26;#38;amp;eacute;", "é"),
    ("&amp;amp;quot;Yes&amp;amp;quot;", '"Yes"'),
    ("&am&#112; &#38;am&#112;;", "&amp &"),
    # a sign elsewhere does not switch it off
    ("5 < 6 &amp; 7 > 6", "5 < 6 & 7 > 6"),
    ("<3 &hearts;", "<3 ♥"),
    # escaped signs that make no tag
    ("a &lt; b", "a < b"),
    ("a &lt; b &gt; c", "a < b > c"),
    ("a &lt;= b &amp;&amp; c &gt;= d", "a <= b && c >= d"),
    ("I &lt;3 you", "I <3 you"),
    ("-&gt; and &lt;-", "-> and <-"),
    ("&lt;name@example.com&gt;", "<name@example.com>"),
    ("vector&lt;int&gt;", "vector<int>"),
    ("&lt;T&gt;", "<T>"),
    ("&lt;Harbour Board Ltd&gt;", "<Harbour Board Ltd>"),
    ("&amp;lt;3", "<3"),
    ("&#60;&#62;", "<>"),
    ("A &gt; B", "A > B"),
    # markup stays escaped, the rest of the line does not
    ("&lt;p&gt; is a tag &amp; more", "&lt;p&gt; is a tag & more"),
    ("&amp;lt;p&amp;gt; twice", "&lt;p&gt; twice"),
    ("&amp;amp;lt;br&amp;amp;gt;", "&lt;br&gt;"),
    ("caf&eacute; &lt;b&gt;bold&lt;/b&gt;", "café &lt;b&gt;bold&lt;/b&gt;"),
    ("&lt;a href=&quot;x&quot;&gt;", '&lt;a href="x"&gt;'),
    ("&amp;#60;br&amp;#62; &eacute;", "&#60;br&#62; é"),
    ("5 &lt; 6, &lt;i&gt;so&lt;/i&gt;", "5 < 6, &lt;i&gt;so&lt;/i&gt;"),
    ("&lt;!-- note --&gt; &eacute;", "&lt;!-- note --&gt; é"),
    ("&lt;b\nclass=&quot;x&quot;&gt; &eacute;", '&lt;b\nclass="x"&gt; é'),
    ("&lt;p> &eacute;", "&lt;p> é"),
    ("<p&gt; &eacute;", "<p&gt; é"),
    # a reference within a tag goes with it
    ('<a title="Fish &quot;n&quot; chips">menu</a>', "menu"),
    ('<img alt="Fish &amp; chips"> today', "Fish & chips today"),
    # controls that were written as numbers leave like others
    ("a&#7;b", "ab"),
    ("soft&shy;ly", "softly"),
    ("zero&#8203;width", "zerowidth"),
]

KEPT = [
    "AT&T and R&D;",
    "Q&A: what now?",
    "?a=1&copy=2&amp",
    "caf&eacute without its semicolon",
    "&bogus; and &nosuchname;",
    "&; and &#; and &#x; and &#xg;",
    "&#0; &#x0; no character",
    "&#xD800; &#57343; half a pair",
    "&#1114112; &#x110000; beyond Unicode",
    "&#99999999999999; far beyond",
    "&#129; &#141; &#143; &#144; &#157; not in Windows-1252",
    "&#xFFFE; &#xFFFF; &#xFDD0; no characters",
    "& amp ; with blanks",
    "&EACUTE; is no name",
    "&lt;p&gt; is a tag",
    "&lt;/p&gt; ends it",
    "&lt;BR&gt; in capitals",
    '&lt;a href="x"&gt;link&lt;/a&gt;',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    '&lt;img src=x onerror="alert(1)"x&gt;',
    '&lt;x onclick="alert(1)"&gt;',
    "&lt;!DOCTYPE html&gt;",
    "&lt;!-- comment --&gt;",
    "&lt;?php echo 1; ?&gt;",
    "&#60;b&#62;",
    # named as words
    "Write `&amp;` for an ampersand.",
    "Write &amp; for an ampersand.",
    "Schreibe &amp; für ein Und-Zeichen.",
    "The entity &nbsp; is a blank that does not break.",
    "Die Entität &nbsp; ist ein Leerzeichen.",
    "The HTML entity &amp; is an ampersand.",
    'In HTML "&amp;" is an ampersand.',
    "Use &mdash; for dashes.",
    "In HTML, &lt; stands for <, &gt; for > and &amp; for &.",
    "an é (&eacute;), and &ntilde; = ñ",
    "&nbsp; - no-break space\n&amp; - ampersand",
    "&lt;: less than\n&gt;: greater than",
]

NOT_NAMED = [
    ("a legal entity &amp; its owner", "a legal entity & its owner"),
    ("a legal entity &mdash; the board", "a legal entity — the board"),
    ("HTML &amp; CSS", "HTML & CSS"),
    ("Write &amp; read.", "Write & read."),
    ("Fish &nbsp; and chips", "Fish and chips"),
    ("rock &amp; roll & blues", "rock & roll & blues"),
    ("5 &lt; 6 and 7 < 8 &amp; so & so", "5 < 6 and 7 < 8 & so & so"),
    ("caf&eacute; and é", "café and é"),
    ("Il va &agrave; Paris et à Lyon.", "Il va à Paris et à Lyon."),
    ("&bull; one\n&bull; two", "• one\n• two"),
    ("He said &mdash; so — no.", "He said — so — no."),
    ("The entity &amp;nbsp; is a blank.", "The entity &nbsp; is a blank."),
    ("`a &amp;&amp; b`", "`a && b`"),
    ('the "&amp;" sign', 'the "&" sign'),
]


def clean(text: str) -> str:
    return scrubber.clean(text + "\n").text.removesuffix("\n")


@pytest.mark.parametrize(("before", "after"), DECODED)
def test_decoded(before: str, after: str) -> None:
    assert clean(before) == after


@pytest.mark.parametrize(("before", "after"), NOT_NAMED)
def test_a_word_nearby_makes_no_name(before: str, after: str) -> None:
    assert clean(before) == after


@pytest.mark.parametrize("text", KEPT)
def test_kept(text: str) -> None:
    assert clean(text) == text


def test_every_name_is_known() -> None:
    """All names of the standard that end in a semicolon, and no others."""
    assert all(decoded(name[:-1]) == value for name, value in html5.items() if name[-1] == ";")
    assert decoded("hellipp") is None


def test_the_finding_shows_both_sides() -> None:
    (finding,) = scrubber.clean("A caf&eacute; &amp; a bar.\n").findings
    assert (finding.code, finding.line, finding.column) == ("HTM001", 1, 6)
    assert (finding.before, finding.after) == ("&eacute; &amp;", "é &")
    assert finding.message == "2 character references are decoded"


MARKDOWN = [
    ("it&#8217;s caf&eacute;", "it’s café"),
    ("Fish &amp; chips &amp;amp; peas", "Fish & chips & peas"),
    ("a &lt; b and b &gt; a", "a < b and b > a"),
    ("the&nbsp;harbour", "the\u00a0harbour"),
    ("say &quot;yes&quot;", 'say "yes"'),
    ("**&#8220;Yes&#8221;** or *no*&nbsp;", "**“Yes”** or *no*&nbsp;"),
    ("so&nbsp;**bold**&nbsp;so", "so\u00a0**bold**\u00a0so"),
    # however many there are in a row, one look is enough
    ("&lt;&lt;&lt;&lt;&lt;&lt;", "<<<<<<"),
    ("&lt;&lt;&lt;b", "&lt;&lt;&lt;b"),
]
MARKDOWN_KEPT = [
    "&lt;b&gt; and &lt;/b",
    "&lt;b&#62;",
    "&gt; no quotation",
    "  - &gt; no quotation",
    "&#35; no heading",
    "&#42;no emphasis&#42; &ast;",
    "&#95;no emphasis&#95; &lowbar;",
    "&#91;no link&#93; &lsqb;",
    "[no link]&#40;x)",
    "&#96;no code&#96; &grave;",
    "&#45; no item",
    "1&#46; no item",
    "a &#124; b",
    "no break&#32;\nhere",
    "&nbsp;&nbsp;&nbsp;&nbsp;no code",
    "&nbsp;",
    "**&nbsp;bold**",
    "a&#10;b&#9;c",
    "&#123;&#123; no tag &#125;&#125;",
]


@pytest.mark.parametrize(("before", "after"), MARKDOWN)
def test_markdown_decoded(before: str, after: str) -> None:
    assert written(before, in_markdown(before)) == after


@pytest.mark.parametrize("text", MARKDOWN_KEPT)
def test_markdown_syntax_stays_escaped(text: str) -> None:
    assert written(text, in_markdown(text)) == text


HTML = [
    ("it&amp;#8217;s", "it&#8217;s"),
    ("caf&amp;eacute;", "caf&eacute;"),
    ("&amp;amp;lt;b&amp;gt;", "&lt;b&gt;"),
    ("Fish &amp;amp; chips", "Fish &amp; chips"),
    ("Fish &amp; chips, &#38;, &eacute; &lt;b&gt; &amp;bogus;", None),
]


@pytest.mark.parametrize(("before", "after"), HTML)
def test_html_mends_what_was_escaped_twice(before: str, after: str | None) -> None:
    assert written(before, in_html(before)) == (before if after is None else after)


def written(text: str, references: Iterable[tuple[Reference, str]]) -> str:
    parts: list[str] = []
    at = 0
    for reference, character in references:
        parts += (text[at : reference.start], character)
        at = reference.end
    return "".join(parts) + text[at:]


def test_protected_spans_are_left() -> None:
    text = "&eacute; &eacute; &eacute;"
    document = read(text, "text", Origin())
    document = type(document)(text, document.split, protected=((9, 17),))
    edits = [edit for problem in check(document, Settings()) for edit in problem.edits]
    assert edits == [Replace(0, 8, "é"), Replace(18, 26, "é")]


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.append(tag)


PIECES = [
    *"<>&;#!/ ab=\"'\n\u00ad\u200b\x00",
    *("&lt;", "&gt;", "&amp;", "lt;", "gt;", "&#60;", "&#x3e;", "&quot;", "amp;", "&nbsp;"),
    *("script", "img", "p", "--", "onclick=x"),
]
ESCAPED = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


@given(ESCAPED)
def test_cleaning_never_makes_live_markup(text: str) -> None:
    """What a browser sees as tags in the result were tags in the source."""
    result = scrubber.clean(text).text
    live = [tag for tag in Tags(result).seen if tag in {"a", "b", "p", "img", "script"}]
    assert len(live) <= len(Tags(text).seen)
