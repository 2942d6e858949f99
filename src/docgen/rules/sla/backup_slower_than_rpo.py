"""Backups are further apart than the data that may be lost (RPO).

Whatever happens just before the next backup is lost: with a backup every 8 hours no RPO of 4 hours can be kept, and the
time that a backup takes comes on top. Shorten the interval, or promise a longer RPO.
"""

from collections.abc import Iterator

from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules._levels import services
from docgen.rules._wording import plain
from docgen.sla.reliability import recovery_point_feasible
from docgen.text.diagnostics import Severity
from docgen.text.quantities import Duration

CODE = "DG433"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
backup:
  interval: 8 h
  #         ^^^ DG433
continuity:
  rpo: 4 h
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
backup:
  interval: 2 h
continuity:
  rpo: 4 h
""",
}


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Hold the interval of backups against the RPO: of the contract, and of each service that states its own."""
    interval: Duration = engagement.backup.interval
    rpo: Duration = engagement.continuity.rpo
    if not _kept(interval, rpo):
        yield Fault(engagement.at("backup", "interval"), _message(interval, rpo), _HINT)
    for path, service in services(engagement):
        if service.rpo is None and service.backup_interval is None:
            continue
        own_interval, own_rpo = service.backup_interval or interval, service.rpo or rpo
        if not _kept(own_interval, own_rpo):
            key = "backup_interval" if service.backup_interval is not None else "rpo"
            yield Fault(engagement.at(*path, key), _message(own_interval, own_rpo), _HINT)


_HINT = "shorten the interval, or lengthen the RPO"


def _kept(interval: Duration, rpo: Duration) -> bool:
    return recovery_point_feasible(interval.minutes, 0, rpo.minutes)


def _message(interval: Duration, rpo: Duration) -> str:
    return f"a backup every {plain(interval)} does not keep an RPO of {plain(rpo)}"
