"""Findings for readers and for programs: outcomes in, text out. Nothing here reads or writes."""
