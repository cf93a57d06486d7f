"""``python -m scrubber``: the same as the command."""

from scrubber.cli import main

if __name__ == "__main__":
    main()
