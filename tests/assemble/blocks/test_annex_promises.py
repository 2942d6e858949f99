"""What every block of the annexes promises: captions, widths that add up, words for drawings, both languages."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from docgen.assemble import blocks
from docgen.model.document import Figure, Sheet
from docgen.model.pack import Pack
from docgen.model.services import ServiceLevels
from docgen.model.sla import PriorityMatrix
from docgen.read.shared_context import SharedContext
from docgen.render.widths import columns, places

from .nodes import Node, askew, built, tables

ANNEXES = (
    "allowed-downtime", "caps", "composite-availability", "contact-directory", "dispute-path", "escalation-ladder",
    "escalation-levels", "indicator-sheets", "maintenance", "penalty-scales", "priorities", "priority-matrix",
    "raci-legend", "raci-load", "raci-matrix", "raci-notes", "raci-roles", "response-times", "timelines", "triggers",
    "windows",
)  # fmt: skip


@pytest.fixture(params=["pack", "small_pack"])
def any_pack(request: pytest.FixtureRequest) -> Pack:
    chosen: Pack = request.getfixturevalue(request.param)
    return chosen


def drawings(nodes: tuple[Node, ...]) -> Iterator[Figure]:
    for node in nodes:
        if isinstance(node, Figure):
            yield node
        elif isinstance(node, Sheet):
            yield from drawings(node.blocks)


@pytest.mark.parametrize("name", ANNEXES)
def test_a_block_says_what_it_prints(name: str) -> None:
    module = blocks.find(name)
    assert module is not None
    assert (module.__doc__ or "").strip()


@pytest.mark.parametrize("name", ANNEXES)
def test_tables_are_whole_and_drawings_have_words(any_pack: Pack, name: str) -> None:
    nodes = built(any_pack, name)
    assert nodes or name == "composite-availability"
    for table in tables(nodes):
        assert table.caption
        assert table.body
        assert len(table.widths) == columns(table)
        assert sum(table.widths) == pytest.approx(100)
        assert askew(table) == []
        for row in table.body:
            assert sum(cell.colspan for _, cell in places(row)) == columns(table)
    for figure in drawings(nodes):
        assert figure.caption
        assert len(figure.alternative) > 40


@pytest.mark.parametrize("name", ANNEXES)
def test_a_block_has_its_own_words_in_each_language(pack: Pack, context: SharedContext, name: str) -> None:
    english = built(replace(pack, locale=context.locales["en"]), name)
    assert english
    ours, theirs = ({table.caption for table in tables(nodes)} for nodes in (built(pack, name), english))
    assert not ours & theirs


def test_no_message_is_left_with_a_placeholder(any_pack: Pack) -> None:
    for name in ANNEXES:
        assert not re.search(r"\{[a-z_]+\}", repr(built(any_pack, name)))


def test_an_engagement_without_service_levels_prints_none(pack: Pack) -> None:
    sla = pack.engagement.sla
    bare = ServiceLevels(
        windows=(), on_call=frozenset(), maintenance=(), priorities=(), matrix=PriorityMatrix(()), impacts=(),
        urgencies=(), responses=(), sheets=(), scales=(), terms=sla.terms,
    )  # fmt: skip
    empty = replace(pack, engagement=replace(pack.engagement, sla=bare))
    for name in (
        "windows",
        "maintenance",
        "priorities",
        "priority-matrix",
        "response-times",
        "allowed-downtime",
    ):
        assert built(empty, name) == ()
    for name in ("indicator-sheets", "penalty-scales", "contact-directory"):
        assert built(empty, name) == ()
