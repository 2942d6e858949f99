"""Deviations of a pack: which clauses, in what order, approved by whom."""

from dataclasses import replace
from typing import Any

from docgen.assemble.deviations import deviations
from docgen.model.pack import Pack
from docgen.read.engagement import shaped


def deviating(pack: Pack, **stated: dict[str, Any]) -> Pack:
    """The pack with clauses (`penalites__plafond`) at fallback-1, each with what the engagement states of it."""
    positions = tuple(
        {"clause": name.replace("__", "."), "position": "fallback-1", "reason": "x", **more}
        for name, more in stated.items()
    )
    values = {**pack.engagement.printed, "positions": positions}
    chosen = dict(pack.chosen)
    for item in positions:
        standard = pack.chosen[item["clause"]]
        made = replace(standard, position="fallback-1", title="Autre objet", rationale="", approver="")
        chosen[standard.id] = pack.library.find(standard.id, pack.locale.code, "fallback-1") or made
    ordered = {name: chosen[name] for name in pack.chosen}
    return replace(pack, engagement=shaped(values), chosen=ordered)


def test_a_pack_at_standard_has_none(small_pack: Pack) -> None:
    assert deviations(small_pack) == ()


def test_they_stand_in_the_order_of_the_documents(pack: Pack) -> None:
    found = deviations(deviating(pack, responsabilite__plafond={}, penalites__plafond={}))
    assert [deviation.clause for deviation in found] == ["penalites.plafond", "responsabilite.plafond"]
    assert [deviation.rank for deviation in found] == [1, 0]


def test_the_title_is_that_of_the_standard_text_unless_the_position_has_its_own(pack: Pack) -> None:
    titled = {
        deviation.clause: deviation.title
        for deviation in deviations(deviating(pack, penalites__plafond={}, objet__objet={}))
    }
    assert titled == {"penalites.plafond": "Plafonnement", "objet.objet": "Autre objet"}


def test_it_is_approved_by_the_role_that_must(pack: Pack) -> None:
    def approved(**stated: str) -> bool:
        (deviation,) = deviations(deviating(pack, penalites__plafond=stated))
        return deviation.approved

    assert approved(approved_by="finance")
    assert not approved(approved_by="legal")
    assert not approved()


def test_any_role_approves_a_position_that_names_none(pack: Pack) -> None:
    (deviation,) = deviations(deviating(pack, objet__objet={"approved_by": "legal"}))
    assert deviation.approver == ""
    assert deviation.approved
    (deviation,) = deviations(deviating(pack, objet__objet={}))
    assert not deviation.approved


def test_a_position_on_a_clause_that_the_pack_leaves_out_is_none(pack: Pack) -> None:
    whole = deviating(pack, penalites__plafond={})
    left_out = {name: clause for name, clause in whole.chosen.items() if name != "penalites.plafond"}
    assert deviations(replace(whole, chosen=left_out)) == ()
