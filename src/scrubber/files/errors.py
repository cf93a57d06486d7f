"""What went wrong with a file, in one sentence: the path, what is wrong, what to do."""

from __future__ import annotations

import errno

_ADVICE = {
    errno.ENOENT: "no such file or folder; check the path",
    errno.ENOTDIR: "a part of the path is not a folder; check the path",
    errno.EEXIST: "a part of the path is not a folder; check the path",
    errno.EISDIR: "is a folder where a file is meant; name a file",
    errno.EACCES: "permission denied; check who may read and write it",
    errno.EPERM: "permission denied; check who may read and write it",
    errno.ENOSPC: "the disk is full, nothing was changed; free some space and run again",
    errno.EDQUOT: "the disk quota is used up, nothing was changed; free some space and run again",
    errno.EFBIG: "the file would exceed the size limit, nothing was changed; raise the limit",
    errno.EROFS: "the file system is read-only; write elsewhere with -o",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
    errno.ELOOP: "the link leads to itself; mend the link",
    errno.EBADF: "is closed; redirect it",
    errno.EMFILE: "too many open files; raise the limit or name fewer",
}


_ESCAPES = {code: repr(chr(code))[1:-1] for code in (*range(32), *range(127, 160), 0x2028, 0x2029)}
_OTHER_FORMATS = {
    b"%PDF": "is a PDF, no text; extract its text first",
    b"PK\x03\x04": "is a ZIP file or an office document, no text; extract its text first",
    b"\x1f\x8b": "is gzip data, no text; decompress it first",
    b"BZh": "is bzip2 data, no text; decompress it first",
    b"\x28\xb5\x2f\xfd": "is zstd data, no text; decompress it first",
}


class JournalError(Exception):
    """The old bytes of a file could not be kept, so it must not be replaced."""


def visible(path: str) -> str:
    """A path as it stands in a line: its control characters as escapes."""
    return path.translate(_ESCAPES) or "''"


def sentence(path: str, error: Exception) -> str:
    """``error`` as one sentence about ``path``."""
    if isinstance(error, OSError):
        return f"{visible(path)}: {reason(error)}"
    return f"{visible(path)}: {error}"


def other_format(data: bytes) -> str | None:
    """What to say of a file that is no text, where its first bytes tell what it is."""
    says = (why for start, why in _OTHER_FORMATS.items() if data.startswith(start))
    return next(says, None)


def reason(error: OSError) -> str:
    """What is wrong, and what to do."""
    if "temporary directory" in (error.strerror or ""):  # as tempfile says where it finds none
        return "no folder takes temporary files; set TMPDIR to one that does"
    if error.errno in _ADVICE:
        return _ADVICE[error.errno]
    if error.errno is None and error.strerror:  # one of ours
        return error.strerror
    return f"{(error.strerror or str(error)).lower()}; nothing was changed, run again"
