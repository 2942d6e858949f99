"""A clause as sentences: one on each line, and those in which words changed."""

from docgen.history.sentences import changed_metadata, changed_sentences, one_a_line, parted
from docgen.model.changes import Op

FRONT = "id: a.b\ntitle: A\n"
CLAUSE = f"---\n{FRONT}---\nUne phrase. Une autre ! Et la dernière ?\n\nUn second alinéa.\n"


def shown(old: str, new: str) -> list[str]:
    """The changed sentences, what went in brackets and what came in braces; a space goes with its word."""
    signs = {Op.SAME: ("", ""), Op.REMOVED: ("[", "]"), Op.ADDED: ("{", "}")}
    return [
        "".join(f"{signs[run.op][0]}{run.text}{signs[run.op][1]}" for run in line).strip()
        for line in changed_sentences(old, new)
    ]


def test_a_file_is_its_front_matter_and_its_text() -> None:
    assert parted("---\nid: a\n---\nTexte.\n") == ("id: a\n", "Texte.\n")
    assert parted("---  \r\nid: a\r\n---\t\r\nTexte.\r\n") == ("id: a\r\n", "Texte.\r\n")
    assert parted("Texte.\n---\nid: a\n---\n") == ("", "Texte.\n---\nid: a\n---\n")
    assert parted("---\nid: a\n") == ("", "---\nid: a\n"), "without its end it is text"
    assert parted("---\nid: a\n---\nUn.\n---\nDeux.\n") == ("id: a\n", "Un.\n---\nDeux.\n")


def test_a_sentence_stands_on_each_line() -> None:
    assert one_a_line(CLAUSE) == (
        f"---\n{FRONT}---\nUne phrase.\nUne autre !\nEt la dernière ?\n\nUn second alinéa.\n"
    )
    assert one_a_line("Une phrase. Une autre.\n") == "Une phrase.\nUne autre.\n"


def test_a_sentence_ends_before_a_capital_a_quotation_or_a_bracket() -> None:
    assert one_a_line("Fin. Écrit. « Ainsi ». [[a.b]] suit… (Note)\n").splitlines() == [
        "Fin.",
        "Écrit.",
        "« Ainsi ».",
        "[[a.b]] suit…",
        "(Note)",
    ]
    assert one_a_line("Voir art. premier, p. 4 et M. dit.\n") == "Voir art. premier, p. 4 et M. dit.\n"


def test_the_number_of_an_item_ends_no_sentence() -> None:
    assert one_a_line("1. Premier cas\n").splitlines() == ["1. Premier cas"]
    assert one_a_line("12. Douzième cas\n").splitlines() == ["12. Douzième cas"]
    assert one_a_line("Au nombre de 5. Ensuite\n").splitlines() == ["Au nombre de 5.", "Ensuite"]


def test_only_the_sentence_that_changed_is_shown() -> None:
    old = "Le délai est de 5 jours. Le reste demeure. La fin aussi.\n"
    assert shown(old, old.replace("5 jours", "8 jours")) == ["Le délai est de[ 5]{ 8} jours."]
    assert shown(old, old) == []


def test_changes_of_two_paragraphs_stand_on_two_lines() -> None:
    old = "Un alinéa rouge.\n\nUn alinéa entre eux.\n\nUn alinéa vert.\n"
    assert shown(old, old.replace("rouge", "bleu").replace("vert", "gris")) == [
        "Un alinéa[ rouge]{ bleu}.",
        "Un alinéa[ vert]{ gris}.",
    ]


def test_a_text_that_comes_or_goes_is_shown_whole() -> None:
    assert shown("", "Une phrase. Une autre.\n") == ["{Une phrase.}", "{Une autre.}"]
    assert shown("Une phrase.\n", "") == ["[Une phrase.]"]
    assert shown("\n", "") == []


def test_lines_of_front_matter_that_went_or_came() -> None:
    assert [*changed_metadata("id: a\ntitle: A\nowner: x\n", "id: a\ntitle: B\nowner: x\n")] == [
        "-title: A",
        "+title: B",
    ]
    assert [*changed_metadata("", "id: a\n")] == ["+id: a"]
    assert [*changed_metadata("id: a\n", "id: a\n")] == []
