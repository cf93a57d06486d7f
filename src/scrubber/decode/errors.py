"""What is said of bytes that are not read."""


class DecodeError(ValueError):
    """The bytes are no text, or of no encoding that can be told. The message is one sentence."""
