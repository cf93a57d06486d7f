"""Copies: which blocks of a document say again what another says, and which one stays."""
