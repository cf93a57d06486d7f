"""A write is whole or did not happen."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from scrubber.files.source import find_sources
from scrubber.files.write import sweep, write_file

OLD, NEW = b"old bytes\n", b"new bytes, more of them\n"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(OLD)
    return path


def folder_names(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.parent.iterdir())


def test_replaces_the_content(target: Path) -> None:
    write_file(target, NEW)
    assert target.read_bytes() == NEW
    assert folder_names(target) == ["article.txt"]


def test_keeps_the_mode(target: Path) -> None:
    target.chmod(0o640)
    write_file(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_file(tmp_path / "new.txt", NEW)
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new.txt").stat().st_mode) == 0o640


def test_writes_through_a_link(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(target.name)
    write_file(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_refuses_a_read_only_file(target: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(PermissionError, match="is read-only"):
        write_file(target, NEW)
    assert target.read_bytes() == OLD


def test_refuses_a_file_that_changed_since_it_was_read(target: Path) -> None:
    seen = target.stat()
    target.write_bytes(b"somebody else's\n")
    with pytest.raises(OSError, match="changed while it was being cleaned"):
        write_file(target, NEW, expected=seen)
    assert target.read_bytes() == b"somebody else's\n"


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_a_failing_step_leaves_the_old_bytes(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path if step == "replace" else os, step, fail)
    with pytest.raises(OSError, match="No space left"):
        write_file(target, NEW)
    monkeypatch.undo()
    assert target.read_bytes() == OLD
    assert folder_names(target) == ["article.txt"]


KILLED_AT = """
import os, signal, sys
from pathlib import Path
from scrubber.files import write

def dying(*_):
    os.kill(os.getpid(), signal.SIGKILL)

step = sys.argv[2]
if step == "after replace":
    write.sync_folder = dying
else:
    setattr(Path if step == "replace" else os, step, dying)
write.write_file(Path(sys.argv[1]), b"new bytes, more of them\\n")
"""


WRITING = """
import sys
from pathlib import Path
from scrubber.files.write import replacing

with replacing(Path(sys.argv[1])) as file:
    print("begun", flush=True)
    sys.stdin.readline()
    file.write(b"new bytes, more of them\\n")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize("step", ["fsync", "chmod", "replace", "after replace"])
def test_killed_at_any_step_leaves_old_or_new_bytes(target: Path, step: str) -> None:
    run = subprocess.run([sys.executable, "-c", KILLED_AT, target, step], check=False)
    assert run.returncode == -signal.SIGKILL
    assert target.read_bytes() == (NEW if step == "after replace" else OLD)
    sources = [source.path for source in find_sources([str(target.parent)])]
    assert sources == [str(target)], "a temporary file left behind is taken for input"
    write_file(target, OLD)
    assert folder_names(target) == [target.name], "what was left is cleared away"


@pytest.mark.skipif(sys.platform == "win32", reason="needs locks")
def test_what_another_process_writes_is_not_cleared_away(target: Path) -> None:
    run = [sys.executable, "-c", WRITING, str(target)]
    with subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        sweep.cache_clear()
        write_file(target, OLD)
        process.communicate(b"go on\n")
    assert process.returncode == 0
    assert target.read_bytes() == NEW
    assert folder_names(target) == [target.name]


FULL_DISK = """
import resource, sys
sys.dont_write_bytecode = True  # it would be cut off at the limit, and stay
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
sys.argv = ["scrubber", "clean", "-i", sys.argv[1]]
from scrubber.cli import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs resource limits")
def test_a_full_disk_keeps_the_old_bytes(target: Path) -> None:
    old = b"A line that ends in blanks.  \n" * 500
    target.write_bytes(old)

    run = subprocess.run(
        [sys.executable, "-c", FULL_DISK, target], capture_output=True, text=True, check=False
    )
    assert run.returncode == 2
    assert "size limit, nothing was changed" in run.stderr
    assert target.read_bytes() == old
    assert folder_names(target) == ["article.txt"]
