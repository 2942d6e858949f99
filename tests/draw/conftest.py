"""Every drawing, with ordinary and with hostile contents, for the tests of what all drawings promise."""

from datetime import date
from decimal import Decimal

import pytest

from docgen.draw.bars import Bar, LabelledAmount, bars
from docgen.draw.governance import Committee, CommitteeTier, governance
from docgen.draw.ladder import LadderWords, Rung, Tier, ladder
from docgen.draw.load import Load, PartyLoad, load
from docgen.draw.matrix import MatrixRow, PriorityCell, matrix
from docgen.draw.path import Stage, path
from docgen.draw.penalty import DrawnBand, PenaltyScale, Tick, penalty
from docgen.draw.phases import Moment, Phase, phases
from docgen.draw.targets import Limit, TargetRow, TargetWords, targets
from docgen.draw.timeline import Event, Mark, TimelineRow, TimelineWords, timeline
from docgen.draw.uptime import Allowance, uptime
from docgen.draw.week import Opening, WindowRow, week

D = Decimal
HOSTILE = (
    'Responsable <b>de la</b> continuité & "reprise" d\'activité du groupement Exemple-Fictif '
    "Anticonstitutionnellementinterminablementlongmotsansespace"
)
DAYS = ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.")
LETTERS = (("R", "réalise"), ("A", "autorité"), ("C", "consulté"), ("I", "informé"))


def weekly(start: int, end: int, days: range = range(5)) -> tuple[Opening, ...]:
    return tuple(Opening(day, start * 60, end * 60) for day in days)


WINDOWS = (
    WindowRow("Heures ouvrées", "lun.-ven. 08:00-18:00", weekly(8, 18)),
    WindowRow("Heures étendues", "lun.-sam. 07:00-20:00", weekly(7, 20, range(6))),
    WindowRow("Astreinte", "lun.-dim. 18:00-08:00", weekly(18, 32, range(7))),
    WindowRow("24 h/24, 7 j/7", "tous les jours", (Opening(0, 0, 7 * 1440),)),
    WindowRow("Maintenance", "dim. 22:00-02:00", (Opening(6, 22 * 60, 26 * 60),), maintenance=True),
    WindowRow("Guichet", "lun.-ven. 09:00-12:00, 14:00-17:00", (*weekly(9, 12), *weekly(14, 17))),
    WindowRow("Nuit", "mar., jeu. 20:00-06:00", (Opening(1, 1200, 1800), Opening(3, 1200, 1800))),
    WindowRow("Week-end", "sam.-dim. 08:00-20:00", weekly(8, 20, range(5, 7))),
)

STEPS = PenaltyScale(
    bands=(
        DrawnBand(D("98.5"), D("99.0"), D(15), D(15), "15 %"),
        DrawnBand(D("99.0"), D("99.5"), D(10), D(10), "10 %"),
        DrawnBand(D("99.5"), D("99.9"), D(5), D(5), "5 %"),
        DrawnBand(D("99.9"), D("100"), D(0), D(0), "0 %"),
    ),
    values=tuple(Tick(D(value), f"{value} %".replace(".", ",")) for value in ("99.0", "99.5", "99.9", "100")),
    rates=tuple(Tick(D(value), f"{value} %") for value in (0, 5, 10, 15)),
    value_title="Disponibilité mensuelle mesurée (%)",
    rate_title="Pénalité (% de la redevance mensuelle)",
    target=Tick(D("99.9"), "Engagement : 99,90 %"),
    cap=Tick(D("17"), "Plafond mensuel : 17 %"),
)
LINEAR = PenaltyScale(
    bands=(
        DrawnBand(D("98.5"), D("99.15"), D(15), D(15)),
        DrawnBand(D("99.15"), D("99.9"), D(15), D(0), "2 % par 0,1 point"),
        DrawnBand(D("99.9"), D("100"), D(0), D(0)),
    ),
    values=tuple(
        Tick(D(value), f"{value} %".replace(".", ",")) for value in ("98.5", "99.0", "99.15", "99.5", "99.9")
    ),
    rates=tuple(Tick(D(value), f"{value} %") for value in (0, 5, 10, 15)),
    value_title="Disponibilité mensuelle mesurée (%)",
    rate_title="Pénalité (% de la redevance mensuelle)",
    target=Tick(D("99.9"), "Engagement : 99,90 %"),
    cap=Tick(D("15"), "Plafond mensuel : 15 %"),
)
RISING = PenaltyScale(
    bands=(
        DrawnBand(D(0), D(5), D(0), D(0), "0 €"),
        DrawnBand(D(5), D(6), D(200), D(200), "200 €"),
        DrawnBand(D(6), D(60), D(500), D(500), "500 €"),
        DrawnBand(D(60), D("60.5"), D(500), D(1500)),
    ),
    values=(Tick(D(5), "5 tickets"), Tick(D(6), HOSTILE), Tick(D(60), "60 tickets"), Tick(D("60.5"), "60,5")),
    rates=(Tick(D(0), "0 €"), Tick(D(500), "500 €"), Tick(D(1500), "123 456 789,00 €")),
    value_title=HOSTILE,
    rate_title=HOSTILE,
    target=Tick(D(5), HOSTILE),
    cap=Tick(D(1500), HOSTILE),
)

TARGET_ROWS = (
    TargetRow("P1 critique", "24 h/24, 7 j/7", Limit(15, "15 min"), Limit(240, "4 h")),
    TargetRow("P2 majeure", "24 h/24, 7 j/7", Limit(30, "30 min"), Limit(480, "8 h")),
    TargetRow("P3 mineure", "Heures ouvrées (lun.-ven. 08:00-18:00)", Limit(120, "2 h"), Limit(1200, "20 h")),
    TargetRow("P4 demande", "Heures ouvrées (lun.-ven. 08:00-18:00)", Limit(480, "8 h"), Limit(3000, "50 h")),
)
AXIS = tuple(
    Limit(minutes, label)
    for minutes, label in (
        (15, "15 min"),
        (60, "1 h"),
        (240, "4 h"),
        (600, "10 h"),
        (1440, "24 h"),
        (3000, "50 h"),
    )
)
TARGET_WORDS = TargetWords(
    "GTI : prise en charge",
    "GTR : rétablissement",
    "Temps écoulé dans la plage de service (échelle logarithmique)",
)

RUNGS = (
    Rung("H0", "à l'ouverture", "Agent N1, ingénieur d'astreinte", "Utilisateur clé", "traiter"),
    Rung(
        "H1", "30 min", "Responsable du centre de services", "Responsable du support applicatif", "affecter"
    ),
    Rung("H2", "1 h", "Directeur de la prestation (SDM)", "Responsable de la production", "coordonner"),
    Rung("H3", "2 h ou 50 % de la GTR", "Directeur de compte et directeur technique", "DSI", "mobiliser"),
    Rung("H4", "à l'échéance de la GTR", "Direction générale", "Direction générale", "décider"),
)
TIERS = (
    Tier("N1", "Centre de services"),
    Tier("N2", "Équipes techniques", "15 min"),
    Tier("N3", "Experts", "60 min"),
    Tier("N4", "Éditeurs et constructeurs", "120 min"),
)
LADDER_WORDS = LadderWords(
    "Prestataire", "Client", "Axe hiérarchique : plus d'autorité", "Axe fonctionnel : plus de compétence"
)

TIMELINE_WORDS = TimelineWords("niveau atteint", "GTI", "GTR", "Temps depuis l'ouverture (axe schématique)")


def events(*pairs: tuple[str, int, str]) -> tuple[Event, ...]:
    marks = {"GTI": Mark.RESPONSE, "GTR": Mark.RESTORATION}
    return tuple(
        Event(minutes, label, delay, marks.get(label, Mark.LEVEL)) for label, minutes, delay in pairs
    )


TIMELINE = (
    TimelineRow(
        "P1 critique",
        events(
            ("H1", 0, "immédiat"), ("GTI", 15, "15 min"), ("N2", 15, "15 min"), ("H2", 30, "30 min"),
            ("H3", 60, "1 h"), ("N3", 60, "1 h"), ("GTR", 240, "4 h"), ("H4", 240, "4 h"),
        ),
    ),
    TimelineRow(
        "P2 majeure",
        events(
            ("N2", 30, "30 min"), ("GTI", 30, "30 min"), ("N3", 120, "2 h"), ("H1", 240, "4 h"),
            ("H2", 360, "6 h"), ("GTR", 480, "8 h"), ("H3", 480, "8 h"), ("H4", 720, "12 h"),
        ),
    ),
    TimelineRow("P3 mineure", events(("GTI", 120, "2 h"), ("H1", 900, "15 h"), ("GTR", 1200, "20 h"))),
    TimelineRow("P4 demande", events(("GTI", 480, "8 h"), ("GTR", 3000, "50 h"), ("H1", 3000, "50 h"))),
)  # fmt: skip

STAGES = (
    Stage("Notification du différend", "lettre recommandée avec avis de réception", "jour 0"),
    Stage("Négociation opérationnelle", "responsables du contrat", "15 jours"),
    Stage("Comité stratégique", "directions générales", "15 jours"),
    Stage("Médiation", "médiateur désigné d'un commun accord", "60 jours"),
    Stage("Constat d'échec", "", "8 jours"),
)
ENDINGS = (
    Stage("Expertise amiable", "questions techniques"),
    Stage("Tribunal de commerce", "compétence exclusive"),
    Stage("Arbitrage", "si les parties en conviennent"),
)


def loads(count: int) -> tuple[PartyLoad, ...]:
    def role(index: int, label: str) -> Load:
        return Load(label, (index * 7 % 23, index * 5 % 13, index % 4, 3 + index * 11 % 31))

    half = count // 2
    provider = tuple(role(index, f"Rôle {index} du prestataire") for index in range(1, half + 1))
    client = tuple(role(index, f"Rôle {index} du client") for index in range(half + 1, count + 1))
    sums = [
        tuple(sum(column) for column in zip(*(one.counts for one in side), strict=True))
        for side in (provider, client)
    ]
    return (
        PartyLoad("Prestataire", provider, Load("Total", sums[0])),
        PartyLoad("Client", client, Load("Total", sums[1])),
    )


MATRIX = tuple(
    MatrixRow(label, tuple(PriorityCell(f"P{rank}", rank) for rank in ranks))
    for label, ranks in (
        ("1. Organisation ou fonction vitale", (1, 2, 3)),
        ("2. Service ou site", (2, 3, 4)),
        ("3. Utilisateur", (3, 4, 4)),
    )
)
URGENCIES = ("1. Travail arrêté", "2. Travail dégradé", "3. Peut attendre")

MONTHS = ("janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
CREDITS = tuple(
    Bar(month, LabelledAmount(D(value), f"{value} €"))
    for month, value in zip(MONTHS, (0, 450, 1200, 0, 3650, 300, 0, 0, 3000, 150, 0, 900), strict=True)
)
MONEY = tuple(LabelledAmount(D(value), f"{value} €") for value in (0, 1000, 2000, 3000, 4000))

ALLOWANCES = (
    Allowance("Messagerie", "99,9 % par mois", D("43.2"), "43 min 12 s autorisées, 12 min mesurées", D(12)),
    Allowance("ERP", "99,5 % par mois", D(216), "3 h 36 autorisées"),
    Allowance("Téléphonie", "99,95 % par mois", D("21.6"), "21 min 36 s autorisées, 40 min mesurées", D(40)),
)

COMMITTEES = (
    CommitteeTier(
        "Niveau stratégique", (Committee("Comité stratégique", "semestriel", "directions générales, DSI"),)
    ),
    CommitteeTier(
        "Niveau de pilotage",
        (
            Committee("Comité de pilotage", "mensuel", "responsable informatique, SDM, RSSI"),
            Committee("Comité de sécurité", "trimestriel", "RSSI, DPO"),
        ),
    ),
    CommitteeTier(
        "Niveau opérationnel",
        (
            Committee("Comité technique", "bimensuel", "architectes, exploitation"),
            Committee("Comité de suivi", "hebdomadaire", "SDM, responsables du support"),
            Committee("Comité consultatif des changements", "hebdomadaire", "gestionnaire des changements"),
        ),
    ),
)

PHASES = (
    Phase("Prise en charge", date(2026, 1, 1), date(2026, 4, 1), "3 mois"),
    Phase("Vérification du service régulier", date(2026, 4, 1), date(2026, 5, 1), "1 mois"),
    Phase("Exploitation", date(2026, 5, 1), date(2029, 1, 1), "32 mois"),
    Phase("Reconduction", date(2029, 1, 1), date(2030, 1, 1), "12 mois", optional=True),
    Phase("Réversibilité", date(2029, 7, 1), date(2030, 1, 1), "6 mois"),
)
MILESTONES = (
    Moment(date(2026, 1, 1), "Signature"),
    Moment(date(2026, 4, 1), "VABF"),
    Moment(date(2026, 5, 1), "Début des pénalités"),
    Moment(date(2028, 10, 1), "Préavis de non-reconduction"),
    Moment(date(2030, 1, 1), "Fin du contrat"),
)
YEARS = tuple(Moment(date(year, 1, 1), str(year)) for year in range(2026, 2031))

SAMPLES = {
    "week": week(WINDOWS[:5], DAYS),
    "week of one window": week(WINDOWS[:1], DAYS),
    "week of eight windows": week(WINDOWS, DAYS),
    "week, hostile": week([WindowRow(HOSTILE, HOSTILE, weekly(0, 24, range(7)))], [HOSTILE] * 7),
    "penalty steps": penalty(STEPS),
    "penalty slope": penalty(LINEAR),
    "penalty rising, hostile": penalty(RISING),
    "targets": targets(TARGET_ROWS, AXIS, TARGET_WORDS),
    "targets, hostile": targets(
        [
            TargetRow(HOSTILE, HOSTILE, Limit(1, HOSTILE), Limit(100000, HOSTILE)),
            TargetRow(HOSTILE, HOSTILE, None, Limit(1, HOSTILE)),
            TargetRow("", "", Limit(100000, HOSTILE), None),
        ],
        [Limit(1, HOSTILE), Limit(100000, HOSTILE)],
        TargetWords(HOSTILE, HOSTILE, HOSTILE),
    ),
    "ladder of five levels": ladder(RUNGS, TIERS, LADDER_WORDS),
    "ladder of six levels": ladder(
        (*RUNGS, Rung("H5", "15 jours", "Comité stratégique", "Comité stratégique")), (), LADDER_WORDS
    ),
    "ladder, hostile": ladder(
        [Rung(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)] * 3,
        [Tier(HOSTILE, HOSTILE, HOSTILE)] * 5,
        LadderWords(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
    ),
    "timeline": timeline(TIMELINE, TIMELINE_WORDS),
    "timeline, hostile": timeline(
        [TimelineRow(HOSTILE, tuple(Event(at * at, HOSTILE, HOSTILE) for at in range(9)))],
        TimelineWords(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
    ),
    "path": path(STAGES, ENDINGS),
    "path to one ending": path(STAGES[:3], ENDINGS[1:2]),
    "path, hostile": path([Stage(HOSTILE, HOSTILE, HOSTILE)] * 4, [Stage(HOSTILE, HOSTILE, HOSTILE)] * 4),
    "load of ten roles": load(loads(10), LETTERS),
    "load of fourteen roles": load(loads(14), LETTERS),
    "load, hostile": load(
        [PartyLoad(HOSTILE, (Load(HOSTILE, (1, 200, 0, 1)), Load(HOSTILE, (0, 0, 0, 0))))],
        [(letter, HOSTILE) for letter, _ in LETTERS],
    ),
    "matrix": matrix(MATRIX, URGENCIES, "Impact", "Urgence"),
    "matrix, hostile": matrix(
        [MatrixRow(HOSTILE, tuple(PriorityCell(HOSTILE, rank) for rank in range(6)))] * 5,
        [HOSTILE] * 6,
        HOSTILE,
        HOSTILE,
    ),
    "bars": bars(
        CREDITS, MONEY, "Crédits de service (€ HT)", LabelledAmount(D(3000), "Plafond mensuel : 3 000 €")
    ),
    "bars, hostile": bars(
        [Bar(HOSTILE, LabelledAmount(D(value), HOSTILE)) for value in range(3)],
        [LabelledAmount(D(2), HOSTILE)],
        HOSTILE,
        LabelledAmount(D(1), HOSTILE),
    ),
    "uptime": uptime(ALLOWANCES, "Indisponibilité autorisée par mois (minutes)"),
    "uptime, hostile": uptime(
        [Allowance(HOSTILE, HOSTILE, D(value), HOSTILE, D(9)) for value in (0, 9)], HOSTILE
    ),
    "governance": governance(COMMITTEES, "escalade", "décisions"),
    "governance, hostile": governance(
        [CommitteeTier(HOSTILE, (Committee(HOSTILE, HOSTILE, HOSTILE),) * count) for count in (1, 3, 7)],
        HOSTILE,
        HOSTILE,
    ),
    "phases": phases(PHASES, MILESTONES, YEARS),
    "phases, hostile": phases(
        [
            Phase(HOSTILE, date(2026, 1, 1), date(2026, 1, 2), HOSTILE),
            Phase(HOSTILE, date(2029, 1, 1), date(2029, 1, 1), HOSTILE),
        ],
        [Moment(date(2026 + at, 1, 1), HOSTILE) for at in range(4)],
        [Moment(date(2026 + at, 1, 1), HOSTILE) for at in range(4)],
    ),
}


@pytest.fixture(params=SAMPLES.values(), ids=list(SAMPLES))
def drawn(request: pytest.FixtureRequest) -> str:
    """One drawing after the other."""
    return str(request.param)


@pytest.fixture
def samples() -> dict[str, str]:
    """All drawings by name."""
    return SAMPLES
