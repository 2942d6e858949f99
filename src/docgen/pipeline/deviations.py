"""The register of deviations of an engagement as a PDF for internal eyes: it stands beside the packs and in none."""

from docgen.assemble.assemble import assemble
from docgen.pipeline.amending import outline_of
from docgen.pipeline.beside import Issued, with_outline, write_beside
from docgen.pipeline.checking import CheckedWorkspace
from docgen.text.diagnostics import Checked, has_errors, in_order
from docgen.text.faults import UNREADABLE_FILE
from docgen.text.source import Span
from docgen.workspace import Workspace

KIND = "deviations"
FOLDER = "internal"


def issue_register(
    workspace: Workspace, checked: CheckedWorkspace, engagement_id: str
) -> Checked[Issued | None]:
    """Print the register of an engagement to `outputs/<engagement>/internal/`; None where the workspace has no outline of it
    that is internal."""
    context, pack = checked.context_of(engagement_id), checked.packs[engagement_id]
    outline = outline_of(context, KIND)
    if context is None or outline is None or not outline.internal:
        fault = UNREADABLE_FILE.at(
            Span(f"templates/outlines/{KIND}.yaml"),
            "the workspace has no internal outline of the register of deviations",
            "take it from docgen's own templates, with 'built: internal'",
        )
        return Checked(None, (fault,))
    documents, diagnostics = assemble(with_outline(pack, outline), (KIND,))
    if not documents or has_errors(diagnostics):
        return Checked(None, in_order(diagnostics))
    issued, faults = write_beside(
        workspace, context.config, pack, documents[0], checked.inputs[engagement_id], FOLDER
    )
    return Checked(issued, in_order((*diagnostics, *faults)))
