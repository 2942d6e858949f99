"""The data-processing agreement: controllers, sub-processors, transfers, measures, and what article 28 GDPR asks of it."""

from dataclasses import replace

from docgen.model.outline import UseClause, entries
from docgen.model.pack import Pack
from docgen.model.risks import Transfer

from .nodes import built, facts, rows, stating

REQUIRED = {
    *(f"GDPR-28-3-{letter}" for letter in "abcdefgh"),
    *(
        f"GDPR-28-3-{part}"
        for part in ("subject", "duration", "nature", "purpose", "data", "subjects", "rights", "alert")
    ),
    "GDPR-28-2-auth",
    "GDPR-28-4-flowdown",
    "GDPR-28-4-liability",
    "GDPR-33-2",
    "GDPR-33-3",
}


def test_the_agreement_alone_holds_what_article_28_asks(pack: Pack) -> None:
    outline = pack.outline("dpa")
    assert outline is not None
    named = {entry.clause for entry in entries(outline.body) if isinstance(entry, UseClause)}
    claimed = {tag for name in named if name in pack.chosen for tag in pack.chosen[name].satisfies}
    assert claimed >= REQUIRED


def test_the_sheet_of_the_annex_names_each_controller(pack: Pack) -> None:
    lines = dict(facts(built(pack, "processing-sheet", annex=True)))
    parties = pack.engagement.parties
    assert all(
        one.name in lines["Responsables du traitement"] for one in (parties.client, *parties.beneficiaries)
    )
    assert lines["Sous-traitant"] == parties.provider.name
    alone = dict(facts(built(stating(pack, "facts.group_contract", False), "processing-sheet", annex=True)))
    assert alone["Responsables du traitement"] == parties.client.name


def test_the_sheet_of_the_annex_leaves_delays_to_the_articles(pack: Pack) -> None:
    lines = dict(facts(built(pack, "processing-sheet", annex=True)))
    assert not {"Effacement", "Notification d’une violation", "Sous-Traitants Ultérieurs"} & set(lines)


def test_the_sheet_says_what_data_are_sensitive(pack: Pack) -> None:
    def sensitive(pack: Pack) -> str:
        return dict(facts(built(pack, "processing-sheet", annex=True)))[
            "Données des articles 9 et 10 du RGPD"
        ]

    assert sensitive(pack).startswith("aucune n’a été déclarée")
    assert sensitive(stating(pack, "dpa.sensitive", "arrêts de travail")) == "arrêts de travail"
    health = stating(pack, "facts.health_data", True)
    assert sensitive(stating(health, "dpa.sensitive", "arrêts de travail")) == (
        "données concernant la santé, arrêts de travail"
    )


def test_sub_processors_are_those_with_access(pack: Pack) -> None:
    terms = pack.engagement.subcontracting
    lines = rows(built(pack, "sub-processors"))
    assert [row[0].split(" | ")[0] for row in lines] == [one.name for one in terms.list if one.personal_data]
    none = replace(pack.engagement, subcontracting=terms._replace(list=()))
    assert "Aucun Sous-Traitant Ultérieur" in str(built(replace(pack, engagement=none), "sub-processors"))


def test_transfers_are_listed_with_their_ground(pack: Pack) -> None:
    assert built(pack, "transfers") == ()
    far = Transfer("SUPPORT EXEMPLE", "Tunisie", "support de nuit", "clauses contractuelles types")
    deal = pack.engagement
    leaving = replace(
        deal, facts=deal.facts._replace(transfers_outside_eea=True), dpa=deal.dpa._replace(transfers=(far,))
    )
    assert rows(built(replace(pack, engagement=leaving), "transfers")) == [tuple(far)]


def test_measures_stand_under_the_four_objectives_with_their_values(pack: Pack) -> None:
    lines = rows(built(pack, "security-measures"))
    assert sum("RGPD, art. 32, 1" in row[0] for row in lines) == 4
    content = {row[0]: row[1] for row in lines if len(row) > 1}
    assert "7 jours" in content["Correctifs"]
    assert "intervalle de 2 h" in content["Sauvegarde"]
    kept = {name: clause for name, clause in pack.chosen.items() if name != "continuite.copie-isolee"}
    assert "Copie hors ligne" not in {
        row[0] for row in rows(built(replace(pack, chosen=kept), "security-measures"))
    }
