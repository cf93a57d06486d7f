"""The command: arguments in, exit code out. Each command is one module, imported when it is run."""

from __future__ import annotations

import errno
import gc
import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from scrubber import __version__

COMMANDS = {
    "clean": "Clean text and write the result.",
    "check": "List findings; write nothing.",
    "dedupe": "Find near-duplicate articles.",
    "report": "Show before and after as a page.",
    "learn": "Find what the articles of a site repeat.",
    "undo": "Restore what an in-place run changed.",
    "log": "List in-place runs.",
    "rule": "Explain a rule, or list all rules.",
    "config": "Show each setting and where it comes from.",
}
"""Each a module of this package, with what the help page says of it."""

EXAMPLES = """\b
Examples:
  scrubber clean article.txt > clean.txt     clean one file to standard output
  cat article.txt | scrubber clean -         the same in a pipe
  scrubber clean -i posts/                   clean a folder in place
  scrubber clean --diff article.txt          see what would change
  scrubber check posts/                      list findings, change nothing
  scrubber learn scraped/ -o profile.jsonl   find what every article of a site repeats
  scrubber rule DUP001                       what a rule does and why it is safe
"""

EXIT_CODES = """\b
Exit codes:
  0    done; nothing to fix (check, --check, --diff)
  1    something to fix (check, --check, --diff)
  2    a usage error, or a file that could not be read, cleaned or written
  130  interrupted
"""


class LazyGroup(click.Group):
    """A group whose commands are modules of this package, imported only when needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of all commands, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command ``cmd_name``, or None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"{__name__}.{cmd_name}").command
        assert isinstance(command, click.Command)
        command.short_help = COMMANDS[cmd_name]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands as groups do, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; when nobody reads its output any more, end as other filters do."""
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _die_of_closed_pipe()
        return status

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command named first, or fail with the closest name."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from scrubber.closest import closest

            close = closest(args[0], COMMANDS, cutoff=0.6)
            if close is None and os.path.lexists(args[0]):
                close = f"clean {args[0]}"
            hint = f" Did you mean {close!r}?" if close else ""
            raise click.UsageError(f"No such command {args[0]!r}.{hint}", ctx) from error


@click.command(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=f"{EXAMPLES}\n{EXIT_CODES}",
)
@click.version_option(__version__, message="scrubber %(version)s")
def cli() -> None:
    """Clean scraped article text.

    Repairs broken encoding, makes mixed quotes consistent, removes leftover markup and repeated
    blocks such as an author bio pasted twice, and puts paragraphs stranded behind the bio back
    where they belong. Clean text is never touched, nothing is lost, every change is explained.
    """


def main() -> NoReturn:
    """Run the command and end the process with its exit code."""
    _open_what_is_closed()
    _let_any_name_through()
    try:
        status: Any = cli.main(prog_name="scrubber", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        if isinstance(error, click.NoSuchOption):
            _hint_at_file(sys.argv[1:])
        status = 2
    except (click.Abort, KeyboardInterrupt):
        _ignore_interrupts()
        click.echo("scrubber: interrupted", err=True)
        status = 130
    except Exception as error:
        click.echo(f"scrubber: {_fault(error)}", err=True)
        _drop_output()
        status = 2
    if "signal" in sys.modules:  # else the run was short, and shorter still without the import
        _ignore_interrupts()
    gc.freeze()  # what is left goes with the process: looking for cycles in it takes a while
    sys.exit(status if isinstance(status, int) else 0)


def _open_what_is_closed() -> None:
    """A standard stream that is closed fails when it is used, and no other file takes its place."""
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_WRONLY), encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def _let_any_name_through() -> None:
    """File names that are no text go out as the bytes they are; signs that do not fit, escaped."""
    stdout: Any = sys.stdout
    if hasattr(stdout, "reconfigure"):
        is_utf8 = stdout.encoding.lower().replace("-", "") == "utf8"
        stdout.reconfigure(errors="surrogateescape" if is_utf8 else "backslashreplace")


def _hint_at_file(args: list[str]) -> None:
    """Say how to name a file whose name reads as an option."""
    for arg in args:
        if arg.startswith("-") and os.path.lexists(arg):
            click.echo(f"For the file of that name write ./{arg}", err=True)


def _fault(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        from scrubber.cli.stdout import NAME
        from scrubber.files.errors import reason, sentence

        # what an error is about that names no file
        nameless = {errno.EBADF: NAME, errno.ENOSPC: NAME, errno.ENOENT: "the working folder"}
        place = error.filename or nameless.get(error.errno or 0)
        return sentence(str(place), error) if place else reason(error)
    kind = type(error).__name__
    return f"internal error ({kind}: {error}); nothing was written. Please report it."


def _ignore_interrupts() -> None:
    """Another interrupt is too late: the process is about to end, with its own exit code."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _drop_output() -> None:
    """What could not be written is not tried again when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _die_of_closed_pipe() -> NoReturn:
    """End quietly, by the signal that a closed pipe sends."""
    _drop_output()
    if sys.platform != "win32":
        import signal

        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGPIPE)
    sys.exit(1)
