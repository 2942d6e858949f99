"""Schema of what a clause does to the contract: fields of its front matter."""

from docgen.model.effects import Ender, Event, Extent
from docgen.read.schemas.fields import Field, choice, flag, group, many, text

_WHO = {
    Ender.CLIENT: "what the client may end by notice",
    Ender.PROVIDER: "what the provider may end by notice",
    Ender.EITHER: "what either party may end by notice or in court",
    Ender.OF_RIGHT: "what ends without notice",
    Ender.EXPIRY: "what ends with the term",
}
_EVENT = "|".join(Event)

EFFECTS: dict[str, Field] = {
    "ends": group(
        "what the clause ends, by who may end it",
        {str(who): choice(title, Extent, required=False) for who, title in _WHO.items()},
        required=False,
    ),
    "caps": many(
        "what the clause caps the liability for",
        choice("an event", Event),
        required=False,
        least=0,
    ),
    "lifts": many(
        "what the clause takes out of every cap: an event, or the path of the value that lists them",
        text("an event or a path", "liability.carve_outs", most=80, pattern=rf"{_EVENT}|[a-z_]+(\.[a-z_]+)+"),
        required=False,
        least=0,
    ),
    "survives": flag("the clause goes on binding after the end of the contract", required=False),
}
"""A position that states one of these states it for its own text; else the master's holds."""
