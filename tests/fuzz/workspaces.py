"""Small workspaces as values, and what must hold of every answer about them."""

import re
import resource
import signal
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from types import FrameType

import yaml

from docgen.assemble import blocks
from docgen.assemble.assemble import assemble
from docgen.model.brand import Brand
from docgen.model.document import Document
from docgen.pipeline.checking import CheckedWorkspace, check_workspace
from docgen.render.html import PageTemplates, to_html
from docgen.text.diagnostics import Diagnostic, has_errors
from docgen.text.files import Tree

from ..rules.harness import base

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 24)
SECONDS = 20
"""After so long a case counts as one that never ends."""
MEMORY = 512 * 1024 * 1024
"""Bytes that a case may take beside what the process has taken before it."""
BRAND = Brand(primary="#1d3c5c", accent="#a4501b")


def files(*folders: str, suffix: str = "") -> Mapping[str, bytes]:
    """Files of this repository, by path."""
    found = (
        path
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*"))
        if path.is_file() and path.name.endswith(suffix)
    )
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in found}


@cache
def small() -> Mapping[str, bytes]:
    """The base workspace of the rules, with one document that holds every block."""
    entries = "".join(f"  - block: {name}\n" for name in blocks.names() if name not in ASKING)
    return {
        **base(),
        "templates/outlines/everything.yaml": f'kind: everything\ntitle: {{fr: "Tout"}}\norder: 9\nbody:\n{entries}'.encode(),
    }


ASKING = frozenset({"changed-values", "changes-summary", "redline"})
"""Blocks that stand only in documents made on request."""


KINDS = ("others", "dpa", "financial", "transition-plan", "escalation", "raci")


@cache
def examples() -> Mapping[str, bytes]:
    """The engagements that are shipped and their house terms, over the base library; every article has a place."""
    named = {
        name.decode() for text in files("templates/outlines").values() for name in _ARTICLE.findall(text)
    }
    there = {name.decode() for text in base().values() for name in _ARTICLE.findall(text)}
    outlines = {kind: named - there if kind == "others" else {kind} for kind in KINDS}
    return {
        **base(),
        "clauses/terms.yaml": (ROOT / "clauses/terms.yaml").read_bytes()
        + yaml.safe_dump(_obligations()).encode(),
        **{
            f"templates/outlines/{kind}.yaml": _outline(kind, sorted(articles)).encode()
            for kind, articles in outlines.items()
        },
        # As if never released; and the base library has no positions to take.
        **{
            path: _POSITIONS.sub(b"", content)
            for path, content in files("engagements/aurore", "engagements/boulange", suffix=".yaml").items()
            if path.count("/") == 2
        },
    }


def _obligations() -> Mapping[str, list[Mapping[str, str]]]:
    """The obligations that the clauses shipped state, to which indicators and the matrix point: the base library has none."""
    fronts = (yaml.safe_load(text.split(b"---\n")[1]) for text in files("clauses", suffix=".md").values())
    return {"obligations": [one for front in fronts for one in front.get("obligations", ())]}


_POSITIONS = re.compile(rb"^positions:\n(?:  .*\n)+", re.MULTILINE)


_ARTICLE = re.compile(rb"article: ([a-z-]+)")


def _outline(kind: str, articles: Iterable[str]) -> str:
    entries = "".join(
        f"  - article: {name}\n    title: {{fr: {name}}}\n    optional: true\n    content: [{{block: signatures}}]\n"
        for name in articles
    )
    return f"kind: {kind}\ntitle: {{fr: {kind}}}\norder: 8\nannex: {'false' if kind == 'others' else 'true'}\nbody:\n{entries}"


@cache
def pages() -> PageTemplates:
    """The page templates and stylesheets that are shipped."""
    return PageTemplates.of(
        {Path(path).name: content.decode() for path, content in files("templates/page").items()}
    )


@contextmanager
def watched() -> Iterator[None]:
    """Fails what does not end; what takes too much memory finds none, and fails with a `MemoryError`."""

    def hang(number: int, frame: FrameType | None) -> None:
        raise AssertionError(f"no answer after {SECONDS} seconds")

    former = signal.signal(signal.SIGALRM, hang)
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + MEMORY, hard))
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def checked(
    contents: Mapping[str, bytes], engagement: str
) -> tuple[CheckedWorkspace, tuple[Diagnostic, ...]]:
    """Check a workspace, and hold every diagnostic to a place that exists."""
    answer, diagnostics = check_workspace(Tree(contents), (engagement,), TODAY)
    for diagnostic in diagnostics:
        placed(diagnostic, contents)
    assert answer.packs or has_errors(diagnostics), "neither a pack nor a fault"
    return answer, diagnostics


def placed(diagnostic: Diagnostic, contents: Mapping[str, bytes]) -> None:
    """A diagnostic has a path of the workspace, a line of it, columns inside the line, and words."""
    path, line, column, end = diagnostic.span
    assert path, diagnostic
    assert line >= 1, diagnostic
    assert 1 <= column <= end, diagnostic
    assert diagnostic.message, diagnostic
    assert "\n" not in diagnostic.message, diagnostic
    if path not in contents:  # a directory, or a file that should be there
        assert (line, column, end) == (1, 1, 1), diagnostic
        return
    lines = contents[path].decode("utf-8-sig", "replace").split("\n")
    assert line <= max(1, len(lines)), diagnostic
    assert end <= len(lines[line - 1].rstrip("\r")) + 1 or column == 1, diagnostic


def documents(
    answer: CheckedWorkspace, engagement: str, contents: Mapping[str, bytes]
) -> tuple[Document, ...]:
    """The documents of a pack that was checked sound; its faults have places too."""
    pack = answer.packs.get(engagement)
    if pack is None:
        return ()
    made, diagnostics = assemble(pack)
    for diagnostic in diagnostics:
        placed(diagnostic, contents)
    return made


def printed(made: tuple[Document, ...], look: PageTemplates, contents: Mapping[str, bytes]) -> None:
    """Print documents as HTML: a page, or a fault with its place."""
    for document in made:
        html, diagnostics = to_html(document, look, BRAND)
        assert html or diagnostics
        for diagnostic in diagnostics:
            placed(diagnostic, contents)
