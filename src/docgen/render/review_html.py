"""A review as one self-contained HTML page: text in the document and side by side, filters, keys, print; no network.

The page states by a policy which style and which program may run, by their hashes: nothing that a reviewed text brings
is ever run. Everything that people wrote is escaped, and invisible characters are shown.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from docgen.model.changes import ChangeClass, Op, Run
from docgen.model.review import ClauseReview, FileReview, Review, Touched, ValueReview, Vote
from docgen.render.review_sentences import (
    by_role,
    compared,
    consequences,
    counts,
    extent,
    fate,
    favours,
    file_kind,
    name,
    paragraphs,
    sides,
    spaced,
    states,
    touching,
    votes,
)
from docgen.render.review_words import Words
from docgen.text.diagnostics import Diagnostic
from docgen.text.shown import shown

TEMPLATE, STYLE, PROGRAM = "page.html.j2", "page.css", "page.js"

_MOST_OPEN = 60
"""Changes of a section above which they are folded at first."""

_FIELD = re.compile(r"(\{\{.*?\}\}|\[\[.*?\]\])", re.DOTALL)

Row = Mapping[str, object]


def page(review: Review, words: Words, files: Mapping[str, str]) -> str:
    """The page; `files` are its template, style and program by name."""
    style, program = files[STYLE], files[PROGRAM]
    groups = [group for group in _groups(review, words) if group["changes"]]
    sections = [
        key
        for key, there in (
            ("reach", review.touched),
            ("approvals", by_role(review)),
            ("faults", review.diagnostics),
        )
        if there
    ]
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )  # values of templates are escaped
    return environment.from_string(files[TEMPLATE]).render(
        words=words,
        say=words.say,
        listed=_listed,
        style=Markup(style),  # noqa: S704  (docgen's own file)
        style_hash=_hash(style),
        program=Markup(program),  # noqa: S704
        program_hash=_hash(program),
        compared=compared(review, words),
        empty=review.empty,
        counts=counts(review, words),
        sections=[*sections, *(group["key"] for group in groups)],
        filtered=bool(groups),
        filters=list(_filters(review, words)),
        shown_one=words.say("counts.shown.one", number="#"),
        shown_other=words.say("counts.shown.other", number="#"),
        reach=[_reach(touched, words) for touched in review.touched],
        roles=list(_roles(review, words)),
        faults=[_fault(fault, words) for fault in review.diagnostics],
        groups=groups,
    )


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _listed(texts: Sequence[str]) -> Markup:
    """One text as it is, several as a list."""
    if len(texts) < 2:
        return escape(shown("".join(texts)))
    return Markup("<ul>{}</ul>").format(
        Markup("").join(Markup("<li>{}</li>").format(shown(text)) for text in texts)
    )


def _filters(review: Review, words: Words) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The name of each filter with its choices: value and text."""
    classes = [name for name in ChangeClass if review.of_class(name)]
    yield "class", [(name, words.say(f"classes.{name}")) for name in classes]
    owners = sorted({clause.owner for clause in review.clauses if clause.owner})
    if owners:
        yield "owner", [(owner, shown(owner)) for owner in owners]
    engagements = sorted({engagement for change in review.changes for engagement in change.engagements})
    if engagements:
        yield "engagement", [(engagement, shown(engagement)) for engagement in engagements]


# --- engagements touched, approvals, faults ----------------------------------------------------------------


def _reach(touched: Touched, words: Words) -> Row:
    return {
        "engagement": shown(touched.engagement),
        "title": shown(touched.title),
        "documents": touched.documents,
        "states": states(touched, words),
        "consequences": consequences(touched, words),
        "grave": touched.amendment or touched.bound,
    }


def _roles(review: Review, words: Words) -> Iterator[Row]:
    anchors = {id(clause): f"clause-{rank}" for rank, clause in enumerate(review.clauses, start=1)}
    for role, rows in by_role(review).items():
        said = []
        for vote in (Vote.MISSING, Vote.VOID, Vote.ASKED, Vote.PRESENT):
            links = [
                {"anchor": anchors[id(clause)], "text": shown(name(clause, words.home))}
                for clause, one in rows
                if one.vote is vote
            ]
            if links:
                said.append({"vote": vote.value, "text": words.say(f"votes.{vote}"), "links": links})
        yield {"name": shown(role), "votes": said}


def _fault(fault: Diagnostic, words: Words) -> Row:
    span, label = fault.span, fault.severity.label
    return {
        "label": label,
        "severity": words.say(f"severities.{label}"),
        "code": fault.code,
        "message": shown(fault.message),
        "hint": shown(fault.hint),
        "place": shown(f"{span.path}:{span.line}:{span.column}"),
    }


# --- changes -----------------------------------------------------------------------------------------------


def _groups(review: Review, words: Words) -> Iterator[Row]:
    for key, changes in (
        ("clauses", [_clause(clause, words) for clause in review.clauses]),
        ("values", [_value(value, words) for value in review.values]),
        ("files", [_file(file, words) for file in review.files]),
    ):
        kind = key.removesuffix("s")
        anchored = [{**change, "anchor": f"{kind}-{rank}"} for rank, change in enumerate(changes, start=1)]
        yield {"key": key, "changes": anchored, "open": len(anchored) <= _MOST_OPEN}


def _clause(clause: ClauseReview, words: Words) -> Row:
    called = shown(name(clause, words.home))
    facts = [("owner", clause.owner), ("engagements", ", ".join(clause.engagements)), ("file", clause.path)]
    said = [
        (vote.vote.value, shown(text)) for vote, text in zip(clause.votes, votes(clause, words), strict=False)
    ]
    return {
        **_change(clause.title, called, clause.change, clause.owner, clause.engagements),
        "what": shown(fate(clause, words)),
        "extent": extent(clause, words) if clause.runs else "",
        "facts": [(words.say(f"columns.{key}"), shown(text)) for key, text in facts if text],
        "votes": said,
        "sentences": [shown(words.sentence(one)) for one in clause.sentences],
        "paragraphs": [_paragraph(part, words) for part in paragraphs(clause.runs)],
    }


def _value(value: ValueReview, words: Words) -> Row:
    absent = words.say("absent")
    old = Markup("<del>{}</del>").format(shown(value.old)) if value.old else escape(absent)
    new = Markup("<ins>{}</ins>").format(shown(value.new)) if value.new else escape(absent)
    facts = [("engagements", ", ".join(value.engagements))]
    return {
        **_change(value.title, shown(value.path), value.change, "", value.engagements),
        "what": favours(value, words) if value.favours else words.say("fates.changed"),
        "extent": "",
        "facts": [(words.say(f"columns.{key}"), shown(text)) for key, text in facts if text],
        "votes": [],
        "sentences": [],
        "paragraphs": [
            {"changed": True, "whole": Markup("{} → {}").format(old, new), "old": old, "new": new}
        ],
    }


def _file(file: FileReview, words: Words) -> Row:
    whole = len(file.runs) < 2  # added or removed as a whole: its path says enough
    return {
        **_change(file.path.rpartition("/")[2], shown(file.path), file.change, "", file.engagements),
        "what": file_kind(file, words),
        "extent": "",
        "facts": [],
        "votes": [],
        "sentences": [shown(words.sentence(one)) for one in file.sentences],
        "paragraphs": []
        if whole
        else [_paragraph(part, words) for part in paragraphs(file.runs) if touching(part)],
    }


def _change(title: str, called: str, change: ChangeClass, owner: str, engagements: tuple[str, ...]) -> Row:
    seen = shown(title)
    return {
        "title": seen,
        "name": called,
        "class": change,
        "owner": owner,
        "engagements": engagements,
        "needle": f"{seen} {called}",
    }


# --- redlines ----------------------------------------------------------------------------------------------


def _paragraph(part: Sequence[Run], words: Words) -> Row:
    before, after = (_marked(runs, words) for _, runs in sides(part))
    return {"changed": touching(part), "whole": _marked(part, words), "old": before, "new": after}


def _marked(runs: Iterable[Run], words: Words) -> Markup:
    return Markup("").join(_run(run, words) for run in runs)


def _run(run: Run, words: Words) -> Markup:
    gap, text = spaced(run)
    if run.op is Op.SAME or not text:
        return escape(gap) + _text(text)
    tag, key = ("ins", "added_word") if run.op is Op.ADDED else ("del", "removed_word")
    heard = Markup('<span class="vh">{} </span>').format(f"[{words.say(key)}]")
    return Markup("{}<{}>{}{}</{}>").format(gap, Markup(tag), heard, _text(text), Markup(tag))  # noqa: S704


def _text(text: str) -> Markup:
    """The words of a text, the names of values and references set apart."""
    parts = _FIELD.split(shown(text))
    return Markup("").join(
        Markup('<code class="value">{}</code>').format(part[2:-2].strip()) if index % 2 else part
        for index, part in enumerate(parts)
    )
