"""Record in a lock that its release was signed."""

from dataclasses import replace
from datetime import date

from docgen.history.appended import fault_of_appended
from docgen.history.lock import Lock, Signed, write_lock
from docgen.history.verify import extends
from docgen.pipeline.reopening import locked
from docgen.render.inside import inside
from docgen.text.diagnostics import Checked, Diagnostic
from docgen.text.faults import DATED_TOO_EARLY, NOT_THE_SIGNED_COPY, SIGNED_ALREADY
from docgen.text.source import Span
from docgen.workspace import Workspace, sha256


def mark_signed(
    workspace: Workspace, engagement_id: str, version: str, day: date, copy: bytes | None
) -> Checked[Lock | None]:
    """Write the day of the last signature, and the hash of the signed file, into the lock, beside its seal.

    The same record a second time changes nothing. Faults: DG611 (no such release), DG614 (signed before it was released),
    DG615 (recorded otherwise before), DG616 (the file is no PDF, another document, the unsigned one, or one with more than
    signatures behind the released bytes).
    """
    lock, faults = locked(workspace, engagement_id, version)
    if lock is None:
        return Checked(None, faults)
    signed = Signed(day, sha256(copy) if copy is not None else "")
    fault = _refused(lock, signed, copy)
    if fault is not None:
        return Checked(None, (fault,))
    marked = replace(lock, signed=signed)
    if marked.signed != lock.signed:
        workspace.write(lock.path, write_lock(marked).encode())
    return Checked(marked)


def _refused(lock: Lock, signed: Signed, copy: bytes | None) -> Diagnostic | None:
    if signed.date < lock.date:
        return DATED_TOO_EARLY.at(
            Span(lock.path),
            f"release {lock.version} cannot be signed on {signed.date}: it was made on {lock.date}",
            "give the day of the last signature with --date",
        )
    if lock.signed is not None and lock.signed != signed:
        return SIGNED_ALREADY.at(
            Span(lock.path),
            f"release {lock.version} is recorded as signed on {lock.signed.date} already",
            "a recorded signature cannot be changed: restore the lock from git if it was recorded in error",
        )
    if copy is None:
        return None
    if signed.sha256 in {file.sha256 for file in lock.files}:
        return NOT_THE_SIGNED_COPY.at(
            Span(lock.path),
            "the file is the released document itself: nobody signed it",
            "give the file that came back with the signatures",
        )
    claims = inside(copy)
    if claims is None:
        return NOT_THE_SIGNED_COPY.at(
            Span(lock.path),
            "the file is no PDF that can be read",
            "give the file that came back with the signatures",
        )
    claimed = (claims.reference, claims.version) if claims.reference else None
    if claimed is not None and claimed != (lock.reference, lock.version):
        return NOT_THE_SIGNED_COPY.at(
            Span(lock.path),
            f"the file is {claimed[0]} {claimed[1]}, not {lock.reference} {lock.version}",
            "give the signed file of this release",
        )
    return _altered(lock, copy) if claimed is not None else None  # a PDF without docgen's metadata is a scan


def _altered(lock: Lock, copy: bytes) -> Diagnostic | None:
    """DG616 for a file that is neither the released bytes followed by signatures nor a scan."""
    released = next((file for file in lock.files if extends(copy, file)), None)
    fault = (
        fault_of_appended(copy, released.size) if released else "the file was changed before it was signed"
    )
    if not fault:
        return None
    return NOT_THE_SIGNED_COPY.at(
        Span(lock.path),
        fault,
        "have the released document itself signed; a signature on paper is recorded with its scan, or without --file",
    )
