"""The schema of an engagement: all its sections."""

from docgen.read.schemas.deal import DEAL
from docgen.read.schemas.fields import Field
from docgen.read.schemas.governance import GOVERNANCE
from docgen.read.schemas.service import SERVICE
from docgen.read.schemas.terms import TERMS
from docgen.read.schemas.waivers import PLACED_WAIVERS

ENGAGEMENT: dict[str, Field] = {**DEAL, **SERVICE, **GOVERNANCE, **TERMS, "waivers": PLACED_WAIVERS}
