"""The encoding that an HTML source declares of itself: bytes in, the name of a codec out.

After the prescan of the HTML Living Standard (13.2.3.2) and the labels of the Encoding Standard.
"""

from __future__ import annotations

import codecs
import re

_PRESCANNED = 4096
"""Bytes; browsers look at 1024 or more."""

_READ_AS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs",
    "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip
"""What pages of these names are in truth written in."""


def declared_codec(data: bytes) -> str | None:
    """The codec named in a ``meta`` element or an XML declaration, if there is such a codec."""
    from scrubber.blocks.html.tokenizer import tokens_of

    head = data[:_PRESCANNED].decode("latin-1")
    declaration = re.match(r"<\?xml\b[^<>]*?\bencoding\s*=\s*[\"']([^\"'<>]+)", head)
    if declaration:
        return _codec(declaration[1])
    for token in tokens_of(head):
        if token.kind == "start" and token.name == "meta" and token.attributes:
            label = _label(token.attributes)
            if label:
                return _codec(label)
    return None


def _label(attributes: dict[str, str]) -> str:
    if "charset" in attributes:
        return attributes["charset"]
    if attributes.get("http-equiv", "").lower() != "content-type":
        return ""
    match = re.search(r"charset\s*=\s*[\"']?([^\s\"';]+)", attributes.get("content", ""), re.I)
    return match[1] if match else ""


def _codec(label: str) -> str | None:
    try:
        name = codecs.lookup(label.strip()).name
        b"".decode(name)
    except (LookupError, ValueError):
        return None
    if name.startswith(("utf-16", "utf-32")):  # what could read this is not in them
        return "utf-8"
    return _READ_AS.get(name, name)
