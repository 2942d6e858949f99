"""For a terminal: summary, redlines in colour (or as `[-removed-]{+added+}`), impact, approvals, new faults."""

from collections.abc import Iterator, Sequence

from docgen.model.changes import Op, Run
from docgen.model.review import Review, Vote
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
    spaced,
    states,
    touching,
    votes,
)
from docgen.render.review_words import Words
from docgen.text.shown import shown

_MARKS = {Op.REMOVED: ("[-", "-]", "9;31"), Op.ADDED: ("{+", "+}", "4;32")}


def show(review: Review, words: Words, colour: bool) -> str:
    """The sections in the order of a reviewer's questions; a section without entries is left out."""
    paint = _Paint(colour)
    lines = [paint(words.say("title"), "1"), _line(compared(review, words))]
    lines += [f"  {paint(count.text, '1;31' if count.grave else '0')}" for count in counts(review, words)]
    if review.empty:
        lines.append(words.say("nothing"))
    sections = (
        ("clauses", _clauses(review, words, paint)),
        ("values", _values(review, words, paint)),
        ("files", _files(review, words, paint)),
        ("reach", _reach(review, words)),
        ("approvals", _approvals(review, words)),
        ("faults", _faults(review, words)),
    )
    for key, entries in sections:
        found = list(entries)
        if found:
            lines += ["", paint(words.say(f"sections.{key}"), "1;4"), *found]
    return "\n".join(lines) + "\n"


class _Paint:
    """Adds colours for a terminal, or none."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code != "0" else text

    def run(self, run: Run) -> str:
        """A run with its mark."""
        gap, text = spaced(run)
        if run.op is Op.SAME or not text:
            return _line(run.text)
        before, after, code = _MARKS[run.op]
        return gap + (self(_line(text), code) if self.colour else f"{before}{_line(text)}{after}")


def _line(text: str) -> str:
    """Text on one line, which cannot steer a terminal."""
    return shown(text.replace("\n", " ").replace("\t", " "))


def _redline(runs: Sequence[Run], paint: _Paint) -> Iterator[str]:
    for part in paragraphs(runs):
        if touching(part):
            yield "      " + "".join(map(paint.run, part)).strip()


def _clauses(review: Review, words: Words, paint: _Paint) -> Iterator[str]:
    for clause in review.clauses:
        title, called = _line(clause.title), _line(name(clause, words.home))
        yield f"  {paint(title, '1')} [{called}]: {_line(fate(clause, words))} – {words.say(f'classes.{clause.change}')} – {extent(clause, words)}"
        yield from (f"    · {_line(words.sentence(one))}" for one in clause.sentences)
        yield from _redline(clause.runs, paint)
        if clause.engagements:
            yield f"    {words.say('columns.engagements')}: {_line(', '.join(clause.engagements))}"
        if clause.votes:
            yield f"    {_line(' ; '.join(votes(clause, words)))}"


def _values(review: Review, words: Words, paint: _Paint) -> Iterator[str]:
    absent = words.say("absent")
    for value in review.values:
        where = ", ".join(value.engagements)
        yield f"  {paint(_line(value.title), '1')} [{_line(value.path)}] ({_line(where)}) – {words.say(f'classes.{value.change}')}"
        yield f"    {_line(value.old or absent)} → {_line(value.new or absent)}" + (
            f"  ({favours(value, words)})" if value.favours else ""
        )


def _files(review: Review, words: Words, paint: _Paint) -> Iterator[str]:
    for file in review.files:
        yield f"  {paint(_line(file.path), '1')}: {file_kind(file, words)} – {words.say(f'classes.{file.change}')}"
        yield from (f"    · {_line(words.sentence(one))}" for one in file.sentences)
        if len(file.runs) > 1:
            yield from _redline(file.runs, paint)


def _reach(review: Review, words: Words) -> Iterator[str]:
    for touched in review.touched:
        yield f"  {_line(touched.engagement)} ({_line(touched.title)}): {_line(', '.join(states(touched, words)))}"
        if touched.documents:
            yield f"    {words.say('columns.documents')}: {_line(', '.join(touched.documents))}"
        yield from (f"    · {_line(said)}" for said in consequences(touched, words))


def _approvals(review: Review, words: Words) -> Iterator[str]:
    for role, rows in by_role(review).items():
        yield f"  {_line(role)}:"
        for vote in Vote:
            names = [name(clause, words.home) for clause, said in rows if said.vote is vote]
            if names:
                yield f"    {words.say(f'votes.{vote}')} ({len(names)}): {_line(', '.join(names))}"


def _faults(review: Review, words: Words) -> Iterator[str]:
    for fault in review.diagnostics:
        span = fault.span
        yield f"  {_line(span.path)}:{span.line}:{span.column}: {words.say(f'severities.{fault.severity.label}')} [{fault.code}] {_line(fault.message)}"
        if fault.hint:
            yield f"    {_line(fault.hint)}"
