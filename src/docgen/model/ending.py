"""How the contract is watched and ends: audit, termination, reversibility, disputes."""

from enum import StrEnum
from typing import NamedTuple

from docgen.text.quantities import Duration, Percent


class ExitPrice(StrEnum):
    """How the reversibility is paid."""

    INCLUDED = "included"
    DAY_RATES_CAPPED = "day_rates_capped"
    QUOTED = "quoted"


class Consent(StrEnum):
    """When the contract may be assigned."""

    PRIOR_WRITTEN = "prior_written"
    INTRAGROUP_FREE = "intragroup_free"


class Forum(StrEnum):
    """Who decides in the end."""

    COURT = "court"
    ARBITRATION = "arbitration"


class Termination(NamedTuple):
    """How a party may leave before the end of the term."""

    cure: Duration
    obligations: tuple[str, ...]
    convenience_notice: Duration
    convenience_from: Duration
    convenience_fee: Percent


class Exit(NamedTuple):
    """The reversibility; `day_cap` is the most days when it is charged by day rates."""

    duration: Duration
    extension: Duration
    plan_due: Duration
    plan_update: Duration
    data_format: str
    first_export: Duration
    price_mode: ExitPrice
    day_cap: int | None = None


class Audit(NamedTuple):
    """The client's audits of the provider."""

    notice: Duration
    max_per_year: int
    free_days: int
    corrective_plan: Duration
    overbilling: Percent


class Benchmark(NamedTuple):
    """The comparison of the prices with the market."""

    first_month: Duration
    tolerance: Percent
    adjustment: Duration
    peers: int


class Assignment(NamedTuple):
    """When the contract may pass to somebody else."""

    consent: Consent
    change_of_control: Duration
    change_of_control_notice: Duration


class Mediation(NamedTuple):
    """A mediation before any action."""

    centre: str
    duration: Duration


class Expertise(NamedTuple):
    """A technical expertise."""

    duration: Duration


class Arbitration(NamedTuple):
    """An arbitration instead of a court."""

    rules: str
    seat: str
    arbitrators: int


class Disputes(NamedTuple):
    """The path of a dispute, step by step, and who decides in the end."""

    operational: Duration
    committee: Duration
    management: Duration
    forum: Forum
    mediation: Mediation | None = None
    expertise: Expertise | None = None
    court: str = ""
    arbitration: Arbitration | None = None
