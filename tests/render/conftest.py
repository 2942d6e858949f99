"""A document with every type of node, with the hostile and the large cases, printed once for all tests."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from docgen.model.brand import Brand, Logo
from docgen.model.document import (
    Block,
    Callout,
    Cell,
    Contents,
    Cover,
    Definition,
    Division,
    Document,
    Emphasis,
    Figure,
    Glossary,
    Inline,
    Item,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    Party,
    Reference,
    Row,
    Sheet,
    SignatureBox,
    Signatures,
    Strong,
    Superscript,
    Table,
    Text,
    Value,
)
from docgen.render.binder import Bound, bind
from docgen.render.html import PageTemplates, to_html
from docgen.render.pdf import PdfOptions, to_pdf
from docgen.text.diagnostics import Diagnostic
from docgen.text.source import Span

TEMPLATES = Path(__file__).parents[2] / "templates"
PAGE = PageTemplates.of({p.name: p.read_text("utf-8") for p in (TEMPLATES / "page").iterdir()})
FONTS = {f"fonts/{p.name}": p.read_bytes() for p in (TEMPLATES / "fonts").glob("*.ttf")}

HOSTILE = 'A*B <i>&amp; "C" \\ </style><script>alert(1)</script> {{ 7 }}'
LONG = "anticonstitutionnellement" * 4
LOGO = Logo(
    b'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20"><rect width="20" height="20"/></svg>',
    "image/svg+xml",
    "Infogérance Imaginaire",
)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="0 0 640 120" width="169.3mm" height="31.7mm">'
    '<rect class="fill2" x="10" y="20" width="300" height="40"/><rect class="accent" x="320" y="20" width="120" '
    'height="40"/><text class="ink t2" x="10" y="90">Heures ouvrées 08:00–18:00</text></svg>'
)
PROSE = (
    "Le Prestataire assure l’exploitation, la supervision et le maintien en condition opérationnelle du périmètre "
    "confié, dans le respect des niveaux de service convenus et des règles de sécurité du Client ; il alerte le "
    "Client sans délai de tout événement de nature à compromettre la continuité du service."
)


def t(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def p(text: str, number: str = "", role: str = "") -> Paragraph:
    return Paragraph(t(text), number, role)


def c(text: str, header: bool = False, **look: object) -> Cell:
    return Cell(t(text), header, **look)  # type: ignore[arg-type]


def row(*texts: str) -> Row:
    return Row((c(texts[0], True), *map(c, texts[1:])))


def reference(text: str, anchor: str, document: str = "contract") -> Reference:
    return Reference("x", Span("clauses/x.md"), text=text, anchor=anchor, document=document)


CLIENT = Party(
    "Le Client", "Manufacture Fictive du Val SAS", ("10 rue de l’Exemple", "69000 Lyon", "SIREN 000 000 000")
)
PROVIDER = Party(
    "Le Prestataire", "Infogérance Imaginaire SA", ("2 quai Inventé", "75000 Paris", "SIREN 111 111 111")
)
COVER = Cover(
    "Contrat d’infogérance",
    "Contrat-cadre de services d’infogérance",
    "Exploitation, supervision et support des infrastructures et des postes de travail",
    (CLIENT, PROVIDER),
    (
        ("Référence", "MFV-2026-014"),
        ("Version", "1.2.0-draft"),
        ("Date", "12 mars 2026"),
        ("Durée", "36 mois"),
    ),
    "Projet",
    "Document confidentiel : réservé aux Parties et à leurs conseils.",
)
HISTORY = Table(
    "Historique des versions",
    (Row((c("Version", True), c("Date", True), c("Objet", True), c("Auteur", True))),),
    (
        row("1.0.0", "02/01/2026", "Première version signée", "Direction des services"),
        row("1.1.0", "15/02/2026", "Extension des plages de service au samedi", "Direction juridique"),
        row("1.2.0", "12/03/2026", "Projet soumis au Client", "Direction des services"),
    ),
)
LISTS = ItemList(
    (
        Item(
            (
                p("le premier cas, avec deux sous-cas :"),
                ItemList(
                    (
                        Item((p("le sous-cas un ;"),), "(i)"),
                        Item(
                            (
                                p(
                                    "le sous-cas deux, dont le texte est assez long pour passer sur une deuxième ligne et montrer l’alignement ;"
                                ),
                            ),
                            "(ii)",
                        ),
                    ),
                    True,
                ),
            ),
            "a)",
        ),
        Item((p("le deuxième cas ;"), p("Un second alinéa du même cas.")), "b)"),
        Item((p("le troisième cas."),), "c)"),
    ),
    True,
)
DASHES = ItemList(
    (Item((p("une obligation de moyens ;"),), "–"), Item((p("une obligation de résultat."),), "–"))
)
SERVICES = Table(
    "Niveaux de service",
    (
        Row(
            (
                c("Indicateur", True),
                c("Mesure", True),
                c("Cible", True, align="right"),
                c("Pénalité", True, align="right"),
            )
        ),
    ),
    (
        Row((c("Disponibilité", True, colspan=4),), group=True),
        *(
            Row(
                (
                    c(f"Service applicatif n° {i}", True),
                    c("Sonde toutes les 5 minutes depuis deux points"),
                    c("≥ 99,9 %", align="right"),
                    c("2 % par tranche", align="right"),
                )
            )
            for i in range(1, 23)
        ),
        Row((c("Délais", True, colspan=4),), group=True),
        *(
            Row(
                (
                    c(f"GTI de priorité {i}", True, tone=f"p{i}"),
                    c(f"Horodatage du ticket, {LONG[:30]}"),
                    c(f"≤ {i * 15} min", align="right"),
                    c("150,00 € par heure", align="right"),
                )
            )
            for i in range(1, 5)
        ),
        *(
            Row(
                (
                    c(f"GTR de priorité {i}", True),
                    c("Horodatage du ticket"),
                    c(f"≤ {i * 4} h", align="right"),
                    c("1 % →", align="right"),
                )
            )
            for i in range(1, 15)
        ),
        Row(
            (
                c("Total", True, tone="total"),
                c("", tone="total"),
                c("", tone="total"),
                c("12 500,00 €", tone="total", align="right"),
            )
        ),
    ),
    (3, 4, 2, 2),
)
FACTS = Table(
    "",
    (),
    tuple(
        Row((c(a, True), c(b)))
        for a, b in (
            ("Forme", "Société par actions simplifiée"),
            ("Capital", "100 000 €"),
            ("Courriel", f"contact@{LONG}.example"),
        )
    ),
    (),
    "facts",
)
ROLES = (
    "Direction des systèmes",
    "Responsable de service",
    "Ingénieur système",
    "Centre de services",
    "Responsable sécurité",
    "Chef de projet",
    "Acheteur",
    "Délégué à la protection des données",
    "Éditeur tiers",
    "Comité de pilotage",
)


def matrix(rows: int = 60) -> Table:
    letters = "RACI"
    tone = dict(zip(letters, "raci", strict=True))
    body: list[Row] = []
    for i in range(rows):
        if i % 12 == 0:
            body.append(Row((c(f"Processus {i // 12 + 1}", True, colspan=11),), group=True))
        cells = [letters[(i * 7 + j * 3) % 4] if (i + j) % 5 else "" for j in range(10)]
        body.append(
            Row(
                (
                    c(f"Activité {i + 1} : exploiter et superviser le lot {i % 9 + 1}", True),
                    *(c(x, align="center", tone=tone.get(x, "")) for x in cells),
                )
            )
        )
    head = Row((c("Activité", True), *(c(role, True, align="center") for role in ROLES)))
    return Table("Matrice des responsabilités", (head,), tuple(body), (), "vertical-heads")


def sheet(index: int) -> Sheet:
    facts = (
        ("Définition", PROSE),
        ("Formule", "(temps ouvert − indisponibilité) ÷ temps ouvert × 100"),
        ("Source", "Supervision"),
        ("Cible", "≥ 99,90 %"),
        ("Période", "Mois civil"),
        ("Pénalité", "2 % du prix mensuel par tranche entamée de 0,1 point"),
    )
    return Sheet(
        f"SLA-{index:02} Disponibilité du service {index}",
        (
            Table("", (), tuple(Row((c(a, True), c(b))) for a, b in facts), (), "facts"),
            p("Base : C. civ. 1231-5.", role="note"),
        ),
        f"sheet-{index}",
    )


SUBJECTS = (
    "réseaux",
    "serveurs",
    "bases",
    "postes",
    "sauvegardes",
    "messagerie",
    "téléphonie",
    "accès",
    "journaux",
    "licences",
    "supports",
    "alertes",
)


def promise(turn: int) -> str:
    """A sentence that no other turn repeats at the top of a page."""
    subjects = [SUBJECTS[(turn * step + step) % len(SUBJECTS)] for step in (1, 5, 7)]
    return f"Pour les {subjects[0]} et les {subjects[1]}, {PROSE[0].lower()}{PROSE[1:-1]}, ainsi que pour les {subjects[2]}."


def article(number: int, clauses: int = 4) -> Division:
    def clause(j: int) -> Division:
        paragraphs: tuple[Block, ...] = tuple(
            Paragraph(
                (
                    Text(f"{promise(number + 3 * j + k)} "),
                    reference(f"article {number}.1", f"a{number}-1"),
                    Text(" et "),
                    reference("annexe SLA, point 3", "sla-3", "sla-annex"),
                    Text("." if k % 2 else f" ; {promise(number * j + 5)}"),
                ),
                f"{number}.{j}.{k}",
            )
            for k in range(1, 4)
        )
        return Division(
            f"x.c{number}.{j}",
            f"Obligations particulières {j}",
            2,
            (*paragraphs, *((LISTS,) if j == 2 else ())),
            number=f"{number}.{j}",
            label=f"{number}.{j}",
            anchor=f"a{number}-{j}",
        )

    return Division(
        f"x.a{number}",
        f"Obligations du Prestataire, partie {number}",
        1,
        tuple(clause(j) for j in range(1, clauses + 1)),
        number=str(number),
        label=f"Article {number}",
        anchor=f"a{number}",
    )


def first() -> Division:
    deep = Division(
        "d5",
        "Cinquième niveau",
        5,
        (p(PROSE, "1.2.1.1.1"),),
        number="1.2.1.1",
        label="1.2.1.1",
        anchor="a1-d5",
    )
    for level, label in ((4, "1.2.1"), (3, "1.2")):
        deep = Division(
            f"d{level}",
            f"Niveau {level}",
            level,
            (p(PROSE, f"{label}.1"), deep),
            number=label,
            label=label,
            anchor=f"a1-d{level}",
        )
    return Division(
        "objet",
        "Objet",
        1,
        (
            p("Introduction de l’article, en chapeau.", role="lead"),
            Division(
                "objet.1",
                "Périmètre",
                2,
                (
                    Paragraph(
                        (
                            Text("Le 1"),
                            Superscript("er"),
                            Text(" janvier, le "),
                            Strong(t("Prestataire")),
                            Text(" reprend "),
                            Emphasis(t("prorata temporis")),
                            Text(" le service"),
                            LineBreak(),
                            Text("à la ligne. Valeur : "),
                            Value("36 mois", "term.initial"),
                            Text(", lien "),
                            Link("mailto:contact@exemple.example", t("contact@exemple.example")),
                            Text("."),
                        ),
                        "1.1.1",
                    ),
                    p(PROSE, "1.1.2"),
                    p(PROSE, "1.10.12"),
                    p(f"Mot long : {LONG}", "1.1.3"),
                    p(f"Hostile : {HOSTILE}", "1.1.4"),
                    LISTS,
                    DASHES,
                    p(
                        "Tout litige relève du tribunal des activités économiques de Lyon.",
                        "1.1.5",
                        "conspicuous",
                    ),
                    p("P = (99,90 − D) ÷ 0,10 × 2 % × prix mensuel", role="formula"),
                    p("Texte centré", role="centred"),
                ),
                number="1.1",
                label="1.1",
                anchor="a1-1",
            ),
            deep,
        ),
        number="1",
        label="Article 1er",
        anchor="a1",
    )


def tables() -> Division:
    return Division(
        "tables",
        "Niveaux de service",
        1,
        (
            Division(
                "tables.1",
                "Tableau des engagements",
                2,
                (
                    p(PROSE, "3.1.1"),
                    SERVICES,
                    p("Montants hors taxes.", role="note"),
                    FACTS,
                    Figure(
                        SVG,
                        "Plage de service : de huit heures à dix-huit heures, du lundi au vendredi.",
                        "Figure 1 – Plage de service",
                    ),
                    Callout("À retenir", (p("Le plafond mensuel est de 15 % du prix mensuel."), DASHES)),
                    Table(
                        "Tarifs",
                        (Row((c("Poste", True), c("Prix", True, align="right"))),),
                        tuple(
                            Row((c(f"Unité d’œuvre {i}"), c(f"{i * 100},00 €", align="right")))
                            for i in range(1, 6)
                        ),
                        (),
                        "compact",
                    ),
                ),
                number="3.1",
                label="3.1",
                anchor="a3-1",
            ),
            Division(
                "tables.2",
                "Fiches",
                2,
                tuple(sheet(i) for i in range(1, 4)),
                number="3.2",
                label="3.2",
                anchor="a3-2",
            ),
        ),
        number="3",
        label="Article 3",
        anchor="a3",
    )


def sample(articles: int = 1, draft: bool = True) -> Document:
    def children() -> Iterator[Block | Division]:
        yield COVER
        yield Division("history", "", 1, (HISTORY,), numbered=False, titled=False, listed=False)
        yield Contents("Sommaire")
        yield Division(
            "parties",
            "Entre les soussignés",
            1,
            (p(PROSE), p("d’une part, et"), p(PROSE)),
            numbered=False,
            anchor="parties",
        )
        yield first()
        yield Division(
            "omitted", "Réversibilité", 1, (), omitted=True, number="2", label="Article 2", anchor="a2"
        )
        yield tables()
        yield Division(
            "raci",
            "Matrice des responsabilités",
            1,
            (matrix(),),
            number="4",
            label="Article 4",
            anchor="a4",
            page="landscape",
            break_before=True,
        )
        yield Division(
            "definitions",
            "Définitions",
            1,
            (
                Glossary(
                    (
                        Definition(
                            "Anomalie",
                            (p("Écart constaté entre le service attendu et le service rendu."),),
                            "def-anomalie",
                        ),
                        Definition(
                            "Incident",
                            (
                                p("Interruption non prévue ou dégradation d’un service :"),
                                DASHES,
                                p("Second alinéa."),
                            ),
                            "def-incident",
                        ),
                    )
                ),
            ),
            number="5",
            label="Article 5",
            anchor="a5",
        )
        for number in range(6, 6 + articles):
            yield article(number)
        labels = (("Nom", ""), ("Qualité", "Directrice générale"), ("Date", ""), ("Signature", ""))
        yield Division(
            "signatures",
            "Signatures",
            1,
            (
                Signatures(
                    t("Fait à Lyon, en deux exemplaires originaux, dont un remis à chaque Partie."),
                    (SignatureBox(CLIENT, labels), SignatureBox(PROVIDER, labels)),
                ),
            ),
            numbered=False,
            listed=False,
            anchor="signatures",
        )

    return Document(
        kind="contract",
        title="Contrat-cadre de services d’infogérance",
        language="fr",
        reference="MFV-2026-014",
        version="1.2.0-draft",
        status="Projet",
        draft=draft,
        running_title="Contrat-cadre – Manufacture Fictive du Val",
        watermark="PROJET" if draft else "",
        words=(
            ("page", "Page"),
            ("version", "Version"),
            ("initials", "Paraphes"),
            ("omitted", "Sans objet."),
        ),
        children=tuple(children()),
    )


class Printed(NamedTuple):
    """A document in all its forms."""

    document: Document
    html: str
    pdf: bytes
    diagnostics: tuple[Diagnostic, ...]


def printed(document: Document) -> Printed:
    html = to_html(document, PAGE, Brand(logo=LOGO))
    pdf = to_pdf(html.value, FONTS, OPTIONS)
    return Printed(document, html.value, pdf.value, (*html.diagnostics, *pdf.diagnostics))


OPTIONS = PdfOptions(
    author="Infogérance Imaginaire SA", keywords=("MFV-2026-014",), custom=(("docgenVersion", "1.2.0"),)
)


@pytest.fixture(scope="session")
def page() -> PageTemplates:
    """The page templates of the repository."""
    return PAGE


@pytest.fixture(scope="session")
def fonts() -> dict[str, bytes]:
    """The bundled fonts as assets."""
    return FONTS


@pytest.fixture(scope="session")
def contract() -> Printed:
    """The sample, a draft."""
    return printed(sample())


@pytest.fixture(scope="session")
def annex() -> Printed:
    """A second document of the same pack, released, with the place that the first one links to."""
    document = sample(0, draft=False)
    children = (COVER, replace(tables(), anchor="sla-3"), Paragraph((reference("article 6.1", "a6-1"),)))
    return printed(replace(document, kind="sla-annex", title="Annexe SLA", children=children))


@pytest.fixture(scope="session")
def pack(contract: Printed, annex: Printed) -> bytes:
    """Both, bound."""
    parts = [Bound(part.document.kind, part.document.title, part.pdf) for part in (contract, annex)]
    return bind(parts, "fr", "Dossier & contrats")
