"""Print HTML pages in parallel processes, the longest first; a few short ones in this process."""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context

from docgen.render.pdf import PdfOptions, to_pdf
from docgen.text.diagnostics import Checked


@dataclass(frozen=True, slots=True)
class Job:
    """One document to print: its kind, its HTML, and what the file says of itself."""

    kind: str
    html: str
    options: PdfOptions


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed document: the PDF and its number of pages."""

    pdf: bytes
    pages: int


def key(job: Job, assets: Mapping[str, bytes], programs: Mapping[str, str]) -> str:
    """The hash of everything that makes the bytes of a job: page, fonts, options, the programs with their versions."""
    digest = sha256(job.html.encode())
    for name, content in sorted(assets.items()):
        digest.update(name.encode() + b"\0" + sha256(content).digest())
    digest.update(
        repr(
            (job.kind, job.options.author, job.options.keywords, job.options.created, job.options.custom)
        ).encode()
    )
    digest.update(repr(sorted(programs.items())).encode())
    return digest.hexdigest()


FEW = 50_000
"""Characters of HTML up to which this process prints alone. Measured with 47,000 in two documents: a fifth longer than two
processes that must first load the page engine, for two thirds of the processor time."""


class Press:
    """Processes that print: one for each processor, started when first needed or by `warm`."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        self._assets = dict(assets)
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> "Press":
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def warm(self, text: int) -> None:
        """Let the processes load the page engine while the documents are still being assembled: they will hold at least
        `text` characters."""
        for _ in range(WORKERS if text > FEW else 0):
            self._processes().submit(_load)

    def print_all(self, jobs: Sequence[Job]) -> Iterator[tuple[str, Checked[Printed]]]:
        """Print the jobs, the longest first, each result as it comes; a single job or a few short ones by this process."""
        ordered = sorted(jobs, key=lambda job: -len(job.html))
        few = len(ordered) < 2 or sum(len(job.html) for job in ordered) < FEW
        if self._pool is None and (few or WORKERS < 2):
            for job in ordered:
                yield job.kind, _print(job, self._assets)
            return
        waiting = {self._processes().submit(_print, job, self._assets): job.kind for job in ordered}
        for done in as_completed(waiting):
            yield waiting[done], done.result()

    def _processes(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn"))
        return self._pool


WORKERS = os.cpu_count() or 1


def _load() -> None:
    import weasyprint  # noqa: F401


def _print(job: Job, assets: Mapping[str, bytes]) -> Checked[Printed]:
    pdf, diagnostics = to_pdf(job.html, assets, job.options)
    return Checked(Printed(pdf, count_pages(pdf) if pdf else 0), diagnostics)


def count_pages(pdf: bytes) -> int:
    """The number of pages of a PDF."""
    from io import BytesIO

    from pikepdf import Pdf

    with Pdf.open(BytesIO(pdf)) as document:
        return len(document.pages)
