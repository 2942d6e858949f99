"""`SHA256SUMS`: the hash of every published PDF, in the form that `sha256sum --check` reads from the root of the target."""

from collections.abc import Iterable

from docgen.publish.record import Published

SUMS = "SHA256SUMS"


def sums(records: Iterable[Published]) -> bytes:
    """One line a file: hash, two spaces, path."""
    lines = (f"{file.sha256}  {record.folder}/{file.file}\n" for record in records for file in record.files)
    return "".join(sorted(lines, key=lambda line: line[66:])).encode()
