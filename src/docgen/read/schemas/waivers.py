"""Schema of waivers: faults accepted on purpose, in the file of the fault.

A reason and an end are not required here: a waiver that lacks one is a fault of its own (DG341).
"""

from docgen.read.schemas.fields import EDITORIAL, Field, day, group, many, text

_WAIVER: dict[str, Field] = {
    "code": text("code of the fault", "DG325", pattern=r"DG\d{3,4}", change=EDITORIAL),
    "reason": text("why it is accepted", required=False, change=EDITORIAL),
    "until": day("last day of the waiver", "2027-06-30", required=False, change=EDITORIAL),
}

WAIVERS: Field = many(
    "faults accepted on purpose",
    group("a waiver", _WAIVER, change=EDITORIAL),
    required=False,
    least=0,
    change=EDITORIAL,
)

PLACED_WAIVERS: Field = many("faults accepted on purpose", group("a waiver", {
    **_WAIVER,
    "place": text("value to which it is limited, as a dotted path", "sla.indicators", required=False, most=200, change=EDITORIAL),
}, change=EDITORIAL), required=False, least=0, change=EDITORIAL)  # fmt: skip
