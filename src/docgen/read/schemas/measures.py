"""Schema: what was measured in one month (`engagements/<id>/measures/<month>.yaml`)."""

from docgen.model.measures import Withdrawn
from docgen.model.sla import ExcludedCause
from docgen.read.schemas.fields import (
    OPERATIONAL,
    Field,
    choice,
    count,
    day,
    flag,
    group,
    many,
    money,
    month,
    name,
    number,
    table,
    text,
)

_EXCLUDED = tuple(cause for cause in ExcludedCause if cause is not ExcludedCause.PLANNED_MAINTENANCE)
INCIDENT_EXCLUSIONS = (*_EXCLUDED, *Withdrawn)
_INSTANT = "2027-10-04 08:15"


def _instant(title: str, *, required: bool = True) -> Field:
    return text(title, _INSTANT, required=required, most=40)


def _told(excluded: tuple[str, ...]) -> dict[str, Field]:
    return {
        "excluded": choice("cause for which it does not count", excluded, required=False),
        "reason": text(
            "justification of the exclusion", "coupure du réseau du site par le Client", required=False
        ),
        "cause": text(
            "event that it has in common with other failures", "baie de stockage", required=False, most=80
        ),
    }


def _recorded(fields: dict[str, Field]) -> dict[str, Field]:
    """The fields of a record of facts: a change of one binds nobody."""
    for field in fields.values():
        field["meta"]["change"] = OPERATIONAL
        inner = (
            field["schema"]["schema"]
            if field["type"] == "list" and "schema" in field["schema"]
            else field.get("schema", {})
        )
        _recorded(
            {name: rules for name, rules in inner.items() if isinstance(rules, dict) and "meta" in rules}
        )
        _recorded(
            {
                name: rules
                for name, rules in field.items()
                if name in ("valuesrules", "schema") and isinstance(rules, dict) and "meta" in rules
            }
        )
    return fields


INCIDENT: dict[str, Field] = {
    "id": name("number of the ticket", "INC-1042"),
    "service": name("service", "hebergement", refers="service"),
    "priority": name("priority at its closure", "P1", refers="priority"),
    "opened": _instant("when it was registered, or the alert if earlier"),
    "acknowledged": _instant("when a qualified person took it", required=False),
    "restored": _instant("when the service was usable again", required=False),
    "closed": _instant("when it was closed", required=False),
    "suspended": text(
        "suspensions: from/to and case, separated by ';'",
        "2027-10-04 10:15/2027-10-04 13:45 client",
        required=False,
    ),
    **_told(INCIDENT_EXCLUSIONS),
}

MEASURES: dict[str, Field] = _recorded({
    "period": month("month that was measured", "2027-10"),
    "before": group("what earlier months leave, in the first month only", {
        "applied": money("penalties due since the contract year began", "1 420.00 EUR", required=False),
        "lately": money("penalties due in the last twelve months", "1 420.00 EUR", required=False),
        "missed": table("consecutive missed periods", "indicator", count("periods", 1), required=False),
        "capped": count("consecutive months in which the monthly cap was reached", 0, required=False),
    }, required=False),
    "termination_notice": day("day of this month on which a termination was notified: no penalty comes back from then on", "2027-10-20", required=False),
    "incidents_file": text("incidents as a CSV file beside this one", "2027-10-incidents.csv", required=False, most=100, pattern=r"[A-Za-z0-9][A-Za-z0-9._-]*\.csv"),
    "incidents": many("incidents", group("an incident", INCIDENT), required=False, least=0, most=20_000),
    "interruptions": many("times during which a service could not be used", group("an interruption", {
        "service": name("service", "hebergement", refers="service"),
        "start": _instant("beginning"),
        "end": _instant("end"),
        **_told((*_EXCLUDED, Withdrawn.OUT_OF_SCOPE)),
    }), required=False, least=0, most=5_000),
    "maintenance": many("maintenances as they took place", group("a maintenance", {
        "services": many("services", name("service", "hebergement", refers="service")),
        "start": _instant("beginning"),
        "end": _instant("end"),
        "until": _instant("announced end", required=False),
        "announced": _instant("when the client was told", required=False),
        "reason": text("what was done", "mise à jour des hyperviseurs", required=False),
    }), required=False, least=0),
    "series": table("measured series", "indicator", group("a series", {
        "events": count("events that the rate counts", 637, required=False, most=100_000_000),
        "of": count("all events; answers of an average", 905, required=False, most=100_000_000),
        "value": number("the value measured", "4.3", required=False),
        "values": many("the values of which a percentile is taken", number("a value", "12"), required=False, most=100_000),
        "unmeasured": flag("no usable measure was given in time", required=False),
        "cause": text("event that the miss has in common with other failures", "baie de stockage", required=False, most=80),
    }), required=False),
})  # fmt: skip
