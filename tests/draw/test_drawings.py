"""What every drawing promises, whatever it shows."""

import hashlib
import importlib.resources
import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
import weasyprint

import docgen.draw
from docgen.draw.bars import bars
from docgen.draw.governance import governance
from docgen.draw.ladder import LadderWords, ladder
from docgen.draw.load import load
from docgen.draw.matrix import matrix
from docgen.draw.measure import width
from docgen.draw.path import path
from docgen.draw.phases import phases
from docgen.draw.style import SIZES, styled, stylesheet
from docgen.draw.svg import WIDTH
from docgen.draw.targets import TargetWords, targets
from docgen.draw.timeline import TimelineWords, timeline
from docgen.draw.uptime import uptime
from docgen.draw.week import week

SVG = "{http://www.w3.org/2000/svg}"
CSS = stylesheet("#1f4e79", "#c2410c")
ATTRIBUTES = {
    "svg": {"class", "viewBox", "width", "height"},
    "rect": {"class", "fill", "x", "y", "width", "height", "rx"},
    "line": {"class", "x1", "y1", "x2", "y2"},
    "polyline": {"class", "fill", "points"},
    "polygon": {"class", "points"},
    "circle": {"class", "cx", "cy", "r"},
    "path": {"class", "fill", "d"},
    "text": {"class", "x", "y", "text-anchor"},
}


class Printed(NamedTuple):
    """A line of text and the box it takes by the width estimate."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def printed(svg: str) -> Iterator[Printed]:
    for element in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        classes = element.get("class", "").split()
        (size,) = (name for name in classes if name in SIZES)
        content = element.text or ""
        wide = width(content, size, "strong" in classes)
        x, y = float(element.get("x", "")), float(element.get("y", ""))
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[element.get("text-anchor", "start")]
        yield Printed(content, left, y - 0.74 * SIZES[size], left + wide, y + 0.2 * SIZES[size])


def extent(svg: str) -> tuple[float, float]:
    left, top, wide, high = (float(part) for part in ElementTree.fromstring(svg).get("viewBox", "").split())
    assert (left, top) == (0, 0)
    return wide, high


def test_is_well_formed_and_as_wide_as_the_page(drawn: str) -> None:
    root = ElementTree.fromstring(drawn)
    assert root.tag == f"{SVG}svg"
    assert root.get("class") == "drawing"
    assert root.get("width") == "169.33mm"
    assert extent(drawn)[0] == WIDTH


def test_fits_a_page(drawn: str) -> None:
    assert extent(drawn)[1] * 25.4 / 96 < 240


def test_holds_only_plain_elements_and_no_colour(drawn: str) -> None:
    for element in ElementTree.fromstring(drawn).iter():
        assert set(element.attrib) <= ATTRIBUTES[element.tag.removeprefix(SVG)]
        assert element.get("fill", "none") == "none"


def test_names_only_classes_that_the_stylesheet_paints(drawn: str) -> None:
    known = set(re.findall(r"\.drawing \.([\w-]+)\{", CSS)) | {"drawing"}
    used = {
        name for element in ElementTree.fromstring(drawn).iter() for name in element.get("class", "").split()
    }
    assert used <= known


def test_keeps_text_inside(drawn: str) -> None:
    wide, high = extent(drawn)
    for line in printed(drawn):
        assert -0.1 <= line.left <= line.right <= wide + 0.1, line
        assert -1 <= line.top <= line.bottom <= high + 1, line


def test_keeps_shapes_inside(drawn: str) -> None:
    wide, high = extent(drawn)
    for element in ElementTree.fromstring(drawn).iter(f"{SVG}rect"):
        x, y, w, h = (float(element.get(name, "")) for name in ("x", "y", "width", "height"))
        assert -0.1 <= x <= x + w <= wide + 0.1, element.attrib
        assert -0.1 <= y <= y + h <= high + 0.1, element.attrib


def test_prints_no_text_over_another(drawn: str) -> None:
    for one, other in combinations(printed(drawn), 2):
        across = min(one.right, other.right) - max(one.left, other.left)
        down = min(one.bottom, other.bottom) - max(one.top, other.top)
        assert across < 1 or down < 1, (one, other)


def test_prints_no_empty_text(drawn: str) -> None:
    assert all(line.text.strip() for line in printed(drawn))


def test_escapes_hostile_text(samples: dict[str, str]) -> None:
    for name, svg in samples.items():
        if "hostile" in name:
            assert "<b>" not in svg
            assert "&lt;b&gt;" in svg, name


def test_every_drawing_has_a_sample_with_hostile_text(samples: dict[str, str]) -> None:
    shared = {"measure", "place", "style", "svg"}
    folder = importlib.resources.files(docgen.draw)
    modules = {file.name.removesuffix(".py") for file in folder.iterdir() if file.name.endswith(".py")}
    for module in modules - shared - {"__init__"}:
        assert any(name.startswith(module) and "hostile" in name for name in samples), module


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_draws_the_same_bytes(samples: dict[str, str], seed: str) -> None:
    script = "import conftest, hashlib; print(hashlib.sha256(repr(conftest.SAMPLES).encode()).hexdigest())"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parent,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == hashlib.sha256(repr(samples).encode()).hexdigest()


@pytest.mark.parametrize("step", [8, pytest.param(1, marks=pytest.mark.deep)], ids=["some", "all"])
def test_weasyprint_draws_them_without_a_remark(
    samples: dict[str, str], caplog: pytest.LogCaptureFixture, step: int
) -> None:
    figures = "".join(f"<figure>{styled(svg, CSS)}</figure>" for svg in [*samples.values()][::step])
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        weasyprint.LOGGER.addHandler(caplog.handler)
        document = weasyprint.HTML(string=f"<html lang=fr><body>{figures}").render()
        pdf = document.write_pdf()
        weasyprint.LOGGER.removeHandler(caplog.handler)
    assert pdf
    assert caplog.messages == []


def test_nothing_to_show_is_an_empty_frame() -> None:
    for svg in (
        week([], ()),
        targets([], (), TargetWords("", "", "")),
        ladder([], (), LadderWords("", "", "", "")),
        timeline([], TimelineWords("", "", "", "")),
        path([], ()),
        load([], ()),
        matrix([], (), "", ""),
        bars([], (), ""),
        uptime([], ""),
        governance([], "", ""),
        phases([], (), ()),
    ):
        assert list(printed(svg)) == []
        assert extent(svg)[1] > 0
