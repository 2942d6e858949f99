"""How many cases are tried: some in every run of the tests, many more with `DOCGEN_FUZZ=deep` (`make fuzz`)."""

import os
from collections.abc import Iterator
from functools import lru_cache
from types import CodeType

import pytest
from hypothesis import HealthCheck, Phase, settings

from docgen.pipeline import reading
from docgen.read import clause, engagement
from docgen.render import html

DEEP = os.environ.get("DOCGEN_FUZZ") == "deep"
CASES = settings(
    max_examples=10_000 if DEEP else 500,
    derandomize=not DEEP,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate, *((Phase.shrink,) if DEEP else ())),
)


@pytest.fixture(scope="module", autouse=True)
def read_once() -> Iterator[None]:
    """What is not damaged is read once: a locale, or a template, takes longer to read than all else takes."""
    patch = pytest.MonkeyPatch()
    for module, name in (
        (reading, "read_locale"),
        (reading, "read_outline"),
        (reading, "load"),
        (engagement, "load"),
        (clause, "read_clause"),
    ):
        patch.setattr(module, name, lru_cache(maxsize=64)(getattr(module, name)))
    compiled: dict[tuple[str, str], CodeType] = {}
    compile_template = html._Environment.compile

    def compile_once(self: html._Environment, source: str, name: str, filename: str) -> CodeType:
        if (name, source) not in compiled:
            compiled[name, source] = compile_template(self, source, name, filename)
        return compiled[name, source]

    patch.setattr(html._Environment, "compile", compile_once)
    yield
    patch.undo()
