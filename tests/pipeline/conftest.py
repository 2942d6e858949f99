"""Whole packs, built once for the whole run, and small workspaces to change."""

import json
import shutil
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from .places import docgen, once, shipped, squeezed, tiny

VERSION = "1.0.0-draft"


class Built:
    """A workspace after a build: its pack, and what its PDFs say."""

    def __init__(self, root: Path, engagement: str) -> None:
        self.root, self.engagement = root, engagement
        self.folder = root / "outputs" / engagement / VERSION

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """The manifest of the pack."""
        manifest: dict[str, Any] = json.loads((self.folder / "manifest.json").read_text("utf-8"))
        return manifest

    def pages(self, kind: str) -> list[str]:
        """The text of each page of a document; read once for all processes of the run."""

        def read(target: Path) -> None:
            pages = [page.extract_text() for page in PdfReader(self.folder / f"{kind}.pdf").pages]
            target.write_text(json.dumps(pages), "utf-8")

        name = f"{self.root.name}-{kind}-pages"
        pages: list[str] = json.loads(once(self.root.parent, name, read).read_text("utf-8"))
        return pages

    def text(self, kind: str) -> str:
        """The squeezed text of a document."""
        return squeezed("\n".join(self.pages(kind)))


def _shared(factory: pytest.TempPathFactory) -> Path:
    base = factory.getbasetemp()
    return (base.parent if base.name.startswith("popen-") else base) / "built"


def _built(engagement: str, factory: pytest.TempPathFactory) -> Built:
    """An example of the repository, built once for all processes of the run."""

    def make(target: Path) -> None:
        result = docgen(shipped(target, engagement), "build", engagement)
        assert result.returncode == 0, result.stderr
        (target / "result.txt").write_text(result.stdout)

    return Built(once(_shared(factory), engagement, make), engagement)


@pytest.fixture(scope="session", params=["boulange", pytest.param("aurore", marks=pytest.mark.deep)])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small and the large example; tests read them and never change them."""
    return _built(request.param, tmp_path_factory)


@pytest.fixture(scope="session")
def boulange(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small example; tests read it and never change it."""
    return _built("boulange", tmp_path_factory)


@pytest.fixture(scope="session")
def aurore(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The large example, for deep tests; they read it and never change it."""
    return _built("aurore", tmp_path_factory)


@pytest.fixture(scope="session")
def built_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny workspace, built once."""

    def make(target: Path) -> None:
        result = docgen(tiny(target), "build", "demo")
        assert result.returncode == 0, result.stderr

    return once(_shared(tmp_path_factory), "demo", make)


@pytest.fixture
def demo(built_demo: Path, tmp_path: Path) -> Path:
    """The tiny workspace as built, to change."""
    return Path(shutil.copytree(built_demo, tmp_path / "demo"))


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """The tiny workspace, never built, to change."""
    return tiny(tmp_path / "fresh")
