r"""Check an example of a rule: its files laid over the base workspace, without touching the disk.

An example maps workspace paths to texts. A text replaces the file of its path in `base/`; the house terms of the base
(`clauses/terms.yaml`) hold every value of a sound engagement, so that `engagements/demo/engagement.yaml` states only
what the example changes.

- `today` gives the date of the check, `docgen check` the engagements that are asked for;
- the text `(absent)` takes a file away, `-> target` makes it a symbolic link (such an example is written to a directory);
- `before any release` and `after release 1.0.0` name a session: lines of a shell, checked by the last one (session.py);

The exact place of a fault stands below its line, as a comment of carets:

    gti: 8 h
    #    ^^^ DG420

or, where no comment can stand (the text of a clause, the first two columns), as `EXPECT = ((path, line, column,
end_column), …)` of the rule's module, and as `places` of a page in `manual/`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from docgen.manual import Page
from docgen.pipeline.checking import check_plain_text, check_workspace, open_locales
from docgen.pipeline.reading import Reader
from docgen.pipeline.statements import read_months
from docgen.text.decode import decode
from docgen.text.diagnostics import Checked, Diagnostic, Severity, in_order
from docgen.text.source import Source, Span
from docgen.workspace import Workspace

BASE = Path(__file__).parent / "base"
LOCALES = Path(__file__).parents[2] / "templates" / "locales"
TODAY = "2026-11-24"
ABSENT = "(absent)"
LINK = "-> "

_MARK = re.compile(r"^ *# *(\^+) (DG\d{3,4})\b.*$")


@dataclass(frozen=True)
class MemoryWorkspace(Workspace):
    """A workspace whose files are values."""

    contents: Mapping[str, bytes]

    def read_bytes(self, path: str) -> Checked[bytes]:
        """The content of a file."""
        if path in self.contents:
            return Checked(self.contents[path])
        fault = Diagnostic(Span(path), "DG111", Severity.ERROR, "the file cannot be read: it is not there")
        return Checked(b"", (fault,))

    def read(self, path: str) -> Checked[Source]:
        """The text of a file."""
        content, faults = self.read_bytes(path)
        return Checked(Source(path, ""), faults) if faults else decode(path, content)

    def files(self, folder: str, *suffixes: str, deep: bool = True) -> tuple[str, ...]:
        """The files under a folder with one of the suffixes."""
        under = (
            path
            for path in sorted(self.contents)
            if path.startswith(f"{folder}/") and path.endswith(suffixes)
        )
        return tuple(path for path in under if deep or "/" not in path[len(folder) + 1 :])

    def folders(self, folder: str) -> tuple[str, ...]:
        """The directories directly under a folder."""
        below = (path[len(folder) + 1 :] for path in self.contents if path.startswith(f"{folder}/"))
        return tuple(sorted({path.partition("/")[0] for path in below if "/" in path}))

    def exists(self, path: str) -> bool:
        """True when there is a file or directory of this path."""
        return path in self.contents or any(known.startswith(f"{path}/") for known in self.contents)


@cache
def base() -> Mapping[str, bytes]:
    """The files of the base workspace, with the locales of docgen."""
    files = {
        path.relative_to(BASE).as_posix(): path.read_bytes() for path in BASE.rglob("*") if path.is_file()
    }
    return files | {f"templates/locales/{path.name}": path.read_bytes() for path in LOCALES.glob("*.yaml")}


def check_files(overlay: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """All diagnostics of the base workspace with `overlay` laid over it."""
    settings = {name: overlay[name] for name in ("today", "docgen check") if name in overlay}
    today = date.fromisoformat(settings.get("today", TODAY))
    wanted = tuple(settings.get("docgen check", "").split())
    laid = {path: text for path, text in overlay.items() if path not in settings}
    absent = {path for path, text in laid.items() if text == ABSENT}
    links = {path: text.removeprefix(LINK) for path, text in laid.items() if text.startswith(LINK)}
    changed = {path: text.encode("utf-8") for path, text in laid.items() if path not in links}
    contents = {path: content for path, content in {**base(), **changed}.items() if path not in absent}
    if not links:
        return check_workspace(MemoryWorkspace(Path("/nowhere"), contents), wanted, today).diagnostics
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for path, content in contents.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        for path, target in links.items():
            (root / path).symlink_to(target)
        return check_workspace(Workspace(root), wanted, today).diagnostics


def check_measures(example: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """The diagnostics of the measures of the base engagement."""
    contents = {**base(), **{path: text.encode() for path, text in example.items()}}
    workspace = MemoryWorkspace(Path("/nowhere"), contents)
    pack = check_workspace(workspace, ("demo",), date.fromisoformat(TODAY)).value.packs["demo"]
    reader = Reader(workspace)
    read_months(reader, pack.engagement, ("engagements/demo/measures",))
    return in_order(reader.diagnostics)


def check_example(page: Page, example: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """The diagnostics of an example; that of a fault of texts written elsewhere is checked as such a text, in French."""
    from .session import check_session, is_session  # loads the whole command line

    if is_session(example):
        return tuple(fault for name, text in example.items() for fault in check_session(name, text))
    if any("/measures/" in path for path in example):
        return check_measures(example)
    if page.topic != "texts":
        return check_files(example)
    locales = open_locales(MemoryWorkspace(Path("/nowhere"), base()))
    return tuple(
        fault
        for path, text in example.items()
        for fault in check_plain_text(Source(path, text), locales, "fr")
    )


def marks(overlay: Mapping[str, str], code: str) -> Iterator[tuple[str, int, int, int]]:
    """The places where the carets of an example say that a fault with this code stands."""
    for path, text in overlay.items():
        line = 0
        for number, row in enumerate(text.splitlines(), start=1):
            match = _MARK.match(row)
            if match is None:
                line = number
            elif match[2] == code:
                yield path, line, match.start(1) + 1, match.end(1) + 1
