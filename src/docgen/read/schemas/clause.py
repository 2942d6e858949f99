"""Schema of the front matter of a clause."""

from docgen.model.changes import ChangeClass
from docgen.read.schemas.duties import COMMITMENTS
from docgen.read.schemas.effects import EFFECTS
from docgen.read.schemas.fields import (
    AMENDMENT,
    EDITORIAL,
    Field,
    choice,
    day,
    group,
    many,
    name,
    table,
    text,
)
from docgen.read.schemas.waivers import WAIVERS

_ID = r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*"

_VALUES: Field = {
    "type": "dict",
    "meta": {
        "title": "values of the engagement that the position stands for, by dotted path",
        "change": AMENDMENT,
    },
}

_APPROVALS = many("approvals of the text, written by docgen approve", group("an approval", {
    "role": name("role that approved", "legal", change=EDITORIAL),
    "by": text("who approved for it", "Direction juridique", most=120, change=EDITORIAL),
    "stamp": text("stamp of the text that was approved", "0f3c9a5de1b27846", pattern="[0-9a-f]{16}", change=EDITORIAL),
}, change=EDITORIAL), required=False, least=0, change=EDITORIAL)  # fmt: skip

MASTER: dict[str, Field] = {
    "id": text("identifier: topic, dot, name, as the path of the file", "penalites.plafond", pattern=_ID),
    "title": text("title, printed", "Plafonnement des pénalités", most=160, change=EDITORIAL),
    "owner": name("role that answers for the text", "legal", required=False),
    "change": choice("class of a change of the text", ChangeClass, required=False),
    "when": text("condition under which the clause applies", "facts.personal_data", required=False, most=400),
    "requires": many("clauses that must stand in the same pack", name("clause", "penalites.assiette", refers="clause"), required=False, least=0),
    "conflicts": many("clauses that must not stand in the same pack", name("clause", "penalites.liberatoires", refers="clause"), required=False, least=0),
    "satisfies": many("requirements that the clause fulfils", text("requirement", most=80), required=False, least=0),
    "derogates": many("articles of the general terms that the clause departs from", text("article, what it is about, or both", "CCAG-TIC 14 : pénalités", most=120), required=False, least=0),
    "speaks_of": many("kinds of delay that the text may print; any when absent", text("a kind", "payment", most=40), required=False),
    **EFFECTS,
    **COMMITMENTS,
    "review_by": day("when the text must be reviewed at the latest", "2027-11-30", required=False),
    "term": text("the term, when the clause defines one", "GTI", required=False, most=80),
    "forms": many("other forms of the term", text("a form", "Incidents", most=80), required=False, least=0),
    "values": _VALUES,
    "approvals": _APPROVALS,
    "waivers": WAIVERS,
}  # fmt: skip

VARIANT: dict[str, Field] = {
    "title": {**MASTER["title"], "required": False},
    "term": MASTER["term"],
    "forms": MASTER["forms"],
    "rationale": text("why one would accept this position", required=False),
    "approver": name("role that must approve the position", "legal", required=False),
    "values": _VALUES,
    **EFFECTS,
    **COMMITMENTS,
    "without": {
        **table(
            "what the master says and this short text leaves out on purpose, by field (`values` for values that are printed)",
            "field",
            many("values or claims left out", text("a value or a claim", "liability.cap_floor", most=200)),
        ),
        "required": False,
    },
    "translates": text("stamp of the master text that this translates", required=False, most=80),
    "approvals": _APPROVALS,
    "waivers": WAIVERS,
}
