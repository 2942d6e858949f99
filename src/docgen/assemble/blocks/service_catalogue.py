"""The service catalogue: a sheet a service with its window, fee, users, recovery objectives and exclusions."""

from collections.abc import Iterator

from docgen.assemble.blocks._items import items
from docgen.assemble.blocks._layout import Content, Wording, lines
from docgen.assemble.blocks._services import opening_hours, window_name
from docgen.assemble.setting import paragraph, show
from docgen.model.document import Block, Sheet
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.services import Service


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One `Sheet` a service, in the order of the engagement."""
    say = Wording(pack.locale, "service-catalogue")
    return tuple(
        Sheet(
            title=pack.locale.typeset(service.name),
            blocks=(
                paragraph(pack.locale, service.description),
                say.facts(_facts(pack, say, service), say("caption", service=service.name)),
            ),
            anchor=f"service-{service.id}",
        )
        for service in pack.engagement.services
    )


def _facts(pack: Pack, say: Wording, service: Service) -> Iterator[tuple[str, Content]]:
    locale = pack.locale
    window = pack.engagement.sla.window(service.window)
    hours = () if window is None or window.always else opening_hours(locale, window)
    yield "window", lines(locale, (window_name(pack, service.window), *hours))
    yield "fee", say("a_month", fee=show(locale, service.monthly_fee))
    if service.users is not None:
        yield "users", show(locale, service.users)
    if service.critical:
        yield "critical", say("vital")
    if service.data_processing:
        yield "law", say("data_processing")
    for key, value in (("rto", service.rto), ("rpo", service.rpo), ("backup", service.backup_interval)):
        if value is not None:
            yield key, show(locale, value)
    yield "exclusions", items(locale, service.exclusions)
    yield "exit", items(locale, service.exit_deliverables)
