"""Files and folders: the only part of the package that touches a disk."""
