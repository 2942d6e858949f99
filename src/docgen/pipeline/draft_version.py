"""The version of a draft: the next one that its changes since the last release ask for."""

from collections.abc import Mapping
from dataclasses import replace

from docgen.history.changes import compare
from docgen.history.lock import FOLDER, Lock, snapshot_of
from docgen.history.record import notes
from docgen.history.snapshot import at_rest, snapshot
from docgen.history.version import DRAFT
from docgen.model.changes import Changes
from docgen.model.pack import Pack


def of_release(inputs: Mapping[str, str], folder: str) -> dict[str, str]:
    """The inputs that a release is made of: not the locks of the directory `folder`, whose history it states itself."""
    return {path: digest for path, digest in inputs.items() if not path.startswith(f"{folder}/{FOLDER}/")}


def unmoved(inputs: Mapping[str, str], lock: Lock) -> bool:
    """True when these inputs (path to SHA-256) are those of a release."""
    return {entry.path: entry.sha256 for entry in lock.inputs} == inputs


def changes_since(pack: Pack, lock: Lock) -> Changes:
    """The changes of a pack since the release that it follows."""
    return compare(snapshot_of(lock), snapshot(at_rest(pack)))


def version_of(changes: Changes, after: Lock) -> str:
    """The version of a draft with these changes since a release."""
    return f"{after.number.after(changes.level)}{DRAFT}"


def settled(pack: Pack, changes: Changes, after: Lock) -> Pack:
    """A draft under the version that follows from its changes, which the last line of its history tells."""
    version = version_of(changes, after)
    row = replace(pack.history[-1], version=version, changes=notes(changes), documents=changes.documents)
    return replace(pack, version=version, history=(*pack.history[:-1], row))
