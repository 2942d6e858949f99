"""When each level is reached, for each priority, beside its GTI and GTR: a drawing, and the same in order of time."""

from collections.abc import Iterator
from itertools import groupby

from docgen.assemble.blocks._directory import levels
from docgen.assemble.blocks._layout import Wording, capital, group, row, sentences
from docgen.assemble.blocks._services import window_name
from docgen.draw.timeline import Event, Mark, TimelineRow, TimelineWords, timeline
from docgen.model.document import Block, Row
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.sla import Priority, ResponseTarget
from docgen.text import formats


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """The drawing and the table; () without levels or priorities."""
    words = Wording(pack.locale, "timelines")
    priorities = [one.priority for one in pack.engagement.sla.priorities]
    rows = [_row(pack, words, priority) for priority in priorities]
    if not any(one.events for one in rows):
        return ()
    names = TimelineWords(words("level"), words("response"), words("restoration"), words("axis"))
    said = (
        words(
            "alternative",
            priority=one.priority,
            events=formats.listing(pack.locale, [f"{event.label} {event.delay}" for event in one.events]),
        )
        for one in rows
    )
    table = words.table(("delay", "event"), _body(pack, words, rows), (24, 76))
    return words.figure(timeline(rows, names), sentences(said)), table


def first_target(pack: Pack, priority_id: str) -> ResponseTarget | None:
    """The response target of a priority: that of the first window in which it has one."""
    targets = (response.target for response in pack.engagement.sla.responses)
    return next((target for target in targets if target.priority == priority_id), None)


def _row(pack: Pack, words: Wording, priority: Priority) -> TimelineRow:
    return TimelineRow(
        f"{priority.id} {priority.name}",
        tuple(
            sorted(
                _events(pack, words, priority.id),
                key=lambda event: (event.minutes, event.mark.value, event.label),
            )
        ),
    )


def _events(pack: Pack, words: Wording, priority_id: str) -> Iterator[Event]:
    locale, escalation = pack.locale, pack.engagement.escalation
    for level in levels(escalation):
        delay = level.delays.get(priority_id)
        if delay is not None:
            yield Event(delay.minutes, level.id, formats.duration(locale, delay))
    target = first_target(pack, priority_id)
    if target is not None:
        yield Event(
            target.gti_minutes, words("response"), formats.minutes(locale, target.gti_minutes), Mark.RESPONSE
        )
        if target.gtr_minutes is not None:
            yield Event(
                target.gtr_minutes,
                words("restoration"),
                formats.minutes(locale, target.gtr_minutes),
                Mark.RESTORATION,
            )


def _body(pack: Pack, words: Wording, rows: list[TimelineRow]) -> Iterator[Row]:
    locale, escalation = pack.locale, pack.engagement.escalation
    names = {level.id: level.name for level in levels(escalation)}
    priorities = [one.priority for one in pack.engagement.sla.priorities]
    for priority, one in zip(priorities, rows, strict=True):
        target = first_target(pack, priority.id)
        title = (
            one.priority
            if target is None
            else words("counted_in", priority=one.priority, window=window_name(pack, target.window))
        )
        yield group(locale, title, 2)
        for _, events in groupby(one.events, key=lambda event: event.minutes):
            moment = tuple(events)
            texts = [
                f"{event.label} {names[event.label]}"
                if event.label in names
                else words(f"end.{event.mark.value}")
                for event in moment
            ]
            yield row(locale, moment[0].delay, capital(words("then").join(texts)))
