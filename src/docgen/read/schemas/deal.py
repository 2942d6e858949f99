"""Schema: who contracts, on what, for how long; the flags that turn clauses on."""

from docgen.model.deal import RenewalMode
from docgen.model.parties import Authority
from docgen.model.profile import Profile
from docgen.read.schemas.duties import obligations
from docgen.read.schemas.fields import (
    CLIENT,
    EDITORIAL,
    PROVIDER,
    Field,
    choice,
    count,
    day,
    days,
    duration,
    flag,
    group,
    many,
    money,
    months,
    name,
    percent,
    text,
)

ADDRESS = group("postal address", {
    "street": text("street and number", "12 quai des Exemples"),
    "postcode": text("postcode", "69002", pattern=r"[0-9A-Za-z -]{2,12}"),
    "city": text("city", "Lyon"),
    "country": text("country, when it is not France", "Belgique", required=False),
})  # fmt: skip

PARTY = group("a party", {
    "name": text("corporate name", "AURORE INDUSTRIES"),
    "form": text("legal form in full", "société par actions simplifiée"),
    "capital": money("share capital", "1 000 000 EUR", least="1 EUR", required=False),
    "address": ADDRESS,
    "registry": text("city of the trade register (RCS)", "Lyon", required=False),
    "siren": text("SIREN: nine digits", "732829320", pattern=r"[0-9 ]{9,11}", required=False),
    "siret": text("SIRET of the seat: fourteen digits", "73282932000074", pattern=r"[0-9 ]{14,18}", required=False),
    "vat": text("intra-community VAT number", "FR44732829320", pattern=r"[A-Z]{2}[0-9A-Z ]{2,14}", required=False),
    "iban": text("bank account for payments", "FR7630006000011234567890189", required=False),
    "merchant": flag("merchant in the sense of the Code de commerce"),
    "signatory": group("who signs", {
        "civility": text("form of address", "Madame", most=40),
        "name": text("first name and NAME", "Exemple SIGNATAIRE"),
        "title": text("capacity", "présidente"),
        "authority": choice("source of the power to sign (C. civ. 1153)", Authority),
        "authority_date": day("date of the delegation or power of attorney", "2026-01-15", required=False),
    }),
    "checked_on": day("when these facts were last checked", "2026-11-02", required=False, change=EDITORIAL),
})  # fmt: skip

EXCHANGED = group("a document that was exchanged", {
    "document": text("its title", "Cahier des charges"),
    "date": day("its date", "2026-03-16"),
    "version": text("its version", "2.1", required=False),
})  # fmt: skip

DEAL: dict[str, Field] = {
    "id": name("identifier: the name of the engagement's directory", "aurore"),
    "language": text("language of the documents: the code of a locale", "fr", pattern="[a-z]{2}"),
    "profile": choice("size of the documents; full when absent", Profile, required=False),
    "title": text("title of the deal", "Infogérance du système d'information de gestion", most=200),
    "facts": group("what is true of this deal: each turns clauses on or off", {
        "personal_data": flag("the provider processes personal data for the client (RGPD art. 28)"),
        "transfers_outside_eea": flag("personal data may leave the European Economic Area"),
        "health_data": flag("health data are hosted (HDS)"),
        "client_public": flag("the client is subject to the Code de la commande publique"),
        "ccag_tic": flag("the contract refers to the CCAG-TIC"),
        "client_financial_entity": flag("the client is a financial entity (DORA art. 2)"),
        "critical_function": flag("the services support a critical or important function (DORA art. 3(22))"),
        "client_nis2_entity": flag("the client is an essential or important entity (NIS 2)"),
        "cloud_service": flag("data processing services in the sense of the Data Act art. 2(8)"),
        "group_contract": flag("affiliates of the client benefit from the services"),
        "onsite_staff": flag("the provider's staff works on the client's premises"),
        "staff_transfer": flag("contracts of employment may transfer (C. trav. L1224-1)"),
        "entrusted_equipment": flag("equipment of the client is entrusted to the provider"),
        "ip_deliverables": flag("deliverables protected by copyright are made"),
        "subcontracting": flag("the provider may subcontract"),
        "on_call": flag("an on-call duty exists outside business hours"),
        "benchmark": flag("the prices may be benchmarked"),
    }),
    "parties": group("who contracts", {
        "client": PARTY,
        "provider": PARTY,
        "beneficiaries": many("affiliates that benefit from the services", group("an affiliate", {
            "name": text("corporate name", "AURORE LOGISTIQUE"),
            "siren": text("SIREN", "100000009", pattern=r"[0-9 ]{9,11}"),
        }), required=False, most=50),
    }),
    "contract": group("the act itself", {
        "reference": text("reference, printed on every page", "AUR-2026-014", pattern=r"[A-Za-z0-9][A-Za-z0-9._/-]{2,39}"),
        "date": day("date of the documents until a first release, which bears its own", "2026-11-24"),
        "effective": day("date of effect", "2027-01-01"),
        "service_start": day("start of the service (end of the acceptance)", "2027-04-01"),
        "confidentiality": text("confidentiality label", "Diffusion restreinte aux Parties", most=80),
        "subject": text("what is bought, in one sentence after 'a pour objet'", "l'infogérance …"),
    }),
    "preamble": group("why the parties contract", {
        "context": many("recitals about the client, one a paragraph", text("a recital")),
        "objectives": many("measurable objectives", text("an objective")),
        "provider": text("the provider's trade and experience"),
        "exchanged": many("documents exchanged and relied on (C. civ. 1112-1)", EXCHANGED),
        "contractual_value": flag("the preamble binds the parties"),
    }),
    "term": group("duration", {
        "initial": months("firm term", "36 months", kind="term", gains=PROVIDER),
        "renewal": group("renewal", {
            "mode": choice("how it is renewed", RenewalMode),
            "duration": months("length of a renewal", "12 months", required=False, kind="term"),
            "max_count": count("how many renewals at most", 2, least=1, most=10, required=False),
            "notice": months("notice of non-renewal", "6 months", required=False, kind="notice"),
        }),
    }),
    "scope": group("perimeter", {
        "families": many("families of services", text("a family, without article", "hébergement")),
        "exclusivity": flag("the provider is the only one for this perimeter"),
        "volume_commitment": percent("volume that the client commits to, of the baseline", "0 %", gains=PROVIDER),
        "baseline": many("inventory", group("a line of the inventory", {
            "item": text("what", "serveurs virtuels"),
            "quantity": count("how many", 84),
            "service": name("service", "hebergement", refers="service"),
            "unit": name("work unit whose price adjusts the line", "uo-serveur", required=False),
        })),
        "excluded": many("what is out of scope", text("an exclusion")),
        "band": percent("variation of the baseline with no effect on the price", "10 %", least="0.01 %", most="30 %", gains=CLIENT),
        "inventory_refresh": months("how often the inventory is refreshed", "6 months"),
    }),
    "documents": group("the documents that form the contract", {
        "list": many("annexes and other documents, in order of precedence after the contract", group("a document", {
            "id": name("document kind of the pack, or a name for one kept elsewhere", "sla-annex"),
            "title": text("title of a document that is not in the pack", "Plan d'assurance sécurité", required=False),
            "version": text("version of a document that is not in the pack", "1.2", required=False),
        })),
        "general_terms_excluded": flag("the general terms of both parties are excluded"),
    }),
    "phases": many("phases of the contract, in order", group("a phase", {
        "id": name("identifier", "transition"),
        "value": text("path of the delay that the phase lasts", "acceptance.vsr", required=False, most=60, pattern=r"[a-z_]+(\.[a-z_]+)+"),
        "name": text("name", "Prise en charge"),
        "start": text("what starts it", "Date d'Effet"),
        "duration": duration("length", "12 weeks", units=("week", "month", "year"), least="1 week"),
        "exit": text("exit criterion", "procès-verbal de VABF sans réserve bloquante"),
        "deliverables": many("deliverables", text("a deliverable")),
        "committee": name("committee that decides", "copil", refers="committee"),
    })),
    "transition": group("take-over", {
        "duration": duration("length", "12 weeks", units=("week", "month"), least="1 week"),
        "price": money("fixed price", "120 000 EUR", least="1 EUR", gains=PROVIDER),
        "baseline_tolerance": percent("tolerance on the inventory", "5 %", least="0.01 %", most="20 %"),
        "delay_penalty": percent("penalty per started week of delay, of the transition price", "5 %", least="0.01 %", gains=CLIENT),
        "delay_penalty_cap": percent("cap of the delay penalty, of the transition price", "20 %", least="1 %", gains=CLIENT),
        "long_stop": duration("delay after which the client may terminate", "8 weeks", units=("week", "month"), least="1 week"),
        "double_run": duration("period of double run", "2 weeks", units=("week",), least="1 week"),
        "fee_before_acceptance": percent("share of the monthly fee due before the VABF", "0 %", gains=PROVIDER),
    }),
    "acceptance": group("acceptance", {
        "vabf": days("length of the VABF", "20 days", kind="acceptance"),
        "vsr": days("length of the VSR", "60 days", kind="acceptance"),
        "blocking_max": count("blocking anomalies allowed", 0, most=0),
        "major_max": count("major anomalies allowed", 3, most=50),
        "tacit": days("silence that counts as acceptance, when there is such a rule", "15 business days", required=False, kind="acceptance"),
        "max_retests": count("retests at most", 2, least=1, most=10),
    }),
    "obligations": obligations("duties with their legal regime, beside those that the clauses state"),
    "client_duties": group("the client's duties", {
        "decision": days("time to decide when asked", "5 business days", kind="answer"),
        "default_alert": days("time in which the provider must warn of a default of the client", "5 business days", kind="alert", gains=PROVIDER),
        "prerequisites": many("prerequisites due by the client", group("a prerequisite", {
            "what": text("what is due", "ouverture des accès d'administration"),
            "due": days("time after the date of effect", "10 business days", kind="delivery"),
        })),
    }),
    "advice": group("duty to advise", {
        "eol_notice": months("notice before the end of life of a component", "12 months", least="6 months", kind="notice", gains=CLIENT),
        "report": months("how often the advice report is made", "12 months"),
    }),
    "staff": group("staff", {
        "key_people": many("key people", name("person", refers="person"), required=False),
        "key_minimum": months("minimum assignment of key people", "12 months", gains=CLIENT),
        "replacement_notice": days("notice of a replacement", "30 days", kind="notice", gains=CLIENT),
        "overlap": days("hand-over at the provider's cost", "10 business days", gains=CLIENT),
    }),
    "non_solicitation": group("non-solicitation", {
        "duration": months("length after the end", "12 months", most="24 months"),
        "indemnity_months": count("indemnity, in months of gross salary", 6, most=12),
    }),
    "positions": many("negotiating positions other than standard", group("a deviation", {
        "clause": name("clause", "responsabilite.plafond", refers="clause"),
        "position": choice("position", ("fallback-1", "fallback-2")),
        "reason": text("why"),
        "approved_by": name("role that approved it", "legal", required=False),
    }), least=0, required=False),
    "agreed_values": many("values that leave the default terms: why, and who approved it", group("a value", {
        "value": text("path of the value, or of a section for all its values", "sla.earn_back.mode", most=120, pattern=r"[a-z_]+(\[[A-Za-z0-9._-]+\])?(\.[a-z_]+(\[[A-Za-z0-9._-]+\])?)*", change=EDITORIAL),
        "reason": text("why", change=EDITORIAL),
        "approved_by": name("role that approved it", "finance", required=False, change=EDITORIAL),
    }, change=EDITORIAL), least=0, required=False, change=EDITORIAL),
    "amendment": group("the amendment in preparation", {
        "effective": day("date of effect; that of the last signature when absent", "2027-07-01", required=False, change=EDITORIAL),
        "reasons": many("why the parties amend the contract: recitals of the amendment", text("a recital", change=EDITORIAL), required=False, change=EDITORIAL),
    }, required=False, change=EDITORIAL),
    "omitted": many("articles that this engagement leaves out", group("an article", {
        "article": name("article", "benchmark", refers="article"),
        "reason": text("why"),
    }), least=0, required=False),
}  # fmt: skip
