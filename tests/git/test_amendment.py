"""The amendment of a signed contract: when it can be made, what it says, its number, and that it comes back to the byte."""

import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from .conftest import FACTS, OBJECT, SharedContext

ROOT = Path(__file__).parents[2]
OUTLINE = "templates/outlines/amendment.yaml"
REQUEST = ("build", "demo", "--only", "amendment")


def lay_out(context: SharedContext) -> None:
    """The outline and the clauses of an amendment, with references that the small contract can follow."""
    shutil.copy(ROOT / OUTLINE, context.root / OUTLINE)
    shutil.copytree(ROOT / "clauses/avenant", context.root / "clauses/avenant")
    for path in (context.root / "clauses/avenant").glob("*.md"):
        text = (
            path.read_text("utf-8")
            .replace("l'[[documents.modification]]", "l'[[documents.liste]]")
            .replace("l'[[article:preuve]]", "l'[[article:objet]]")
        )
        path.write_text(text, "utf-8")
    context.commit("amendments")


@pytest.fixture
def signed(context: SharedContext) -> SharedContext:
    """Released as 1.0.0 with an outline of amendments, and signed."""
    lay_out(context)
    context.release()
    context.does("mark-signed", "demo@1.0.0", "--date", "2026-12-18")
    context.commit("signed")
    return context


def amend(
    context: SharedContext, old: str = "Les Parties conviennent", new: str = "Les deux Parties conviennent"
) -> None:
    """A change of the text of a clause, which the engagement takes."""
    context.replace(OBJECT, old, new)
    context.commit("text")
    context.does("upgrade", "demo")
    context.commit("upgrade")


def text(context: SharedContext, version: str) -> str:
    reader = PdfReader(context.root / f"outputs/demo/{version}/amendment.pdf")
    return " ".join("\n".join(page.extract_text() for page in reader.pages).replace("\u00a0", " ").split())


def test_nothing_released_is_nothing_to_amend(context: SharedContext) -> None:
    lay_out(context)
    assert "error[DG634]: nothing was released" in context.refuses(*REQUEST)


def test_a_contract_that_is_not_signed_cannot_be_amended(signed: SharedContext) -> None:
    amend(signed)
    signed.git("revert", "--no-edit", "HEAD~2")  # the signature
    refused = signed.refuses(*REQUEST)
    assert "error[DG634]: release 1.0.0 is not signed" in refused
    assert "docgen mark-signed demo@1.0.0" in refused


def test_what_is_not_major_needs_none(signed: SharedContext) -> None:
    assert "error[DG634]: no amendment is needed" in signed.refuses(*REQUEST)


def test_an_amendment_shows_both_wordings(signed: SharedContext) -> None:
    amend(signed)
    signed.does(*REQUEST)
    said = text(signed, "2.0.0-draft")
    assert "Avenant n° 1" in said
    assert "signé le 18 décembre 2026, dans sa version 1.0.0" in said
    assert "La stipulation suivante est remplacée : article 2 du Contrat." in said
    assert (
        said.index("Rédaction antérieure")
        < said.index("Les Parties conviennent")
        < said.index("Nouvelle rédaction")
        < said.index("Les deux Parties conviennent")
    )
    assert "prend effet à la date de la dernière signature" in said


def test_the_date_of_effect_and_the_reasons_are_those_of_the_engagement(signed: SharedContext) -> None:
    signed.write(
        FACTS,
        signed.read(FACTS) + "amendment:\n  effective: 2027-07-01\n  reasons: [le périmètre s'est étendu]\n",
    )
    amend(signed)
    signed.does(*REQUEST)
    said = text(signed, "2.0.0-draft")
    assert "prend effet le 1er juillet 2027" in said.replace("1 er", "1er")
    assert "le périmètre s’est étendu" in said


def test_the_amendment_in_preparation_is_no_change_of_the_contract(signed: SharedContext) -> None:
    signed.write(FACTS, signed.read(FACTS) + "amendment:\n  reasons: [le périmètre s'est étendu]\n")
    assert "Rien n’a changé" in signed.does("diff", "demo")


def test_a_major_release_holds_its_amendment_to_the_byte(signed: SharedContext) -> None:
    amend(signed)
    assert signed.release() == "2.0.0"
    made = signed.pack("2.0.0")
    assert "amendment.pdf" in made
    assert "amendment" in {entry["kind"] for entry in signed.lock("2.0.0")["files"]}
    assert "PROJET" not in text(signed, "2.0.0")
    signed.clear()
    signed.does("build", "demo@2.0.0")
    assert signed.pack("2.0.0") == made


@pytest.mark.deep
def test_amendments_are_numbered_in_sequence(signed: SharedContext) -> None:
    amend(signed)
    signed.release()
    amend(signed, "Les deux Parties", "Toutes les Parties")
    assert "error[DG634]: release 2.0.0 is not signed" in signed.refuses(*REQUEST)
    signed.does("mark-signed", "demo@2.0.0", "--date", "2027-02-01")
    signed.commit("signed")
    signed.does(*REQUEST)
    said = text(signed, "3.0.0-draft")
    assert "Avenant n° 2" in said
    assert "Avenant n° 1 version 2.0.0, signé le 1er février 2027" in said.replace("1 er", "1er"), (
        "it refers to the one before it"
    )


@pytest.mark.deep
def test_the_other_documents_do_not_know_of_the_amendment(signed: SharedContext) -> None:
    amend(signed)
    signed.does("build", "demo")
    before = signed.pack("2.0.0-draft")["contract.pdf"]
    signed.clear()
    signed.does("build", "demo", "--only", "amendment", "--only", "contract")
    assert signed.pack("2.0.0-draft")["contract.pdf"] == before


def test_a_redline_is_made_by_diff(signed: SharedContext) -> None:
    result = signed.docgen("build", "demo", "--only", "redline")
    assert result.exit_code == 2
    assert "docgen diff" in result.output


def test_a_change_of_payment_names_the_value(signed: SharedContext) -> None:
    signed.write(FACTS, signed.read(FACTS) + "payment:\n  term: 45 days\n")
    signed.commit()
    signed.does(*REQUEST)
    said = text(signed, "2.0.0-draft")
    assert "Paiement › Délai de paiement" in said
