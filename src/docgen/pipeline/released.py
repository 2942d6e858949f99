"""The releases of an engagement: its locks, the library that its drafts keep, the version of the next one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from docgen.history.baseline import (
    Upgrades,
    baseline_files,
    beside,
    moved,
    read_upgrades,
    subject,
    upgrades_path,
    with_baseline,
)
from docgen.history.lock import FOLDER, Input, Link, Lock, read_link, read_lock
from docgen.history.version import Version, read_version
from docgen.pipeline.reading import Known, Reader, open_library
from docgen.read.config import Config, Paths
from docgen.read.shared_context import SharedContext
from docgen.text.diagnostics import Diagnostic
from docgen.text.faults import LOCK_LOST, RELEASES_ASTRAY
from docgen.text.source import Source, Span


@dataclass(frozen=True)
class Releases:
    """The releases of an engagement, the first one first (or the last one alone), and its upgrades of the library since.

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

    def baseline_files(self, paths: Paths) -> Mapping[str, Input]:
        """The library files that drafts keep, by path."""
        return baseline_files(self.locks[-1], self.upgrades, paths) if self.locks else {}


def open_releases(reader: Reader, config: Config, engagement_id: str, *, every: bool = True) -> Releases:
    """Read the locks of an engagement, or without `every` only the last of them whole; reports DG601 (a lock was changed),
    DG602 (two releases follow the same one) and DG617 (a lock was lost)."""
    folder = f"{config.paths.engagements}/{engagement_id}"
    names = (path for path in reader.files.files(f"{folder}/{FOLDER}", ".yaml", deep=False))
    paths = [path for path in names if _version_of(path)]
    # a lock may be longer than a text that people write; whatever is no text in it does not fit its seal
    sources = {path: Source(path, reader.content(path).decode("utf-8", "replace")) for path in paths}
    found = [link for source in sources.values() if (link := reader.take(read_link(source))) is not None]
    links = sorted(found, key=lambda link: link.number)
    for former, link in zip((None, *links), links, strict=False):
        if len(links) == len(paths) and (link.previous and link.previous.seal) != (former and former.seal):
            reader.diagnostics.append(_astray(link, former))
    wanted = links if every else links[-1:]
    locks = tuple(lock for link in wanted if (lock := reader.take(read_lock(sources[link.path]))) is not None)
    lost = tuple(_lost(reader.files.former_files(f"{folder}/{FOLDER}"), paths))
    reader.diagnostics.extend(lost)
    upgrades = upgrades_path(folder)
    taken = reader.take(read_upgrades(reader.source(upgrades))) if reader.files.exists(upgrades) else None
    return Releases(folder, locks, taken, not lost and len(links) == len(paths) and len(locks) == len(wanted))


def _lost(former: Iterable[str], paths: Iterable[str]) -> Iterator[Diagnostic]:
    """DG617 for each release that was committed, comes after the last one, and has no lock any more.

    One that is missing before the last breaks the chain (DG602), unless it was taken back where two branches released.
    """
    last = max(filter(None, map(_version_of, paths)), default=None)
    for path in former:
        version = _version_of(path)
        if version is not None and (last is None or last < version):
            yield LOCK_LOST.at(
                Span(path),
                f"release {version} was made, and its lock is not there",
                "restore it from git: another release of this number would contradict the one handed out",
            )


def _version_of(path: str) -> Version | None:
    return read_version(path.rsplit("/", 1)[-1].removesuffix(".yaml"))


def _astray(link: Link, former: Link | None) -> Diagnostic:
    follows = f"release {link.previous.version}" if link.previous else "no release"
    instead = f"release {former.version} precedes it" if former else "that release is not there"
    message = f"release {link.version} follows {follows}, but {instead}"
    hint = "two branches released: take the lower of the two releases back, and release again on the joined branch"
    return RELEASES_ASTRAY.at(Span(link.path), message, hint)


def shared_context(
    reader: Reader, context: SharedContext, today: Mapping[str, str], releases: Releases
) -> SharedContext:
    """The shared context that an engagement rests on: `context`, today's, unless a release keeps another library.

    `today` maps path to SHA-256. The reader gets the inputs and the faults (DG603: git lacks a released text).
    """
    paths = context.config.paths
    kept = releases.baseline_files(paths)
    extra = beside(context, kept)
    if not kept or not moved(kept, today, extra, paths):
        return context
    baseline = reader.take(with_baseline(reader.files, kept, today, extra, paths))
    view = Reader(baseline)
    library, outlines, terms, profile_terms = open_library(
        view, context.config, Known(context, today, baseline.contents.keys())
    )
    reader.diagnostics.extend(view.diagnostics)
    reader.inputs |= view.inputs
    return replace(context, library=library, outlines=outlines, terms=terms, profile_terms=profile_terms)


def without_baseline(inputs: Mapping[str, str], paths: Paths) -> dict[str, str]:
    """The inputs outside the library baseline: configuration, page style, languages."""
    return {path: digest for path, digest in inputs.items() if not subject(path, paths)}
