"""The phases of the contract: a table of the events that start and end each, and their calendar.

The calendar sets the phases one after the other from the date of effect. The firm term ends the phase that runs
then; a phase that begins after it is drawn as one that depends on the end of the contract.
"""

from datetime import date, timedelta

from docgen.assemble.blocks._items import items
from docgen.assemble.blocks._layout import Wording, row
from docgen.assemble.setting import show
from docgen.draw.phases import Moment, Phase, phases
from docgen.model.document import Block
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.profile import Profile
from docgen.sla.days import add_duration
from docgen.text import formats

_WIDTHS = {Profile.FULL: (18, 16, 13, 24, 18, 11), Profile.SHORT: (16, 15, 11, 25, 24, 9)}
_COLUMNS = ("phase", "start", "duration", "deliverables", "exit", "committee")


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """A table and a drawing."""
    locale, say = pack.locale, Wording(pack.locale, "phases")
    acronyms = {committee.id: committee.acronym for committee in pack.engagement.governance.committees}
    body = (
        row(
            locale,
            item.name,
            item.start,
            show(locale, item.duration),
            items(locale, item.deliverables),
            item.exit,
            acronyms.get(item.committee, item.committee),
        )
        for item in pack.engagement.phases
    )
    table = say.table(_COLUMNS, body, _WIDTHS.get(pack.engagement.profile, _WIDTHS[Profile.FULL]))
    rows = _calendar(pack)
    figure = say.figure(
        phases(rows, _milestones(pack, say), _years(rows)),
        " ".join(_sentence(say, phase) for phase in rows),
    )
    return (table, figure, say.note("note"))


def _calendar(pack: Pack) -> tuple[Phase, ...]:
    """The phases with their dates; no holiday moves the end of a phase."""
    start = pack.engagement.contract.effective
    over = pack.computed.end + timedelta(days=1)
    rows: list[Phase] = []
    for item in pack.engagement.phases:
        after = start >= over
        end = add_duration(start, item.duration, "")
        if not after:
            end = min(end, over)
        rows.append(
            Phase(pack.locale.typeset(item.name), start, end, show(pack.locale, item.duration), after)
        )
        start = end
    return tuple(rows)


def _milestones(pack: Pack, say: Wording) -> tuple[Moment, ...]:
    contract = pack.engagement.contract
    days = (
        ("effective", contract.effective),
        ("service_start", contract.service_start),
        ("end", pack.computed.end),
    )
    return tuple(Moment(day, say(key, date=formats.date_short(say.locale, day))) for key, day in days)


def _years(rows: tuple[Phase, ...]) -> tuple[Moment, ...]:
    if not rows:
        return ()
    return tuple(
        Moment(date(year, 1, 1), str(year)) for year in range(rows[0].start.year + 1, rows[-1].end.year + 1)
    )


def _sentence(say: Wording, phase: Phase) -> str:
    key = "then_optional" if phase.optional else "then"
    start = show(say.locale, phase.start)
    end = show(say.locale, phase.end - timedelta(days=1))
    return say(key, phase=phase.label, start=start, end=end, length=phase.length)
