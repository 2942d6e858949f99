"""What binds an engagement that was released: its locks, the library that its drafts keep, the version of the next one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from docgen.history.lock import FOLDER, Input, Lock, read_lock
from docgen.history.pins import Upgrades, beside, moved, pin, pins, read_upgrades, subject, upgrades_path
from docgen.history.version import read_version
from docgen.pipeline.reading import Reader, open_library
from docgen.read.config import Config, Paths
from docgen.read.house import House
from docgen.text.diagnostics import Diagnostic, Severity
from docgen.text.source import Source, Span


@dataclass(frozen=True)
class Releases:
    """The releases of an engagement, the first one first, and what it took from the library since the last one.

    `folder` is the directory of the engagement; `whole` is False where a lock could not be read.
    """

    folder: str = ""
    locks: tuple[Lock, ...] = ()
    upgrades: Upgrades | None = None
    whole: bool = True

    @property
    def last(self) -> Lock | None:
        """The latest release."""
        return self.locks[-1] if self.locks else None

    def find(self, version: str) -> Lock | None:
        """The release of a version."""
        return next((lock for lock in self.locks if lock.version == version), None)

    def pins(self, paths: Paths) -> Mapping[str, Input]:
        """The library files that drafts keep, by path."""
        return pins(self.locks[-1], self.upgrades, paths) if self.locks else {}


def open_releases(reader: Reader, config: Config, engagement_id: str) -> Releases:
    """Read the locks of an engagement; reports DG601 (a lock was changed) and DG602 (two releases follow the same one)."""
    folder = f"{config.paths.engagements}/{engagement_id}"
    names = (path for path in reader.files.files(f"{folder}/{FOLDER}", ".yaml", deep=False))
    paths = [path for path in names if read_version(path.rsplit("/", 1)[-1].removesuffix(".yaml"))]
    # a lock may be longer than a text that people write; whatever is no text in it does not fit its seal
    sources = (Source(path, reader.content(path).decode("utf-8", "replace")) for path in paths)
    locks = [lock for source in sources if (lock := reader.take(read_lock(source))) is not None]
    locks.sort(key=lambda lock: lock.number)
    for former, lock in zip((None, *locks), locks, strict=False):
        if len(locks) == len(paths) and (lock.previous and lock.previous.seal) != (former and former.seal):
            reader.diagnostics.append(_astray(lock, former))
    upgrades = upgrades_path(folder)
    taken = reader.take(read_upgrades(reader.source(upgrades))) if reader.files.exists(upgrades) else None
    return Releases(folder, tuple(locks), taken, len(locks) == len(paths))


def _astray(lock: Lock, former: Lock | None) -> Diagnostic:
    follows = f"release {lock.previous.version}" if lock.previous else "no release"
    instead = f"release {former.version} stands before it" if former else "that release is not there"
    message = f"release {lock.version} follows {follows}, but {instead}"
    hint = "two branches released: take one of the two releases back, and release again on the joined branch"
    return Diagnostic(Span(lock.path), "DG602", Severity.ERROR, message, hint)


def pinned_house(reader: Reader, house: House, today: Mapping[str, str], releases: Releases) -> House | None:
    """The house that the drafts of an engagement see, None where it is today's; `today` maps path to SHA-256.

    The reader gets the inputs and the faults (DG603: git lacks a released text).
    """
    paths = house.config.paths
    kept = releases.pins(paths)
    extra = beside(house, kept)
    if not kept or not moved(kept, today, extra, paths):
        return None
    view = Reader(reader.take(pin(reader.files, kept, today, extra, paths)))
    library, outlines, terms = open_library(view, house.config)
    reader.diagnostics.extend(view.diagnostics)
    reader.inputs |= view.inputs
    return replace(house, library=library, outlines=outlines, terms=terms)


def unpinned(inputs: Mapping[str, str], paths: Paths) -> dict[str, str]:
    """The inputs that an engagement never pins: configuration, look, languages."""
    return {path: digest for path, digest in inputs.items() if not subject(path, paths)}
