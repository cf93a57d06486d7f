"""What went wrong with a file, in one sentence: the path, what is wrong, what to do."""

from __future__ import annotations

import errno

_ADVICE = {
    errno.ENOENT: "no such file or folder; check the path",
    errno.ENOTDIR: "a part of the path is not a folder; check the path",
    errno.EISDIR: "is a folder where a file is meant; name a file",
    errno.EACCES: "permission denied; check who may read and write it",
    errno.EPERM: "permission denied; check who may read and write it",
    errno.ENOSPC: "the disk is full, nothing was changed; free some space and run again",
    errno.EDQUOT: "the disk quota is used up, nothing was changed; free some space and run again",
    errno.EFBIG: "the file would exceed the size limit, nothing was changed; raise the limit",
    errno.EROFS: "the file system is read-only; write elsewhere with -o",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
    errno.ELOOP: "the link leads to itself; mend the link",
    errno.EMFILE: "too many open files; raise the limit or name fewer",
}


class JournalError(Exception):
    """The old bytes of a file could not be kept, so it must not be replaced."""


def sentence(path: str, error: Exception) -> str:
    """``error`` as one sentence about ``path``."""
    if isinstance(error, OSError):
        return f"{path}: {_reason(error)}"
    return f"{path}: {error}"


def _reason(error: OSError) -> str:
    if error.errno in _ADVICE:
        return _ADVICE[error.errno]
    if isinstance(error, PermissionError):
        return f"{error.strerror}; allow writing it or use -o"
    return f"{(error.strerror or str(error)).lower()}; nothing was changed, run again"
