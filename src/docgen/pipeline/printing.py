"""Print the documents of a pack: from the cache where nothing that makes their bytes changed, else by all processors."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from types import TracebackType
from typing import TYPE_CHECKING

from docgen import __version__
from docgen.model.pack import Pack
from docgen.pipeline.page_style import custom
from docgen.processes import pool, processors
from docgen.render.binder import Bound, bind
from docgen.render.engines import engines
from docgen.render.pdf import PdfOptions, count_pages, to_pdf
from docgen.text.diagnostics import Checked, Diagnostic, has_errors
from docgen.workspace import Workspace

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

FEW = 50_000
"""Characters of HTML up to which this process prints alone. Measured with 47,000 in two documents: a fifth longer than two
processes that must first load the page engine, for two thirds of the processor time."""

Progress = Callable[[str, int, int], None]  # the step, how many of how many


@dataclass(frozen=True, slots=True)
class Job:
    """One document to print: its kind, its HTML, and its metadata."""

    kind: str
    html: str
    options: PdfOptions


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed document: the PDF and its number of pages."""

    pdf: bytes
    pages: int


class PdfPool:
    """Processes that print, one for each processor, started when first needed or by `warm`.

    `assets` are the fonts and images of the page, by name.
    """

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        self.assets = assets
        self._opened = ExitStack()
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> "PdfPool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._opened.__exit__(kind, error, trace)

    def warm(self, text: int) -> None:
        """Let the processes load the page engine while the documents are still being assembled: they will hold at least
        `text` characters."""
        for _ in range(processors() if text > FEW else 0):
            self._processes().submit(_load)

    def print_all(self, jobs: Sequence[Job]) -> Iterator[tuple[str, Checked[Printed]]]:
        """Print the jobs, the longest first, each result as it comes; a single job or a few short ones by this process."""
        ordered = sorted(jobs, key=lambda job: -len(job.html))
        few = len(ordered) < 2 or sum(len(job.html) for job in ordered) < FEW
        if self._pool is None and (few or processors() < 2):
            for job in ordered:
                yield job.kind, _print(job, self.assets)
            return
        from concurrent.futures import as_completed

        waiting = {self._processes().submit(_print_here, job): job.kind for job in ordered}
        for done in as_completed(waiting):
            yield waiting[done], done.result()

    def _processes(self) -> "ProcessPoolExecutor":
        if self._pool is None:
            # spawned: the page engine may be loaded here, and the threads of its libraries do not outlive a fork
            self._pool = self._opened.enter_context(pool("spawn", processors(), _receive, dict(self.assets)))
        return self._pool


_assets: Mapping[str, bytes] = {}
"""In a process of a PdfPool, and only there: the assets, sent once instead of with each job."""


def _receive(assets: Mapping[str, bytes]) -> None:
    global _assets
    _assets = assets


def _load() -> None:
    import weasyprint  # noqa: F401


def _print_here(job: Job) -> Checked[Printed]:
    return _print(job, _assets)


def _print(job: Job, assets: Mapping[str, bytes]) -> Checked[Printed]:
    pdf, diagnostics = to_pdf(job.html, assets, job.options)
    return Checked(Printed(pdf, count_pages(pdf) if pdf else 0), diagnostics)


def print_documents(
    workspace: Workspace, printers: PdfPool, jobs: Sequence[Job], progress: Progress
) -> Checked[tuple[dict[str, Printed], tuple[str, ...]]]:
    """Every document by kind, and the kinds that the cache did not hold; documents printed without an error are kept there."""
    keys = {job.kind: _key(workspace, job, printers.assets) for job in jobs}
    printed = {
        kind: found for kind, hashed in keys.items() if (found := _find(workspace, hashed)) is not None
    }
    missing = [job for job in jobs if job.kind not in printed]
    faults: list[Diagnostic] = []
    for done, (kind, checked) in enumerate(printers.print_all(missing), start=1):
        printed[kind] = checked.value
        faults.extend(checked.diagnostics)
        if not has_errors(checked.diagnostics):
            _keep(workspace, keys[kind], checked.value)
        progress(kind, done, len(missing))
    return Checked((printed, tuple(job.kind for job in missing)), tuple(faults))


def print_bound(workspace: Workspace, parts: Sequence[Bound], pack: Pack) -> Printed:
    """All documents in one file, from the cache where none of them changed."""
    title = pack.locale.text("document.pack", title=pack.engagement.title)
    metadata = custom(pack, "pack")
    documents = [(part.kind, part.title, sha256(part.content).hexdigest()) for part in parts]
    hashed = sha256(repr((title, metadata, engines_of(workspace), documents)).encode()).hexdigest()
    printed = _find(workspace, hashed)
    if printed is None:
        bound = bind(list(parts), pack.locale.code, title, metadata)
        printed = Printed(bound, count_pages(bound))
        _keep(workspace, hashed, printed)
    return printed


def printed_before(workspace: Workspace, job: Job, assets: Mapping[str, bytes]) -> Printed | None:
    """The PDF of a job, where the cache holds it."""
    return _find(workspace, _key(workspace, job, assets))


def engines_of(workspace: Workspace) -> dict[str, str]:
    """The programs that make the pages, with their versions, docgen itself first."""
    return {"docgen": f"{__version__}+{workspace.own_digest()}", **engines()}


def _key(workspace: Workspace, job: Job, assets: Mapping[str, bytes]) -> str:
    """The hash of everything that makes the bytes of a job: page, fonts, options, the programs with their versions."""
    digest = sha256(job.html.encode())
    for name, content in sorted(assets.items()):
        digest.update(name.encode() + b"\0" + sha256(content).digest())
    options = job.options
    said = (job.kind, options.author, options.keywords, options.created, options.custom)
    digest.update(repr(said).encode())
    digest.update(repr(sorted(engines_of(workspace).items())).encode())
    return digest.hexdigest()


def _find(workspace: Workspace, hashed: str) -> Printed | None:
    kept = workspace.cache.find(hashed)
    if kept is None:
        return None
    pages, _, pdf = kept.partition(b"\n")
    return Printed(pdf, int(pages))


def _keep(workspace: Workspace, hashed: str, printed: Printed) -> None:
    workspace.cache.keep(hashed, b"%d\n" % printed.pages + printed.pdf)
