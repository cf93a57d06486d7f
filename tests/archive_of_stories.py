"""Stories of invented words, and what becomes of a story when it is copied."""

from __future__ import annotations

import random
from itertools import count

_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "ol")]


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(1, 3)))


_WORDS = [_word(random.Random(n)) for n in range(4_000)]


def sentence(chance: random.Random) -> str:
    """A sentence."""
    words = [chance.choice(_WORDS) for _ in range(chance.randint(8, 20))]
    if chance.random() < 0.3:
        words[2] = str(chance.randint(3, 9_000))
    if chance.random() < 0.5:
        words[4] = words[4].capitalize()
    return " ".join(words).capitalize() + "."


def story(seed: int, paragraphs: int = 5) -> str:
    """A story that no other seed tells."""
    chance = random.Random(seed)
    parts = [" ".join(chance.choice(_WORDS) for _ in range(6)).capitalize()]
    parts += [" ".join(sentence(chance) for _ in range(3)) for _ in range(paragraphs)]
    return "\n\n".join(parts)


def edited(text: str, share: float, seed: int) -> str:
    """The text with a share of its words lost, doubled by another, or replaced."""
    chance = random.Random(seed)
    lines = []
    for line in text.split("\n"):
        words = []
        for word in line.split(" "):
            if chance.random() >= share or not word[:1].islower():
                words.append(word)
            elif (what := chance.random()) < 1 / 3:
                words += [word, chance.choice(_WORDS)]
            elif what < 2 / 3:
                words.append(chance.choice(_WORDS))
        lines.append(" ".join(words))
    return "\n".join(lines)


def report(seed: int) -> str:
    """A report by a form: the same words each time, with other names and numbers."""
    chance = random.Random(seed)
    name, rival, town = (chance.choice(_WORDS).capitalize() for _ in range(3))
    return (
        f"{name} wins in {town}\n\n"
        f"{name} beat {rival} by {chance.randint(1, 99)} to {chance.randint(1, 99)} at the arena "
        f"of {town} in front of a crowd of {chance.randint(1_000, 60_000)} last night.\n\n"
        "The visitors, who have now lost three of their last five matches, drop in the table. "
        f"Coach {chance.choice(_WORDS).capitalize()} said that the team had worked hard all week.\n"
        "\nTickets remain available from the shop of the club and on its pages. The next match "
        f"begins at {chance.randint(1, 9)}.{chance.randint(10, 59)} in {town}."
    )


def plug(site: str) -> str:
    """What a site puts under its articles."""
    return (
        f"Sign up for the letter that {site} sends each morning, with the stories of the day, "
        "delivered to your door. By joining you agree to the terms of use that apply."
    )


def archive() -> list[tuple[str, str, str]]:
    """Rows of id, story and text: stories with copies of each kind, reports, and furniture."""
    rows: list[tuple[str, str, str]] = []
    numbers = count()

    def add(name: str, text: str) -> None:
        rows.append((f"a{next(numbers) * 7919 % 100_003:06}", name, text))

    for seed in range(60):
        text = story(seed)
        site = plug(f"the {_WORDS[seed % 7]}")
        add(f"story {seed}", f"{text}\n\n{site}" if seed % 2 else text)
        if seed % 3 == 0:
            add(f"story {seed}", edited(text, 0.1, seed))
            add(f"story {seed}", f"{text}\n\n{plug('the other one')}")
        if seed % 5 == 0:
            add(f"story {seed}", " ".join(text.split())[: len(text) * 2 // 3])
    for seed in range(40):
        add(f"report {seed}", report(seed))
    return rows
