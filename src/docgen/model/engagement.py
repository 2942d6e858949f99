"""The facts of one deal, typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docgen.model.clause import Waiver
from docgen.model.escalation import Escalation
from docgen.model.governance import Committee, Contacts, Person
from docgen.model.raci import Raci
from docgen.model.services import Service, ServiceLevels
from docgen.text.source import Span

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Engagement:
    """One engagement: `values` is the whole file as nested mappings of typed quantities (the paths that clauses
    print), the other fields are the parts that blocks, rules and arithmetic work on.

    `spans` and `keys` give the place of each value and key, in the part or in the house terms where it stands.
    """

    id: str
    language: str
    title: str
    values: Mapping[str, Any]
    people: Mapping[str, Person]
    contacts: Contacts
    committees: tuple[Committee, ...]
    services: tuple[Service, ...]
    sla: ServiceLevels
    raci: Raci
    escalation: Escalation
    waivers: tuple[Waiver, ...] = ()
    path: str = ""
    spans: Mapping[Path, Span] = field(default_factory=dict)
    keys: Mapping[Path, Span] = field(default_factory=dict)

    def at(self, *path: str | int) -> Span:
        """The place of a value, or of its nearest parent that stands in a file."""
        while path and path not in self.spans:
            path = path[:-1]
        return self.spans.get(path, Span(self.path))

    def key(self, *path: str | int) -> Span:
        """The place of the key of a value."""
        return self.keys.get(path) or self.at(*path)

    def person(self, person_id: str) -> Person | None:
        """A person by id."""
        return self.people.get(person_id)
