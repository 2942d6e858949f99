"""The matrix as rules read it: rows with their places, roles by id."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from docgen.model.engagement import Engagement, Path
from docgen.model.parties import PartyKind
from docgen.model.raci import Activity, Process, Role
from docgen.text.source import Span

PARTIES = frozenset((PartyKind.CLIENT, PartyKind.PROVIDER))
"""Who signs the contract and is bound by it; a third party is not."""


class Row(NamedTuple):
    """A row of the matrix that has letters, and its place."""

    activity: Activity
    process: Process
    path: Path
    engagement: Engagement

    @property
    def place(self) -> Span:
        """Where the activity is named."""
        return self.engagement.at(*self.path, "id")

    @property
    def letters_key(self) -> Span:
        """The word `letters` of the row."""
        return self.engagement.key(*self.path, "letters")

    def cell(self, role: str) -> Span:
        """The letters of a role."""
        return self.engagement.at(*self.path, "letters", role)


def every_row(engagement: Engagement) -> Iterator[Row]:
    """The rows of the matrix in order, those without letters as well."""
    for place, process in enumerate(engagement.raci.groups):
        for index, activity in enumerate(process.activities):
            yield Row(activity, process, ("raci", "groups", place, "activities", index), engagement)


def rows(engagement: Engagement) -> Iterator[Row]:
    """The rows that hold letters: an empty one has its own rule."""
    return (row for row in every_row(engagement) if row.activity.letters)


def roles(engagement: Engagement) -> Mapping[str, Role]:
    """The columns of the matrix by id."""
    return {role.id: role for role in engagement.raci.roles}


def parties(engagement: Engagement) -> Mapping[str, str]:
    """The party of each role."""
    return {role.id: role.party for role in engagement.raci.roles}


def has(letters: str, letter: str) -> bool:
    """True when a cell holds a letter ("A/R" holds both)."""
    return letter in letters.split("/")
