"""Prices and payment terms, as an engagement states them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from docgen.text.quantities import Duration, Money, Month, Percent


class RevisionIndex(StrEnum):
    """Published indices that a price may follow (CMF L112-2)."""

    SYNTEC_REVISED = "SYNTEC_REVISED"
    NONE = "none"


class BillingFrequency(StrEnum):
    """How often an invoice is sent."""

    MONTHLY_IN_ARREARS = "monthly_in_arrears"
    QUARTERLY_IN_ARREARS = "quarterly_in_arrears"
    MONTHLY_IN_ADVANCE = "monthly_in_advance"


class PaymentMode(StrEnum):
    """How the term of payment is counted (C. com. L441-10)."""

    NET_DAYS = "net_days"
    END_OF_MONTH_AFTER = "end_of_month_after"
    END_OF_MONTH_THEN = "end_of_month_then"


class LateRate(StrEnum):
    """Which rate a late payment bears."""

    ECB_PLUS_10 = "ecb_plus_10"
    LEGAL_X3 = "legal_x3"
    ECB_PLUS_8 = "ecb_plus_8"
    FIXED = "fixed"


class WorkUnit(NamedTuple):
    """A thing that is ordered by the unit."""

    id: str
    name: str
    price: Money


class DayRate(NamedTuple):
    """The rate of a profile for a day."""

    profile: str
    rate: Money


class Investment(NamedTuple):
    """What the provider invests for a service of this client, written off evenly until the end of the firm term."""

    name: str
    service: str
    amount: Money


@dataclass(frozen=True, slots=True)
class RevisionTerms:
    """The yearly revision by an index; `base_month` is that of S0."""

    index: RevisionIndex
    period: Duration
    first_after: Duration
    fixed_part: Percent
    ratio_decimals: int
    base_month: Month | None = None
    cap: Percent | None = None


class Price(NamedTuple):
    """Prices, excluding VAT, in `currency` (ISO 4217)."""

    currency: str
    revision: RevisionTerms
    units: tuple[WorkUnit, ...] = ()
    day_rates: tuple[DayRate, ...] = ()
    investments: tuple[Investment, ...] = ()
    travel: str = ""


class Billing(NamedTuple):
    """When and by what channel invoices are sent."""

    frequency: BillingFrequency
    channel: str
    dispute: Duration


class Payment(NamedTuple):
    """When an invoice is due (C. com. L441-10), and the cost of a late payment."""

    mode: PaymentMode
    term: Duration
    late_rate: LateRate
    indemnity: Money
    suspension_notice: Duration
    late_rate_fixed: Percent | None = None
