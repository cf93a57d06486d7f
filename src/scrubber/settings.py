"""What a user may choose, as one hashable value; it knows nothing of what reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from scrubber.learn.profile import Profile

QUOTE_STYLES = ("keep", "consistent", "curly", "straight")
FURNITURE_CHOICES = ("keep", "end", "drop")


class Settings(NamedTuple):
    """The settings of a run. Equal settings and equal text give equal results."""

    select: tuple[str, ...] = ()
    """Codes or prefixes of the rules to run; none means all."""
    ignore: tuple[str, ...] = ()
    """Codes or prefixes of the rules to leave out."""
    unsafe_fixes: bool = False
    quotes: str = "consistent"
    lang: str | None = None
    """BCP 47 language of the text; None: guessed where a rule needs it."""
    profile: Profile | None = None
    """Blocks that recur across the articles of a site."""
    furniture: str = "keep"
    """What is done with them, where their row does not say."""
    site: str | None = None
    """The site that the text is from, as the profile calls it."""

    def selects(self, code: str) -> bool:
        """Whether the rule ``code`` runs under these settings: the longer prefix wins."""
        chosen = max((len(p) for p in self.select if code.startswith(p)), default=-1)
        left_out = max((len(p) for p in self.ignore if code.startswith(p)), default=-1)
        if not self.select:
            return left_out < 0
        return chosen >= 0 and chosen > left_out
