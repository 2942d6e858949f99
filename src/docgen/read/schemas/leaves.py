"""Schema of single values of an engagement, each under its dotted path (`sla.credits.monthly_cap`).

None stands for a value that is not stated. The items of a list have no path of their own.
"""

from docgen.read.schemas.engagement import ENGAGEMENT
from docgen.read.schemas.fields import Field
from docgen.read.schemas.walk import every

LEAVES: dict[str, Field] = {
    ".".join(path): {**field, "required": False, "nullable": True}
    for path, field in every(ENGAGEMENT)
    if field["type"] not in ("dict", "list")
}
