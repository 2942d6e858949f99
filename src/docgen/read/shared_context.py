"""The files that all engagements of a workspace share: library, outlines, locales and default terms."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.model.clause import Library
from docgen.model.locale import Locale
from docgen.model.outline import Outline
from docgen.read.config import Config
from docgen.text.yamltext import YamlDocument


@dataclass(frozen=True)
class SharedContext:
    """The shared part of a workspace; `terms` are the default values of engagements, None when there are none.

    `profile_terms` holds those of each profile that has its own, laid over the others.
    """

    config: Config
    library: Library
    outlines: tuple[Outline, ...]
    locales: Mapping[str, Locale]
    terms: YamlDocument | None = None
    profile_terms: Mapping[str, YamlDocument] = field(default_factory=dict)
