r"""A file in an encoding other than UTF-8.

What it does:
    Reads the file in the encoding it was written in and writes it as UTF-8. In a file that is
    UTF-8 but for some bytes, only those bytes are read by their legacy codec.

Why:
    Every program reads UTF-8; a legacy encoding is not named in the file, so the next reader
    has to guess it again.

Example:
    before: b'The caf\xe9 on the corner is open.\n'
    after: 'The café on the corner is open.\n'

Untouched:
    'The café on the corner is open.\n'

Safety:
    Safe: a byte order mark decides, else strict UTF-8, else detection over the whole file. Where
    several encodings explain the bytes equally well nothing is written, and ``--encoding``
    decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Problem, Stage
from scrubber.traits import FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document
    from scrubber.settings import Settings

CODE = "ENC001"
NAME = "legacy-encoding"
STAGE = Stage.SOURCE
NEEDS = {FILE}


def check(document: Document, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001
    """One problem for a file of another encoding, or for each line with foreign bytes."""
    origin = document.origin
    if origin.encoding not in ("utf-8", origin.written):
        message = f"the file was {origin.encoding} ({origin.evidence})"
        yield Problem((0, 0), message, done=True)
    for span in origin.repaired:
        yield Problem(span, f"the file was {origin.evidence}", done=True)
