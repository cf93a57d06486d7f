"""Copies among the articles of archives: what reads them, keeps tables on disk, writes plans."""
