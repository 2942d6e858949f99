"""The financial annex and the take-over plan: unit prices, amortisation, invoices, milestones."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from docgen.assemble.blocks import amortisation, invoicing_calendar
from docgen.model.pack import Pack
from docgen.model.payment import Investment
from docgen.text.quantities import Money

from .nodes import built, rows, tables


def test_the_price_of_a_line_is_that_of_its_work_unit(pack: Pack) -> None:
    deal = pack.engagement
    first, *others = deal.scope.baseline
    unit = deal.price.units[0]
    lines = (first._replace(unit=unit.id), *(line._replace(unit="") for line in others))
    stated = replace(pack, engagement=replace(deal, scope=deal.scope._replace(baseline=lines)))
    ((item, _, name, price),) = rows(built(stated, "unit-prices"))
    assert (item.lower(), name, price) == (first.item, unit.id, "145,00 €")


def test_months_of_amortisation_are_whole() -> None:
    assert amortisation.whole_months(date(2027, 4, 19), date(2030, 1, 10)) == 32
    assert amortisation.whole_months(date(2027, 4, 11), date(2030, 1, 10)) == 33
    assert amortisation.whole_months(date(2030, 1, 11), date(2030, 1, 10)) == 0


def test_what_is_not_written_off_falls_to_nothing_at_the_end(pack: Pack) -> None:
    assert built(pack, "amortisation") == () or pack.engagement.price.investments
    service = pack.engagement.services[0]
    spent = (
        Investment("baies de stockage", service.id, Money(Decimal(60000), "EUR")),
        Investment("sondes", service.id, Money(Decimal(12000), "EUR")),
    )
    price = pack.engagement.price._replace(investments=spent)
    stated, monthly = tables(
        built(replace(pack, engagement=replace(pack.engagement, price=price)), "amortisation")
    )
    lines = rows((monthly,))
    assert len(stated.body) == 2
    assert lines[0][1:] == ("60 000,00 €", "12 000,00 €", "72 000,00 €")
    assert lines[-1][1:] == ("0,00 €", "0,00 €", "0,00 €")


def test_a_month_that_is_not_whole_counts_by_its_days() -> None:
    found = tuple(invoicing_calendar.years(date(2027, 4, 19), date(2030, 1, 10), Decimal(15200)))
    assert [amount for _, _, amount in found] == [
        Decimal("127680.00"),
        Decimal("182400.00"),
        Decimal("182400.00"),
        Decimal("4903.23"),
    ]
    assert found[0][:2] == (date(2027, 4, 19), date(2027, 12, 31))
    assert found[-1][:2] == (date(2030, 1, 1), date(2030, 1, 10))


def test_invoices_add_up_to_the_last_row(pack: Pack) -> None:
    lines = rows(built(pack, "invoicing-calendar"))
    amounts = [Decimal(line[-1].replace(" ", "").replace("€", "").replace(",", ".")) for line in lines]
    assert sum(amounts[:-1]) == amounts[-1]
    assert amounts[0] == pack.engagement.transition.price.amount


def test_milestones_end_before_the_service_starts(pack: Pack) -> None:
    lines = rows(built(pack, "milestones"))
    assert [line[1].replace("’", "'") for line in lines] == [
        phase.name for phase in pack.engagement.phases[: len(lines)]
    ]
    assert lines[0][2] == "04/01/2027"
    assert len(lines) < len(pack.engagement.phases)
