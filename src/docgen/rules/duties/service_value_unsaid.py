"""A clause promises a value to all services, and a service has another.

The clause bounds an activity by a general value, the catalogue states a different one for a service, and the clause does
not say that the latter prevails: two promises for one event. Let the clause refer to the catalogue and state it
(`within: services[].rto` beside `continuity.rto`), or take one of the values out.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._duties import bound, committed, value
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG4509"
SEVERITY = Severity.ERROR

_CLAUSE = """\
---
id: services.niveaux
title: Niveaux
owner: delivery
review_by: 2027-11-30
duties:
  - {activity: exploiter, by: provider, act: does, within: continuity.rto}
%s---
Le Prestataire rétablit le Service sous {{ continuity.rto | words }}.%s
"""
_SERVICE = """\
id: demo
services:
  - id: hebergement
    name: Hébergement
    description: exploitation d'un serveur
    exit_deliverables: [images du serveur]
    rpo: 4 h
    window: HO
    monthly_fee: 10 000 EUR
    rto: 3 h
    %s
"""
BAD = {
    "clauses/services/niveaux.fr.md": _CLAUSE
    % ("  #                                                        ^^^^^^^^^^^^^^ DG4509\n", ""),
    "engagements/demo/engagement.yaml": _SERVICE % "#    ^^^ DG4509",
}
GOOD = {
    "clauses/services/niveaux.fr.md": _CLAUSE
    % (
        '  - {activity: exploiter, by: provider, act: does, within: "services[].rto"}\n',
        " La valeur du catalogue prime.",
    ),
    "engagements/demo/engagement.yaml": _SERVICE % "",
}


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """The general bound of each activity, against the values of the services; placed at both."""
    engagement = pack.engagement
    said = {(part.duty.activity, part.duty.within) for part in committed(pack) if part.duty.of_service}
    for part in committed(pack):
        duty = part.duty
        leaf = duty.within.rpartition(".")[2]
        general = value(pack, duty)
        if general is None or (duty.activity, f"services[].{leaf}") in said:
            continue
        for index, service in enumerate(engagement.services):
            own = getattr(service, leaf, None)
            if isinstance(own, type(general)) and own != general:
                message = f"{part.clause.id} promises {duty.within} ({bound(pack, duty)}) to all, and service {service.id!r} has another"
                for place in (engagement.at("services", index, leaf), part.at("within")):
                    yield Fault(place, message, "let the clause refer to the catalogue, or state one value")
