r"""scrubber cleans scraped article text: encoding, quotes, leftover markup, copies, order.

>>> import scrubber
>>> scrubber.clean("Two  blanks.\n").text
'Two blanks.\n'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scrubber.model import Finding, ProofError, Result, Safety

__version__ = "0.1.0"
__all__ = ["Finding", "ProofError", "Result", "Safety", "__version__", "check", "clean"]


def clean(text: str, **options: Any) -> Result:
    """Clean ``text``; the keywords are called as the command's options are.

    Args:
        text: a plain text, of any length. It keeps its ending and its kind of line end.
        **options: ``quotes``, ``lang``, ``select``, ``ignore``, ``unsafe_fixes``, ``furniture``;
            ``profile``, the text of a profile or its rows, and ``site``, where the text is from.

    Raises:
        TypeError: ``text`` is no string.
        ValueError: an unknown option or value.
        ProofError: the result failed its proof, so there is none.
    """
    if not isinstance(text, str):
        raise TypeError(f"text is {type(text).__name__}, no str: decode bytes first")
    from scrubber.core import clean_text
    from scrubber.options import from_options

    return clean_text(text, from_options(**options))


def check(text: str, **options: Any) -> tuple[Finding, ...]:
    """The findings of ``clean`` alone, with the same arguments and errors."""
    return clean(text, **options).findings


def __getattr__(name: str) -> Any:
    """Give the nouns when they are asked for: the command must start without them."""
    if name in __all__:
        from scrubber import model

        return getattr(model, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
