"""Read an engagement: its parts are joined, laid over the default terms, typed, checked and given shape.

Faults: those of `text/yamltext.py` (DG1xx), `read/merge.py` (DG209) and `read/validate.py` (DG2xx).
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from docgen.model.calendar import Calendar, Maintenance, ServiceWindow
from docgen.model.engagement import Engagement
from docgen.model.printed import Values
from docgen.model.sla_terms import SlaTerms
from docgen.read.merge import join, lay_over
from docgen.read.overlay import overlay
from docgen.read.schemas.engagement import ENGAGEMENT
from docgen.read.schemas.walk import whole
from docgen.read.shape import freeze, shape, shapes
from docgen.read.sla import service_levels
from docgen.read.validate import type_quantities, validate
from docgen.text.diagnostics import Checked, Diagnostic, has_errors
from docgen.text.source import Source, Span
from docgen.text.yamltext import YamlDocument, load

NO_PROFILES: Mapping[str, YamlDocument] = MappingProxyType({})


def read_engagement(
    parts: Sequence[Source],
    context: YamlDocument | None,
    change: YamlDocument | None = None,
    profiles: Mapping[str, YamlDocument] = NO_PROFILES,
) -> Checked[Engagement | None]:
    """The engagement that the parts state, over the default terms; None if a part cannot be read or is faulty.

    `profiles` gives the default terms of each profile that has its own. `change` is laid over both: an engagement as it would be (`read/overlay.py`).
    """
    diagnostics: list[Diagnostic] = []
    documents: list[YamlDocument] = []
    for part in parts:
        document, faults = load(part)
        documents.append(document)
        diagnostics.extend(faults)
    merged, faults = join(documents)
    diagnostics.extend(faults)
    terms = profiles.get(str(merged.value.get("profile")), context)
    if terms is not None:
        merged, faults = lay_over(merged, terms)
        diagnostics.extend(faults)
    if change is not None:
        merged, faults = overlay(merged, change)
        diagnostics.extend(faults)
    if has_errors(diagnostics):
        return Checked(None, tuple(diagnostics))
    default = Span(parts[0].path)
    values, faults = validate(ENGAGEMENT, merged.value, merged.spans, merged.keys, default)
    diagnostics.extend(faults)
    if has_errors(diagnostics):
        return Checked(None, tuple(diagnostics))
    engagement = shaped(
        values, path=parts[0].path, default_terms=_typed(context), spans=merged.spans, keys=merged.keys
    )
    return Checked(engagement, tuple(diagnostics))


def _typed(terms: YamlDocument | None) -> Values:
    """The default terms, typed as the values of an engagement; {} where there are none."""
    if terms is None or not isinstance(terms.value, dict):
        return {}
    found: Values = freeze(type_quantities(terms.value, whole(ENGAGEMENT), (), terms.spans, Span("")).value)
    return found


def shaped(values: Mapping[str, Any], **places: Any) -> Engagement:
    """The engagement that validated values state; `places` are its `path`, `default_terms`, `spans` and `keys`."""
    terms, calendar = shape(SlaTerms, values["sla"]), shape(Calendar, values["calendar"])
    windows, maintenance = (
        shapes(ServiceWindow, values["windows"]),
        shape(Maintenance, values["maintenance"]),
    )
    return shape(
        Engagement,
        values,
        calendar=calendar,
        windows=windows,
        maintenance=maintenance,
        sla_terms=terms,
        sla=service_levels(terms, calendar, windows, maintenance),
        printed=freeze(values),
        **places,
    )
