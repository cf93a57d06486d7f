"""Markdown: what is prose and what is protected, which blocks there are, and that form is kept."""

from __future__ import annotations

import pytest
from damages import DAMAGES
from hypothesis import given, settings
from hypothesis import strategies as st

from scrubber.blocks import read
from scrubber.core import clean_bytes, clean_document
from scrubber.model import Document, Origin
from scrubber.settings import Settings

DAMAGE = "It  isn&rsquo;t cafÃ©."
MENDED = "It isn’t café."


def markdown(text: str) -> Document:
    return read(text, "markdown", Origin())


def clean(text: str, **options: object) -> str:
    return clean_document(markdown(text), Settings(**options)).text  # type: ignore[arg-type]


def prose(text: str) -> list[str]:
    """What may be edited, without the white space around."""
    document = markdown(text)
    parts, at = [], 0
    for start, end in (*document.protected, (len(text), len(text))):
        parts.append(text[at:start].strip())
        at = end
    return [part for part in parts if part]


PROSE = [
    ("One line.", ["One line."]),
    ("Two\nlines.", ["Two\nlines."]),
    ("# A title", ["A title"]),
    ("## A title ##", ["A title"]),
    ("A title\n=======", ["A title"]),
    ("  indented", ["indented"]),
    ("- one\n- two", ["one", "two"]),
    ("*   wide\n    *   nested", ["wide", "nested"]),
    ("1. one\n\n   more of one\n2) other", ["one", "more of one", "other"]),
    ("> said\n> more", ["said", "more"]),
    ("> lazy\nline", ["lazy\nline"]),
    ("> - deep\n>   deeper", ["deep", "deeper"]),
    ("*so* __bold__ ~~gone~~", ["*so* __bold__ ~~gone~~"]),
    ("a `code  x` b", ["a", "b"]),
    ("a `` ` `` b", ["a", "b"]),
    ("a ` alone", ["a ` alone"]),
    ('see [the *text*](http://a.org "title  x") now', ["see", "the *text*", "now"]),
    ("see [text][ref]\n\n[ref]: http://a.org  'x'", ["see", "text"]),
    ("see [ref]\n\n[ref]: http://a.org", ["see"]),
    ("see [ref][]\n\n[ref]: http://a.org", ["see"]),
    ("no [reference] here", ["no [reference] here"]),
    ("![alt  text](a.png) after", ["after"]),
    ("[![alt](a.png) words](b.html)", ["words"]),
    ("at <http://a.org/?a=1> or <me@a.org>.", ["at", "or", "."]),
    ("at http://a.org/?a=1 or me@a.org.", ["at", "or", "."]),
    ('a <span class="x  y">text</span> b', ["a", "text", "b"]),
    ("a <code>x  y</code> b", ["a", "b"]),
    ("press <kbd>Ctrl</kbd> twice", ["press", "twice"]),
    ("<div>\nraw  text\n</div>", []),
    ("<!-- a  comment -->", []),
    ("a <!-- b --> c", ["a", "c"]),
    ("line one  \nline two", ["line one", "line two"]),
    ("line one\\\nline two", ["line one", "line two"]),
    (r"not \*bold\* here", ["not", "bold", "here"]),
    (r"so \(a  < b\) and \\(c  d\\) hold", ["so", "and", "hold"]),
    (r"so \[ a[i]  = 3 \] holds", ["so", "holds"]),
    (r"\begin{align}" "\na  &amp; b\n" r"\end{align}", []),
    ("[me](file:///my/papers  'a  b') and [x](javascript:y(1))", ["me", "and", "x"]),
    ("- [ ] to  do\n- [  ] or  not", ["to  do", "or  not"]),
    ("Term\n:   what  it is", ["Term", "what  it is"]),
    ("```\ncode\n```", []),
    ("~~~ python\ncode\n~~~", []),
    ("```\nnever closed", []),
    ("    indented code", []),
    ("a | b\n--|--\n1 | 2", []),
    ("| a |\n|---|\n| x |", []),
    ("| not a table to this parser |", []),
    ("---", []),
    ("- [ ] open\n- [x] done", ["open", "done"]),
    ("a note[^1] here\n\n[^1]: The  note.", ["a note", "here"]),
    ("[^1]: The  note.\n    More of it.", []),
    ("so $a  b$ and $$c$$ be", ["so", "and", "be"]),
    ("costs $5 and $10", ["costs $5 and $10"]),
    ("$$\na  b\n$$", []),
    ("$$\na  b = \"c\"\n\n\n d  \n$$\n\ntext", ["text"]),
    ("  $$ \n\na_1  b\n \n\n$$ \n\ntext", ["text"]),
    ("$$\n\nGood food\n\n$$\n\ntext", ["$$\n\nGood food\n\n$$\n\ntext"]),
    ("It costs $$ here = a\n\nand $$ there", ["It costs $$ here = a\n\nand $$ there"]),
    ("{{ page.title }} by {% include a.html %}", ["by"]),
    ('see {{< ref "a  b.md" >}} there', ["see", "there"]),
    ('[text]({{< ref "a.md" >}}) there', ["text", "there"]),
    ("{% highlight ruby %}\nputs  'x'\n{% endhighlight %}", []),
    ("{% raw %}\n\n*a*  b\n\n{% endraw %}", []),
    ("{% raw %}a  b{% endraw %} one  two {% raw %}c{% endraw %}", ["one  two"]),
    ("{{< note >}}\nMind  the gap.\n{{< /note >}}", ["Mind  the gap."]),
    ('{{< chart >}}\n{"a": "b"}\n{{< /chart >}}', []),
    ('{{< plot >}}\n"a","b"\n{{< /plot >}}', []),
    ("<% code %> text", ["text"]),
    ('[gallery ids="1,2"] text', ["text"]),
    ("## Title {#anchor}", ["Title"]),
    ("Text\n{: .lead}", ["Text"]),
    ("> [!NOTE]\n> Mind the gap.", ["Mind the gap."]),
    ('!!! note "Title"\n    Mind the gap.', ["Mind the gap."]),
    (r"in C:\new, not", [r"in C:\new, not"]),
    ('=== "First  tab"\n\nMind the gap.', ["Mind the gap."]),
    ('--8<-- "a  b.md"\n\nMind the gap.', ["Mind the gap."]),
    (":::tip\nMind the gap.\n:::", ["Mind the gap."]),
    (":::tip\n\nMind the gap.\n\n:::", ["Mind the gap."]),
    ("Term\n: Its meaning", ["Term", "Its meaning"]),
    ("*[HTML]: Markup", []),
    ("[[Wiki page]] there", ["there"]),
    ("import Chart from './chart'\n\nText.", ["Text."]),
    ("import tax rose.", ["import tax rose."]),
    ("<Chart year={2024} color='x' />\n\nText.", ["Text."]),
    ("Text with <Chart year={2024} />.", []),
    ("Year {props.year}, text", ["Year", ", text"]),
    ("---\ntitle: a  b\n---\n\nText.", ["Text."]),
    ("---\ntitle: a\n...\nText.", ["Text."]),
    ("\n---\ntitle: a\n---\nText.", ["Text."]),
    ("+++\ntitle = 'a'\n+++\n\nText.", ["Text."]),
    ('{\n"title": "a"\n}\n\nText.', ["Text."]),
    ('{\n"title": "a\x07"\n}\n\nText.', ["Text."]),
    ("---js\n{\n  title: 'a',\n}\n---\n\nText.", ["Text."]),
    ("---toml\ntitle = 'a'\n---\n\nText.", ["Text."]),
    ("---no fence\n\nText.", ["---no fence\n\nText."]),
    ("| Roses are\n|    red", ["Roses are", "red"]),
    ("---\nnever: closed\n\nText.", ["never: closed\n\nText."]),
    ("{not json\n}\n\nText.", ["{not json\n}\n\nText."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_prose(text: str, expected: list[str]) -> None:
    for ending in ("", "\n"):
        assert prose(text + ending) == expected


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_only_prose_is_edited(text: str, expected: list[str]) -> None:
    """Nothing outside the prose changes, in rounds or a second run."""
    damaged = text.replace("text", DAMAGE).replace("Mind the gap.", DAMAGE)
    cleaned = clean(damaged)
    assert clean(cleaned) == cleaned
    document = markdown(damaged)
    kept = [damaged[start:end] for start, end in document.protected]
    at = 0
    for part in kept:
        at = cleaned.find(part, at)
        assert at >= 0, part
        at += len(part)


def types(text: str) -> list[str]:
    """The types of all tokens but text, as CommonMark has them, of all but front matter."""
    from scrubber.blocks.markdown.mask import front_matter_end
    from scrubber.blocks.markdown.parser import plain_parser

    found = []
    for token in plain_parser().parse(text[front_matter_end(text) :]):
        found += [token.type, *(child.type for child in token.children or ())]
    return [kind for kind in found if kind != "text"]


@given(
    st.lists(st.sampled_from([text for text, _ in PROSE]), min_size=1, max_size=4),
    st.lists(st.tuples(st.floats(0, 1), st.sampled_from(DAMAGES)), max_size=6),
)
@settings(max_examples=150, deadline=None)
def test_damage_anywhere(texts: list[str], damages: list[tuple[float, str]]) -> None:
    """Whatever is broken where: nothing is raised, it settles, and the markup stays."""
    text = "\n\n".join(texts) + "\n"
    for place, damage in damages:
        at = int(place * len(text))
        text = text[:at] + damage + text[at:]
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    if "\u00a0" not in text and "&nbsp;" not in text:  # a paragraph of blanks is none
        assert types(cleaned) == types(text)


BLOCKS = [
    ("One.\n\nTwo.", ["One.", "Two."], []),
    ("# T\nText.", ["# T", "Text."], []),
    ("- a\n\n- b\n\nText.", ["- a\n\n- b", "Text."], [0]),
    ("> a\n\nText.", ["> a", "Text."], [0]),
    ("---\na: b\n---\n\nText.", ["---\na: b\n---", "Text."], [0]),
    ("[a]: b\n[c]: d\n\nText.", ["[a]: b\n[c]: d", "Text."], [0]),
    ("![only an image](a.png)\n\nText.", ["![only an image](a.png)", "Text."], [0]),
    ("{{< img a >}}\n\nText.", ["{{< img a >}}", "Text."], [0]),
    ("{{< box >}}\n\nIn it.\n\n{{< /box >}}\n\nText.",
     ["{{< box >}}\n\nIn it.\n\n{{< /box >}}", "Text."], [0]),
    ("{% if a %}\n\nIn it.\n\n- b\n\n{% endif %}\n\nText.",
     ["{% if a %}\n\nIn it.\n\n- b\n\n{% endif %}", "Text."], [0]),
    ("<div>\n\nIn it.\n\n</div>\n\nText.", ["<div>\n\nIn it.\n\n</div>", "Text."], [0]),
    ("<div>\n\nNever closed.\n\nText.", ["<div>", "Never closed.", "Text."], [0]),
    ("<p>\na\n\nb", ["<p>\na", "b"], [0]),
    (":::tip\n\nIn it.\n\n:::\n\nText.", [":::tip\n\nIn it.\n\n:::", "Text."], [0]),
    ("Text with {{< ref a >}} in it.", ["Text with {{< ref a >}} in it."], []),
    ("    code\n\nText.", ["code", "Text."], [0]),
    ("\u00a0\n\nText.", ["Text."], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "opaque"), BLOCKS)
def test_blocks(text: str, expected: list[str], opaque: list[int]) -> None:
    document = markdown(text + "\n")
    assert [document.source_of(index) for index in range(len(document.blocks))] == expected
    assert [index for index, block in enumerate(document.blocks) if block.opaque] == opaque


@pytest.mark.parametrize(
    ("text", "said", "heading"),
    [
        ("# The *title*", "The title", True),
        ("**Wholly bold**", "Wholly bold", True),
        ("**Partly** bold", "Partly bold", False),
        ("**One** and **two**", "One and two", False),
        ("<strong>Bold</strong>", "Bold", True),
        ("Who knows?", "Who knows?", True),
        ("What we know:", "What we know:", True),
        ("A [link](http://a.org) &amp; more", "A link & more", False),
        ("Two\nlines  \nand a break", "Two lines\nand a break", False),
        ("See {{< ref a >}}this", "See this", False),
        ("## Title {#anchor}", "Title", True),
        ("Text {x}\n{: .lead}", "Text {x}", False),
    ],
)
def test_reading(text: str, said: str, heading: bool) -> None:
    reading = markdown(text).blocks[0].reading
    assert reading is not None
    assert (reading.said, reading.heading) == (said, heading)


KEPT_FORM = [
    ("<javascript&#x3A;run(1)>", "<javascript&#x3A;run(1)>"),
    ("**&ldquo;Bold**&nbsp;word\n", "**“Bold** word\n"),
    ("**caf&eacute;** _caf&eacute;_ and\n", "**café** _café_ and\n"),
    ("**caf&eacute;**s and a_b&eacute;_c\n", "**caf&eacute;**s and a_b&eacute;_c\n"),
    ("## A  title {#a}\n", "## A title {#a}\n"),
    ("See  it in {{ x }}\n", "See it in {{ x }}\n"),
    ("See  it in {{< x >}}\n", "See it in {{< x >}}\n"),
    ("if (x)  { y }\n", "if (x)  { y }\n"),
    ("a\u200b b *c*\n", "a b *c*\n"),
    ("\u200b# no title\n", "\u200b# no title\n"),
    ("\u200b- no item\n", "\u200b- no item\n"),
    ("- a\n\n\n\n- b\n", "- a\n\n\n\n- b\n"),
    ("One.\n\n\n\nTwo.\n", "One.\n\nTwo.\n"),
    ("Last  \n", "Last\n"),
    ("One.  \nTwo.\n", "One.  \nTwo.\n"),
    ("One. \nTwo.\n", "One.\nTwo.\n"),
]


@pytest.mark.parametrize(("before", "after"), KEPT_FORM)
def test_no_edit_changes_the_form(before: str, after: str) -> None:
    assert clean(before) == after


PARAGRAPH = (
    "The ferry to the outer islands will not run on Sundays any more, the harbour office said "
    "on Tuesday, since too few people use it in the winter months."
)
COPIES = [
    (f"# T\n\n{PARAGRAPH}\n\nBetween.\n\n{PARAGRAPH}\n", f"# T\n\n{PARAGRAPH}\n\nBetween.\n"),
    (f"- {PARAGRAPH}\n\nBetween.\n\n- {PARAGRAPH}\n", None),
    (f"> {PARAGRAPH}\n\nBetween.\n\n{PARAGRAPH}\n", None),
    (f"---\nsummary: {PARAGRAPH}\n---\n\n{PARAGRAPH}\n", None),
    (f"**{PARAGRAPH}**\n\nBetween.\n\n**{PARAGRAPH}**\n", None),
    (f"{PARAGRAPH} [map](http://a.org)\n\nBetween.\n\n{PARAGRAPH} [map](http://b.org)\n", None),
    (f"{PARAGRAPH}\n\nBetween.\n\n![a](b.png) {PARAGRAPH}\n", None),
    (f"{PARAGRAPH}\n\nBetween.\n\n{PARAGRAPH}\n{{: #second}}\n", None),
    (
        f"{PARAGRAPH}\n{{: .lead}}\n\nBetween.\n\n{PARAGRAPH}\n",
        f"{PARAGRAPH}\n{{: .lead}}\n\nBetween.\n",
    ),
    (f"- a\n\n{PARAGRAPH}\n\n- b\n\n{PARAGRAPH}\n\n- c\n", None),
    (f"{PARAGRAPH}\n\nBetween.\n\n<div>\n\n{PARAGRAPH}\n\n</div>\n", None),
    (
        f"{PARAGRAPH}\n\nBetween.\n\n{PARAGRAPH}\n\n    code\n",
        f"{PARAGRAPH}\n\nBetween.\n\n    code\n",
    ),
]


@pytest.mark.parametrize(("before", "after"), COPIES)
def test_copies(before: str, after: str | None) -> None:
    assert clean(before) == (before if after is None else after)


BODY = [
    PARAGRAPH,
    "Two of the crew have found work ashore, and the harbour office will sell the older ferry.",
    "The islands have asked for a boat of their own, which the harbour office says it would moor.",
    "People in the winter months use the ferry to reach the doctor, the bank and the school.",
]
BIO = "## About the author\n\nAnn Tolliver is a reporter who covers islands. She lives in Lowell."

NOTE = "[^1]: The harbour office says so in its report of May."
LINKS = "[a]: http://a.org\n[b]: http://b.org 'What the office says.'"


@pytest.mark.parametrize("note", [NOTE, f"[^a]: So.\n{NOTE}", LINKS])
def test_what_stands_beside_a_definition_moves(note: str) -> None:
    """A definition stands for nothing where it is."""
    before = "\n\n".join(["# T", *BODY[:3], BIO, BODY[3], note])
    after = "\n\n".join(["# T", *BODY, BIO, note])
    assert clean(before + "\n") == after + "\n"


@pytest.mark.parametrize(
    ("one", "other", "goes"),
    [
        ("### `ferry.moor()`", "### `ferry.sail()`", False),
        ("### `ferry.moor()`", "### `ferry.moor()`", True),
        ("### Mooring", "### Sailing", True),
        ("### `moor`", "### moor", False),
    ],
)
def test_what_a_reference_says_of_two_things(one: str, other: str, *, goes: bool) -> None:
    """Under headings with code the same is said of each on purpose."""
    text = (
        f"{one}\n\n{PARAGRAPH}\n\nIt is new.\n\n{other}\n\nIt is old.\n\n{PARAGRAPH}\n\nSo be it.\n"
    )
    result = clean_document(markdown(text), Settings())
    assert (result.text.count(PARAGRAPH) == 1) == goes


def test_a_fix_that_would_change_the_markup_is_a_note() -> None:
    text = f"- a\n\n{PARAGRAPH}\n\n- b\n\n{PARAGRAPH}\n\n- c\n"
    result = clean_document(markdown(text), Settings(unsafe_fixes=True))
    assert result.text == text
    assert [(f.code, f.fixed) for f in result.findings] == [("DUP001", False)]
    assert "would change the markup" in result.findings[0].message


@pytest.mark.parametrize(
    "unit",
    ["a", "[", "![", "[a](", "`", "`a ", "*", "*a ", "_a_", "<", "<a ", "<!--", "&", "\\", "~", "$",
     "$a", "{", "{{", "{{<", "{%", "{{< a >}}", "|", "|a", ">", "> ", "- ", "-\n", "- a\n", "> a\n",
     "# a\n", "1. a\n", "[a]: b\n", "[^a]: b\n", "[a]\n", "\n", "\t", " ", "a\n", "a  \n", "\u00a0",
     "<div>\n\n", "</div>\n\n", ":::a\n\n", "```\n", "---\n", "+++\n", "!!! a\n", "[[", "http://",
     "a@", "(", "]", "[@", "\r", "\u200b", "é", "“"],
)  # fmt: skip
def test_much_of_one_kind_ends(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    document = markdown(text)
    assert all(0 <= start < end <= len(text) for start, end in document.protected)
    clean_bytes(text.encode(), Settings(), "markdown")
