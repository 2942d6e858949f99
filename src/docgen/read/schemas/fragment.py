"""Schema of the front matter of a fragment, `engagements/<id>/changes/<name>.md`: what its reason is about."""

from docgen.read.schemas.fields import EDITORIAL, Field, many, name, text

FRAGMENT: dict[str, Field] = {
    "clauses": many(
        "clauses whose change the reason explains",
        name("clause", "penalites.plafond", refers="clause"),
        required=False,
        change=EDITORIAL,
    ),
    "values": many(
        "values whose change the reason explains, by path or by the beginning of one",
        text("a path", "sla.credits", most=200),
        required=False,
        change=EDITORIAL,
    ),
}
