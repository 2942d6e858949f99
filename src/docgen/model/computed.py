"""Values that follow from an engagement: `computed.<name>` in a clause."""

from dataclasses import dataclass
from datetime import date

from docgen.model.printed import Values
from docgen.text.quantities import Duration, Money


@dataclass(frozen=True, slots=True)
class Computed:
    """Amounts are without VAT, to the cent; `end` is the last day of the firm term; `surviving` the articles that survive the
    end, None where no clause says so. Only the pack of an amendment has what an amendment states; elsewhere it is None."""

    monthly_fee: Money
    annual_fee: Money
    firm_fee: Money
    end: date
    longest_term: Duration
    liability_cap: Money
    liability_supercap: Money
    transition_penalty_cap: Money
    surviving: tuple[str, ...] | None = None
    amendment_number: int | None = None
    amendment_former: str | None = None
    amendment_version: str | None = None
    amendment_signed: date | None = None

    @property
    def printed(self) -> Values:
        """The values for clauses, by name, without those that are not stated."""
        return {name: value for name in self.__slots__ if (value := getattr(self, name)) is not None}
