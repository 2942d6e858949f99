"""What makes a PDF is named with its version, without starting it."""

import subprocess
import sys

import pytest

from docgen.render.engines import engines

QUIET = """
import sys
from docgen.render.engines import engines
assert engines()
assert not {"weasyprint", "pydyf", "fontTools"} & set(sys.modules)
"""


@pytest.mark.parametrize("name", ["weasyprint", "pydyf", "pango", "harfbuzz", "fonttools", "zlib"])
def test_versions_are_numbers(name: str) -> None:
    assert engines()[name][0].isdigit()


def test_the_subsetter_is_the_one_of_the_page_engine() -> None:
    from weasyprint.text.ffi import harfbuzz_subset

    assert engines()["subsetter"] == ("harfbuzz-subset" if harfbuzz_subset else "fonttools")


def test_no_engine_is_started_to_be_named() -> None:
    subprocess.run([sys.executable, "-c", QUIET], check=True)


def test_a_caller_cannot_change_what_the_next_one_reads() -> None:
    engines()["weasyprint"] = "0"
    assert engines()["weasyprint"] != "0"
