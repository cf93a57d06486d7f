"""Rows of names and figures, as results are set: a line in, how it is built out."""

from __future__ import annotations

import re

_LONGEST_ROW = 80
_FEWEST_MARKS = 2
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*)*")
_FIGURE = re.compile(r"\d[\d.,]*")


def row_form(text: str) -> str:
    """How a row of names and figures is built, as in results; empty for any other text."""
    if not any(map(str.isdigit, text)) or len(text) > _LONGEST_ROW:
        return ""
    form = _FIGURE.sub("0", _NAME.sub("w", text))
    return form if len(form) - form.count("w") - form.count(" ") > _FEWEST_MARKS else ""
