"""The site of a file: where it lies in, the name of the site it is from out."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from scrubber.files.source import Source


def site_of(source: Source) -> str:
    """The folder right below the one that was named; empty for what lies directly in it."""
    parts = PurePath(source.place).parts
    return parts[0] if source.root and len(parts) > 1 else ""


def site_among(sites: Collection[str], source: Source) -> str:
    """Which of ``sites`` a file is from: by its place, else by the nearest folder of that name."""
    site = site_of(source)
    if site in sites or not sites:
        return site
    path = source.path if source.root or source.path != "-" else source.name
    for folder in reversed(PurePath(os.path.abspath(path)).parent.parts):
        if folder in sites:
            return folder
    return site
