"""Leftover HTML in text: what is a tag, a comment or a reference, and what stands in its place."""
