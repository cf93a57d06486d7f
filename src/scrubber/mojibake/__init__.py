"""Mojibake: text in which UTF-8 was read by another codec, found and undone."""
