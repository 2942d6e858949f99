"""Schema of single values of an engagement, each under its dotted path (`sla.credits.monthly_cap`).

None stands for a value that is not stated. What stands in a list has no path of its own.
"""

from collections.abc import Iterator, Mapping

from docgen.read.schemas.engagement import ENGAGEMENT
from docgen.read.schemas.fields import Field


def _leaves(fields: Mapping[str, Field], above: str = "") -> Iterator[tuple[str, Field]]:
    for name, field in fields.items():
        path = above + name
        if field["type"] == "dict":
            yield from _leaves(field.get("schema", {}), f"{path}.")
        elif field["type"] != "list":
            yield path, {**field, "required": False, "nullable": True}


LEAVES: dict[str, Field] = dict(_leaves(ENGAGEMENT))
