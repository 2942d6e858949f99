"""Who bears which risk: security, data, insurance, liability, hardship."""

from enum import StrEnum
from typing import NamedTuple

from docgen.text.quantities import Duration, Money, Percent


class RightsPass(StrEnum):
    """When rights pass."""

    AS_CREATED = "as_created"
    ON_PAYMENT = "on_payment"


class InfringementCap(StrEnum):
    """Cap of the indemnity for an infringement."""

    UNCAPPED = "uncapped"
    SUPERCAP = "supercap"


class CarveOut(StrEnum):
    """The cases that no cap limits."""

    BODILY_INJURY = "bodily_injury"
    GROSS_NEGLIGENCE = "gross_negligence"
    WILFUL_DEFAULT = "wilful_default"
    IP_INFRINGEMENT = "ip_infringement"
    CONFIDENTIALITY = "confidentiality"
    CONFIDENTIALITY_EXCEPT_DATA = "confidentiality_except_data"
    LABOUR_CLAIMS = "labour_claims"


class HardshipMode(StrEnum):
    """The remedy for a change of circumstances: a framed negotiation, the law alone, or none."""

    ADJUST = "adjust"
    APPLY = "apply"
    EXCLUDE_BOTH = "exclude_both"
    EXCLUDE_PROVIDER = "exclude_provider"


class Security(NamedTuple):
    """Security measures, with their delays."""

    incident_notice: Duration
    patch_critical: Duration
    patch_high: Duration
    patch_medium: Duration
    log_retention: Duration
    pentest: Duration
    access_review: Duration
    certification: str = ""


class Backup(NamedTuple):
    """How often data are saved, and how long they are kept."""

    interval: Duration
    retention: Duration
    restore_test: Duration
    offline_copy: bool


class Continuity(NamedTuple):
    """Recovery after a disaster."""

    rto: Duration
    rpo: Duration
    test: Duration


class Transfer(NamedTuple):
    """A transfer of personal data outside the European Economic Area; `basis` is its ground (GDPR art. 44 to 49)."""

    recipient: str
    country: str
    purpose: str
    basis: str


class PersonalData(NamedTuple):
    """The processing of personal data for the client (GDPR art. 28); `sensitive` are data of its articles 9 and 10."""

    breach_notice: Duration
    subprocessor_notice: Duration
    deletion: Duration
    request_forward: Duration
    purposes: str = ""
    categories: str = ""
    subjects: str = ""
    operations: str = ""
    sensitive: str = ""
    transfers: tuple[Transfer, ...] = ()


class Confidentiality(NamedTuple):
    """How long secrets are kept after the end."""

    after_end: Duration


class IntellectualProperty(NamedTuple):
    """The rights that pass to the client, and when (CPI L131-3)."""

    territory: str
    duration: str
    trigger: RightsPass
    infringement_cap: InfringementCap


class Insurance(NamedTuple):
    """The insurance of the provider."""

    per_claim: Money
    per_year: Money
    certificate: Duration


class Liability(NamedTuple):
    """Caps of a contract year, of the fees of twelve months; `supercap` is the one for data and security."""

    cap: Percent
    cap_floor: Money
    supercap: Percent
    carve_outs: tuple[CarveOut, ...]
    penalties_inside_cap: bool
    limitation: Duration


class ForceMajeure(NamedTuple):
    """Force majeure (C. civ. 1218)."""

    notice: Duration
    termination_after: Duration
    excluded: tuple[str, ...]


class Hardship(NamedTuple):
    """Unforeseen change of circumstances (C. civ. 1195)."""

    mode: HardshipMode
    trigger: Percent
    negotiation: Duration


class Vigilance(NamedTuple):
    """Certificates against illegal work (C. trav. D8222-5)."""

    period: Duration
    grace: Duration
