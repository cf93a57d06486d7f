"""``python -m scrubber`` and the command: loads it, and runs it."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command; an interrupt while it loads ends it as a later one would."""
    try:
        from scrubber.cli import main as run
    except KeyboardInterrupt:
        sys.stderr.write("scrubber: interrupted\n")
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
