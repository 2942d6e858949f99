"""The service windows over a week: a chart, and a table of their hours, holidays and services.

Maintenance windows are in the chart as well, since they interrupt the others.
"""

from collections.abc import Iterator

from docgen.assemble.blocks._layout import Wording, capital, lines, row, sentences
from docgen.assemble.blocks._services import (
    day_names,
    opening_hours,
    service_names,
    week_minutes,
    window_name,
)
from docgen.assemble.setting import paragraph, show
from docgen.draw.week import DAY, Opening, WindowRow, week
from docgen.model.document import Align, Block, Figure, Paragraph, Role, Row
from docgen.model.locale import Locale
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.services import MaintenanceWindow
from docgen.model.sla import WeekWindow
from docgen.text import formats


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """The chart and the table; () without a window."""
    sla = pack.engagement.sla
    if not sla.windows:
        return ()
    words = Wording(pack.locale, "windows")
    columns = ("window", "hours", "week", "holidays", "on_call", "services")
    aligns = (Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT)
    table = words.table(columns, _rows(pack, words, aligns), (17, 25, 12, 12, 10, 24), aligns)
    return _figure(pack, words), table, _note(pack, words)


def _rows(pack: Pack, words: Wording, aligns: tuple[Align, ...]) -> Iterator[Row]:
    locale, sla = pack.locale, pack.engagement.sla
    for window in sla.windows:
        served = service_names(
            pack, (service.id for service in pack.engagement.services if service.window == window.id)
        )
        yield row(
            locale,
            window_name(pack, window.id),
            lines(locale, opening_hours(locale, window)),
            formats.minutes(locale, week_minutes(window)),
            words("closed" if window.holidays and not window.always else "open"),
            show(locale, window.id in sla.on_call),
            lines(locale, served) or words("no_service"),
            aligns=aligns,
        )


def _figure(pack: Pack, words: Wording) -> Figure:
    locale, sla = pack.locale, pack.engagement.sla
    windows = [
        WindowRow(
            window_name(pack, window.id),
            formats.listing(locale, opening_hours(locale, window)),
            _openings(window),
        )
        for window in sla.windows
    ]
    closures = [
        WindowRow(
            words("maintenance"),
            _maintenance_hours(locale, one),
            (Opening(one.day, one.hours.start, one.hours.end),),
            True,
        )
        for one in sla.maintenance
    ]
    shown = [*windows, *closures]
    said = [words("alternative", window=one.label, hours=one.note) for one in shown]
    return words.figure(
        week(shown, day_names(locale, "abbreviated")), sentences([words("alternative_start"), *said])
    )


def _openings(window: WeekWindow) -> tuple[Opening, ...]:
    if window.always:
        return (Opening(0, 0, 7 * DAY),)
    return tuple(
        Opening(day, span.start, span.end) for day, spans in enumerate(window.days) for span in spans
    )


def _maintenance_hours(locale: Locale, maintenance: MaintenanceWindow) -> str:
    day = capital(day_names(locale)[maintenance.day])
    hours = formats.time_span(locale, maintenance.hours)
    return locale.text("blocks.annexes.day_hours", first=day, hours=hours)


def _note(pack: Pack, words: Wording) -> Paragraph:
    calendar = pack.engagement.calendar
    said = [words("zone", zone=calendar.timezone), words(f"calendar.{calendar.holidays}")]
    if calendar.closed:
        said.append(
            words(
                "closures",
                days=formats.listing(
                    pack.locale, [formats.date_long(pack.locale, day) for day in calendar.closed]
                ),
            )
        )
    return paragraph(pack.locale, sentences(said), Role.NOTE)
