"""The record that a lock keeps, and CHANGELOG.md as it is written from it."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from docgen.assemble.value_titles import title_of
from docgen.history.changelog import changelog
from docgen.history.record import notes
from docgen.model.changes import ChangeClass, Note, Op, Run
from docgen.model.markup import marked, unmarked
from docgen.model.pack import Revision

from ..assemble.small import clause, contract
from .comparisons import compared

LOCALE = compared().new.pack.locale
RUNS = st.lists(
    st.builds(Run, st.sampled_from(Op), st.text("ab [-]{+}\\\n", min_size=1, max_size=8)), max_size=6
)


def told(*changes: Note, level: str = "major", documents: tuple[str, ...] = ()) -> str:
    """The log of two versions, the second of which has these changes."""
    first = Revision("1.0.0", date(2026, 12, 1), "Jo EXEMPLE", "major", ("Signature",))
    second = Revision(
        "2.0.0", date(2027, 6, 1), "Jo EXEMPLE", level, ("Le Client l’a *demandé*.",), changes, documents
    )
    return re.sub(
        "[\u00a0\u202f]", " ", changelog("Un <dossier>", (first, second), LOCALE, {"contract": "Contrat"})
    )


def test_the_latest_version_stands_first() -> None:
    text = told()
    assert text.startswith("# Journal des modifications – Un \\<dossier\\>\n")
    assert text.index("## [2.0.0] - 2027-06-01") < text.index("## [1.0.0] - 2026-12-01")
    assert "- Le Client l’a \\*demandé\\*." in text


def test_a_value_that_came_or_went_has_a_dash_on_the_other_side() -> None:
    def line(old: str, new: str) -> str:
        text = told(
            Note("value", "fee", "Le *prix*", ChangeClass.OPERATIONAL, old=old, new=new), level="minor"
        )
        return next(line for line in text.splitlines() if "`fee`" in line)

    assert line("", "2") == "- Le \\*prix\\* (`fee`): – → 2 – mise à jour opérationnelle"
    assert line("1", "") == "- Le \\*prix\\* (`fee`): 1 → – – mise à jour opérationnelle"


def test_the_file_ends_with_one_line_end_and_says_who_wrote_it() -> None:
    text = told()
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert text.splitlines()[1:3] == ["", LOCALE.text("changelog.written")]
    assert changelog("x", (), LOCALE, {}).endswith(LOCALE.text("changelog.written") + "\n")


def test_documents_are_called_by_their_titles() -> None:
    assert "Contrat, raci" in told(documents=("contract", "raci"))


def test_what_happened_stands_under_the_headings_of_keep_a_changelog() -> None:
    changes = compared(
        clause("objet.objet", "Le contrat a deux objets.", "Objet"),
        clause("objet.note", "Une note.", "Note", change=ChangeClass.EDITORIAL),
        contract(("objet", ["objet.objet", "objet.note"]), extra="cited_as: {fr: du Contrat}"),
        facts="sla:\n  credits:\n    monthly_cap: 20 %",
        old_facts="sla:\n  credits:\n    monthly_cap: 15 %",
    ).changes
    text = told(*notes(changes), documents=changes.documents)
    added, changed, removed = (text.index(f"\n### {title}\n") for title in ("Ajouté", "Modifié", "Supprimé"))
    assert added < text.index("- 1.2 Note (`objet.note`) – ajouté – rédactionnel") < changed
    assert (
        changed
        < text.index(
            "(`objet.objet`) – modifié – avenant nécessaire: Le contrat a ~~un objet~~ **deux objets**."
        )
        < removed
    )
    assert changed < text.index("(`sla.credits.monthly_cap`): 15 % → 20 % – avenant nécessaire") < removed
    assert removed < text.index("- 2 Plafond (`penalites.plafond`) – supprimé – avenant nécessaire")
    assert "Un avenant est nécessaire." in text
    assert "Documents touchés : Contrat." in text


def test_the_first_version_speaks_of_no_amendment() -> None:
    assert "avenant" not in told().lower()


def test_a_minor_version_needs_no_amendment() -> None:
    text = told(
        Note("value", "notices.client", "Adresse", ChangeClass.OPERATIONAL, old="a", new="b"), level="minor"
    )
    assert "Version mineure, établie par Jo EXEMPLE. Aucun avenant n’est nécessaire." in text


def test_a_note_keeps_what_changed_of_each_kind() -> None:
    moved = compared(
        contract(("penalites", ["penalites.plafond", "objet.objet"]), extra="cited_as: {fr: du Contrat}")
    )
    assert [(note.kind, note.subject, note.old, note.new) for note in notes(moved.changes)] == [
        ("moved", "objet.objet", "1", "1.2")
    ]
    titled = compared(clause("objet.objet", "Le contrat a un objet.", "But"))
    assert [(note.kind, note.old, note.new) for note in notes(titled.changes)] == [
        ("retitled", "Objet", "But")
    ]


def test_what_follows_from_other_values_is_not_kept() -> None:
    changes = compared(facts="liability:\n  cap: 120 %", old_facts="liability:\n  cap: 110 %").changes
    assert "computed.liability_cap" in {value.path for value in changes.values}
    assert [note.subject for note in notes(changes)] == ["liability.cap"]


def test_a_clause_that_came_keeps_no_text_of_its_own() -> None:
    """It stands in the document of the version itself."""
    added = compared(
        clause("objet.note", "Une note.", "Note"),
        contract(
            ("objet", ["objet.objet", "objet.note"]),
            ("penalites", ["penalites.plafond"]),
            extra="cited_as: {fr: du Contrat}",
        ),
    )
    assert [(note.kind, note.words) for note in notes(added.changes)] == [("added", "")]


@given(RUNS)
def test_marked_words_are_read_back(runs: list[Run]) -> None:
    joined = [
        run
        for index, run in enumerate(runs)
        if not (index and run.op is Op.SAME and runs[index - 1].op is Op.SAME)
    ]
    assert unmarked(marked(tuple(joined))) == tuple(joined)


def test_titles_name_groups_items_and_tables() -> None:
    names = {"services[support]": "Support"}
    assert (
        title_of("services[support].monthly_fee", LOCALE.words, names, "x")
        == "Services › Support › Redevance mensuelle"
    )
    assert title_of("services[autre].name", LOCALE.words, names, "x") == "Services › autre › Nom"
    assert (
        title_of("escalation.levels[H1].delays.P2", LOCALE.words, {}, "x")
        == "Escalade › Niveaux hiérarchiques › H1 › Délai › P2"
    )
    assert title_of("unheard.of", LOCALE.words, {}, "declared") == "declared"
