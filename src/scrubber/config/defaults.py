"""What holds where neither the command line nor a configuration file says anything."""

from __future__ import annotations

from typing import Any

EXCLUDED = (
    ".hg", ".svn", ".jj", ".tox", ".nox", "__pycache__", ".*_cache", ".ipynb_checkpoints", ".idea",
    ".vscode", "site-packages", "._*", "CMakeLists.txt", "robots.txt",
)  # fmt: skip
"""What is never an article: the state of tools, and files for programs."""

DEFAULTS: dict[str, Any] = {
    "select": (),
    "ignore": (),
    "unsafe-fixes": False,
    "strict": False,
    "quotes": "consistent",
    "lang": None,
    "encoding": None,
    "input-format": "auto",
    "text-field": None,
    "id-field": "id",
    "site-field": None,
    "site": None,
    "profile": None,
    "furniture": "keep",
    "exclude": EXCLUDED,
    "extend-exclude": (),
    "force-exclude": False,
    "per-file-ignores": {},
    "per-file-settings": {},
    "jobs": None,
    "cache": True,
    "baseline": None,
    "required-version": None,
}
"""By key, in the order in which keys are shown."""
