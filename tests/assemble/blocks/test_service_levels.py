"""Windows, priorities, times, downtime, composite availability, caps, indicator sheets."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from docgen.assemble.blocks.allowed_downtime import downtime, periods
from docgen.assemble.blocks.composite_availability import composite
from docgen.model.document import Paragraph, Row, Sheet
from docgen.model.pack import Pack
from docgen.model.sla import Caps, Compared, Direction, Exclusion, PenaltyBase, Period
from docgen.render.widths import plain
from docgen.text.quantities import Percent, TimeSpan

from .nodes import built, cells, facts, figures, rows, spaced, stating, tables


def with_sla(pack: Pack, **changes: object) -> Pack:
    sla = replace(pack.engagement.sla, **changes)  # type: ignore[arg-type]
    return replace(pack, engagement=replace(pack.engagement, sla=sla))


def sheet(pack: Pack, indicator_id: str) -> Sheet:
    (found,) = [
        node
        for node in built(pack, "indicator-sheets")
        if isinstance(node, Sheet) and node.anchor == f"indicator-{indicator_id}"
    ]
    return found


def test_windows_with_their_hours_and_services(pack: Pack) -> None:
    assert rows(built(pack, "windows")) == [
        (
            "Toute heure et tout jour", "24 heures sur 24, 7 jours sur 7", "168 h", "ouverte", "oui",
            "Hébergement et exploitation | Sauvegarde, continuité et sécurité opérée",
        ),
        ("Heures ouvrées", "Lundi à vendredi : 08:00-18:00", "50 h", "fermée", "non", "Support aux Utilisateurs"),
    ]  # fmt: skip
    (figure,) = figures(built(pack, "windows"))
    assert "Maintenance : Dimanche : 00:00-06:00." in spaced(figure.alternative)


def test_days_with_other_hours_stand_on_their_own_line(pack: Pack) -> None:
    windows = pack.engagement.sla.windows
    short = (TimeSpan(8 * 60, 12 * 60), TimeSpan(14 * 60, 17 * 60))
    friday = replace(windows[1], days=(*windows[1].days[:4], short, (), ()))
    lines = rows(built(with_sla(pack, windows=(friday,)), "windows"))[0]
    assert lines[1] == "Lundi à jeudi : 08:00-18:00 | Vendredi : 08:00-12:00 et 14:00-17:00"
    assert lines[2] == "47 h"


def test_a_window_of_no_service_says_so(pack: Pack) -> None:
    nights = replace(pack.engagement.sla.windows[1], id="nights")
    assert rows(built(with_sla(pack, windows=(nights,)), "windows"))[0][-1] == "–"


def test_closed_days_are_named(pack: Pack) -> None:
    closed = stating(pack, "calendar.closed", (date(2027, 12, 24),))
    note = built(closed, "windows")[-1]
    assert isinstance(note, Paragraph)
    assert spaced(plain(note.inlines)).endswith("Jours de fermeture supplémentaires : 24 décembre 2027.")


def test_maintenance_windows_and_terms(pack: Pack) -> None:
    lines = rows(built(pack, "maintenance"))
    assert lines[0][:2] == ("Dimanche", "00:00-06:00")
    assert [line[1] for line in lines[1:]] == ["7 jours", "6 h", "4 h"]


def test_every_cell_of_the_matrix_is_printed_and_told(pack: Pack) -> None:
    nodes = built(pack, "priority-matrix")
    assert [line[1:] for line in rows(nodes)] == [("P1", "P2", "P3"), ("P2", "P3", "P4"), ("P3", "P4", "P4")]
    (figure,) = figures(nodes)
    assert "Utilisateur isolé, Travail possible : P4." in spaced(figure.alternative)


def test_times_by_window(pack: Pack) -> None:
    lines = rows(built(pack, "response-times"))
    assert lines[0] == ("Délais comptés dans la fenêtre : Toute heure et tout jour",)
    assert lines[1] == ("P1 critique", "15 min", "4 h", "toutes les 30 min", "arrête la GTR")
    assert lines[3][0].endswith("Heures ouvrées (Lundi à vendredi : 08:00-18:00)")
    assert lines[-1] == ("P4 mineure", "8 h", "50 h", "toutes les 20 h", "n’arrête pas la GTR")
    assert len(lines) == len(pack.engagement.sla.responses) + 2


def test_a_priority_without_restoration_is_best_effort(pack: Pack) -> None:
    last = pack.engagement.sla.responses[-1]
    open_ended = replace(last, target=replace(last.target, gtr_minutes=None))
    changed = with_sla(pack, responses=(*pack.engagement.sla.responses[:-1], open_ended))
    assert rows(built(changed, "response-times"))[-1][2] == "sans engagement"


def test_downtime_of_whole_months(pack: Pack) -> None:
    always, _ = tables(built(pack, "allowed-downtime"))
    # 43 200 minutes x 0.1 % = 43.2 min; 28 and 31 days in proportion.
    assert cells(always.body[0]) == ("99,9 %", "40 min 19 s", "43 min 12 s", "44 min 38 s")
    assert cells(always.body[1]) == ("99,5 %", "3 h 21 min 36 s", "3 h 36 min", "3 h 43 min 12 s")


def test_downtime_in_the_window_counts_holidays_and_clock_changes(pack: Pack) -> None:
    _, own = tables(built(pack, "allowed-downtime"))
    # May 2027: 21 weekdays less Ascension and Whit Monday, 10 h each, x 0.5 %.
    assert cells(own.body[1])[2] == "57 min | mai 2027 | sur 190 h"
    # October has 31 days and an hour more.
    assert cells(own.body[0])[4] == "44 min 42 s | octobre 2027 | sur 745 h"


def test_the_bound_that_decides_is_that_of_the_value_compared(pack: Pack) -> None:
    """Rounded to two decimals, 99.895 % meets 99.9 %: 0.105 % of 44 640 minutes are 46.872."""
    assert pack.engagement.sla.sheets[0].indicator.compared is Compared.ROUNDED
    always, _ = tables(built(pack, "allowed-downtime", deciding=True))
    assert cells(always.body[0]) == ("99,9 %", "42 min 20 s", "45 min 21 s", "46 min 52 s")
    first = pack.engagement.sla.sheets[0]
    exact = replace(first, indicator=replace(first.indicator, compared=Compared.UNROUNDED))
    always, _ = tables(built(with_sla(pack, sheets=(exact,)), "allowed-downtime", deciding=True))
    assert cells(always.body[0]) == ("99,9 %", "40 min 19 s", "43 min 12 s", "44 min 38 s")


def test_the_first_period_begins_with_the_service(pack: Pack) -> None:
    """Service from 3 May 2027: May has 29 days of it, and not 744 h; the quarter 59 days."""
    printed = [" ".join(cells(row)) for deciding in (False, True) for row in tables_of_own(pack, deciding)]
    assert ["mai 2027 | sur 744 h" in line for line in printed] == [True, False, True, False, False, False]
    always, start = pack.engagement.sla.windows[0], date(2027, 5, 3)
    shortest, *_ = periods(always, Period.QUARTER, start, start)
    assert (shortest.start, shortest.minutes) == (date(2027, 5, 1), 59 * 1440)
    assert periods(always, Period.QUARTER, start)[0].minutes == 91 * 1440 - 60, "the first of 2028"


def tables_of_own(pack: Pack, deciding: bool) -> tuple[Row, ...]:
    _, own = tables(built(pack, "allowed-downtime", deciding=deciding))
    return own.body


def test_a_quarter_is_measured_by_quarters(pack: Pack) -> None:
    window = pack.engagement.sla.windows[0]
    shortest, middle, longest = periods(window, Period.QUARTER, date(2027, 1, 15))
    assert (shortest.start, shortest.minutes) == (date(2027, 1, 1), 90 * 1440 - 60)
    assert middle.minutes == 92 * 1440
    assert (longest.start, longest.minutes) == (date(2027, 10, 1), 92 * 1440 + 60)


def test_seconds_alone_need_no_minutes(pack: Pack) -> None:
    assert downtime(pack.locale, Decimal("0.75")).replace("\u00a0", " ") == "45 s"
    assert downtime(pack.locale, Decimal("60.01")).replace("\u00a0", " ") == "1 h"


def test_the_chain_is_the_product_of_its_links(pack: Pack) -> None:
    support = pack.engagement.services[1]
    # 99.9 % x 99.9 % x (1 - 0.5 % x 0.5 %)
    assert composite(support) == Decimal(100) * Decimal("0.999") * Decimal("0.999") * Decimal("0.999975")
    lines = rows(built(pack, "composite-availability"))
    assert ("Chaîne complète, éléments en série", "99,7976 %") in lines
    assert ("Hyperviseurs", "99,8 %", "8", "6", "99,9999 %") in lines


def test_a_target_beyond_the_chain_is_said(pack: Pack) -> None:
    said = [
        spaced(plain(node.inlines))
        for node in built(pack, "composite-availability")
        if isinstance(node, Paragraph)
    ]
    assert sum("est soutenue par la chaîne" in text for text in said) == 3
    weak = replace(pack.engagement.services[1].components[0], availability=Percent(Decimal(99)))
    services = (replace(pack.engagement.services[1], components=(weak,)),)
    changed = replace(pack, engagement=replace(pack.engagement, services=services))
    said = [
        spaced(plain(node.inlines))
        for node in built(changed, "composite-availability")
        if isinstance(node, Paragraph)
    ]
    assert any("la cible de 99,5 % excède ce que la chaîne permet (99,0000 %)" in text for text in said)


def test_caps_in_money(pack: Pack) -> None:
    lines = rows(built(pack, "caps"))
    assert lines[0] == ("Par Mois – Hébergement et exploitation", "15 %", "46 800,00 €", "7 020,00 €")
    assert lines[-1] == (
        "Par Année Contractuelle – tous Services confondus",
        "10 %",
        "1 173 600,00 €",
        "117 360,00 €",
    )


def test_caps_of_all_services_together(pack: Pack) -> None:
    caps = Caps(Decimal(20), None, PenaltyBase.TOTAL_MONTHLY_FEE)
    changed = with_sla(pack, terms=replace(pack.engagement.sla.terms, caps=caps))
    assert rows(built(changed, "caps")) == [
        ("Par Mois – tous Services confondus", "20 %", "97 800,00 €", "19 560,00 €")
    ]


def test_a_sheet_holds_all_that_an_indicator_needs(pack: Pack) -> None:
    lines = facts((sheet(pack, "gti-permanente"),))
    assert (
        lines["Services mesurés"]
        == "Hébergement et exploitation et Sauvegarde, continuité et sécurité opérée"
    )
    assert lines["Cible"] == "au moins 95 %, par Mois, dans la fenêtre « Toute heure et tout jour »"
    assert lines["Délais appréciés"] == "P1 : GTI de 15 min ; P2 : GTI de 30 min"
    assert lines["Échantillon minimal"].endswith(
        "(sur 19, 1 non conforme au plus). La règle ne vaut pas pour la Priorité P1 : dès qu’un ticket P1 est hors "
        "délai, le taux mesuré décide."
    )
    calls = facts((sheet(pack, "appels-abandonnes"),))
    assert "P1" not in calls["Échantillon minimal"], "a call has no priority"
    assert (
        lines["Obligation mesurée"]
        == "Obligation de résultat : respecter la GTI et la GTR de chaque Priorité"
    )
    assert (
        lines["Pénalité"]
        == "Barème « Point d’écart à la cible » : 1 % de l’assiette par pas d’écart à la cible."
    )


def test_a_target_at_most_counts_what_may_occur(pack: Pack) -> None:
    lines = facts((sheet(pack, "appels-abandonnes"),))
    assert lines["Cible"].startswith("au plus 6 %")
    # 6 % of 49 calls is 2.94: two may be abandoned.
    assert "(sur 49, 2 non conformes au plus)" in lines["Échantillon minimal"]


def test_an_indicator_without_scale_says_so(pack: Pack) -> None:
    lines = facts((sheet(pack, "satisfaction"),))
    assert lines["Pénalité"].startswith("Aucune.")
    assert lines["Échantillon minimal"] == "30 réponses ou mesures dans la période."
    assert "Délais appréciés" not in lines


def test_the_formula_follows_the_method_of_exclusion(pack: Pack) -> None:
    def formula(exclusion: Exclusion) -> str:
        first, *others = pack.engagement.sla.sheets
        changed = replace(first, indicator=replace(first.indicator, exclusion=exclusion))
        (_, formula, *_) = sheet(with_sla(pack, sheets=(changed, *others)), first.indicator.id).blocks
        assert isinstance(formula, Paragraph)
        assert formula.role == "formula"
        return spaced(plain(formula.inlines))

    assert formula(Exclusion.BOTH).startswith("Disponibilité = (T – E – I) ÷ (T – E) × 100")
    assert formula(Exclusion.DOWNTIME).startswith(
        "Disponibilité = (T – I) ÷ T × 100, où T est la Fenêtre de Service et I l’Indisponibilité hors"
    )
    assert "toute l’Indisponibilité" in formula(Exclusion.NONE)
    assert pack.engagement.sla.sheets[0].indicator.direction is Direction.HIGHER


def test_all_services_are_not_listed_one_by_one(pack: Pack) -> None:
    assert facts((sheet(pack, "gti-ouvree"),))["Services mesurés"] == "tous les Services"


def test_a_rate_that_names_no_priorities_has_the_limits_of_all(pack: Pack) -> None:
    """What the engine takes for all priorities, the annex prints as all."""
    named = next(one for one in pack.engagement.sla.sheets if one.clock)
    everywhere = tuple(
        replace(one, priorities=()) if one is named else one for one in pack.engagement.sla.sheets
    )
    one = with_sla(pack, sheets=tuple(replace(s, priorities=("P1",)) for s in pack.engagement.sla.sheets))
    every = with_sla(pack, sheets=everywhere)
    limited = [
        response.target.priority
        for response in pack.engagement.sla.responses
        if response.target.window == named.indicator.window
    ]

    def printed(changed: Pack) -> list[str]:
        text = spaced(facts((sheet(changed, named.indicator.id),))["Délais appréciés"])
        return [priority for priority in ("P1", "P2", "P3", "P4") if priority in text]

    assert len(limited) > 1
    assert (printed(one), printed(every)) == (["P1"], limited)
