"""How many cases are tried: few in every run of the tests, more in `make test-deep`, very many in `make fuzz`."""

from collections.abc import Iterator
from functools import lru_cache
from types import CodeType

import pytest
from hypothesis import HealthCheck, Phase, settings

from docgen.pipeline import reading
from docgen.read import clause, engagement
from docgen.render import html

EXAMPLES = {"steady": 40, "deep": 500, "wild": 10_000}


def cases() -> settings:
    """As many cases as the profile of this run says; what fails is made small only where there is time for it."""
    profile = settings.get_current_profile_name()
    shrink = (Phase.shrink,) if profile == "wild" else ()
    return settings(
        max_examples=EXAMPLES[profile],
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate, *shrink),
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
