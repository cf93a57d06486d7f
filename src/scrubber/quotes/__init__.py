"""Quotation marks of every language: which stand in a text, what each is, what to write instead."""
