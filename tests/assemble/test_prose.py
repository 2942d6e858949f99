"""The text of a clause becomes blocks; values are never read as Markdown."""

import json

import pytest

from docgen.assemble.prose import clause_blocks
from docgen.model.as_text import node_text
from docgen.model.document import (
    Block,
    Emphasis,
    LineBreak,
    Paragraph,
    Reference,
    Strong,
    Superscript,
    Text,
    Value,
)

from .small import clause, contract, resolved


def blocks(text: str, facts: str = "") -> tuple[Block, ...]:
    """The blocks of one clause with this text."""
    pack = resolved(clause("a.b", text), contract(("a", ["a.b"])), facts=facts)
    return clause_blocks(pack.chosen["a.b"], pack)


def lines(text: str, facts: str = "") -> list[str]:
    """The blocks of one clause as lines of text."""
    return [line for block in blocks(text, facts) for line in node_text(block).splitlines()]


def first(text: str, facts: str = "") -> tuple[object, ...]:
    """The inlines of the first paragraph."""
    paragraph = blocks(text, facts)[0]
    assert isinstance(paragraph, Paragraph)
    return paragraph.inlines


AS_TYPED = [
    "A*B <i>&",
    "**gras** _it_ `code`",
    "[lien](http://x.example)",
    "# titre",
    "1. liste",
    "> cité",
    "a &amp b &lt",
    "<script>alert(1)</script>",
    "\\*",
    "{{ parties.client.name }}",
    "{% raw %}",
    "[[objet.objet]]",
    "{{",
    "]]",
]


@pytest.mark.parametrize("name", AS_TYPED)
def test_a_value_prints_as_typed(name: str) -> None:
    facts = f"parties: {{client: {{name: '{name}'}}}}"
    assert first("Le client {{ parties.client.name }} **et {{ parties.client.name }}**.", facts) == (
        Text("Le client "),
        Value(name, "parties.client.name"),
        Text(" "),
        Strong((Text("et "), Value(name, "parties.client.name"))),
        Text("."),
    )


def test_a_value_alone_begins_no_list_and_no_heading() -> None:
    for name in ("1. x", "+ x", "# x", "* * *"):
        (paragraph,) = blocks("{{ parties.client.name }}", f"parties: {{client: {{name: '{name}'}}}}")
        assert isinstance(paragraph, Paragraph)
        assert paragraph.inlines == (Value(name, "parties.client.name"),)


@pytest.mark.parametrize("side", ["client", "provider"])
@pytest.mark.parametrize("name", ["L'Atelier d'Or", 'Société "Or"; fils', "Val-d'Oise 1er : Sud", "A - B..."])
def test_the_name_of_a_party_is_not_typeset(side: str, name: str) -> None:
    path = f"parties.{side}.name"
    facts = f"parties: {{{side}: {{name: {json.dumps(name)}}}}}"
    assert first(f"{{{{ {path} }}}} s'engage.", facts) == (Value(name, path), Text(" s’engage."))


def test_what_else_is_stated_of_a_party_is_typeset() -> None:
    facts = """parties: {client: {address: {street: "1 rue de l'Or ; Lyon"}}}"""
    path = "parties.client.address.street"
    assert first(f"{{{{ {path} }}}}", facts) == (Value("1 rue de l’Or\u202f; Lyon", path),)


def test_a_value_is_set_in_the_typography_of_the_language() -> None:
    (value,) = first("{{ contract.subject }}", """contract: {subject: "l'usage; dit \\"infogérance\\""}""")
    assert value == Value("l’usage\u202f; dit «\u00a0infogérance\u00a0»", "contract.subject")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("{{ term.initial }}", "36\u00a0mois"),
        ("{{ term.initial | words }}", "trente-six (36)\u00a0mois"),
        ("{{ payment.indemnity }}", "40,00\u00a0€"),
        ("{{ contract.date }}", "24\u00a0novembre\u00a02026"),
        ("{{ sla.credits.monthly_cap }}", "15\u00a0%"),
        ("{{ scope.families | list }}", "hébergement"),
        ("{{ computed.monthly_fee }}", "€"),
    ],
)
def test_a_value_is_shown_in_the_language_of_the_document(written: str, shown: str) -> None:
    (value,) = first(written)
    assert isinstance(value, Value)
    assert shown in value.text.replace("\u202f", "\u00a0")


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, "aucune étude"),
        (1, "une étude"),
        (4, "quatre (4) études"),
        (21, "vingt et une (21) études"),
    ],
)
def test_a_counted_noun_agrees_with_its_number(number: int, shown: str) -> None:
    (value,) = first(
        """{{ change.free_studies | count("aucune étude", "une étude", "# études") }}""",
        f"change: {{free_studies: {number}}}",
    )
    assert isinstance(value, Value)
    assert value.text.replace("\u202f", " ").replace("\u00a0", " ") == shown


def test_a_value_of_one_is_elided() -> None:
    assert lines("une durée de {{ term.initial | words }}", "term: {initial: 1 month}") == [
        "une durée d’un (1)\u00a0mois"
    ]
    assert lines("une durée de {{ term.initial | words }}", "term: {initial: 11 months}") == [
        "une durée de onze (11)\u00a0mois"
    ]


def test_a_list_of_values_in_a_sentence() -> None:
    (value,) = first("{{ scope.families | list }}", "scope: {families: [un, deux, trois]}")
    assert value == Value("un, deux et trois", "scope.families")


def test_a_list_of_values_as_items() -> None:
    assert lines("{{ scope.families | items }}", "scope: {families: ['un.', 'deux ;', 'trois*']}") == [
        " un\u202f;", " deux\u202f;", " trois*.",
    ]  # fmt: skip


def test_a_word_of_a_fixed_choice_is_printed_as_the_locale_calls_it() -> None:
    shown = lines(
        "{{ liability.carve_outs | items }}", "liability: {carve_outs: [bodily_injury, wilful_default]}"
    )
    assert shown == [" dommages corporels\u202f;", " dol ou faute dolosive."]


def test_a_value_that_is_absent_prints_nothing() -> None:
    assert lines("avant {{ benchmark.absent }}après") == ["avant après"]


def test_paragraphs_bold_italic_and_breaks() -> None:
    assert first("Un **gras *et italique*** fin  \nligne") == (
        Text("Un "),
        Strong((Text("gras "), Emphasis((Text("et italique"),)))),
        Text(" fin"),
        LineBreak(),
        Text("ligne"),
    )


def test_a_line_break_of_the_file_is_a_space() -> None:
    assert lines("un\ndeux\n   trois\r\nquatre") == ["un deux trois quatre"]


def test_lists_and_lists_inside() -> None:
    assert lines("Avant :\n\n1. un\n\n    1. dedans\n    2. encore\n\n2. deux\n\nAprès.") == [
        "Avant\u00a0:", " un", "   dedans", "   encore", " deux", "Après.",
    ]  # fmt: skip


def test_a_dashed_list() -> None:
    assert lines("- un\n- **deux** {{ law.governing }}") == [" un", " **deux** droit français"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("# Titre", "# Titre"),
        ("Titre\n=====", "Titre ====="),
        ("> cité", "> cité"),
        ("    code", "code"),
        ("`code`", "`code`"),
        ("[lien](http://a.example)", "[lien](http://a.example)"),
        ("![image](a.png)", "![image](a.png)"),
        ("<b>gras</b> &amp <br>", "<b>gras</b> &amp <br>"),
        ("<div>\nbloc\n</div>", "<div> bloc </div>"),
        ("<https://a.example>", "<https://a.example>"),
        ("un\n\n---\n\ndeux", "---"),
        ("[a]: http://a.example", "http://a.example"),
    ],
)
def test_what_a_clause_has_no_use_for_stays_text(written: str, shown: str) -> None:
    text = "\n".join(lines(written)).replace("\u00a0", " ").replace("\u202f", " ")
    assert shown in text


def test_a_backslash_frees_a_sign() -> None:
    assert first("deux \\* trois \\_") == (Text("deux * trois _"),)


def test_typography_sees_the_paragraph_as_one_text() -> None:
    assert first('Le "**Client**" dit : "oui"') == (
        Text("Le «\u00a0"),
        Strong((Text("Client"),)),
        Text("\u00a0» dit\u00a0: «\u00a0oui\u00a0»"),
    )


def test_an_ordinal_is_raised() -> None:
    assert Superscript("er") in first("le 1er janvier")


def test_a_reference_keeps_its_place() -> None:
    text = "Voir l'[[objet.objet]] et le numéro [[article:objet|number]], [[document:contract]]."
    found = [inline for inline in first(text) if isinstance(inline, Reference)]
    assert [(reference.target, reference.bare) for reference in found] == [
        ("objet.objet", False),
        ("article:objet", True),
        ("document:contract", False),
    ]
    assert tuple(found[0].span) == ("clauses/a/b.fr.md", 6, 8, 23)
    assert found[1].span.column == text.index("[[article") + 1


def test_an_empty_clause_has_no_block() -> None:
    assert blocks("\n  \n") == ()
