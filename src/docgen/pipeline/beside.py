"""Print a document that stands beside the packs, in a folder of its own: no release holds it, and nothing publishes it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from docgen.assemble.select import select
from docgen.model.document import Document
from docgen.model.outline import Outline
from docgen.model.pack import Pack
from docgen.pipeline.manifest import MANIFEST
from docgen.pipeline.page_style import page_style
from docgen.pipeline.printing import engines_of
from docgen.pipeline.reading import Reader
from docgen.read.config import Config
from docgen.render.html import to_html
from docgen.render.pdf import count_pages, to_pdf
from docgen.text.diagnostics import Checked, has_errors, in_order
from docgen.workspace import Workspace, sha256


@dataclass(frozen=True, slots=True)
class Issued:
    """A document that stands in its folder."""

    folder: str
    file: str
    pages: int


def with_outline(pack: Pack, outline: Outline) -> Pack:
    """The pack with one outline more, so that the document and the others refer to one another."""
    made = select(
        pack.engagement,
        pack.locale,
        pack.library,
        (*pack.outlines, outline),
        version=pack.version,
        draft=pack.draft,
        history=pack.history,
        issuer=pack.issuer,
    )
    return replace(made, value_approvers=pack.value_approvers)


def write_beside(
    workspace: Workspace,
    config: Config,
    pack: Pack,
    document: Document,
    inputs: Mapping[str, str],
    folder: str,
    **stated: str,
) -> Checked[Issued | None]:
    """Print a document and write it to `outputs/<engagement>/<folder>/`; its manifest names what it was made of, and `stated`."""
    reader = Reader(workspace)
    look = page_style(reader, config)
    if has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    page = reader.take(to_html(document, look.page, look.brand))
    pdf = reader.take(to_pdf(page, look.assets, look.options(pack, document.kind)))
    if has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    name, pages = f"{document.kind}.pdf", count_pages(pdf)
    written = str(PurePosixPath(config.paths.outputs, pack.engagement.id, folder))
    entry = {
        "file": name,
        "kind": document.kind,
        "title": document.title,
        "pages": pages,
        "sha256": sha256(pdf),
    }
    read = {**inputs, **reader.inputs}
    manifest = {
        "engagement": pack.engagement.id,
        "version": pack.version,
        **stated,
        "files": [entry],
        "inputs": [{"path": path, "sha256": digest} for path, digest in sorted(read.items())],
        "engines": engines_of(workspace),
    }
    workspace.write_folder(
        written, {name: pdf, MANIFEST: (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()}
    )
    return Checked(Issued(written, name, pages), in_order(reader.diagnostics))
