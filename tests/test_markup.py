"""HTML left in plain text: what goes, what it leaves behind, and what is no markup at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scrubber
from scrubber.markup.guard import without_new_markup
from scrubber.markup.tags import markup_of
from scrubber.model import Replace

CLEANED = [
    # inline tags leave no blank
    ("a <b>bold</b> word", "a bold word"),
    ("un<b>believ</b>able", "unbelievable"),
    ("H<sub>2</sub>O and m<sup>2</sup>", "H2O and m2"),
    ("<em>One</em>, <strong>two</strong>.", "One, two."),
    ("a <a href='x'>link</a>.", "a link."),
    ("<span><span>deep</span></span>er", "deeper"),
    ("a <b> loose </b> word", "a loose word"),
    ("word <i></i>, next", "word, next"),
    ("word <i></i> next", "word next"),
    ("the <b>.NET</b> day", "the .NET day"),
    ("long<wbr>word", "longword"),
    ("<b>Bold start</b> goes on.", "Bold start goes on."),
    ("It ends <b>bold</b>", "It ends bold"),
    ("unopened</b> and closed", "unopened and closed"),
    ("text<b> unclosed", "text unclosed"),
    ("the list<b> goes on", "the list goes on"),
    ("Vec<b> and <b>bold</b> text", "Vec<b> and bold text"),
    ("the words <b> in bold </b> and so on", "the words in bold and so on"),
    ("the <b> Elements of Style </b> book", "the Elements of Style book"),
    ("<li> Elements of style </li><li> Tags </li>", "Elements of style\n\nTags"),
    ("``<b>x</b>''", "``x''"),
    ("<li>- item\n<li>- other", "- item\n\n- other"),
    ("<font color=red size=2>red</font>", "red"),
    ('<a name="top"></a>Text', "Text"),
    ("a <b\n>bold</b> word", "a bold word"),
    # any case, attributes of any form
    ("a <B>bold</B> <I>word</i>", "a bold word"),
    ('<A HREF="x" TARGET=_blank>link</A>', "link"),
    ('<a href="a>b">link</a>', "link"),
    ("<a title='5 > 3'>link</a>", "link"),
    ('<a\n  href="x"\n  title="y">link</a> here', "link here"),
    ('<a href="x"\ttitle = "y" >link</a >', "link"),
    ("<a href=http://example.org/?a=1&b=2>link</a>", "link"),
    ("<a href=“x”>link</a>", "link"),
    ('<a data-x=\'{"a": 1}\' @click="go">link</a>', "link"),
    ("<input disabled>text", "text"),
    ("a<br clear=all>b", "a\nb"),
    # block tags, closed or not, make one paragraph break however deep
    ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
    ("<p>One.<p>Two.", "One.\n\nTwo."),
    ("One.<p>Two.", "One.\n\nTwo."),
    ("One.</p>Two.", "One.\n\nTwo."),
    ("One.<P>Two.", "One.\n\nTwo."),
    ("<div><div><p>One.</p></div></div><div>Two.</div>", "One.\n\nTwo."),
    ("<div>\n  <p>One.</p>\n</div>\n<div>\n  <p>Two.</p>\n</div>", "One.\n\nTwo."),
    ("<p>One.</p>\n<p>Two.</p>", "One.\n\nTwo."),
    ("<p>One.</p>\n\n<p>Two.</p>", "One.\n\nTwo."),
    ("<p>One.</p>\n\n\n\n<p>Two.</p>", "One.\n\nTwo."),
    ("<p> One. </p> <p> Two. </p>", "One.\n\nTwo."),
    ("<p>One.</p><p>&nbsp;</p><p>Two.</p>", "One.\n\nTwo."),
    ("<p>One.</p><p></p><p>Two.</p>", "One.\n\nTwo."),
    ("<h1>Head</h1>Text here.", "Head\n\nText here."),
    ("One.<hr>Two.", "One.\n\nTwo."),
    ("One.<hr />Two.", "One.\n\nTwo."),
    ("<blockquote>One.</blockquote>Two.", "One.\n\nTwo."),
    ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
    ("<section><header>Head</header>Text</section>", "Head\n\nText"),
    ("<center>One.</center>Two.", "One.\n\nTwo."),
    ("<p>One <b>two</b>.</p><p><i>Three</i></p>", "One two.\n\nThree"),
    ("A line of text.\n\nOne.<p>Two.", "A line of text.\n\nOne.\n\nTwo."),
    # in the form of the text's own layout
    (
        "A first paragraph.\nA second one.\nA third one.<p>A fourth one.\nA fifth one.",
        "A first paragraph.\nA second one.\nA third one.\nA fourth one.\nA fifth one.",
    ),
    # one br a line break, two a paragraph break
    ("One<br>Two", "One\nTwo"),
    ("One<br/>Two", "One\nTwo"),
    ("One<BR />Two", "One\nTwo"),
    ("One <br> Two", "One\nTwo"),
    ("One<br>\nTwo", "One\nTwo"),
    ("One\n<br>Two", "One\nTwo"),
    ("One<br><br>Two", "One\n\nTwo"),
    ("One<br /><br />Two", "One\n\nTwo"),
    ("One<br>\n<br>Two", "One\n\nTwo"),
    ("One <br> <br> Two", "One\n\nTwo"),
    ("One<br><br><br><br>Two", "One\n\nTwo"),
    ("One<br><p>Two", "One\n\nTwo"),
    ("<b>One</b><br><i>Two</i>", "One\nTwo"),
    ("<p>One<br></p><p>Two</p>", "One\n\nTwo"),
    ("<br>One", "One"),
    ("One<br>", "One"),
    ("One<br>\n\nTwo", "One\n\nTwo"),
    ("12 Quay St<br>Port<br>Island", "12 Quay St\nPort\nIsland"),
    # an image leaves its alternative text
    ('Look: <img src="a.png" alt="A red boat"> there', "Look: A red boat there"),
    ("<IMG SRC=a.png ALT='A red boat'>", "A red boat"),
    ('<p><img alt="A red boat" src="a.png"></p><p>Text.</p>', "A red boat\n\nText."),
    ('<img src="a.png">Text', "Text"),
    ('<img src="a.png" alt="">Text', "Text"),
    ('a <img src="a.png"> word', "a word"),
    ('<img alt="Tom &amp; Ann">', "Tom & Ann"),
    ('<img alt="A\n  red boat">', "A red boat"),
    ('Hello <img class=emoji alt="😀">!', "Hello 😀!"),
    ('One.<img alt="A boat">Two.', "One. A boat Two."),
    (
        '<figure><img alt="A boat"><figcaption>The boat.</figcaption></figure>',
        "A boat\n\nThe boat.",
    ),
    # comments, script and style go with their content
    ("One <!-- note --> two", "One two"),
    ("One<!-- a\n\nb -->two", "Onetwo"),
    ("One.\n\n<!-- <p>Hidden.</p> -->\n\nTwo.", "One.\n\nTwo."),
    ("One.\n<!-- note -->\nTwo.", "One.\nTwo."),
    ("<!-- note -->\nOne.", "One."),
    ("One.\n<!-- note -->", "One."),
    ("<!--[if mso]><p>Old</p><![endif]-->Text", "Text"),
    ("<![if !mso]>Text<![endif]>", "Text"),
    ("<!----><!-->One", "One"),
    ('One.<script>if (a < b) { x("</p>"); }</script>Two.', "One.Two."),
    ("<SCRIPT type='x'>a</Script >One.", "One."),
    ("<style>\np { color: red }\n</style>\n\nOne.", "One."),
    ("One.\n\n<script src='x'></script>\n\nTwo.", "One.\n\nTwo."),
    ("<p>One.</p><script>x</script><p>Two.</p>", "One.\n\nTwo."),
    ("<p>One.</p><!-- x --><p>Two.</p>", "One.\n\nTwo."),
    ("One.<noscript><img src=x alt=A></noscript>", "One."),
    ("<svg viewBox='0 0 1 1'><path d='M0'/></svg>Text", "Text"),
    ("<!DOCTYPE html>\n<html>\n<body>\n<p>Text.</p>\n</body>\n</html>", "Text."),
    ('<?xml version="1.0"?>Text', "Text"),
    ("<![CDATA[Text]]>", "Text"),
    # rows and cells
    ("<table><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>", "A\tB\nC\tD"),
    (
        "<table>\n<tr>\n <th>A</th>\n <th>B</th>\n</tr>\n<tr>\n <td>C</td>\n <td>D</td>\n</tr>\n"
        "</table>",
        "A\tB\nC\tD",
    ),
    ("One.<table><tr><td>A</td></tr></table>Two.", "One.\n\nA\n\nTwo."),
    # what a word processor wrote
    ("<o:p></o:p>Text<o:p>&nbsp;</o:p>", "Text"),
    # references and tags
    ("<p>Caf&eacute; &amp; bar</p>", "Café & bar"),
    ("<p>&lt;b&gt; stays escaped</p>", "&lt;b&gt; stays escaped"),
    ("<b>a</b> < b and b > a", "a < b and b > a"),
]

KEPT = [
    # no element, or no form of a tag
    "if a < b and b > c",
    "a<b",
    "x <y> z",
    "I <3 you",
    "mail <name@example.com> now",
    "see <https://example.com/> now",
    "vector<int> and Map<String, List<T>>",
    "std::vector<std::string> names;",
    "<T> is a type",
    "bought <Harbour Board Ltd> shares",
    "<Westward Lines Inc>",
    "the <name of the boat> sank",
    "<i think so>",
    "<a friend of mine>",
    "<b and c> are less",
    "< p > has blanks",
    "<p",
    '<p class="x"',
    '<p class="x>text',
    "<p class=>text",
    "</p class='x'>",
    "<1> <2>",
    "<<>>",
    "<->",
    "<!>",
    "a <!-- never closed",
    "-->",
    "5 <6> 7",
    "shares of Dow <DOW> and Phillips <P> rose",
    "USAIR <U> TO BUY BOATS",
    "the price of tea <TEA> in June",
    # named as words
    "Use the <br> tag to break a line.",
    "The <p> element is a block.",
    "In HTML <b> means bold.",
    "A <div> is a box.",
    "Put <p> before each paragraph.",
    "Wrap it in a <span>.",
    "The tag <br> breaks a line.",
    'Type "<br>" there.',
    "Type `<hr>` there.",
    "Write “<i>” for italics.",
    "the new element (<dialog>)",
    "The <b> tag and the <i> tag differ.",
    "Use <em>, <strong> or <mark>.",
    "The <script> tag loads code.",
    "The closing </p> is optional.",
    "The <p> tag starts a paragraph, the </p> tag ends it.",
    "Set it between '<b>' and '</b>' then.",
    "Insert <br> where the line ends.",
    "How to centre a <div>",
    "<b> means bold.",
    "Put it between <b> and </b> tags.",
    "Use <script> and </script> with care.",
    "x[y[1]]>5 and a[b]]>",
    "Das Element <p> ist ein Block.",
    "La balise <br> coupe la ligne.",
    "Der <br>-Tag ist leer.",
    "List<Object> is a type",
    "A <p> opens a paragraph and </p> ends it.",
    "The <p> element opens it; close it with </p>.",
    "Open with <b> then, and end with </b> again.",
    "Wrap it in <b>...</b> tags.",
    "Les paragraphes s'ouvrent par <p> et se ferment par </p>.",
    "Schreibe <b> vor das Wort und </b> danach.",
    "<b>, <i> and <u> are old.",
    "<b>: bold\n<i>: slanted\n<p>: a paragraph",
    "<b> - bold text\n<i> - slanted text",
    # between grave accents, or quoted
    "Type `<b>bold</b>` to shout.",
    'Type `<a href="x">` before a link.',
    "A note is `<!-- note -->` there.",
    "Use `<script>` to load code and `</script>` to end it.",
    'The "<script>" element runs code until "</script>" comes.',
    "The <script> tag runs code. It ends where the </script> tag stands.",
    'A comment opens with "<!--" and closes with "-->".',
    "Comments stand between <!-- and --> marks.",
    # types, calls and comparisons of programs
    "std::vector<b> holds it.",
    "std::vector<b>x;",
    "std::map<b>, std::set<i> and std::pair<a>.",
    "vector<b> v; v.push_back(x);",
    "Map<a, b> and List<i>",
    "Map<String, List<b>>",
    "Chart<Name> and Chart<i> differ",
    "MyClass<a>::get()",
    "foo<u>() is called",
    "my_type<p> x",
    "x<i>y",
    "a<b>c>d",
    "a <b and c> d",
    "Dear <title>, we thank you",
    "mkdir <dir> && cd <dir>",
    "git commit -m <title>",
    # a quotation mark that is not closed swallows nothing
    'He wrote <a href="x>link.\n\nShe said "no" > yes.',
]


def clean(text: str) -> str:
    return scrubber.clean(text + "\n", quotes="keep").text.removesuffix("\n")


@pytest.mark.parametrize(("before", "after"), CLEANED)
def test_cleaned(before: str, after: str) -> None:
    assert clean(before) == after


@pytest.mark.parametrize("text", KEPT)
def test_kept(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "text", ["<<b>p>", "<<b></b>script>", "<scr<!-- -->ipt>", "<sc<b>r</b>ipt>x", "<<p>i>"]
)
def test_leaving_out_makes_no_tag(text: str) -> None:
    before = [text[tag.start : tag.end] for tag in markup_of(text)]
    result = clean(text)
    assert {result[tag.start : tag.end] for tag in markup_of(result)} <= set(before)


def test_a_tag_named_in_leftover_markup_stays() -> None:
    assert clean("<p>Use the <br> tag.</p><p>Or not.</p>") == "Use the <br> tag.\n\nOr not."


def test_a_tag_that_is_named_closes_nothing() -> None:
    before = "The <p> element opens it.\n\nEnd it with </p>.\n\n<p>So.</p>"
    assert clean(before) == "The <p> element opens it.\n\nEnd it with </p>.\n\nSo."


def test_an_indented_text_gets_indented_paragraphs() -> None:
    paragraphs = (
        "  Today the harbour board met again to speak of the pier\n"
        "and of the lamps that it has lacked since the storm.\n"
        "  Then the harbour board went out to look at the lamps\n"
        "and came back."
    )
    before = paragraphs + "<p>At last it rose.\n"
    after = paragraphs + "\n  At last it rose.\n"
    assert scrubber.clean(before).text == after


def test_findings_name_the_lines() -> None:
    findings = scrubber.clean("One.\n\n<p>Two <b>three</b>.</p>\n\n<!-- x -->\n\nFour.\n").findings
    assert [(f.code, f.line) for f in findings] == [("HTM002", 3), ("HTM003", 5)]


def test_a_guard_drops_only_what_joins_a_tag() -> None:
    text = "<\u00adb> and so\u00adft"
    edits = [Replace(1, 2, ""), Replace(11, 12, "")]
    assert without_new_markup(text, edits) == edits[1:]


TAGS = [
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<br>",
    "<div>",
    "</div>",
    "<!--",
    "-->",
    "<img alt='x'>",
    "<td>",
]
PIECES = [*TAGS, *"<> ab.\n\t\"'=/", "<script>", "</script>", "\u00a0", "\u00ad", "One. ", "the "]
SOUP = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(SOUP)
def test_soup_settles_and_keeps_its_letters(text: str) -> None:
    """No word is lost but what comments and scripts hold; nothing is left to do."""
    result = scrubber.clean(text).text
    assert scrubber.clean(result).text == result
    if "<!--" not in text and "<script>" not in text:
        assert sum(map(str.isalpha, result)) <= sum(map(str.isalpha, text))
        assert result.count("One") == text.count("One")


@given(SOUP)
def test_no_tag_is_new(text: str) -> None:
    before = {text[tag.start : tag.end] for tag in markup_of(text)}
    result = scrubber.clean(text, select=["HTM", "WSP002", "WSP003"]).text
    for tag in markup_of(result):
        assert result[tag.start : tag.end] in before or tag.hidden
