"""Read a clause: YAML front matter between two lines `---`, then Markdown.

Faults: DG108 (no front matter), DG301 (the file's path is not that of its id, position and language), DG302 (a
condition that is not one), and those of the YAML and schema stages.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from docgen.model.changes import ChangeClass
from docgen.model.clause import SHORT, STANDARD, TEXTS, Approval, Clause, Library, Waiver
from docgen.model.condition import ALWAYS, Condition
from docgen.model.delivery import Duty
from docgen.model.duties import ActivityDuty
from docgen.model.effects import Ender, Event, Extent
from docgen.read.condition import BadCondition, parse_condition
from docgen.read.schemas.clause import MASTER, VARIANT
from docgen.read.schemas.duties import COMMITMENTS
from docgen.read.schemas.effects import EFFECTS
from docgen.read.schemas.leaves import LEAVES
from docgen.read.shape import freeze, shapes
from docgen.read.validate import validate
from docgen.text.diagnostics import Checked, Diagnostic, Severity, has_errors
from docgen.text.faults import BAD_CONDITION, CLAUSE_PATH, NO_FRONT_MATTER, FaultKind
from docgen.text.source import Source, Span
from docgen.text.yamltext import YamlDocument, load

_NAME = re.compile(
    r"(?P<topic>[a-z0-9-]+)/(?P<name>[a-z0-9-]+)(?:\.(?P<position>[a-z0-9-]+))?\.(?P<language>[a-z]{2})\.md"
)
_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*\r?\n", re.DOTALL | re.MULTILINE)


def read_clause(source: Source, within: str, master_language: str) -> Checked[Clause | None]:
    """The clause of one file; `within` is the path of the library, so that the rest of the path is the id."""

    def fault(kind: FaultKind, message: str, hint: str) -> Checked[Clause | None]:
        return Checked(None, (kind.at(Span(source.path), message, hint),))

    match = _NAME.fullmatch(source.path.removeprefix(within.rstrip("/") + "/"))
    if match is None or (match["position"] or STANDARD) not in TEXTS:
        return fault(
            CLAUSE_PATH,
            "the path is not that of a clause",
            "name it <topic>/<name>[.fallback-1|.fallback-2|.short].<language>.md",
        )
    front = _FRONT.match(source.text)
    if front is None:
        return fault(
            NO_FRONT_MATTER,
            "the clause has no front matter",
            "begin the file with '---', the metadata, and '---'",
        )
    document, faults = load(Source(source.path, source.text[: front.end(1)]))
    if document.value is None or has_errors(faults):
        missing = (
            ()
            if faults
            else (
                NO_FRONT_MATTER.at(
                    Span(source.path), "the front matter is empty", "write at least id and title"
                ),
            )
        )
        return Checked(None, faults + missing)
    clause_id = f"{match['topic']}.{match['name']}"
    position = match["position"] or STANDARD
    master = position == STANDARD and match["language"] == master_language
    values, found = validate(
        MASTER if master else VARIANT, document.value, document.spans, document.keys, Span(source.path)
    )
    diagnostics = [*faults, *found]
    if any(diagnostic.severity is Severity.ERROR for diagnostic in found):
        return Checked(None, tuple(diagnostics))
    stands_for, misread = _values(values.get("values") or {}, document)
    if misread:
        return Checked(None, (*diagnostics, *misread))
    if master and values["id"] != clause_id:
        diagnostics.append(
            CLAUSE_PATH.at(
                document.at(("id",)),
                f"id {values['id']!r} differs from the path",
                f"write {clause_id!r}, or move the file",
            )
        )
    when: Condition = ALWAYS
    when_text: str = values.get("when", "")
    try:
        when = parse_condition(when_text)
    except BadCondition as error:
        diagnostics.append(BAD_CONDITION.at(document.at(("when",)), f"when: {error.message}", error.hint))
    clause = Clause(
        id=clause_id,
        title=values.get("title", ""),
        language=match["language"],
        source=source,
        body=front.end(),
        position=position,
        owner=values.get("owner", ""),
        change=ChangeClass(values.get("change", ChangeClass.AMENDMENT)),
        when=when,
        when_text=when_text,
        requires=tuple(values.get("requires", ())),
        conflicts=tuple(values.get("conflicts", ())),
        satisfies=tuple(values.get("satisfies", ())),
        derogates=tuple(values.get("derogates", ())),
        speaks_of=tuple(values.get("speaks_of", ())),
        ends=tuple((Ender(who), Extent(what)) for who, what in values.get("ends", {}).items()),
        caps=tuple(Event(event) for event in values.get("caps", ())),
        lifts=tuple(values.get("lifts", ())),
        survives=values.get("survives", False),
        duties=shapes(ActivityDuty, values.get("duties")),
        obligations=shapes(Duty, values.get("obligations")),
        waivers=shapes(Waiver, values.get("waivers")),
        review_by=values.get("review_by"),
        term=values.get("term", ""),
        forms=tuple(values.get("forms", ())),
        rationale=values.get("rationale", ""),
        approver=values.get("approver", ""),
        approvals=shapes(Approval, values.get("approvals")),
        values=freeze(stands_for),
        without=freeze(values.get("without") or {}),
        spans={".".join(map(str, path)): span for path, span in document.spans.items() if path},
    )
    return Checked(clause, tuple(diagnostics))


def _values(stated: dict[str, Any], document: YamlDocument) -> Checked[dict[str, Any]]:
    """The values of a position, typed as those of an engagement."""
    if not stated:
        return Checked({})
    spans = {path[1:]: span for path, span in document.spans.items() if path[:1] == ("values",)}
    keys = {path[1:]: span for path, span in document.keys.items() if path[:1] == ("values",)}
    return validate(LEAVES, stated, spans, keys, document.at(("values",)))


_NONE = Library()


def read_library(
    sources: tuple[Source, ...], within: str, master_language: str, known: Library = _NONE
) -> Checked[Library]:
    """All clauses under a directory; a clause all of whose texts are those of a `known` library is taken from there."""
    stems: dict[str, list[Source]] = {}
    for source in sources:
        stems.setdefault(_stem(source), []).append(source)
    former = {_stem(text.source): texts for texts in known.clauses.values() for text in _each(texts)}
    clauses: dict[str, Texts] = {}
    diagnostics: list[Diagnostic] = []
    for stem, files in stems.items():
        texts = former.get(stem, {})
        if {text.source.path: text.source for text in _each(texts)} != {
            source.path: source for source in files
        }:
            texts, faults = _read_texts(files, within, master_language)
            diagnostics.extend(faults)
        clauses |= {text.id: texts for text in _each(texts)}
    return Checked(Library(clauses), tuple(diagnostics))


def _stem(source: Source) -> str:
    """The part of a path that all texts of one clause share."""
    folder, _, name = source.path.rpartition("/")
    return f"{folder}/{name.partition('.')[0]}"


def _each(texts: "Texts") -> Iterator[Clause]:
    return (text for languages in texts.values() for text in languages.values())


def _read_texts(sources: list[Source], within: str, master_language: str) -> Checked["Texts"]:
    """The texts of one clause."""
    texts: dict[str, dict[str, Clause]] = {}
    diagnostics: list[Diagnostic] = []
    for source in sources:
        clause, faults = read_clause(source, within, master_language)
        diagnostics.extend(faults)
        if clause is not None:
            texts.setdefault(clause.position, {})[clause.language] = clause
    return Checked(_inherited(texts, master_language), tuple(diagnostics))


Texts = Mapping[str, Mapping[str, Clause]]
"""The texts of one clause: by position, then by language."""


def _inherited(texts: Texts, master_language: str) -> Texts:
    """The same texts, each with the metadata of the master's file."""
    master = texts.get(STANDARD, {}).get(master_language)
    if master is None:
        return texts
    return {
        position: {
            language: text if text is master else _under(master, text) for language, text in languages.items()
        }
        for position, languages in texts.items()
    }


_OF_TEXT = EFFECTS.keys() | COMMITMENTS.keys()
"""What a text takes from its master, with its place, unless it states its own."""


def _under(master: Clause, text: Clause) -> Clause:
    same_language = text.language == master.language
    stated = {name for name in _OF_TEXT if name in text.spans}
    taken = _OF_TEXT - stated

    def claimed(field_name: str, stated: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(claim for claim in stated if claim not in text.without.get(field_name, ()))

    return replace(
        text,
        **{name: getattr(master, name) for name in taken},
        spans={
            **text.spans,
            **{path: span for path, span in master.spans.items() if path.partition(".")[0] in taken},
        },
        title=text.title or (master.title if same_language else ""),
        owner=master.owner,
        values=text.values or (master.values if text.position == SHORT else text.values),
        change=master.change,
        when=master.when,
        when_text=master.when_text,
        requires=master.requires,
        conflicts=master.conflicts,
        satisfies=claimed("satisfies", master.satisfies),
        derogates=master.derogates,
        speaks_of=master.speaks_of,
        review_by=master.review_by,
        term=text.term or (master.term if same_language else ""),
        forms=text.forms or (master.forms if same_language else ()),
    )
