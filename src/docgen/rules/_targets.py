"""Names of clauses: which of them is near to one that does not exist."""

from collections.abc import Callable, Iterable

from docgen.text.diagnostics import nearest

MOST_COMPARED = 40


def neighbours(known: Iterable[str]) -> Callable[[str, str], str]:
    """A function of a name and a default hint: the hint with the id nearest to the name.

    Only ids with the same topic or the same name under it are compared: a library has thousands, and a renamed topic
    makes as many faults.
    """
    groups: dict[str, list[str]] = {}

    def near(name: str, otherwise: str) -> str:
        if not groups:
            for other in known:
                topic, _, last = other.partition(".")
                groups.setdefault(f"{topic}.", []).append(other)
                groups.setdefault(f".{last}", []).append(other)
        topic, _, last = name.partition(".")
        alike = [*groups.get(f".{last}", ())[:MOST_COMPARED], *groups.get(f"{topic}.", ())[:MOST_COMPARED]]
        return nearest(name, alike) or otherwise

    return near
