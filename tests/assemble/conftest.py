"""The packs of the example engagements, read from the repository's own workspace; nothing is rendered."""

from pathlib import Path

import pytest

from docgen.model.pack import Pack
from docgen.pipeline.reading import Reader, open_context, open_engagement, resolve
from docgen.read.shared_context import SharedContext
from docgen.text.diagnostics import has_errors
from docgen.workspace import Workspace

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(Workspace(ROOT))


@pytest.fixture(scope="session")
def context(reader: Reader) -> SharedContext:
    context = open_context(reader)
    assert context is not None
    return context


def _pack(reader: Reader, context: SharedContext, engagement_id: str) -> Pack:
    engagement = open_engagement(reader, context, engagement_id)
    assert engagement is not None
    pack = reader.take(resolve(engagement, context))
    assert pack is not None
    assert not has_errors(reader.diagnostics), reader.diagnostics
    return pack


@pytest.fixture(scope="session")
def pack(reader: Reader, context: SharedContext) -> Pack:
    """The large engagement: three services, two windows, seven committees."""
    return _pack(reader, context, "aurore")


@pytest.fixture(scope="session")
def small_pack(reader: Reader, context: SharedContext) -> Pack:
    """The small engagement, that leaves most things to the house terms."""
    return _pack(reader, context, "boulange")


@pytest.fixture(scope="session")
def public_pack(reader: Reader, context: SharedContext) -> Pack:
    """The engagement of a public client, in another position on the cap."""
    return _pack(reader, context, "val-exemple")
