"""What every block promises, whatever the engagement: captions, widths, words for drawings, both languages."""

import re
from dataclasses import replace

import pytest

from docgen.assemble import blocks
from docgen.model.pack import Pack
from docgen.model.profile import Profile
from docgen.read.shared_context import SharedContext
from docgen.render.widths import columns

from .nodes import Node, askew, built, figures, tables

COMMON = (
    "beneficiaries", "change-thresholds", "committees", "contacts", "contents", "cover", "day-rates", "deviations",
    "exchanged-documents", "exclusions", "history", "indicators-summary", "inventory", "key-terms", "obligations",
    "pack-documents", "parties", "phases", "precedence", "prerequisites", "prices", "processing-sheet",
    "revision-formula", "service-catalogue", "signatures", "subcontractors", "versions", "work-units",
)  # fmt: skip
KINDS = ("contract", "sla-annex", "escalation", "raci", "change-log")


@pytest.fixture(params=["pack", "small_pack"])
def any_pack(request: pytest.FixtureRequest) -> Pack:
    chosen: Pack = request.getfixturevalue(request.param)
    return chosen


@pytest.mark.parametrize("name", COMMON)
def test_a_block_says_what_it_prints(name: str) -> None:
    module = blocks.find(name)
    assert module is not None
    assert (module.__doc__ or "").strip()


@pytest.mark.parametrize("name", COMMON)
def test_tables_have_captions_and_drawings_have_words(any_pack: Pack, name: str) -> None:
    nodes: tuple[Node, ...] = built(any_pack, name)
    for table in tables(nodes):
        assert table.caption
        assert table.body
        assert len(table.widths) == columns(table)
        assert sum(table.widths) == 100 or name == "deviations", "which leaves columns out, and rounds"
        assert askew(table) == []
        assert all(row.cells[0].header for row in table.body)
    for figure in figures(nodes):
        assert figure.caption
        assert len(figure.alternative) > 40


@pytest.mark.parametrize("name", ["cover", "history", "contents"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_front_of_every_document(any_pack: Pack, name: str, kind: str) -> None:
    """A short document has none: it begins with its text."""
    assert bool(built(any_pack, name, kind=kind)) is (any_pack.engagement.profile is not Profile.SHORT)


@pytest.mark.parametrize("name", COMMON)
def test_a_block_speaks_english_too(pack: Pack, context: SharedContext, name: str) -> None:
    assert built(replace(pack, locale=context.locales["en"]), name) or name == "deviations"


def test_no_message_is_left_with_a_placeholder(pack: Pack) -> None:
    for name in COMMON:
        assert not re.search(r"\{[a-z_]+\}", repr(built(pack, name)))
