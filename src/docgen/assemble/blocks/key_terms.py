"""The contract on one page: parties, term, price, service levels, caps and exit, each with the article that it is from.

A line whose subject the engagement leaves out is not printed. The page binds nobody: the articles do.
"""

from collections.abc import Iterator
from typing import NamedTuple

from docgen.assemble.blocks._layout import Content, Wording, lines, row
from docgen.assemble.blocks._parties import registration
from docgen.assemble.blocks._references import refer
from docgen.assemble.blocks._services import opening_hours, percent, service_names, value_text, window_name
from docgen.assemble.setting import show
from docgen.model.deal import RenewalMode
from docgen.model.document import Block, Look, Table, Text
from docgen.model.effects import Ender
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.parties import PartyKind
from docgen.model.payment import RevisionIndex
from docgen.model.sla import Measure
from docgen.text import formats


class _Term(NamedTuple):
    """A line of the page: the key of its label, its value, and the clauses that may state it, best first."""

    key: str
    value: Content
    sources: tuple[str, ...] = ()


_TAKE_OVER = ("transition.prix", "transition.prix-sans-redevance")
_CONVENIENCE = ("resiliation.convenance", "resiliation.convenance-sans-indemnite")
_RENEWALS = ("renouvellement-expres", "renouvellement-tacite", "sans-renouvellement")


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One compact table: label, value, article."""
    say = Wording(pack.locale, "key-terms")
    parts = (_deal, _money, _service, _risk, _end)
    terms = (term for part in parts for term in part(pack, say) if term.value)
    bare = "articles" in options
    body = (row(pack.locale, say(term.key), term.value, _source(pack, term, bare)) for term in terms)
    heads = ("term", "value", "article" if bare else "where")
    caption = say("of_document", title=pack.title(str(options["articles"]))) if bare else ""
    table = say.table(heads, body, (20, 72, 8) if bare else (20, 67, 13), caption=caption)
    return (Table(table.caption, table.head, table.body, table.widths, Look.COMPACT),)


def _source(pack: Pack, term: _Term, bare: bool) -> Content:
    reference = refer(pack, *term.sources, bare=bare)
    return (reference,) if reference is not None else ""


def _deal(pack: Pack, say: Wording) -> Iterator[_Term]:
    deal, locale = pack.engagement, pack.locale
    for side in (PartyKind.CLIENT, PartyKind.PROVIDER):
        registered = registration(pack, side)
        name = deal.parties.of(side).name
        yield _Term(side, say("party", name=name, registered=registered) if registered else name)
    yield _Term("subject", deal.contract.subject, ("objet.objet",))
    effective, start = show(locale, deal.contract.effective), show(locale, deal.contract.service_start)
    yield _Term("dates", say("from", effective=effective, service_start=start), ("duree.entree-en-vigueur",))
    length, end = show(locale, deal.term.initial), show(locale, pack.computed.end)
    yield _Term("length", say("firm", length=length, end=end), ("duree.duree-initiale",))
    yield _Term("renewal", _renewal(pack, say), tuple(f"duree.{name}" for name in _RENEWALS))


def _renewal(pack: Pack, say: Wording) -> str:
    terms = pack.engagement.term.renewal
    parts = [say(f"renewals.{terms.mode}")]
    if terms.mode is not RenewalMode.NONE:
        if terms.max_count:
            parts.append(say("times", count=terms.max_count, number=show(pack.locale, terms.max_count)))
        if terms.duration:
            parts.append(say("each", length=show(pack.locale, terms.duration)))
        if terms.notice:
            parts.append(say("notice", delay=show(pack.locale, terms.notice)))
    return pack.locale.text("lists.comma").join(parts)


def _money(pack: Pack, say: Wording) -> Iterator[_Term]:
    deal, locale = pack.engagement, pack.locale
    monthly, annual = show(locale, pack.computed.monthly_fee), show(locale, pack.computed.annual_fee)
    yield _Term("fees", say("fee", monthly=monthly, annual=annual), ("prix.structure", "article:prix"))
    price = show(locale, deal.transition.price)
    yield _Term("transition", say("fixed_price", price=price), _TAKE_OVER)
    yield _Term("revision", _revision(pack, say), ("revision.indice", "revision.prix-fermes"))
    payment, term = deal.payment, show(locale, deal.payment.term)
    sources = (
        f"facturation.delai-{name}" for name in ("net", "fin-de-mois-apres", "fin-de-mois-puis", "public")
    )
    counted = "public" if deal.facts.client_public else payment.mode
    yield _Term("payment", say(f"payments.{counted}", term=term), tuple(sources))


def _revision(pack: Pack, say: Wording) -> str:
    terms = pack.engagement.price.revision
    if terms.index is RevisionIndex.NONE:
        return say("firm_prices")
    text = say("revised", index=say(f"indices.{terms.index}"), period=show(pack.locale, terms.period))
    return say("revised_upto", revised=text, cap=show(pack.locale, terms.cap)) if terms.cap else text


def _service(pack: Pack, say: Wording) -> Iterator[_Term]:
    levels, locale = pack.engagement.sla, pack.locale
    yield _Term("windows", lines(locale, _windows(pack, say)), ("exploitation.fenetres",))
    targets = (
        say(
            "availability_line",
            services=formats.listing(locale, service_names(pack, sheet.indicator.services)),
            target=value_text(locale, sheet.indicator, sheet.indicator.target),
        )
        for sheet in levels.sheets
        if sheet.measure is Measure.AVAILABILITY
    )
    yield _Term("availability", lines(locale, targets), ("niveaux-de-service.engagement",))
    if levels.priorities:
        first = levels.priorities[0].priority
        yield _Term(
            "response", lines(locale, _responses(pack, say, first.id)), ("niveaux-de-service.delais",)
        )
    recovery = pack.engagement.continuity
    rto, rpo = show(locale, recovery.rto), show(locale, recovery.rpo)
    yield _Term("continuity", say("recovery", rto=rto, rpo=rpo), ("continuite.objectifs",))


def _windows(pack: Pack, say: Wording) -> Iterator[str]:
    for window in pack.engagement.sla.windows:
        served = [service.id for service in pack.engagement.services if service.window == window.id]
        if served:
            services = formats.listing(pack.locale, service_names(pack, served))
            hours = formats.listing(pack.locale, opening_hours(pack.locale, window))
            yield say("window_line", hours=hours, services=services)


def _responses(pack: Pack, say: Wording, priority: str) -> Iterator[str]:
    for response in pack.engagement.sla.responses:
        target = response.target
        if target.priority == priority and target.gtr_minutes is not None:
            times = {
                "gti": formats.minutes(pack.locale, target.gti_minutes),
                "gtr": formats.minutes(pack.locale, target.gtr_minutes),
            }
            yield say("times_line", priority=priority, window=window_name(pack, target.window), **times)


def _risk(pack: Pack, say: Wording) -> Iterator[_Term]:
    deal, locale = pack.engagement, pack.locale
    caps = pack.engagement.sla.terms.caps
    if caps.monthly is not None and caps.yearly is not None:
        limits = {"monthly": percent(locale, caps.monthly), "yearly": percent(locale, caps.yearly)}
        yield _Term(
            "penalties", say(f"caps.{caps.base}", **limits), ("penalites.plafond", "penalites.plafond-total")
        )
    terms = deal.liability
    limits = {
        "cap": show(locale, terms.cap),
        "floor": show(locale, terms.cap_floor),
        "amount": show(locale, pack.computed.liability_cap),
    }
    yield _Term("liability", say("a_year_floor", **limits), ("responsabilite.plafond",))
    limits = {
        "cap": show(locale, terms.supercap),
        "amount": show(locale, pack.computed.liability_supercap),
    }
    yield _Term("supercap", say("a_year", **limits), ("responsabilite.plafond-majore",))
    claim, year = show(locale, deal.insurance.per_claim), show(locale, deal.insurance.per_year)
    yield _Term("insurance", say("insured", per_claim=claim, per_year=year), ("assurance.garanties",))
    delay = show(locale, deal.security.incident_notice)
    yield _Term("security", say("alert", delay=delay), ("securite.incidents",))
    if deal.facts.personal_data:
        delay = show(locale, deal.dpa.breach_notice)
        yield _Term("breach", say("alert", delay=delay), ("donnees-personnelles.violations",))


def _end(pack: Pack, say: Wording) -> Iterator[_Term]:
    deal, locale = pack.engagement, pack.locale
    yield _Term("exits", lines(locale, _exits(pack, say)), ("resiliation.cas",))
    terms = deal.termination
    if refer(pack, *_CONVENIENCE) is not None:
        free = "resiliation.convenance-sans-indemnite" in pack.chosen
        leave = {
            "start": show(locale, terms.convenience_from),
            "notice": show(locale, terms.convenience_notice),
            "fee": show(locale, terms.convenience_fee),
        }
        yield _Term("convenience", say("leave_free" if free else "leave", **leave), _CONVENIENCE)
    leaving = {"duration": show(locale, deal.exit.duration), "extension": show(locale, deal.exit.extension)}
    yield _Term(
        "exit",
        say("handover", price=say(f"exit_prices.{deal.exit.price_mode}"), **leaving),
        ("reversibilite.duree",),
    )
    yield _Term("disputes", lines(locale, _forum(pack, say)), ("article:droit-applicable",))


def _exits(pack: Pack, say: Wording) -> Iterator[Content]:
    """For each party who may end the contract or a service, the numbers of the clauses that say so."""
    for ender in (Ender.CLIENT, Ender.PROVIDER, Ender.EITHER):
        named = [name for name, clause in pack.chosen.items() if ender in dict(clause.ends)]
        numbers = [number for name in named if (number := refer(pack, name, bare=True)) is not None]
        joints = formats.listing(pack.locale, ["\0"] * len(numbers)).split("\0")[1:]
        if numbers:
            listed = (
                part for number, joint in zip(numbers, joints, strict=True) for part in (number, Text(joint))
            )
            yield (Text(say(f"ends.{ender}")), *listed)


def _forum(pack: Pack, say: Wording) -> Iterator[str]:
    terms = pack.engagement.disputes
    if terms.mediation is not None:
        yield say("mediation", centre=terms.mediation.centre)
    if terms.arbitration is not None and "droit-applicable.arbitrage" in pack.chosen:
        yield say("arbitration", rules=terms.arbitration.rules, seat=terms.arbitration.seat)
    elif "droit-applicable.juridiction" in pack.chosen:
        yield say("court", court=terms.court)
    elif "droit-applicable.juridiction-administrative" in pack.chosen:
        yield say("court_administrative")
    else:
        yield say("court_by_law")
    yield say("law", law=pack.engagement.law.governing)
