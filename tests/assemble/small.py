"""A small workspace in memory, assembled: the base of the rule tests with clauses, an outline and facts laid over it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from docgen.assemble.assemble import assemble
from docgen.model.document import Document
from docgen.model.pack import Pack
from docgen.pipeline.reading import Reader, open_context, open_engagement, resolve
from docgen.text.diagnostics import Diagnostic

from ..rules.harness import MemoryWorkspace, base

ENGAGEMENT = "engagements/demo/engagement.yaml"


def clause(name: str, text: str, title: str = "Titre", **front: str) -> Mapping[str, str]:
    """The file of a clause, `topic.name` or `topic.name.fallback-1`, with further front matter."""
    topic, _, rest = name.partition(".")
    head = f"title: {title}\n" if "." in rest else f"id: {name}\ntitle: {title}\nowner: legal\n"
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    return {f"clauses/{topic}/{rest}.fr.md": f"---\n{head}{lines}---\n{text}\n"}


def contract(
    *articles: tuple[str, Sequence[str]],
    kind: str = "contract",
    extra: str = "",
    options: Mapping[str, str] | None = None,
) -> Mapping[str, str]:
    """The outline of a document: articles with the clauses (or `glossary:topic`) that they hold."""
    lines = [
        f"kind: {kind}",
        f"title: {{fr: Document {kind}}}",
        f"order: {1 if kind == 'contract' else 2}",
        extra,
        "body:",
    ]
    for name, entries in articles:
        lines += [
            f"  - article: {name}",
            f"    title: {{fr: Article {name}}}",
            *(f"    {line}" for line in (options or {}).get(name, "").splitlines()),
        ]
        if entries:
            lines.append("    content:")
        lines += [
            f"      - {entry.replace(':', ': ') if ':' in entry else 'clause: ' + entry}" for entry in entries
        ]
    return {f"templates/outlines/{kind}.yaml": "\n".join(line for line in lines if line) + "\n"}


def resolved(*overlays: Mapping[str, str], facts: str = "") -> Pack:
    """The pack of the demo engagement; only the outlines that are laid over stand in it."""
    laid = {path: text for overlay in overlays for path, text in overlay.items()}
    files = {path: content for path, content in base().items() if not path.startswith("templates/outlines/")}
    files |= {path: text.encode() for path, text in laid.items()}
    files[ENGAGEMENT] = f"id: demo\n{facts}\n".encode()
    reader = Reader(MemoryWorkspace(Path("/nowhere"), files))
    context = open_context(reader)
    assert context is not None
    engagement = open_engagement(reader, context, "demo")
    assert reader.diagnostics == [], reader.diagnostics
    assert engagement is not None
    pack = reader.take(resolve(engagement, context))
    assert pack is not None
    return pack


def assembled(
    *overlays: Mapping[str, str], facts: str = ""
) -> tuple[dict[str, Document], tuple[Diagnostic, ...]]:
    """The numbered documents by kind, and what numbering found."""
    documents, diagnostics = assemble(resolved(*overlays, facts=facts))
    return {document.kind: document for document in documents}, diagnostics


def document(*overlays: Mapping[str, str], facts: str = "") -> Document:
    """The contract, without fault."""
    documents, diagnostics = assembled(*overlays, facts=facts)
    assert diagnostics == ()
    return documents["contract"]
