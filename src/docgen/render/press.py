"""Print HTML pages in parallel processes, the longest first."""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context

from docgen.render.engines import engines
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


def key(job: Job, assets: Mapping[str, bytes]) -> str:
    """The hash of everything that makes the bytes of a job: page, fonts, options, versions of the engines."""
    digest = sha256(job.html.encode())
    for name, content in sorted(assets.items()):
        digest.update(name.encode() + b"\0" + sha256(content).digest())
    digest.update(
        repr(
            (job.kind, job.options.author, job.options.keywords, job.options.created, job.options.custom)
        ).encode()
    )
    digest.update(repr(sorted(engines().items())).encode())
    return digest.hexdigest()


def print_all(jobs: Sequence[Job], assets: Mapping[str, bytes]) -> Iterator[tuple[str, Checked[Printed]]]:
    """Print the jobs, each result as it comes; one process for each processor, this one alone for a single job."""
    ordered = sorted(jobs, key=lambda job: -len(job.html))
    workers = min(len(ordered), os.cpu_count() or 1)
    if workers <= 1:
        for job in ordered:
            yield job.kind, _print(job, assets)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting = {pool.submit(_print, job, dict(assets)): job.kind for job in ordered}
        for done in as_completed(waiting):
            yield waiting[done], done.result()


def _print(job: Job, assets: Mapping[str, bytes]) -> Checked[Printed]:
    pdf, diagnostics = to_pdf(job.html, assets, job.options)
    return Checked(Printed(pdf, count_pages(pdf) if pdf else 0), diagnostics)


def count_pages(pdf: bytes) -> int:
    """The number of pages of a PDF."""
    from io import BytesIO

    from pikepdf import Pdf

    with Pdf.open(BytesIO(pdf)) as document:
        return len(document.pages)
