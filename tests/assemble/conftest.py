"""The packs of the example engagements, read from the repository's own workspace; nothing is rendered."""

from pathlib import Path

import pytest

from docgen.model.pack import Pack
from docgen.pipeline.reading import Reader, open_engagement, open_house, resolve
from docgen.read.house import House
from docgen.text.diagnostics import has_errors
from docgen.workspace import Workspace

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(Workspace(ROOT))


@pytest.fixture(scope="session")
def house(reader: Reader) -> House:
    house = open_house(reader)
    assert house is not None
    return house


def _pack(reader: Reader, house: House, engagement_id: str) -> Pack:
    engagement = open_engagement(reader, house, engagement_id)
    assert engagement is not None
    pack = reader.take(resolve(engagement, house))
    assert pack is not None
    assert not has_errors(reader.diagnostics), reader.diagnostics
    return pack


@pytest.fixture(scope="session")
def pack(reader: Reader, house: House) -> Pack:
    """The large engagement: three services, two windows, seven committees."""
    return _pack(reader, house, "aurore")


@pytest.fixture(scope="session")
def small_pack(reader: Reader, house: House) -> Pack:
    """The small engagement, that leaves most things to the house terms."""
    return _pack(reader, house, "boulange")
