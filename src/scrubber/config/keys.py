"""The table of configuration keys: each is called as the option it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrubber.config import kinds
from scrubber.formats import FORMATS
from scrubber.settings import FURNITURE_CHOICES, QUOTE_STYLES

if TYPE_CHECKING:
    from scrubber.config.kinds import Kind


class Key(NamedTuple):
    """What one key takes."""

    kind: Kind
    says: str
    """What it does, in a sentence."""


QUOTES, FORMAT = kinds.choice(*QUOTE_STYLES), kinds.choice(*FORMATS)
FURNITURE = kinds.choice(*FURNITURE_CHOICES)

PER_FILE = {
    "lang": kinds.LANGUAGE,
    "quotes": QUOTES,
    "encoding": kinds.ENCODING,
    "input-format": FORMAT,
    "text-field": kinds.TEXT,
    "id-field": kinds.TEXT,
    "site-field": kinds.TEXT,
    "site": kinds.TEXT,
}
"""Keys that may hold for some files alone."""

KEYS = {
    "select": Key(kinds.CODES, "Run only these rules; codes or prefixes of codes."),
    "ignore": Key(kinds.CODES, "Leave these rules out."),
    "unsafe-fixes": Key(kinds.FLAG, "Apply fixes marked unsafe as well."),
    "strict": Key(kinds.FLAG, "Checks exit with 1 for notes as well."),
    "quotes": Key(QUOTES, "Which quotation marks to write."),
    "lang": Key(kinds.LANGUAGE, "Language of the texts, such as de or pt-BR."),
    "encoding": Key(kinds.ENCODING, "Encoding of the sources; without it, detected."),
    "input-format": Key(FORMAT, "What the sources are; auto: by suffix."),
    "text-field": Key(kinds.TEXT, "Where records keep their text; dots lead into objects."),
    "id-field": Key(kinds.TEXT, "Where records keep their name."),
    "site-field": Key(kinds.TEXT, "Where records keep their site; without it, by their address."),
    "site": Key(kinds.TEXT, "The site that all sources are from, as the profile calls it."),
    "profile": Key(kinds.TEXT, "A file of what sites repeat, as 'learn' writes it."),
    "furniture": Key(FURNITURE, "What is done with what the profile names."),
    "exclude": Key(kinds.GLOBS, "Files and folders to leave out, in place of the default ones."),
    "extend-exclude": Key(kinds.GLOBS, "Files and folders to leave out besides."),
    "force-exclude": Key(kinds.FLAG, "Leave excluded paths out even where they are named."),
    "per-file-ignores": Key(kinds.CODES_BY_GLOB, "Rules to leave out, by glob."),
    "per-file-settings": Key(kinds.table_by_glob(PER_FILE), "Other settings, by glob."),
    "jobs": Key(kinds.COUNT, "Number of processes; without it, one for each processor."),
    "cache": Key(kinds.FLAG, "Pass over files that are known to need nothing."),
    "baseline": Key(kinds.TEXT, "A file of findings that 'check' leaves out."),
    "required-version": Key(kinds.TEXT, "Versions of scrubber that may run, such as >=0.2,<1."),
}
"""All keys, in the order in which they are shown."""
