"""Schema: people, committees, RACI, escalation."""

from docgen.model.governance import CommitteeLevel, Frequency
from docgen.model.parties import PartyKind
from docgen.model.raci import ControllerAct, RoleLevel, Variant
from docgen.read.schemas.fields import (
    AMENDMENT,
    EDITORIAL,
    OPERATIONAL,
    Field,
    choice,
    clock,
    day,
    days,
    duration,
    flag,
    group,
    many,
    name,
    table,
    text,
)

PHONE = r"\+?[0-9][0-9 ().-]{5,24}"
EMAIL = r"[^@\s<>]+@[^@\s<>]+\.[A-Za-z]{2,}"


def operational(field: Field) -> Field:
    """The same field, whose change is operational."""
    return {**field, "meta": {**field["meta"], "change": OPERATIONAL}}


def activities(title: str) -> Field:
    """Activities by the ids that the clauses give them in `duties`; no document prints them."""
    return many(
        title, name("activity", "conduire-crise", change=EDITORIAL), required=False, least=0, change=EDITORIAL
    )


GOVERNANCE: dict[str, Field] = {
    "people": operational(many("people with a part in the contract", group("a person", {
        "id": name("identifier", "sdm", change=OPERATIONAL),
        "party": choice("party", PartyKind, change=OPERATIONAL),
        "name": text("first name and NAME", "Exemple CONTACT", most=120, change=OPERATIONAL),
        "function": text("function", "responsable de la livraison des services", most=160, change=OPERATIONAL),
        "phone": text("telephone", "+33 4 00 00 00 01", pattern=PHONE, change=OPERATIONAL),
        "phone_24x7": text("telephone that answers at any hour", "+33 4 00 00 00 99", pattern=PHONE, required=False, change=OPERATIONAL),
        "email": text("e-mail", "sdm@prestataire.example", pattern=EMAIL, change=OPERATIONAL),
        "languages": many("languages", text("a language", most=40), required=False, change=OPERATIONAL),
        "window": name("window in which the person answers", "HO", refers="window", change=OPERATIONAL),
        "backup": name("who stands in", refers="person", required=False, change=OPERATIONAL),
        "verified": day("when the contact was last tried", "2026-10-05", required=False, change=OPERATIONAL),
        "valid_from": day("from", "2027-01-01", required=False, change=OPERATIONAL),
        "valid_to": day("until", "2029-12-31", required=False, change=OPERATIONAL),
    }), most=200)),
    "contacts": operational(group("who answers for what", {
        "contract": group("contract managers", {
            "client": name("person", refers="person", change=OPERATIONAL),
            "provider": name("person", refers="person", change=OPERATIONAL),
        }),
        "delivery": group("service delivery", {
            "client": name("person", refers="person", change=OPERATIONAL),
            "provider": name("person", refers="person", change=OPERATIONAL),
        }),
        "security": group("security", {
            "client": name("person", refers="person", change=OPERATIONAL),
            "provider": name("person", refers="person", change=OPERATIONAL),
        }),
        "data_protection": group("data protection", {
            "client": name("person", refers="person", change=OPERATIONAL),
            "provider": name("person", refers="person", change=OPERATIONAL),
        }, required=False),
        "billing": group("invoicing", {
            "client": name("person", refers="person", change=OPERATIONAL),
            "provider": name("person", refers="person", change=OPERATIONAL),
        }),
    })),
    "governance": group("committees", {
        "documents_before": days("documents sent before a meeting", "3 business days", kind="delivery"),
        "minutes": days("minutes sent after a meeting", "3 business days", most="10 business days", kind="delivery"),
        "objection": days("time to object to minutes, silence approves", "5 business days", least="2 business days", kind="contest"),
        "committees": many("committees", group("a committee", {
            "id": name("identifier", "copil"),
            "acronym": text("acronym", "COPIL", most=20),
            "name": text("name", "comité de pilotage", most=80),
            "level": choice("level", CommitteeLevel),
            "purpose": text("purpose"),
            "frequency": choice("frequency", Frequency),
            "day_rule": text("when", "deuxième mardi", required=False, change=OPERATIONAL),
            "duration": clock("length", "90 min"),
            "chair": name("who chairs", "dsi", refers="person"),
            "members": many("members", name("person", refers="person"), least=2, change=OPERATIONAL),
            "inputs": many("inputs", text("an input")),
            "outputs": many("outputs", text("an output")),
            "escalates_to": name("committee above", "costrat", refers="committee", required=False),
            "decides": activities("activities that it decides"),
        })),
    }),
    "raci": group("responsibilities", {
        "variant": choice("letters", Variant),
        "owner": name("role that keeps the matrix", "sdm", refers="role"),
        "roles": many("roles", group("a role", {
            "id": name("identifier", "sdm"),
            "name": text("name", "Responsable de service", most=80),
            "short": text("short name for the head of the column", "SDM", most=24),
            "party": choice("party", PartyKind),
            "level": choice("level", RoleLevel),
            "person": name("who holds it", refers="person", required=False, change=OPERATIONAL),
        }), most=24),
        "groups": many("processes", group("a process", {
            "id": name("identifier", "incidents"),
            "name": text("name", "Gestion des incidents", most=120),
            "activities": many("activities", group("an activity", {
                "id": name("identifier", "qualifier"),
                "name": text("activity, in the infinitive", "qualifier et prioriser l'incident", most=160),
                "letters": table("letters of each role: R, A, C, I, S or A/R", "role", text("letters", "R", most=3, pattern="A/R|R/A|[RASCI]")),
                "service": name("service concerned", refers="service", required=False),
                "obligation": name("duty concerned", refers="obligation", required=False),
                "article": name("article of the contract", refers="article", required=False),
                "controller_act": choice("act that the GDPR gives to the controller, the client", ControllerAct, required=False),
                "key": flag("a short pack prints it; all are printed where none is key", required=False, change=OPERATIONAL),
                "covers": activities("other activities of the clauses that the row covers"),
                "strategic": {"type": "boolean", "meta": {"title": "concerns the contract, its price or its end", "change": AMENDMENT}},
            })),
        })),
        "notes": many("notes under the matrix", text("a note"), required=False, least=0),
    }),
    "escalation": group("escalation", {
        "functional": many("functional levels (competence), first to last", group("a functional level", {
            "id": name("identifier", "N1"),
            "name": text("name", "Centre de services", most=80),
            "role": text("what it does"),
            "contacts": many("people, first the one to call", name("person", refers="person"), change=OPERATIONAL),
            "delays": table("time after which the ticket moves to this level, by priority; absent on the first", "priority", clock("delay", "15 min", least="0 min", kind="escalation"), required=False),
        })),
        "levels": many("hierarchical levels (authority), first to last", group("a hierarchical level", {
            "id": name("identifier", "H1"),
            "name": text("name", "Coordination", most=80),
            "role": text("what it decides"),
            "provider": many("people of the provider: the one to call, then who stands in", name("person", refers="person"), change=OPERATIONAL),
            "client": many("people of the client: the one to call, then who stands in", name("person", refers="person"), change=OPERATIONAL),
            "answer": clock("time to answer once called", "30 min", kind="answer"),
            "delays": table("time after the opening at which the level is called, by priority", "priority", clock("delay", "30 min", least="0 min", kind="escalation")),
            "committee": name("committee that the level reports to", refers="committee", required=False),
            "decides": activities("activities that it decides"),
        })),
        "triggers": many("other triggers", group("a trigger", {
            "event": text("event", "deux incidents P1 de même cause en 30 jours"),
            "level": name("level that is called", "H2", refers="level"),
            "within": duration("time to react", "1 business day", kind="answer"),
            "activity": name("activity that the level then decides", "arbitrer-priorite", required=False, change=EDITORIAL),
        })),
        "stable": clock("time of stable service before an escalation is closed", "4 h", kind="observation"),
        "dispute_after": days("time after which the last level becomes a dispute", "15 days", kind="negotiation"),
        "verification": duration("how often the contacts are tried", "3 months", units=("month",), least="1 month", most="3 months"),
        "post_mortem_draft": days("draft of the post-mortem", "2 business days", kind="report"),
        "post_mortem": days("final post-mortem", "10 business days", kind="report"),
    }),
}  # fmt: skip
