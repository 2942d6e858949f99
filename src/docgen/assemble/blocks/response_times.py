"""Times to respond (GTI) and to restore (GTR) of each priority, by the window in which they are counted.

A table with how often the client is informed and whether a workaround stops the GTR, and the limits on one time axis.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from docgen.assemble.blocks._layout import Wording, capital, group, row, sentences
from docgen.assemble.blocks._services import opening_hours, window_name
from docgen.assemble.setting import show
from docgen.draw.targets import Limit, TargetRow, TargetWords, targets
from docgen.model.document import Block, Figure, Row
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.services import Response
from docgen.text import formats

_COLUMNS = ("priority", "gti", "gtr", "update", "workaround")
_TICKS = (5, 15, 60, 240, 480, 1440, 3000, 6000, 12000)


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """The table and the drawing; () without targets."""
    responses = _by_window(pack)
    if not responses:
        return ()
    words = Wording(pack.locale, "response-times")
    table = words.table(_COLUMNS, _rows(pack, words, responses), (24, 16, 16, 20, 24))
    return table, words.note("note"), _figure(pack, words, responses)


def _by_window(pack: Pack) -> tuple[Response, ...]:
    """The targets, those of one window together, windows in the order in which they first occur."""
    responses = pack.engagement.sla.responses
    order = list(dict.fromkeys(response.target.window for response in responses))
    return tuple(sorted(responses, key=lambda response: order.index(response.target.window)))


def _name(pack: Pack, priority_id: str) -> str:
    meaning = next((one for one in pack.engagement.sla.priorities if one.priority.id == priority_id), None)
    return priority_id if meaning is None else f"{priority_id} {meaning.priority.name}"


def _window(pack: Pack, window_id: str) -> str:
    window = pack.engagement.sla.window(window_id)
    name = window_name(pack, window_id)
    if window is None or window.always:
        return name
    return pack.locale.text(
        "blocks.annexes.with_hours",
        name=name,
        hours=formats.listing(pack.locale, opening_hours(pack.locale, window)),
    )


def _rows(pack: Pack, words: Wording, responses: Sequence[Response]) -> Iterator[Row]:
    locale = pack.locale
    for window, members in groupby(responses, key=lambda response: response.target.window):
        yield group(locale, words("counted_in", window=_window(pack, window)), len(_COLUMNS))
        for response in members:
            target = response.target
            yield row(
                locale,
                capital(_name(pack, target.priority)),
                formats.minutes(locale, target.gti_minutes),
                words("best_effort")
                if target.gtr_minutes is None
                else formats.minutes(locale, target.gtr_minutes),
                words("every", duration=show(locale, response.update)),
                words("admitted" if response.workaround else "not_admitted"),
            )


def _figure(pack: Pack, words: Wording, responses: Sequence[Response]) -> Figure:
    locale = pack.locale

    def limit(minutes: int) -> Limit:
        return Limit(minutes, formats.minutes(locale, minutes))

    rows = [
        TargetRow(
            _name(pack, one.target.priority),
            locale.typeset(_window(pack, one.target.window)),
            limit(one.target.gti_minutes),
            None if one.target.gtr_minutes is None else limit(one.target.gtr_minutes),
        )
        for one in responses
    ]
    times = [one.minutes for target in rows for one in (target.response, target.restoration) if one]
    ticks = [limit(tick) for tick in _TICKS if min(times) <= tick <= max(times)]
    said = (
        words(
            "alternative",
            priority=target.priority,
            window=target.window,
            gti=target.response.label if target.response else words("best_effort"),
            gtr=target.restoration.label if target.restoration else words("best_effort"),
        )
        for target in rows
    )
    names = TargetWords(words("response"), words("restoration"), words("axis"))
    return words.figure(targets(rows, ticks, names), sentences(said))
