"""Printing by several processes: no page is lost, and a process that dies is told."""

import signal

import pytest

from docgen.pipeline.printing import FEW, Job, PdfPool
from docgen.processes import ProcessEndedError
from docgen.render.pdf import PdfOptions

PAGE = "<!doctype html><html lang=fr><title>x</title><p>x"


class Deadly(PdfOptions):
    """Options that kill the process that receives them."""

    def __reduce__(self) -> tuple[object, ...]:
        return signal.raise_signal, (signal.SIGKILL,)


@pytest.fixture(params=[1, 2])
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr("docgen.pipeline.printing.processors", lambda: request.param)
    return int(request.param)


@pytest.mark.usefixtures("processors")
@pytest.mark.parametrize("length", [1, FEW])
def test_each_document_is_printed_with_its_assets(length: int) -> None:
    """A page that names an asset is sound only where the asset is known, in this process or in another one."""
    page = f"{PAGE}<img src=docgen-asset:a.svg alt=x><!--{'x' * length}-->"
    picture = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    with PdfPool({"a.svg": picture}) as printers:
        printers.warm(length)
        done = dict(printers.print_all([Job(kind, page, PdfOptions()) for kind in "ab"]))
    assert sorted(done) == ["a", "b"]
    for result in done.values():
        assert "DG501" not in {fault.code for fault in result.diagnostics}
        assert result.value.pages == 1


def test_a_process_that_dies_while_it_prints_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.pipeline.printing.processors", lambda: 2)
    jobs = [Job(kind, PAGE + " " * FEW, Deadly()) for kind in "ab"]
    with pytest.raises(ProcessEndedError, match="ended a process"), PdfPool({}) as printers:
        list(printers.print_all(jobs))
