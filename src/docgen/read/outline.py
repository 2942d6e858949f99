"""Read an outline.

Faults: DG303 (an entry that is not exactly one of article, clause, block, glossary; an article without a title; the
file's name and its kind differ; a kind that is the bound pack; an internal annex), DG302 (a condition that cannot be read), and those of the YAML and schema stages.
"""

from collections.abc import Mapping
from typing import Any

from docgen.model.condition import ALWAYS, Condition
from docgen.model.document import Orientation
from docgen.model.outline import Article, Entry, Outline, UseBlock, UseClause, UseGlossary
from docgen.model.profile import Profile
from docgen.read.condition import BadCondition, parse_condition
from docgen.read.schemas.outline import OUTLINE
from docgen.read.shape import freeze
from docgen.read.validate import validate
from docgen.text.diagnostics import Checked, Diagnostic, has_errors
from docgen.text.faults import BAD_CONDITION, OUTLINE_ENTRY
from docgen.text.source import Source, Span
from docgen.text.yamltext import Path, YamlDocument, load

RESERVED = ("pack",)
_KINDS = ("article", "clause", "block", "glossary")


def read_outline(source: Source) -> Checked[Outline | None]:
    """The outline of one file, None when it is faulty."""
    document, faults = load(source)
    if has_errors(faults):
        return Checked(None, faults)
    values, found = validate(OUTLINE, document.value, document.spans, document.keys, Span(source.path))
    diagnostics = [*faults, *found]
    if has_errors(found):
        return Checked(None, tuple(diagnostics))
    name = source.path.rsplit("/", 1)[-1].removesuffix(".yaml")
    if values["kind"] != name:
        diagnostics.append(
            OUTLINE_ENTRY.at(
                document.at(("kind",)),
                f"kind {values['kind']!r} is not the name of the file",
                f"write {name!r}, or rename the file",
            )
        )
    if values["kind"] in RESERVED:
        diagnostics.append(
            OUTLINE_ENTRY.at(
                document.at(("kind",)),
                f"kind {values['kind']!r} is the name of the bound pack",
                "choose another name",
            )
        )
    if values.get("annex") and values.get("built") == "internal":
        diagnostics.append(
            OUTLINE_ENTRY.at(
                document.at(("annex",)),
                "an internal document is no annex: the other party would get it",
                "take out 'annex', or build the document with each pack",
            )
        )
    when = _when(values.get("when", ""), document.at(("when",)), diagnostics)
    body = _entries(values["body"], ("body",), document, diagnostics)
    if has_errors(diagnostics):
        return Checked(None, tuple(diagnostics))
    outline = Outline(
        kind=values["kind"],
        path=source.path,
        titles=freeze(values["title"]),
        order=values["order"],
        body=body,
        cited_as=freeze(values.get("cited_as") or {}),
        annex=bool(values.get("annex")),
        built=values.get("built") or "always",
        when=when,
        when_span=document.at(("when",)),
        profiles=tuple(Profile(word) for word in values.get("profiles") or ()),
        stands_for=tuple(values.get("stands_for") or ()),
        columns=values.get("columns") or 1,
    )
    return Checked(outline, tuple(diagnostics))


def _when(written: str, span: Span, diagnostics: list[Diagnostic]) -> Condition:
    try:
        return parse_condition(written)
    except BadCondition as error:
        diagnostics.append(BAD_CONDITION.at(span, f"when: {error.message}", error.hint))
        return ALWAYS


def _entries(
    items: list[Any], path: Path, document: YamlDocument, diagnostics: list[Diagnostic]
) -> tuple[Entry, ...]:
    built: list[Entry] = []
    for index, item in enumerate(items):
        here = (*path, index)
        kinds = [kind for kind in _KINDS if kind in item]
        if len(kinds) != 1:
            diagnostics.append(
                OUTLINE_ENTRY.at(
                    document.at(here),
                    "an entry is one of article, clause, block or glossary",
                    "keep one of them",
                )
            )
            continue
        kind = kinds[0]
        built.append(_entry(kind, item, here, document, diagnostics))
    return tuple(built)


def _entry(
    kind: str, item: Mapping[str, Any], here: Path, document: YamlDocument, diagnostics: list[Diagnostic]
) -> Entry:
    span = document.at((*here, kind))
    if kind == "clause":
        return UseClause(item["clause"], span)
    if kind == "block":
        return UseBlock(item["block"], span, freeze(item.get("with") or {}))
    if kind == "glossary":
        return UseGlossary(item["glossary"], span)
    if "title" not in item:
        diagnostics.append(
            OUTLINE_ENTRY.at(span, f"article {item['article']!r} has no title", "add 'title: {fr: …}'")
        )
    return Article(
        id=item["article"],
        titles=freeze(item.get("title") or {}),
        content=_entries(list(item.get("content") or ()), (*here, "content"), document, diagnostics),
        span=span,
        optional=bool(item.get("optional")),
        page=Orientation.LANDSCAPE if item.get("page") == "landscape" else Orientation.PORTRAIT,
        break_before=bool(item.get("break_before")),
        numbered=item.get("numbered", True),
        brief=bool(item.get("brief")),
    )
