"""Schema: what a clause commits to, and the duties of the provider with their legal regime."""

from docgen.model.delivery import Regime
from docgen.model.duties import Act, Actor
from docgen.model.raci import RoleLevel
from docgen.read.schemas.fields import Field, choice, group, many, name, text

_DUTIES = many("who does what by the text", group("a part in an activity", {
    "activity": name("activity, as the responsibility matrix, a committee or a level of the escalation names it", "conduire-crise"),
    "by": choice("who acts: a party or both, the committee of a level or the competent one, the escalation", Actor),
    "act": choice("what is done; who advises is heard before the decision, who approves accepts what another decides", Act),
    "level": choice("level of the role that acts, where the text names one", RoleLevel, required=False),
    "within": text(
        "value that bounds it, by its path: a delay or a threshold; `services[].rto` is a value of each service",
        "security.incident_notice", required=False, most=120, pattern=r"[a-z_]+(\[\])?(\.[a-z_]+(\[\])?)*",
    ),
}), required=False, least=0)  # fmt: skip

_OBLIGATION = group("a duty", {
    "id": name("identifier", "disponibilite"),
    "duty": text("the duty", "tenir les taux de disponibilité"),
    "regime": choice("regime", Regime),
})  # fmt: skip


def obligations(title: str) -> Field:
    """Duties of the provider with their legal regime."""
    return many(title, _OBLIGATION, required=False, least=0)


COMMITMENTS: dict[str, Field] = {
    "duties": _DUTIES,
    "obligations": obligations("duties of the provider that the text states, with their legal regime"),
}
"""The fields of a clause that say what its text commits to."""
