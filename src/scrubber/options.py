"""Options as the library takes them in; checked settings out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrubber.settings import FURNITURE_CHOICES, QUOTE_STYLES, Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

_DEFAULT = Settings()


def from_options(**options: Any) -> Settings:
    """Settings from keywords, as the library takes them.

    Raises:
        ValueError: an unknown option, value or code; the message names the closest one.
    """
    if not options:
        return _DEFAULT
    for name in options:
        if name not in Settings._fields:
            raise _unknown("option", name, sorted(Settings._fields))
    for name in ("select", "ignore"):
        if name in options:
            options[name] = _codes(name, options[name])
    if options.get("profile") is not None:
        from scrubber.learn.profile import profile_of

        options["profile"] = profile_of(options["profile"])
    settings = Settings(**options)
    if settings.quotes not in QUOTE_STYLES:
        raise _unknown("quotes", settings.quotes, QUOTE_STYLES)
    if settings.furniture not in FURNITURE_CHOICES:
        raise _unknown("furniture", settings.furniture, FURNITURE_CHOICES)
    if settings.site is not None and not isinstance(settings.site, str):
        raise ValueError(f"site takes a string, not {settings.site!r}")
    if settings.lang is not None:
        check_language(settings.lang)
    return settings


def _codes(name: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, str) or not hasattr(value, "__iter__"):
        raise ValueError(f"{name} takes a list of codes, not {value!r}")
    codes = tuple(value)
    check_codes(codes)
    return codes


def check_codes(codes: tuple[str, ...]) -> None:
    """Make sure that each of ``codes`` is a rule's, or the beginning of one.

    Raises:
        ValueError: one is not; the message names the closest one.
    """
    from scrubber.rules import all_rules

    known = sorted(rule.code for rule in all_rules())
    for code in codes:
        if not code or not any(rule.startswith(str(code)) for rule in known):
            from scrubber.closest import hint

            raise ValueError(f"unknown rule {code!r}: {hint(str(code).upper(), known)}")


def check_language(lang: str) -> None:
    """Make sure that ``lang`` is a language tag whose quotation marks are known.

    Raises:
        ValueError: it is not; the message names the closest one.
    """
    from scrubber.quotes.languages import closest_tag, is_known

    if not isinstance(lang, str) or not is_known(lang):
        close = closest_tag(str(lang))
        hint = f"did you mean {close}?" if close else "it takes a tag such as en, de or pt-BR"
        raise ValueError(f"unknown language {lang!r}: {hint}")


def _unknown(what: str, value: object, known: Iterable[str]) -> ValueError:
    from scrubber.closest import unknown

    return ValueError(unknown(what, value, known))
