"""A survey and its matches in, runs of blocks that repeat others as a whole out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrubber.blocks.forms import Form

if TYPE_CHECKING:
    from scrubber.copies.matches import Matches
    from scrubber.copies.survey import Survey

IN_RUN = 25
"""Words of running prose that a run of blocks needs."""
_MOST_PLACES = 4


class Run(NamedTuple):
    """``length`` blocks from ``later`` that match those from ``earlier``."""

    earlier: int
    later: int
    length: int
    earlier_goes: bool
    """The later ones are more complete and stay."""

    def pairs(self) -> list[tuple[int, int]]:
        """The blocks that go, each with the one that stays for it."""
        both = [(self.earlier + n, self.later + n) for n in range(self.length)]
        return both if self.earlier_goes else [(later, earlier) for earlier, later in both]


class RunFinder:
    """Finds the runs of a document, from its beginning on. Each block goes once at most.

    A run grows, up and down, from a block that is a copy by itself. What goes with it is judged
    by its form.
    """

    def __init__(self, survey: Survey, matches: Matches) -> None:
        self._survey = survey
        self._matches = matches
        self.gone: dict[int, int] = {}
        """Blocks that go, each with the one that stays for it; that may go for yet another."""
        self._places: dict[str, list[int]] = {}

    def find(self) -> list[Run]:
        """The runs in order of their later blocks."""
        found = []
        for at, key in enumerate(self._survey.keys):
            places = self._places.setdefault(key, [])
            if at not in self.gone:
                found += self._runs_from(at, places)
            if at not in self.gone and len(places) < _MOST_PLACES:
                places.append(at)
        return found

    def _runs_from(self, at: int, places: list[int]) -> list[Run]:
        others = [i for i in self._matches.partners(at) if i < at]
        if not (places or others) or not self._may_be_copy(at):
            return []
        best: list[Run] = []
        for earlier in (*places, *others):
            if earlier in self.gone:
                continue
            runs = self._grown(earlier, at)
            if runs and (not best or _size(runs) > _size(best)):
                best = runs
        for run in best:
            self.gone.update(run.pairs())
        return best

    def _may_be_copy(self, at: int) -> bool:
        survey = self._survey
        if not survey.is_prose(at) or self._matches.is_template(at):
            return False
        return survey.is_long(at) or survey.is_bio(at)

    def _grown(self, earlier: int, later: int) -> list[Run]:
        """The longest run around two blocks that match; or these alone; or none."""
        below = self._below(earlier, later)
        end = later + below
        is_whole = not self._goes_on(earlier + below + 1, end + 1)
        while end > later and not self._may_end(end):
            end -= 1
        start = later - self._above(earlier, later, end - later)
        while start < later and not self._may_lead(start, is_whole=is_whole):
            start += 1
        places = range(start, end + 1)
        if len(places) > 1 and self._makes_copy(places):
            return self._directed(start - later + earlier, places)
        if self._survey.is_long(later):
            return self._directed(earlier, range(later, later + 1))
        return []

    def _below(self, earlier: int, later: int) -> int:
        """How many blocks below match as well. The two runs do not overlap."""
        below, last = 0, len(self._survey.keys) - 1
        while later + below < last and earlier + below + 1 < later:
            if not self._match(earlier + below + 1, later + below + 1):
                break
            below += 1
        return below

    def _above(self, earlier: int, later: int, below: int) -> int:
        """How many blocks above match, in runs that go on for ``below`` blocks."""
        above = 0
        while above < earlier and later - above - 1 > earlier + below:
            if not self._match(earlier - above - 1, later - above - 1):
                break
            above += 1
        return above

    def _match(self, earlier: int, later: int) -> bool:
        if earlier in self.gone or later in self.gone:
            return False
        if earlier in self._survey.fixed or later in self._survey.fixed:
            return False
        return self._matches.are_same(earlier, later)

    def _goes_on(self, earlier: int, later: int) -> bool:
        """Whether a section goes on with a block that its copy has in other words or figures.

        Or with one that may not be removed, as a list of Markdown, which keeps its heading.
        """
        survey = self._survey
        if later >= len(survey.keys):
            return False
        if {earlier, later} <= survey.fixed:
            return not survey.is_bio(later - 1)
        return self._matches.are_variants(earlier, later)

    def _may_lead(self, at: int, *, is_whole: bool) -> bool:
        """Whether the first block of a run goes: a heading only with the whole of its section."""
        form = self._survey.form(at)
        return not form.is_set and (is_whole or form is not Form.LINE)

    def _may_end(self, at: int) -> bool:
        """Whether the last block of a run goes: not where it is a heading of what follows."""
        return not self._survey.form(at).is_set and not self._survey.is_heading(at)

    def _makes_copy(self, places: range) -> bool:
        """Whether the running prose in a run makes the whole of it a copy."""
        survey = self._survey
        prose = [i for i in places if survey.is_prose(i) and not self._matches.is_template(i)]
        if any(survey.is_long(i) for i in prose) and sum(survey.units[i] for i in prose) >= IN_RUN:
            return True
        return any(i - 1 in places and survey.is_bio(i) for i in prose)

    def _directed(self, earlier: int, places: range) -> list[Run]:
        """Runs of one direction each: the more complete blocks stay, of equal ones the earlier."""
        shift = places.start - earlier
        ways = [self._way(at - shift, at) for at in places]
        if -1 not in ways or 1 not in ways:
            return [Run(earlier, places.start, len(places), earlier_goes=1 in ways)]
        return [
            Run(at - shift, at, 1, earlier_goes=way > 0)
            for at, way in zip(places, ways, strict=True)
        ]

    def _way(self, earlier: int, later: int) -> int:
        """1 where the earlier block goes since the later one is more complete; -1 where not it."""
        relation = self._matches.relation(earlier, later)
        if relation is None or (relation.earlier_goes and relation.later_goes):
            return 0
        return 1 if relation.earlier_goes else -1


def _size(runs: list[Run]) -> int:
    return sum(run.length for run in runs)
