"""Planned maintenance: its windows with the services that they touch, its notices and limit (not with `conditions: false`)."""

from docgen.assemble.blocks._layout import Wording, capital, row
from docgen.assemble.blocks._services import day_names, service_names
from docgen.assemble.setting import show
from docgen.model.document import Block
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.text import formats


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """A table of windows and one of their terms; () without a window."""
    locale, sla = pack.locale, pack.engagement.sla
    if not sla.maintenance:
        return ()
    words = Wording(locale, "maintenance")
    days = day_names(locale)
    rows = (
        row(
            locale,
            capital(days[window.day]),
            formats.time_span(locale, window.hours),
            formats.listing(locale, service_names(pack, window.services)),
        )
        for window in sla.maintenance
    )
    terms = pack.engagement.maintenance
    facts = [
        ("notice", show(locale, terms.notice)),
        ("monthly_limit", show(locale, terms.monthly_limit)),
        ("urgent_notice", show(locale, terms.urgent_notice)),
    ]
    table = words.table(("day", "hours", "services"), rows, (20, 20, 60))
    return (table, words.facts(facts, words("terms"))) if options.get("conditions", True) else (table,)
