"""Names of clauses: which of them are near to one that does not exist."""

from collections.abc import Iterable, Mapping
from typing import Any

from docgen.text.diagnostics import nearest

_COMPARED = 300  # comparing a name with all those of a large library costs more than judging it


def near(name: str, known: Mapping[str, Any] | frozenset[str], otherwise: str) -> str:
    """A hint with the id nearest to `name`: of its own topic, or of another topic under the same name."""
    topic, _, last = name.partition(".")
    candidates: Iterable[str] = known
    if len(known) > _COMPARED:
        candidates = [other for other in known if other.startswith(f"{topic}.") or other.endswith(f".{last}")]
    return nearest(name, candidates) or otherwise
