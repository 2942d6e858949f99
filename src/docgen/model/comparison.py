"""Two states of a pack side by side, for a redline and an amendment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from docgen.model.changes import Changes

if TYPE_CHECKING:  # a pack can be checked without the tree
    from docgen.model.document import Block, Division


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states: its version (or another name), its day, the day it was signed."""

    version: str
    day: date
    signed: date | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The blocks of a clause before and after, () where it was absent."""

    old: "tuple[Block, ...]" = ()
    new: "tuple[Block, ...]" = ()


@dataclass(frozen=True, slots=True)
class Act:
    """A signed act of the contract: `number` 0 for the contract itself, from 1 for its amendments."""

    number: int
    version: str
    signed: date


@dataclass(frozen=True)
class Comparison:
    """The changes from one state to another.

    `text` is a division for each document, with the words removed and added marked; `passages` holds both wordings of
    each clause that changed, by document and clause. `acts` are those signed before, for an amendment.
    """

    old: Side
    new: Side
    changes: Changes
    text: "tuple[Block | Division, ...]" = ()
    passages: Mapping[tuple[str, str], Passage] = field(default_factory=dict)
    acts: tuple[Act, ...] = ()
