"""A review in the words of one language, common to all formats (terminal, Markdown, HTML)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.model.changes import ChangeClass, Op, Run
from docgen.model.clause import STANDARD
from docgen.model.review import ClauseReview, Fate, FileReview, Review, RoleVote, Touched, ValueReview, Vote
from docgen.render.review_words import Words
from docgen.text.diagnostics import Severity
from docgen.text.shown import shown


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of the summary, and whether someone must look at it."""

    text: str
    grave: bool


def compared(review: Review, words: Words) -> str:
    """The two states compared."""
    return words.say(
        "compared", base=shown(review.base), head=shown(review.head) or words.say("working_tree")
    )


def counts(review: Review, words: Words) -> tuple[Count, ...]:
    """The numbers of changes, of binding ones, of missing approvals; zeros are left out, except that of the texts."""
    signed = sum(touched.amendment for touched in review.touched)
    warnings = sum(fault.severity is Severity.WARNING for fault in review.diagnostics)
    figures = (
        ("clauses", len(review.clauses), False),
        ("values", len(review.values), False),
        ("files", len(review.files), False),
        ("engagements", len(review.touched), False),
        ("amendments", review.of_class(ChangeClass.AMENDMENT), True),
        ("signed", signed, True),
        ("unapproved", len(review.unapproved), True),
        ("errors", len(review.errors), True),
        ("warnings", warnings, False),
    )
    return tuple(
        Count(words.count(f"counts.{key}", number), grave) for key, number, grave in figures if number
    )


def name(clause: ClauseReview, home: str) -> str:
    """The further names of a text: its id, its position and language where they are not the usual ones."""
    marks = [mark for mark, usual in ((clause.position, STANDARD), (clause.language, home)) if mark != usual]
    return f"{clause.id} ({', '.join(marks)})" if marks else clause.id


def fate(clause: ClauseReview, words: Words) -> str:
    """The change of a text, in a word or two."""
    said = words.say(f"fates.{clause.fate}")
    return f"{said} ({words.say('renamed_from', former=clause.former)})" if clause.former else said


def extent(clause: ClauseReview, words: Words) -> str:
    """How many words came and went."""
    if not clause.added and not clause.removed:
        return words.say("same_words")
    return words.say("words", added=clause.added, removed=clause.removed)


def votes(clause: ClauseReview, words: Words) -> tuple[str, ...]:
    """The vote of each role that must approve."""
    if clause.votes:
        return tuple(words.vote(vote) for vote in clause.votes)
    return (words.say("no_approval"),)


def favours(value: ValueReview, words: Words) -> str:
    """In whose favour a value moved."""
    if not value.favours:
        return words.say("no_direction")
    return words.say(
        "favours",
        party=words.say(f"parties.{value.favours}"),
        other=words.say(f"parties.{value.favours.other}"),
    )


def file_kind(file: FileReview, words: Words) -> str:
    """The kind of a file, and its change."""
    said = f"{words.say(f'kinds.{file.kind}')}, {words.say(f'fates.{file.fate}')}"
    return (
        said
        if file.runs or file.sentences or file.fate is Fate.TYPESET
        else f"{said} ({words.say('text_file')})"
    )


def states(touched: Touched, words: Words) -> tuple[str, ...]:
    """The state of an engagement: a draft, its last release, its signed version."""
    said = []
    if touched.fate is not Fate.CHANGED:
        said.append(words.say("new_engagement" if touched.fate is Fate.ADDED else "gone_engagement"))
    if not touched.released:
        said.append(words.say("draft"))
    elif touched.released != touched.signed:
        said.append(words.say("released", version=touched.released))
    if touched.signed:
        said.append(words.say("signed", version=touched.signed, date=touched.signed_on))
    return tuple(said)


def consequences(touched: Touched, words: Words) -> tuple[str, ...]:
    """The consequence for an engagement."""
    said = []
    if touched.amendment:
        said.append(words.say("needs_amendment"))
    if touched.bound:
        said.append(words.say("bound", items=", ".join(touched.bound)))
    if touched.fate is not Fate.REMOVED and touched.clauses:
        said.append(words.say("keeps" if touched.released else "takes_draft"))
    return tuple(said)


def by_role(review: Review) -> Mapping[str, Sequence[tuple[ClauseReview, RoleVote]]]:
    """The texts on which each role has its say, roles with missing approvals first."""
    found: dict[str, list[tuple[ClauseReview, RoleVote]]] = {}
    for clause in review.clauses:
        for vote in clause.votes:
            found.setdefault(vote.role, []).append((clause, vote))
    open_ = {
        role: sum(vote.vote in (Vote.MISSING, Vote.VOID) for _, vote in rows) for role, rows in found.items()
    }
    return {role: found[role] for role in sorted(found, key=lambda role: (-open_[role], role))}


def paragraphs(runs: Sequence[Run]) -> tuple[tuple[Run, ...], ...]:
    """Runs parted where paragraphs end; a paragraph that came or went keeps its mark, empty ones are left out."""
    parts: list[list[Run]] = [[]]
    for run in runs:
        for index, piece in enumerate(run.text.split("\n")):
            if index:
                parts.append([])
            if piece:
                parts[-1].append(Run(run.op, piece))
    return tuple(tuple(part) for part in parts if any(run.text.strip() for run in part))


def touching(paragraph: Sequence[Run]) -> bool:
    """True when something of a paragraph changed."""
    return any(run.op is not Op.SAME for run in paragraph)


def spaced(run: Run) -> tuple[str, str]:
    """The white space before the words of a run, and the words."""
    text = run.text.lstrip()
    return run.text[: len(run.text) - len(text)], text


def sides(paragraph: Sequence[Run]) -> Iterator[tuple[Op, tuple[Run, ...]]]:
    """The former and the new wording of a paragraph, each with its own marks."""
    yield Op.REMOVED, tuple(run for run in paragraph if run.op is not Op.ADDED)
    yield Op.ADDED, tuple(run for run in paragraph if run.op is not Op.REMOVED)
