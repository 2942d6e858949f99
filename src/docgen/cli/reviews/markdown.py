"""Markdown for a comment of a pull request: a summary, tables, then folded redlines, under the size limit of forges.

GitHub takes 65,536 characters; the text is held under as many bytes. The rest is counted, never left out in
silence. All that people wrote is escaped: it shows as text, mentions nobody and links nowhere.
"""

import re
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

LIMIT = 65_536
"""Bytes of a whole comment."""

MARKER = "<!-- docgen review -->"
"""The first line, by which a pipeline finds the comment that it wrote before."""

_ROOM = {
    "faults": 9_000,
    "reach": 8_000,
    "approvals": 5_000,
    "clauses": 12_000,
    "values": 8_000,
    "files": 6_000,
}
_LONGEST = 9_000  # of one redline
_RESERVE = 400  # for the line that counts the rest
_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$^=:])")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_TAGS = {Op.SAME: ("", ""), Op.REMOVED: ("<del>", "</del>"), Op.ADDED: ("<ins>", "</ins>")}


def show(review: Review, words: Words, colour: bool) -> str:
    """The comment."""
    lines = [MARKER, f"## {_plain(words.say('title'))}", "", _plain(compared(review, words)), ""]
    lines += [
        f"- {'**' if count.grave else ''}{_plain(count.text)}{'**' if count.grave else ''}"
        for count in counts(review, words)
    ]
    if review.empty:
        lines.append(_plain(words.say("nothing")))
    text = "\n".join(lines) + "\n"
    for key, head, rows in _tables(review, words):
        if rows:
            text += f"\n### {_plain(words.say(f'sections.{key}'))}\n\n{head}{_fit(rows, _ROOM[key], words)}"
    folded = [*_folded_clauses(review, words), *_folded_files(review, words)]
    if folded:
        text += "\n" + _fit(folded, LIMIT - len(text.encode()) - _RESERVE, words)
    return text


def _fit(rows: Sequence[str], room: int, words: Words) -> str:
    """As many rows as have room, and how many have none."""
    kept: list[str] = []
    for row in rows:
        room -= len(row.encode())
        if room < 0:
            break
        kept.append(row)
    left = len(rows) - len(kept)
    return "".join(kept) + (f"\n*{_plain(words.count('cut', left))}*\n" if left else "")


def _plain(text: str) -> str:
    """Text on one line that means nothing to Markdown, HTML or a forge."""
    seen = shown(" ".join(text.split(" "))).replace("\n", " ").replace("\t", " ")
    return _SIGNS.sub(r"\\\1", seen.translate(_HTML)).replace("@", "@<!-- -->")


# --- tables ------------------------------------------------------------------------------------------------


def _tables(review: Review, words: Words) -> Iterator[tuple[str, str, list[str]]]:
    yield (
        "faults",
        "",
        [
            _fault(words, *fault.span[:2], fault.code, fault.severity.label, fault.message)
            for fault in review.diagnostics
        ],
    )
    yield (
        "reach",
        _head(words, "engagement", "documents", "state", "consequence"),
        [
            _row(
                f"{_plain(touched.engagement)}<br>{_plain(touched.title)}",
                *(
                    _cell(said)
                    for said in (touched.documents, states(touched, words), consequences(touched, words))
                ),
            )
            for touched in review.touched
        ],
    )
    yield (
        "approvals",
        "",
        [
            line
            for role, rows in by_role(review).items()
            for line in _role(role, [(name(clause, words.home), vote.vote) for clause, vote in rows], words)
        ],
    )
    yield (
        "clauses",
        _head(words, "clause", "what", "class", "owner", "approvals", "engagements"),
        [
            _row(
                f"{_plain(clause.title)}<br>`{_code(name(clause, words.home))}`",
                _cell((fate(clause, words), extent(clause, words))),
                _plain(words.say(f"classes.{clause.change}")),
                _plain(clause.owner or words.say("nobody")),
                _cell(votes(clause, words)),
                _cell(clause.engagements) or _plain(words.say("none")),
            )
            for clause in review.clauses
        ],
    )
    absent = words.say("absent")
    yield (
        "values",
        _head(words, "value", "old", "new", "favours", "class", "engagements"),
        [
            _row(
                f"{_plain(value.title)}<br>`{_code(value.path)}`",
                _plain(_short(value.old) or absent),
                _plain(_short(value.new) or absent),
                _plain(favours(value, words)),
                _plain(words.say(f"classes.{value.change}")),
                _cell(value.engagements),
            )
            for value in review.values
        ],
    )
    yield (
        "files",
        _head(words, "file", "what", "class"),
        [
            _row(
                f"`{_code(file.path)}`",
                _plain(file_kind(file, words)),
                _plain(words.say(f"classes.{file.change}")),
            )
            for file in review.files
        ],
    )


def _head(words: Words, *keys: str) -> str:
    return _row(*(_plain(words.say(f"columns.{key}")) for key in keys)) + "|" + " --- |" * len(keys) + "\n"


def _row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |\n"


def _cell(said: Sequence[str]) -> str:
    return "<br>".join(map(_plain, said))


def _code(text: str) -> str:
    """Text in backticks, where no escape works."""
    return shown(text).translate({ord("`"): "'", ord("|"): "¦", ord("\n"): " "})


def _short(text: str) -> str:
    return text if len(text) <= 300 else text[:300] + "…"


def _fault(words: Words, path: str, line: int, code: str, label: str, message: str) -> str:
    return (
        f"- **{_plain(words.say(f'severities.{label}'))}** {code} `{_code(path)}:{line}` {_plain(message)}\n"
    )


def _role(role: str, rows: Sequence[tuple[str, Vote]], words: Words) -> Iterator[str]:
    for vote in Vote:
        names = [called for called, said in rows if said is vote]
        if names:
            some = ", ".join(f"`{_code(called)}`" for called in names[:12])
            more = f" {_plain(words.say('more', number=len(names) - 12))}" if len(names) > 12 else ""
            yield f"- **{_plain(role)}**: {_plain(words.say(f'votes.{vote}'))} ({len(names)}): {some}{more}\n"


# --- redlines ----------------------------------------------------------------------------------------------


def _folded_clauses(review: Review, words: Words) -> Iterator[str]:
    for clause in review.clauses:
        sentences = [words.sentence(one) for one in clause.sentences]
        if sentences or clause.runs:
            summary = f"{_html(clause.title)} – <code>{_html(name(clause, words.home))}</code> – {_html(words.say(f'classes.{clause.change}'))}, {_html(extent(clause, words))}"
            yield _details(summary, sentences, clause.runs, words)


def _folded_files(review: Review, words: Words) -> Iterator[str]:
    for file in review.files:
        sentences = [words.sentence(one) for one in file.sentences]
        if sentences or len(file.runs) > 1:
            yield _details(
                f"<code>{_html(file.path)}</code> – {_html(file_kind(file, words))}",
                sentences,
                file.runs,
                words,
            )


def _details(summary: str, sentences: Sequence[str], runs: Sequence[Run], words: Words) -> str:
    body = [f"- {_plain(said)}\n" for said in sentences]
    parts = [_paragraph(part) + "\n\n" for part in paragraphs(runs) if touching(part)]
    text = _within(["".join(body) + ("\n" if body else ""), *parts], words)
    return f"<details><summary>{summary}</summary>\n\n{text}</details>\n\n"


def _within(parts: Sequence[str], words: Words) -> str:
    """The parts of one entry, cut where it is too long for a comment."""
    room = _LONGEST
    kept: list[str] = []
    for part in parts:
        room -= len(part.encode())
        if room < 0:
            return "".join(kept) + f"*{_plain(words.say('cut_text'))}*\n\n"
        kept.append(part)
    return "".join(kept)


def _paragraph(part: Sequence[Run]) -> str:
    return "".join(map(_run, part)).strip()


def _run(run: Run) -> str:
    gap, text = spaced(run)
    before, after = _TAGS[run.op]
    return f"{gap}{before}{_plain(text)}{after}" if text else gap


def _html(text: str) -> str:
    return shown(text).translate(_HTML).replace("\n", " ").replace("@", "@<!-- -->")
