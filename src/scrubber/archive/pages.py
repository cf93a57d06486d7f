"""HTML in the field of a record: the field in, the text that a browser would show out."""

from __future__ import annotations

import re
from functools import cache


def shown_text(field: str) -> str:
    """The visible text of a field that is HTML; any other as it is.

    HTML begins with a tag, a comment or a document type, and closes a block or breaks a line
    somewhere. A text that names a tag is none.
    """
    if "<" not in field or not (_opening().match(field) and _block().search(field)):
        return field
    from scrubber.blocks.html.visible import html_to_text

    return html_to_text(field).removesuffix("\n")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"\s*<(?:!--|!doctype\b|[a-z][a-z0-9]*(?:[\s/][^<>]*)?>)", re.IGNORECASE)


@cache
def _block() -> re.Pattern[str]:
    names = "p|div|body|html|article|section|main|li|[uo]l|h[1-6]|blockquote|pre|table|figure|span"
    return re.compile(rf"</(?:{names})\s*>|<br\s*/?>", re.IGNORECASE)
