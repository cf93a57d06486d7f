"""A site and its furniture in; the bios behind its articles, taken as furniture, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.learn.forms import is_paragraph
from scrubber.learn.kinds import Kind
from scrubber.learn.places import Place
from scrubber.learn.taking import take
from scrubber.order.bio import is_bio

if TYPE_CHECKING:
    from scrubber.learn.site import Site


def take_bios(site: Site, found: dict[str, str]) -> None:
    """Take bios that end the text: no paragraph but another bio stands behind one."""
    keys: list[str] = []
    for number, page in enumerate(site.pages):
        for at in range(len(page.blocks) - 1, 0, -1):
            block = page.blocks[at]
            if not site.has_text_before(number, at) or block.is_fixed:
                break
            if is_bio(block.text):
                keys.append(site.note(Place(number, at)))
            elif block.key not in found and is_paragraph(block.text):
                break
    take(site, found, Kind.BIO, keys)
