"""Bytes of a file in, its text and what reading it told out; and the way back, to UTF-8."""

from __future__ import annotations

import codecs

from scrubber.decode.errors import DecodeError
from scrubber.model import Origin
from scrubber.newlines import read_newlines, write_newlines

__all__ = ["DecodeError", "decode", "encode"]

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_SIGNATURES = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(
    data: bytes, encoding: str | None = None, source_format: str = "text"
) -> tuple[str, Origin]:
    r"""The text of a file, its lines ending in ``\n``, and where it came from.

    A byte order mark decides, else the escapes of ISO-2022-JP, else strict UTF-8, else what an
    HTML source declares, else UTF-8 but for some bytes, else detection over the whole file. The
    text of a file that mixes line ends keeps its carriage returns.

    Args:
        data: the whole file.
        encoding: the name of a codec that overrides all of this.
        source_format: ``html`` for a file that may declare its encoding.

    Raises:
        DecodeError: the data is binary, undecidable, or not of ``encoding``.
        ValueError: there is no such encoding.
    """
    if encoding is not None:
        text, origin = _decode_as(data, encoding)
    elif source_format == "html":
        text, origin = _decode_html(data)
    else:
        text, origin = _decode(data)
    text, newline = read_newlines(text)
    return text, origin._replace(newline=newline, whole_file=True)


def encode(text: str, origin: Origin) -> bytes:
    r"""The bytes to write: without a mark, the line end of ``origin`` for each ``\n``.

    Characters that the declared encoding of an HTML source lacks become numeric references.

    Raises:
        UnicodeEncodeError: the text holds a lone surrogate, which no encoding can write.
    """
    errors = "strict" if origin.written == "utf-8" else "xmlcharrefreplace"
    return write_newlines(text, origin.newline).encode(origin.written, errors)


def _decode_html(data: bytes) -> tuple[str, Origin]:
    """The text of an HTML source, which keeps the encoding that it declares."""
    from scrubber.decode.declared import declared_codec

    codec = declared_codec(data)
    is_signed = any(data.startswith(mark) for mark, _ in _SIGNATURES)
    if codec in (None, "utf-8") or is_signed or _is_utf8(data):
        text, origin = _decode(data)
        if codec and (is_signed or data.isascii()):
            origin = origin._replace(written=codec)
        return text, origin
    try:
        return data.decode(codec), Origin(codec, "as it declares", written=codec)
    except UnicodeDecodeError:
        text, origin = _decode(data)
        return text, origin._replace(written=codec)


def _is_utf8(data: bytes) -> bool:
    """Whether there are characters beyond ASCII, in UTF-8."""
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


def _decode(data: bytes) -> tuple[str, Origin]:
    for mark, name in _SIGNATURES:
        if data.startswith(mark):
            return _decode_signed(data[len(mark) :], name)
    read = _decode_utf8(data, Origin())
    if b"\x1b$" in data and (japanese := _decode_japanese(data)):
        return japanese
    if read is None:
        from scrubber.decode.detect import detect

        read = detect(data)
    return read


def _decode_japanese(data: bytes) -> tuple[str, Origin] | None:
    """The text of ISO-2022-JP, which is ASCII with escape sequences; None where it is not that."""
    try:
        text = data.decode("iso2022_jp_3")
    except UnicodeDecodeError:
        return None
    is_whole = "\x1b" not in text
    return (text, Origin("iso2022_jp", "its escape sequences")) if is_whole else None


def _decode_signed(data: bytes, name: str) -> tuple[str, Origin]:
    """The text behind a byte order mark, which decides."""
    if name == "utf-8":
        read = _decode_utf8(data, Origin(bom=True))
        if read is None:
            raise DecodeError(
                "the file begins with the byte order mark of UTF-8 but is not UTF-8: "
                "name its encoding with --encoding"
            )
        return read
    origin = Origin(encoding=name, evidence="its byte order mark", bom=True)
    return _decode_strictly(data, name), origin


def _decode_utf8(data: bytes, origin: Origin) -> tuple[str, Origin] | None:
    """The text of UTF-8, strict or but for some bytes; None where it is something else."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        from scrubber.decode.patch import decode_patched

        return decode_patched(data, origin)
    return None if "\0" in text and _is_binary(text) else (text, origin)


def _is_binary(text: str) -> bool:
    from scrubber.decode.detect import is_binary

    return is_binary(text)


def _decode_as(data: bytes, encoding: str) -> tuple[str, Origin]:
    """The text in the encoding that the user named; its own byte order mark is no part of it."""
    try:
        name = codecs.lookup(encoding).name
        b"\0\0\0\0".decode(name)
    except LookupError:
        from scrubber.decode.detect import known_names

        raise ValueError(f"unknown encoding {encoding!r}: {known_names(encoding)}") from None
    bom = False
    for mark, signed in _SIGNATURES:
        if data.startswith(mark) and signed.startswith(name.removesuffix("-sig")):
            data, name, bom = data[len(mark) :], signed, True
            break
    if name in ("utf-8", "utf-8-sig"):
        read = _decode_utf8(data, Origin(bom=bom))
        if read is not None:
            return read
        name = "utf-8"
    return _decode_strictly(data, name), Origin(name, "named by --encoding", bom=bom)


def _decode_strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise DecodeError(
            f"the file is not {name}: byte {error.start} (0x{data[error.start]:02x}) has no "
            "reading in it; name another with --encoding"
        ) from error
