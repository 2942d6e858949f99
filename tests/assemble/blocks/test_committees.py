"""Committees and contacts."""

from docgen.model.document import Link, Sheet
from docgen.model.pack import Pack

from .nodes import built, facts, figures, rows, spaced, tables


def test_every_committee_has_a_line_and_a_sheet(pack: Pack) -> None:
    nodes = built(pack, "committees")
    acronyms = {committee.acronym for committee in pack.engagement.governance.committees}
    sheets = [node for node in nodes if isinstance(node, Sheet)]
    assert len(sheets) == len(acronyms)
    overview = [row for row in rows(nodes) if row[0] in acronyms]
    assert [row[0] for row in overview] == ["COSTRAT", "COPIL", "COSEC", "COPROJ", "COTECH", "COSUI", "CAB"]
    assert overview[1][1:] == ("Comité de pilotage", "pilotage", "mensuel (troisième mardi)", "COSTRAT")
    assert overview[0][4] == "aucun"


def test_a_sheet_names_chair_and_members_of_both_parties(pack: Pack) -> None:
    sheet = next(
        node
        for node in built(pack, "committees")
        if isinstance(node, Sheet) and node.anchor == "committee-copil"
    )
    lines = facts((sheet,))
    assert lines["Réunions"] == "mensuel (troisième mardi), durée 90 min"
    assert lines["Présidence"].startswith("Claude MODÈLE, responsable de la production informatique (Client)")
    client, provider = lines["Membres"].split(" | ")
    assert client.startswith("Client : ")
    assert provider.startswith("Prestataire : ")
    assert "directeur de compte" in provider


def test_the_drawing_of_committees_is_told_in_words(pack: Pack) -> None:
    (figure,) = figures(built(pack, "committees"))
    words = spaced(figure.alternative)
    assert "Comité stratégique : niveau stratégique, semestriel." in words
    assert "Comité de sécurité : niveau pilotage, trimestriel, rend compte au COPIL." in words
    assert all(committee.acronym in figure.svg for committee in pack.engagement.governance.committees)


def test_contacts_can_be_called_and_written_to(pack: Pack) -> None:
    nodes = built(pack, "contacts")
    lines = {row[0]: row[1:] for row in rows(nodes)}
    assert list(lines) == [
        "Contrat",
        "Livraison des Services",
        "Sécurité",
        "Protection des données",
        "Facturation",
    ]
    assert "Dany PARABOLE" in lines["Livraison des Services"][1]
    (table,) = tables(nodes)
    links = [
        inline.url
        for row in table.body
        for cell in row.cells
        for inline in cell.inlines
        if isinstance(inline, Link)
    ]
    assert "tel:+33465712030" in links
    assert "mailto:dany.parabole@nuage.example" in links
    assert len(links) == 4 * len(table.body)
