"""Ladder, levels, timelines, triggers, directory, path of a dispute."""

from dataclasses import replace
from datetime import date

from docgen.assemble.blocks.contact_directory import levels_of
from docgen.assemble.blocks.dispute_path import Step, longest
from docgen.model.document import Item, ItemList, Link, Paragraph, Reference
from docgen.model.pack import Pack
from docgen.render.widths import plain
from docgen.text.quantities import Duration, Unit

from .nodes import built, cells, figures, rows, spaced, stating, tables


def items(pack: Pack) -> tuple[Item, ...]:
    (steps,) = [node for node in built(pack, "dispute-path") if isinstance(node, ItemList)]
    return steps.items


def text(item: Item) -> str:
    (block,) = item.blocks
    assert isinstance(block, Paragraph)
    return spaced(plain(block.inlines))


def test_the_ladder_tells_every_level(pack: Pack) -> None:
    (figure,) = figures(built(pack, "escalation-ladder"))
    said = spaced(figure.alternative)
    assert (
        "Niveau hiérarchique H1, Coordination du support : Responsable du centre de services pour le Prestataire"
        in said
    )
    assert "saisine P1 4 h, P2 12 h, P3 50 h, P4 200 h." in said
    assert "Niveau fonctionnel N1, Centre de services : premier saisi." in said
    for level in (*pack.engagement.escalation.levels, *pack.engagement.escalation.functional):
        assert f">{level.id}</text>" in figure.svg


def test_levels_with_people_of_both_sides(pack: Pack) -> None:
    who, when = tables(built(pack, "escalation-levels", axis="hierarchical"))
    assert cells(who.body[1]) == (
        "H2 | Livraison des services",
        "Coordonne les équipes, informe le Client et réunit la cellule de crise restreinte | Rend compte au COSUI",
        "Dany PARABOLE | responsable de la livraison des services (SDM) | Kim LÉGENDE | responsable adjointe de la livraison des services",
        "Andrea CANEVAS | responsable du Service pour le Client | Ange CROQUIS | adjoint au responsable de la production informatique",
        "30 min",
    )
    assert cells(when.body[4]) == ("H5 – Directions générales", "4 h", "12 h", "50 h", "200 h")


def test_functional_levels_leave_out_the_delays_of_the_first(pack: Pack) -> None:
    who, when = tables(built(pack, "escalation-levels", axis="functional"))
    assert len(who.body) == 4
    assert [cells(row)[0] for row in when.body] == [
        "N2 – Équipes techniques",
        "N3 – Experts",
        "N4 – Sous-Traitants",
    ]
    assert cells(when.body[2])[1] == "90 min"


def test_without_an_axis_both_stand(pack: Pack) -> None:
    assert len(list(tables(built(pack, "escalation-levels")))) == 4


def test_the_timeline_is_in_order_of_time(pack: Pack) -> None:
    lines = rows(built(pack, "timelines"))
    assert lines[0] == ("P1 critique – délais comptés dans la fenêtre : Toute heure et tout jour",)
    assert lines[1] == ("15 min", "H1 Coordination du support ; N2 Équipes techniques ; échéance de la GTI")
    assert ("8 h", "Échéance de la GTI") in lines  # P4: nobody is called yet
    (figure,) = figures(built(pack, "timelines"))
    assert "P2 haute : N2 30 min, GTI 30 min" in spaced(figure.alternative)


def test_triggers_name_their_level(pack: Pack) -> None:
    lines = rows(built(pack, "triggers"))
    assert len(lines) == len(pack.engagement.escalation.triggers)
    assert lines[1] == (
        "Incident de Sécurité avéré ou violation de Données à Caractère Personnel", "H3 – Direction de l’exploitation", "1 h",
    )  # fmt: skip


def test_everybody_stands_once_in_the_directory(pack: Pack) -> None:
    lines = [line for line in rows(built(pack, "contact-directory")) if len(line) > 1]
    assert sorted(line[0] for line in lines) == sorted(
        spaced(person.name) for person in pack.engagement.people
    )
    kim = next(line for line in lines if line[0] == "Kim LÉGENDE")
    assert kim == (
        "Kim LÉGENDE", "Responsable adjointe de la livraison des services", "H2",
        "+33 4 65 71 20 31 | +33 6 39 98 01 31", "kim.legende@nuage.example", "Dany PARABOLE",
    )  # fmt: skip


def test_numbers_and_mailboxes_are_links(pack: Pack) -> None:
    links = {
        inline.url
        for table in tables(built(pack, "contact-directory"))
        for row in table.body
        for cell in row.cells
        for inline in cell.inlines
        if isinstance(inline, Link)
    }
    assert {"tel:+33465712031", "tel:+33639980131", "mailto:kim.legende@nuage.example"} <= links


def test_a_person_on_both_axes_has_both_levels(pack: Pack) -> None:
    assert levels_of(pack, "chef-centre-services") == ("N1", "H1")
    assert levels_of(pack, "facturation") == ()


def test_who_has_left_is_not_listed(pack: Pack) -> None:
    people = tuple(
        replace(person, valid_to=date(2026, 1, 31)) if person.id == "facturation" else person
        for person in pack.engagement.people
    )
    changed = replace(pack, engagement=replace(pack.engagement, people=people))
    assert "Swann RÉCIT" not in [line[0] for line in rows(built(changed, "contact-directory"))]


def test_the_path_has_its_steps_delays_and_clauses(pack: Pack) -> None:
    said = [text(item) for item in items(pack)]
    assert said[0].startswith(
        "Négociation opérationnelle : les responsables désignés de chaque Partie recherchent un accord, pendant 10 jours"
    )
    assert "la médiation dure 60 jours" in said[3]
    assert "un expert remet son avis dans un délai de 25 jours" in said[4]
    assert said[5].endswith("seule compétente : tribunal des activités économiques de Lyon.")
    assert all(one.endswith(" ;") for one in said[:-1])
    targets = [
        inline.target
        for item in items(pack)
        for block in item.blocks
        for inline in block.inlines
        if isinstance(inline, Reference)
    ]  # type: ignore[union-attr]
    assert targets == ["litiges.etapes"] * 3 + ["litiges.mediation", "litiges.expertise"]


def test_a_path_refers_only_to_clauses_of_the_pack(pack: Pack) -> None:
    chosen = {name: clause for name, clause in pack.chosen.items() if not name.startswith("litiges")}
    assert "Reference(" not in repr(built(replace(pack, chosen=chosen), "dispute-path"))


def test_a_path_to_arbitration_without_mediation(pack: Pack) -> None:
    changed = stating(stating(pack, "disputes.mediation", None), "disputes.forum", "arbitration")
    changed = stating(
        changed, "disputes.arbitration", {"rules": "règlement du CMAP", "seat": "Paris", "arbitrators": 3}
    )
    said = [text(item) for item in items(changed)]
    assert len(said) == 5
    assert said[-1].endswith("tranché par arbitrage : règlement du CMAP, siège à Paris.")
    (figure,) = figures(built(changed, "dispute-path"))
    assert "Médiation" not in figure.alternative


def test_the_length_of_the_path_counts_calendar_days_only() -> None:
    def step(amount: int, unit: Unit) -> Step:
        return Step("operational", Duration(amount, unit), {}, "")

    assert longest((step(10, Unit.DAY), step(15, Unit.DAY))) == Duration(25, Unit.DAY)
    assert longest((step(10, Unit.DAY), step(15, Unit.BUSINESS_DAY))) is None
