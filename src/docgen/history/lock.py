"""The lock of a release: its inputs and its files, by content hash.

Everything down to `engines` is under the seal, the SHA-256 of its canonical text (JSON, keys sorted, no white space);
the documents carry the seal, so a lock that is changed later no longer fits them. `files` follows, since documents are
made after the seal, and `signed`, which is known only later. The file is JSON, one entry a line, below a remark: YAML as
well, and read thirty times faster.
Faults: DG601 (not a lock, or changed since), and those of the YAML and schema stages.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from hashlib import sha256

from docgen.history.values import declared
from docgen.history.version import FIRST, Version, read_version
from docgen.model.changes import ContentSnapshot, Level, PrintedClause, PrintedValue
from docgen.model.pack import Revision
from docgen.read.schemas.lock import LOCK
from docgen.read.shape import shape
from docgen.read.validate import validate
from docgen.text.diagnostics import Checked, Diagnostic, Severity, has_errors
from docgen.text.faults import LOCK_CHANGED
from docgen.text.source import Source, Span
from docgen.text.yamltext import load

FOLDER = "releases"


@dataclass(frozen=True, slots=True)
class Input:
    """A file that a release was made of: its path, the id of its content in git ('' for a file taken away), its hash."""

    path: str
    blob: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ReleasedFile:
    """A PDF of the release; `size` in bytes, so that appended signatures can be separated from it."""

    file: str
    kind: str
    pages: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Previous:
    """The release that another one follows."""

    version: str
    seal: str


@dataclass(frozen=True, slots=True)
class Signed:
    """When the last party signed, and the hash of the signed file ('' when none was shown)."""

    date: date
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """The place of a release among those of its engagement."""

    path: str
    version: str
    previous: Previous | None
    seal: str

    @property
    def number(self) -> Version:
        """The version, as a value that can be compared."""
        return read_version(self.version) or FIRST


@dataclass(frozen=True)
class Lock:
    """A release. `clauses`, `values` (path of a fact to its printed text) and `documents` (kind to the hash of its text)
    are the content of the pack, as `history/snapshot.py` reads it; `positions` maps a clause to the position taken on it."""

    engagement: str
    reference: str
    version: str
    date: date
    level: Level
    reason: str
    inputs: tuple[Input, ...]
    positions: Mapping[str, str]
    clauses: tuple[PrintedClause, ...]
    values: Mapping[str, str]
    documents: Mapping[str, str]
    history: tuple[Revision, ...]
    engines: Mapping[str, str]
    previous: Previous | None = None
    seal: str = ""
    files: tuple[ReleasedFile, ...] = ()
    signed: Signed | None = None
    path: str = field(default="", compare=False)

    @property
    def number(self) -> Version:
        """The version, as a value that can be compared."""
        return self.link.number

    @property
    def link(self) -> Link:
        """Its place among the releases of the engagement."""
        return Link(self.path, self.version, self.previous, self.seal)

    @property
    def blobs(self) -> Mapping[str, str]:
        """Path to blob id of every input."""
        return {entry.path: entry.blob for entry in self.inputs}


_ORDER = (
    "engagement",
    "reference",
    "version",
    "previous",
    "date",
    "level",
    "reason",
    "inputs",
    "positions",
    "clauses",
    "values",
    "documents",
    "history",
    "engines",
)
_HEAD = (
    "# Written by docgen. All that stands above the seal is under it: a change by hand unmakes the release.\n"
)
_AFTER = ("seal", "files", "signed")


def seal_of(lock: Lock) -> str:
    """SHA-256 of the canonical text of everything that a lock states of the release's making."""
    return _seal(_plain(lock, _ORDER))


def _seal(stated: Mapping[str, object]) -> str:
    under = {name: stated[name] for name in _ORDER if name in stated}
    text = json.dumps(
        under, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=date.isoformat
    )
    return sha256(text.encode()).hexdigest()


def sealed(lock: Lock) -> Lock:
    """The lock with its seal."""
    return replace(lock, seal=seal_of(lock))


def write_lock(lock: Lock) -> str:
    """The text of a lock: one input, clause, value or file a line, so that git shows the changes of a release."""
    return _HEAD + dump(_plain(lock, (*_ORDER, *_AFTER)))


def dump(stated: Mapping[str, object]) -> str:
    """JSON of plain values, each entry on a line of its own, and each entry of an entry."""
    entries = ",\n".join(f"{_json(name)}: {_rows(value)}" for name, value in stated.items())
    return f"{{\n{entries}\n}}\n"


def _rows(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(_json, value)) + "\n]"
    if isinstance(value, dict) and value:
        return "{\n" + ",\n".join(f"{_json(name)}: {_json(part)}" for name, part in value.items()) + "\n}"
    return _json(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=date.isoformat)


def read_lock(source: Source) -> Checked[Lock | None]:
    """The lock of a file, None if it is faulty or differs from its seal."""
    if (stated := _sealed(source)) is not None:
        values, misfits = validate(LOCK, stated, {}, {}, Span(source.path))
        if not misfits:
            return Checked(replace(shape(Lock, values), path=source.path))
    document, faults = load(source)
    faults = tuple(
        fault for fault in faults if fault.severity is Severity.ERROR
    )  # no person writes these words
    if has_errors(faults):
        return Checked(None, (_bad(source.path, "the lock cannot be read"), *faults))
    values, found = validate(LOCK, document.value, document.spans, document.keys, Span(source.path))
    if has_errors(found):
        return Checked(None, (_bad(source.path, "the file is not a lock"), *found))
    lock = replace(shape(Lock, values), path=source.path)
    if seal_of(lock) != lock.seal:
        return Checked(
            None,
            (
                LOCK_CHANGED.at(
                    document.at(("seal",)),
                    "the lock was changed since its release: its seal does not fit",
                    _RESTORE,
                ),
            ),
        )
    return Checked(lock)


def read_link(source: Source) -> Checked[Link | None]:
    """The place of a lock among the others, None if it is faulty or differs from its seal; faster to read than the whole."""
    match stated := _sealed(source) or {}:
        case {
            "version": str(version),
            "seal": str(seal),
            "previous": {"version": str(former), "seal": str(its_seal)},
        }:
            return Checked(Link(source.path, version, Previous(former, its_seal), seal))
        case {"version": str(version), "seal": str(seal)} if "previous" not in stated:
            return Checked(Link(source.path, version, None, seal))
    lock, faults = read_lock(source)
    return Checked(lock.link if lock is not None else None, faults)


def _sealed(source: Source) -> dict[str, object] | None:
    """The content of a lock in docgen's own form under a valid seal; None for anything else."""
    try:
        stated = json.loads(source.text.removeprefix(_HEAD))
    except (ValueError, RecursionError):
        return None
    return stated if isinstance(stated, dict) and stated.get("seal") == _seal(stated) else None


_RESTORE = "restore the file from git: 'git log -- FILE' shows who changed it"


def _bad(path: str, message: str) -> Diagnostic:
    return LOCK_CHANGED.at(Span(path), message, _RESTORE)


def _plain(lock: Lock, names: tuple[str, ...]) -> dict[str, object]:
    return {name: value for name in names if (value := _value(getattr(lock, name))) is not None}


_NOT_KEPT = ("words", "values")
"""Of a printed clause: the text itself is in git's objects."""


def _value(value: object) -> object:
    if isinstance(value, PrintedClause):
        return {
            entry.name: getattr(value, entry.name) for entry in fields(value) if entry.name not in _NOT_KEPT
        }
    if is_dataclass(value) and not isinstance(value, type):
        return {
            entry.name: part
            for entry in fields(value)
            if (part := _value(getattr(value, entry.name))) is not None
        }
    if isinstance(value, Mapping):
        return {name: value[name] for name in sorted(value)}
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return value


def snapshot_of(lock: Lock, reread: ContentSnapshot | None = None) -> ContentSnapshot:
    """The content snapshot of the release; titles and classes of the facts are those of today's schema.

    A lock keeps no words. `reread`, the snapshot of the release's sources read again, gives its words and
    typed values wherever they come out as they were released.
    """
    said = {(clause.document, clause.id): clause for clause in reread.clauses} if reread is not None else {}
    typed = {value.path: value for value in reread.values} if reread is not None else {}
    clauses = tuple(_worded(clause, said.get((clause.document, clause.id))) for clause in lock.clauses)
    values = (PrintedValue(path, text, *declared(path)) for path, text in lock.values.items())
    return ContentSnapshot(
        clauses, tuple(_typed(value, typed.get(value.path)) for value in values), lock.documents
    )


def _worded(clause: PrintedClause, reread: PrintedClause | None) -> PrintedClause:
    if reread is None or reread.printed != clause.printed:
        return clause
    return replace(clause, words=reread.words, values=reread.values)


def _typed(value: PrintedValue, reread: PrintedValue | None) -> PrintedValue:
    return value if reread is None or reread.text != value.text else replace(value, value=reread.value)
