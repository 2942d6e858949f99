"""What a clause does to the contract, as its front matter states: how it ends, what liability it caps, what outlives it."""

from enum import StrEnum


class Ender(StrEnum):
    """Who ends the contract: a party by notice, either of them, nobody (`of_right`), or the end of the term (`expiry`)."""

    CLIENT = "client"
    PROVIDER = "provider"
    EITHER = "either"
    OF_RIGHT = "of_right"
    EXPIRY = "expiry"


class Extent(StrEnum):
    """What ends: the whole contract, some services, or either at the choice of who ends it."""

    CONTRACT = "contract"
    SERVICES = "services"
    WHOLE_OR_PART = "whole_or_part"


class Event(StrEnum):
    """What a party may have to answer for, as caps of liability tell it apart; `other` is all that no word names."""

    BODILY_INJURY = "bodily_injury"
    GROSS_NEGLIGENCE = "gross_negligence"
    WILFUL_DEFAULT = "wilful_default"
    IP_INFRINGEMENT = "ip_infringement"
    CONFIDENTIALITY = "confidentiality"
    CONFIDENTIALITY_EXCEPT_DATA = "confidentiality_except_data"
    DATA_DISCLOSURE = "data_disclosure"
    DATA_LOSS = "data_loss"
    SECURITY = "security"
    PERSONAL_DATA = "personal_data"
    LABOUR_CLAIMS = "labour_claims"
    SERVICE_LEVEL_PENALTIES = "service_level_penalties"
    DELAY_PENALTIES = "delay_penalties"
    OTHER = "other"


WITHIN = {Event.DATA_DISCLOSURE: Event.CONFIDENTIALITY}
"""An event that is also a case of a wider one: data are confidential information."""

Ends = tuple[tuple[Ender, Extent], ...]
"""Who may end what; () where a clause ends nothing."""
