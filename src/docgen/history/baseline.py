"""The library text that a released engagement rests on.

After a release the drafts of an engagement keep the clauses, default terms and outlines of that release, until an upgrade
takes chosen ones to today's text. Texts added to the library since that touch no text of the release remain available:
clauses that no released outline names, and documents that are made on request.
Faults: DG603 (git lacks a released text), those of `upgrades.yaml`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docgen.history.lock import FOLDER, Input, Lock, dump
from docgen.read.config import Paths
from docgen.read.schemas.lock import UPGRADES
from docgen.read.shape import shapes
from docgen.read.shared_context import SharedContext
from docgen.read.validate import validate
from docgen.text.decode import decode
from docgen.text.diagnostics import Checked, Diagnostic, has_errors
from docgen.text.faults import RELEASED_TEXT_MISSING
from docgen.text.files import Files, files_under
from docgen.text.source import Source, Span
from docgen.text.yamltext import load

TERMS = "terms"
OUTLINE = "outline:"


def upgrades_path(folder: str) -> str:
    """Where an engagement states the texts that it took since its last release."""
    return f"{folder}/{FOLDER}/upgrades.yaml"


def subject(path: str, paths: Paths) -> str:
    """The short name of a file of the library: `penalites.plafond`, `terms`, `outline:contract`; '' for other files."""
    if path.startswith(f"{paths.templates}/outlines/") and path.endswith(".yaml"):
        return OUTLINE + path.rsplit("/", 1)[-1].removesuffix(".yaml")
    rest = path.removeprefix(f"{paths.clauses}/")
    if rest == path:
        return ""
    if rest.startswith(f"{TERMS}.") and rest.endswith(".yaml"):
        return TERMS
    folder, _, name = rest.rpartition("/")
    return f"{folder}.{name.partition('.')[0]}" if rest.endswith(".md") else ""


@dataclass(frozen=True, slots=True)
class Upgrades:
    """Texts taken since a release, by path; an entry without blob is a file that was taken away."""

    since: str
    taken: tuple[Input, ...] = ()


def read_upgrades(source: Source) -> Checked[Upgrades | None]:
    """The upgrades of an engagement, None when the file is faulty."""
    document, faults = load(source)
    if has_errors(faults):
        return Checked(None, faults)
    values, found = validate(UPGRADES, document.value, document.spans, document.keys, Span(source.path))
    if has_errors(found):
        return Checked(None, found)
    return Checked(Upgrades(values["since"], shapes(Input, values["taken"])))


def write_upgrades(upgrades: Upgrades) -> str:
    """The text of `upgrades.yaml`."""
    rows = [
        {"path": entry.path, "blob": entry.blob, "sha256": entry.sha256}
        for entry in sorted(upgrades.taken, key=lambda entry: entry.path)
    ]
    return "# Written by docgen upgrade: library texts that the next version takes.\n" + dump(
        {"since": upgrades.since, "taken": rows}
    )


def baseline_files(lock: Lock, upgrades: Upgrades | None, paths: Paths) -> Mapping[str, Input]:
    """The library files of an engagement's drafts, by path: those of its last release, with the upgrades laid over."""
    found = {entry.path: entry for entry in lock.inputs if subject(entry.path, paths)}
    if upgrades is not None and upgrades.since == lock.version:
        found |= {entry.path: entry for entry in upgrades.taken}
    return {path: entry for path, entry in sorted(found.items()) if entry.blob}


def beside(context: SharedContext, baseline: Mapping[str, Input]) -> frozenset[str]:
    """The paths of today's library that a released engagement sees as well, since they change nothing that it released.

    A new definition is not among them: a glossary would print it.
    """
    paths = context.config.paths
    known = {subject(path, paths) for path in baseline}
    terms = {clause.id for clause in context.library.texts() if clause.term}
    clauses = {clause.source.path for clause in context.library.texts() if clause.id not in known | terms}
    return frozenset(
        clauses
        | {
            outline.path
            for outline in context.outlines
            if outline.on_request and outline.path not in baseline
        }
    )


def moved(
    baseline: Mapping[str, Input], today: Mapping[str, str], extra: frozenset[str], paths: Paths
) -> bool:
    """True when today's library (path to SHA-256) differs from the library of a released engagement."""
    here = {path: digest for path, digest in today.items() if subject(path, paths) and path not in extra}
    return here != {path: entry.sha256 for path, entry in baseline.items()}


@dataclass(frozen=True)
class BaselineFiles:
    """A tree of files in which the library is the one that an engagement rests on."""

    beneath: Files
    contents: Mapping[str, bytes]
    extra: frozenset[str]
    paths: Paths

    def read_bytes(self, path: str) -> Checked[bytes]:
        """The content of a file."""
        return Checked(self.contents[path]) if path in self.contents else self.beneath.read_bytes(path)

    def read(self, path: str) -> Checked[Source]:
        """The text of a file."""
        return decode(path, self.contents[path]) if path in self.contents else self.beneath.read(path)

    def files(self, folder: str, *suffixes: str, deep: bool = True) -> tuple[str, ...]:
        """The files under a folder with one of the suffixes."""
        rest = (path for path in self.beneath.files(folder, *suffixes, deep=deep) if not self._hidden(path))
        return tuple(sorted({*rest, *files_under(self.contents, folder, suffixes, deep)}))

    def folders(self, folder: str) -> tuple[str, ...]:
        """The names of the directories directly under a folder."""
        return self.beneath.folders(folder)

    def exists(self, path: str) -> bool:
        """True when there is a file or directory of this path."""
        return path in self.contents or (not self._hidden(path) and self.beneath.exists(path))

    def blobs(self, ids: Sequence[str]) -> Mapping[str, bytes]:
        """The objects that git keeps under these ids."""
        return self.beneath.blobs(ids)

    def former_files(self, folder: str) -> tuple[str, ...]:
        """The files that commits up to the present one added under a folder."""
        return self.beneath.former_files(folder)

    def _hidden(self, path: str) -> bool:
        return path not in self.extra and bool(subject(path, self.paths))


def with_baseline(
    files: Files, baseline: Mapping[str, Input], today: Mapping[str, str], extra: frozenset[str], paths: Paths
) -> Checked[BaselineFiles]:
    """The files of the library baseline; texts that changed since are read from git's objects (DG603)."""
    gone = [entry for path, entry in baseline.items() if today.get(path) != entry.sha256]
    found = files.blobs([entry.blob for entry in gone])
    contents = {entry.path: found[entry.blob] for entry in gone if entry.blob in found}
    still = frozenset(path for path, entry in baseline.items() if today.get(path) == entry.sha256)
    faults = tuple(_missing(entry) for entry in gone if entry.blob not in found)
    return Checked(BaselineFiles(files, contents, extra | still, paths), faults)


def _missing(entry: Input) -> Diagnostic:
    message = f"git does not hold the released content of the file ({entry.blob[:12]})"
    return RELEASED_TEXT_MISSING.at(
        Span(entry.path),
        message,
        "fetch the history ('git fetch --unshallow --tags'), or upgrade the engagement",
    )


@dataclass(frozen=True, slots=True)
class Outdated:
    """A part of the library that moved on since an engagement took it: how many files changed, came or went."""

    subject: str
    paths: tuple[str, ...]
    state: str  # changed, added, removed


def outdated(baseline: Mapping[str, Input], today: Mapping[str, str], paths: Paths) -> tuple[Outdated, ...]:
    """The texts of today's library (path to SHA-256) that differ from an engagement's baseline, by subject."""
    theirs = {path: entry.sha256 for path, entry in baseline.items()}
    here = {path: digest for path, digest in today.items() if subject(path, paths)}
    touched: dict[str, list[str]] = {}
    for path in sorted({*theirs, *here}):
        if theirs.get(path) != here.get(path):
            touched.setdefault(subject(path, paths), []).append(path)
    known, now = ({subject(path, paths) for path in side} for side in (theirs, here))
    return tuple(
        Outdated(name, tuple(found), _state(name in known, name in now))
        for name, found in sorted(touched.items())
    )


def _state(before: bool, now: bool) -> str:
    return "changed" if before and now else "removed" if before else "added"


def upgraded(lock: Lock, former: Upgrades | None, entries: Iterable[Input]) -> Upgrades:
    """The upgrades of an engagement with further ones; an entry equal to the release is left out."""
    released = {entry.path: entry for entry in lock.inputs}
    kept = former.taken if former is not None and former.since == lock.version else ()
    taken = {entry.path: entry for entry in (*kept, *entries)}
    return Upgrades(
        lock.version, tuple(entry for path, entry in sorted(taken.items()) if released.get(path) != entry)
    )
