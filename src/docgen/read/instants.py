"""Instants as people write them: `2027-10-04 08:15` in the zone of the calendar, or with an offset from UTC.

Faults: DG216 (no instant, a wall time that the clocks skip or show twice).
"""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from docgen.text.quantities import Misread

_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:\d{2})?", re.ASCII)


def read_instant(text: str, zone: ZoneInfo) -> datetime | Misread:
    """An aware datetime, without seconds; a time without offset is the wall time of the zone."""
    match = _INSTANT.fullmatch(text)
    example = Misread("is not an instant", "write a day and a time, as in '2027-10-04 08:15'")
    if match is None:
        return example
    try:
        moment = datetime.fromisoformat(f"{match[1]}T{match[2]}{match[3] or ''}").replace(second=0)
    except ValueError:
        return example
    if moment.tzinfo is not None:
        return moment
    first, second = moment.replace(tzinfo=zone, fold=0), moment.replace(tzinfo=zone, fold=1)
    if first.utcoffset() != second.utcoffset():
        skipped = first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != moment
        if skipped:
            return Misread("is skipped when the clocks go forward", "check the time")
        return Misread(
            "comes twice when the clocks go back",
            f"write its offset, as in '{second.isoformat(' ', 'minutes')}'",
        )
    return first
