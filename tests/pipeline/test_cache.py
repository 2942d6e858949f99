"""The cache of printed pages: what its keys know, and what it forgets."""

import os
import shutil
from pathlib import Path

from pypdf import PdfReader

from .places import ROOT, docgen


def test_another_program_prints_again(fresh: Path, tmp_path: Path) -> None:
    program = tmp_path / "program"
    shutil.copytree(ROOT / "src" / "docgen", program / "docgen", ignore=shutil.ignore_patterns("__pycache__"))
    former = docgen(fresh, "build", "demo", PYTHONPATH=str(program))
    assert "2 rendered" in former.stdout, former.stderr
    folder = fresh / "outputs/demo/1.0.0-draft"
    before = (folder / "contract.pdf").read_bytes()
    assert "nothing to render" in docgen(fresh, "build", "demo", PYTHONPATH=str(program)).stdout
    printing = program / "docgen/render/pdf.py"
    text = printing.read_text("utf-8")
    old = "dict(options.custom)"
    assert old in text
    printing.write_text(text.replace(old, '{**dict(options.custom), "Proof": "new"}'), "utf-8")
    now = docgen(fresh, "build", "demo", PYTHONPATH=str(program))
    assert "2 rendered" in now.stdout, now.stderr
    assert (folder / "contract.pdf").read_bytes() != before
    assert PdfReader(folder / "contract.pdf").metadata["/Proof"] == "new"


def test_a_build_that_prints_takes_away_what_was_long_unused(fresh: Path) -> None:
    folder = fresh / ".docgen/cache"
    folder.mkdir(parents=True)
    (folder / "old").write_bytes(b"x")
    os.utime(folder / "old", (0, 0))
    assert docgen(fresh, "build", "demo").returncode == 0
    assert not (folder / "old").exists()
    assert len(list(folder.iterdir())) == 3, "two documents and the pack"
