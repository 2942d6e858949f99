"""Read `docgen.yaml`: where things are in a workspace, and how its documents look."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from docgen.model.brand import check_colour
from docgen.read.schemas.engagement import ENGAGEMENT
from docgen.read.schemas.walk import every, field_at
from docgen.read.schemas.workspace import WORKSPACE
from docgen.read.shape import freeze
from docgen.read.validate import validate
from docgen.text.diagnostics import Checked, Diagnostic, has_errors, nearest
from docgen.text.faults import UNKNOWN_KEY
from docgen.text.source import Source, Span
from docgen.text.yamltext import YamlDocument, load

SERIF, SANS = "Source Serif 4", "Source Sans 3"


@dataclass(frozen=True, slots=True)
class Paths:
    """Directories of a workspace, from its root."""

    clauses: str = "clauses"
    templates: str = "templates"
    engagements: str = "engagements"
    outputs: str = "outputs"


@dataclass(frozen=True, slots=True)
class Config:
    """The content of `docgen.yaml`. `logo` is a path of the workspace or ''; `approvals` maps a class of
    change to the roles that must approve it, `value_approvers` the path of a value or section to the role that must approve
    another value than the default one, `owners` a role to its accounts on the forge."""

    language: str
    primary: str
    accent: str
    serif: str = SERIF
    sans: str = SANS
    issuer: str = ""
    logo: str = ""
    paths: Paths = Paths()
    approvals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    value_approvers: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_config(source: Source) -> Checked[Config | None]:
    """The configuration of a workspace, None when it is faulty."""
    document, faults = load(source)
    if has_errors(faults):
        return Checked(None, faults)
    values, found = validate(WORKSPACE, document.value, document.spans, document.keys, Span(source.path))
    if has_errors(found):
        return Checked(None, faults + found)
    brand, approvals = values["brand"], dict(values.get("approvals") or {})
    by_value = approvals.pop("values", {})
    unknown = tuple(_unknown(by_value, document))
    if unknown:
        return Checked(None, (*faults, *found, *unknown))
    config = Config(
        language=values["language"],
        primary=brand["primary"],
        accent=brand["accent"],
        serif=brand.get("serif") or SERIF,
        sans=brand.get("sans") or SANS,
        issuer=brand.get("name") or "",
        logo=brand.get("logo") or "",
        paths=Paths(**{name: path for name, path in (values.get("paths") or {}).items() if path}),
        approvals=freeze(approvals),
        value_approvers=freeze(by_value),
        owners=freeze(values.get("owners") or {}),
    )
    pale = (
        fault
        for name in ("primary", "accent")
        for fault in check_colour(name, brand[name], document.at(("brand", name)))
    )
    return Checked(config, (*faults, *found, *pale))


def _unknown(paths: Iterable[str], document: YamlDocument) -> Iterator[Diagnostic]:
    """The paths that no engagement states."""
    for path in paths:
        if field_at(ENGAGEMENT, tuple(path.split("."))) is None:
            known = [".".join(steps) for steps, _ in every(ENGAGEMENT)]
            yield UNKNOWN_KEY.at(
                document.key(("approvals", "values", path)),
                f"approvals.values: no engagement has a value {path!r}",
                nearest(path, known) or "write the path of a value or of a section, as in 'sla.credits'",
            )
