"""Cover, history, contents, signatures, and the documents of the pack."""

from dataclasses import replace
from datetime import date

from docgen.assemble.assemble import assemble
from docgen.model.document import Contents, Cover, Paragraph, Signatures
from docgen.model.pack import Pack, Revision
from docgen.render.widths import plain

from .nodes import built, cells, rows, spaced, stating, tables

SECOND = Revision("1.1.0", date(2027, 6, 1), "Jo FABLE", "minor", ("première chose", "seconde chose"))


def cover(pack: Pack, kind: str) -> Cover:
    (node,) = built(pack, "cover", kind=kind)
    assert isinstance(node, Cover)
    return node


def test_the_cover_names_the_deal_and_both_parties(pack: Pack) -> None:
    page = cover(pack, "contract")
    assert page.title == "Contrat d’infogérance"
    assert page.subtitle == "Infogérance du système d’information de gestion et de production"
    assert [party.name for party in page.parties] == ["AURORE INDUSTRIES", "NUAGE & FILS INFOGÉRANCE"]
    client = [spaced(line) for line in page.parties[0].lines]
    assert client[0] == "société par actions simplifiée au capital de 12 000 000 €"
    assert client[2] == "100 000 009 RCS Lyon"
    assert "Camille EXEMPLE, présidente" in client[3]
    assert [spaced(value) for _, value in page.facts] == [
        "AUR-2026-014",
        "1.0.0-draft",
        "24 novembre 2026",
        "4 janvier 2027",
    ]
    assert (page.status, page.confidentiality) == ("Projet", "Diffusion restreinte aux Parties")


def test_the_cover_bears_the_date_of_its_version(pack: Pack) -> None:
    later = replace(pack, history=(*pack.history, SECOND))
    assert spaced(cover(later, "contract").facts[2][1]) == "1er juin 2027"


def test_the_cover_of_an_annex_bears_its_number(pack: Pack) -> None:
    annexes = {listed.id: listed.annex for listed in pack.listed}
    for kind in ("sla-annex", "escalation", "raci"):
        assert spaced(cover(pack, kind).kicker) == f"Annexe {annexes[kind]} au Contrat AUR-2026-014"
    assert cover(pack, "contract").kicker == "Dossier contractuel"
    assert "sans valeur contractuelle" in cover(pack, "change-log").kicker


def test_an_internal_document_says_so_on_its_cover_and_behind_every_page(pack: Pack) -> None:
    outline = replace(pack.outlines[0], kind="deviations", built="internal", order=99)
    released = replace(pack, outlines=(*pack.outlines, outline), draft=False)
    page = cover(released, "deviations")
    assert (page.status, page.confidentiality) == ("Document interne, à ne pas transmettre", "")
    (document,) = assemble(released, ("deviations",)).value
    assert (document.status, document.watermark) == ("Document interne, à ne pas transmettre", "INTERNE")


def test_a_party_without_capital_or_register_is_still_named(pack: Pack) -> None:
    bare = stating(stating(pack, "parties.client.capital", None), "parties.client.registry", None)
    lines = [spaced(line) for line in cover(bare, "contract").parties[0].lines]
    assert lines[0] == "société par actions simplifiée"
    assert lines[2] == "SIREN 100 000 009"
    unregistered = cover(stating(bare, "parties.client.siren", None), "contract").parties[0].lines
    assert len(unregistered) == 3


def test_a_release_is_stamped_as_such(pack: Pack) -> None:
    assert cover(replace(pack, draft=False), "contract").status == "Version de signature"


def test_the_history_goes_forward_and_the_change_log_back(pack: Pack) -> None:
    longer = replace(pack, history=(*pack.history, SECOND))
    forward = rows(built(longer, "history"))
    assert [row[0] for row in forward] == ["1.0.0-draft", "1.1.0"]
    assert forward[1] == (
        "1.1.0",
        "01/06/2027",
        "Jo FABLE",
        "mineure",
        "première chose | seconde chose",
    )
    assert rows(built(longer, "versions")) == forward[::-1]


def test_the_change_log_of_a_draft_says_that_it_binds_nobody(pack: Pack) -> None:
    *_, note = built(pack, "versions")
    assert isinstance(note, Paragraph)
    assert "n’engage aucune des Parties" in spaced(plain(note.inlines))
    assert len(built(replace(pack, draft=False), "versions")) == 1


def test_the_depth_of_the_contents_is_an_option(pack: Pack) -> None:
    assert built(pack, "contents") == (Contents("Sommaire", 2),)
    assert built(pack, "contents", depth=1) == (Contents("Sommaire", 1),)


def test_signatories_stand_in_their_boxes(pack: Pack) -> None:
    (node,) = built(pack, "signatures")
    assert isinstance(node, Signatures)
    assert "signature électronique avancée" in spaced(plain(node.introduction))
    values = [[spaced(value) for _, value in box.labels] for box in node.boxes]
    assert values == [
        ["Madame Camille EXEMPLE", "présidente", "", ""],
        ["Monsieur Mahé ROMANESQUE", "directeur général", "", ""],
    ]


def test_on_paper_the_introduction_names_what_the_engagement_states(pack: Pack) -> None:
    paper = stating(pack, "signature", {"mode": "paper", "place": "Lyon", "originals": 2})
    (node,) = built(paper, "signatures")
    assert isinstance(node, Signatures)
    assert spaced(plain(node.introduction)) == "Fait à Lyon, en 2 exemplaires originaux."
    dated = stating(paper, "signature.date", date(2026, 12, 15))
    (node,) = built(dated, "signatures")
    assert isinstance(node, Signatures)
    assert "le 15 décembre 2026, en 2" in spaced(plain(node.introduction))


def test_the_pack_lists_its_documents_with_their_clauses(pack: Pack) -> None:
    listed = {row[0]: row for row in rows(built(pack, "pack-documents"))}
    assert set(listed) == {spaced(pack.locale.typeset(pack.title(outline.kind))) for outline in pack.outlines}
    assert listed["Journal des modifications"][3] == "1"
    counted = sum(int(row[3]) for row in listed.values())
    assert counted == len(pack.chosen)


def test_deviations_are_listed_with_their_approval_and_without_the_reasons_of_one_party(
    pack: Pack, small_pack: Pack
) -> None:
    assert built(small_pack, "deviations") == ()
    clause = "penalites.plafond"
    position = {
        "clause": clause,
        "position": "fallback-1",
        "reason": "volume élevé",
        "approved_by": "finance",
    }
    text = replace(
        pack.chosen[clause], position="fallback-1", rationale="Risque moindre.", approver="finance"
    )
    standard = {name: replace(clause_, position="standard") for name, clause_ in pack.chosen.items()}
    deviating = replace(stating(pack, "positions", (position,)), chosen={**standard, clause: text})
    (row,) = rows(built(deviating, "deviations"))
    finance = "direction financière"
    assert (row[0], *row[2:]) == (spaced(text.title), "repli 1", "Risque moindre.", finance, finance)
    (row,) = rows(built(deviating, "deviations", reasons=True))
    assert row[4] == "volume élevé"
    (table,) = tables(built(deviating, "deviations", approvals=False))
    assert cells(table.head[0]) == ("Clause", "Place", "Position")


def test_a_deviation_without_approval_says_so(pack: Pack) -> None:
    clause = "penalites.plafond"
    text = replace(pack.chosen[clause], position="fallback-2", approver="direction")
    position = {"clause": clause, "position": "fallback-2", "reason": "volume élevé"}
    standard = {name: replace(clause_, position="standard") for name, clause_ in pack.chosen.items()}
    deviating = replace(stating(pack, "positions", (position,)), chosen={**standard, clause: text})
    (row,) = rows(built(deviating, "deviations"))
    assert row[4:] == ("direction générale", "approbation en attente")
