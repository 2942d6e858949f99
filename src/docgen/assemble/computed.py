"""Values that follow from the engagement, so that nobody states them twice: `computed.<name>` in a clause."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal

from docgen.model.computed import Computed
from docgen.model.engagement import Engagement
from docgen.sla.days import add_months
from docgen.text.quantities import Duration, Money, Unit

CENT = Decimal("0.01")

NAMES: Mapping[str, str] = {
    "monthly_fee": "sum of the monthly fees of the services, excluding VAT",
    "annual_fee": "twelve monthly fees, excluding VAT",
    "firm_fee": "monthly fees of the whole firm term, excluding VAT",
    "end": "last day of the firm term",
    "longest_term": "firm term and all renewals",
    "liability_cap": "cap of a contract year: the percentage of the annual fee, and the floor at least",
    "liability_supercap": "the raised cap: its percentage of the annual fee, and the cap at least",
    "transition_penalty_cap": "the most that a late take-over costs",
    "surviving": "articles of the contract that survive its end, as their clauses say",
}

AMENDMENT: Mapping[str, str] = {
    "amendment_number": "number of the amendment, from 1; only amendments have it",
    "amendment_former": "version that the amendment changes; only amendments have it",
    "amendment_version": "version that the amendment leads to; only amendments have it",
    "amendment_signed": "day on which the contract was signed; only amendments have it",
}
"""The further values that a clause of an amendment may print, as `pipeline/amending.py` gives them."""


def computed(engagement: Engagement) -> Computed:
    """The derived values of an engagement; money to the cent, half up."""
    currency, term = engagement.price.currency, engagement.term
    liability, transition = engagement.liability, engagement.transition
    monthly = sum((service.monthly_fee.amount for service in engagement.services), Decimal(0))
    renewals, renewal = term.renewal.max_count or 0, term.renewal.duration
    longest = term.initial.months + (renewals * renewal.months if renewal is not None else 0)
    annual = monthly * 12
    cap = max(annual * liability.cap.fraction, liability.cap_floor.amount)

    def euros(amount: Decimal) -> Money:
        return Money(amount.quantize(CENT, ROUND_HALF_UP), currency)

    return Computed(
        monthly_fee=euros(monthly),
        annual_fee=euros(annual),
        firm_fee=euros(monthly * term.initial.months),
        end=add_months(engagement.contract.effective, term.initial.months) - timedelta(days=1),
        longest_term=Duration(longest, Unit.MONTH),
        liability_cap=euros(cap),
        liability_supercap=euros(max(annual * liability.supercap.fraction, cap)),
        transition_penalty_cap=euros(transition.price.amount * transition.delay_penalty_cap.fraction),
    )
