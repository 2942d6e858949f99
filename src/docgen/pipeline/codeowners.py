"""Read the library, and say who owns which part of the repository."""

from docgen.history.code_owners import code_owners
from docgen.pipeline.reading import Reader, open_context
from docgen.text.diagnostics import Checked, has_errors, in_order
from docgen.workspace import CONFIG, Workspace


def owners(workspace: Workspace) -> Checked[str]:
    """The text of CODEOWNERS. Faults: DG625 (a role has no account), those of reading."""
    reader = Reader(workspace)
    context = open_context(reader)
    if context is None or has_errors(reader.diagnostics):
        return Checked("", in_order(reader.diagnostics))
    config, prefix = context.config, "" if workspace.repository.absent() else workspace.repository.prefix()
    return code_owners(
        context.library, config.language, f"{prefix}{config.paths.clauses}", config.owners, CONFIG
    )
