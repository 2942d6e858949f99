"""A release: what it writes, what it refuses, and that it is made from what is committed."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from .conftest import FACTS, OBJECT, SharedContext

LOCK = "engagements/demo/releases/1.0.0.yaml"


def test_the_first_release_is_1_0_0_and_names_what_to_commit(context: SharedContext) -> None:
    told = context.does("release", "demo", "-m", "Signature", "--date", "2026-11-24")
    assert "released 1.0.0 (major: it is the first release)" in told
    assert context.git("status", "--porcelain", "-uall").split("\n") == [
        "?? engagements/demo/CHANGELOG.md",
        f"?? {LOCK}",
    ]
    assert LOCK in told


def test_a_lock_holds_every_input_by_blob_and_hash(released: SharedContext) -> None:
    lock = released.lock("1.0.0")
    paths = [entry["path"] for entry in lock["inputs"]]
    assert paths == sorted(paths)
    assert {
        OBJECT,
        FACTS,
        "docgen.yaml",
        "clauses/terms.yaml",
        "templates/outlines/contract.yaml",
        "templates/locales/fr.yaml",
    } <= set(paths)
    assert any(path.startswith("templates/fonts/") for path in paths)
    assert not any("/releases/" in path for path in paths)
    for entry in lock["inputs"]:
        assert released.git("rev-parse", f"HEAD:{entry['path']}") == entry["blob"]


def test_a_final_document_carries_its_seal_and_no_watermark(released: SharedContext) -> None:
    lock = released.lock("1.0.0")
    reader = PdfReader(BytesIO((released.root / "outputs/demo/1.0.0/contract.pdf").read_bytes()))
    said = reader.metadata
    assert (
        said["/docgenEngagement"],
        said["/docgenVersion"],
        said["/docgenDocument"],
        said["/docgenSeal"],
    ) == ("demo", "1.0.0", "contract", lock["seal"])
    assert lock["seal"][:10] in reader.pages[0].extract_text()
    assert PdfReader(released.root / "outputs/demo/1.0.0/pack.pdf").metadata["/docgenSeal"] == lock["seal"]
    draft = released.does("build", "demo", "-q").strip()
    assert "/docgenSeal" not in PdfReader(released.root / draft / "contract.pdf").metadata


def test_the_reason_stands_in_the_history_of_the_lock(released: SharedContext) -> None:
    row = released.lock("1.0.0")["history"][0]
    assert (row["version"], row["nature"], row["summary"]) == ("1.0.0", "major", ["une raison"])


def test_what_is_not_committed_is_named(context: SharedContext) -> None:
    part = "engagements/demo/more.yaml"
    context.write(part, "title: Autre titre\n")
    refused = context.refuses("release", "demo", "-m", "x")
    assert "error[DG607]: the file is not committed" in refused
    context.commit()
    context.write(part, "title: Autre titre encore\n")
    assert "error[DG607]: the file has changes that are not committed" in context.refuses(
        "release", "demo", "-m", "x"
    )
    context.git("add", part)
    assert "error[DG607]: the file has changes that are not committed" in context.refuses(
        "release", "demo", "-m", "x"
    ), "staged is not committed"
    (context.root / part).unlink()
    refused = context.refuses("release", "demo", "-m", "x")
    assert "error[DG607]: the file was deleted, but is still committed" in refused
    assert part in refused
    assert not (context.root / LOCK).exists()
    assert not (context.root / "outputs").exists()


def test_an_input_that_git_ignores_is_named(context: SharedContext) -> None:
    context.write(".gitignore", ".docgen/\noutputs/\nsecret.yaml\n")
    context.commit()
    context.write("engagements/demo/secret.yaml", "title: Autre titre\n")
    assert "engagements/demo/secret.yaml" in context.refuses("release", "demo", "-m", "x")


def test_without_git_a_build_works_and_a_release_says_why_not(loose: SharedContext) -> None:
    assert loose.does("build", "demo", "-q").strip() == "outputs/demo/1.0.0-draft"
    refused = loose.refuses("release", "demo", "-m", "x")
    assert "DG606" in refused
    assert "not a git repository" in refused


def test_without_a_commit_a_release_says_so(loose: SharedContext) -> None:
    loose.git("init", "-q")
    assert "nothing is committed yet" in loose.refuses("release", "demo", "-m", "x")


def test_where_git_is_not_installed_a_release_says_so(
    context: SharedContext, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git is not installed" in context.refuses("release", "demo", "-m", "x")


def test_inside_a_hook_of_git_the_right_repository_is_asked(
    context: SharedContext, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert "1.0.0" in context.does("release", "demo", "-m", "x", "-q")


def test_a_fault_stops_the_release(context: SharedContext) -> None:
    context.replace(OBJECT, "contract.subject", "contract.subjekt")
    context.commit()
    refused = context.refuses("release", "demo", "-m", "x")
    assert "subjekt" in refused
    assert not (context.root / "engagements/demo/releases").exists()


def test_nothing_new_is_not_released_again(released: SharedContext) -> None:
    refused = released.refuses("release", "demo", "-m", "x")
    assert "DG608" in refused
    assert "docgen build demo@1.0.0" in refused


AMENDMENT = "contract: {subject: l'exploitation de deux serveurs}\n"
OPERATIONAL = "contacts: {billing: {client: dsi}}\n"
EDITORIAL = "parties: {client: {checked_on: 2026-11-20}}\n"


@pytest.mark.parametrize(
    ("change", "version", "because"),
    [
        (AMENDMENT, "2.0.0", "major: contract.subject changed, declared amendment, and 1 more"),
        (OPERATIONAL, "1.1.0", "minor: contacts.billing.client changed, declared operational"),
        (EDITORIAL, "1.0.1", "patch: parties.client.checked_on changed, declared editorial"),
        ("# a remark\n", "1.0.1", "patch: no printed text changed, but the inputs of the pack did"),
    ],
    ids=["amendment", "operational", "editorial", "remark"],
)
def test_auto_follows_the_declared_class(
    released: SharedContext, change: str, version: str, because: str
) -> None:
    released.write(FACTS, released.read(FACTS) + change)
    released.commit()
    assert released.does("build", "demo", "-q").strip() == f"outputs/demo/{version}-draft", (
        "the draft bears the same version"
    )
    told = released.does("release", "demo", "-m", "x", "--date", "2026-12-01")
    assert f"released {version} ({because})" in told


@pytest.mark.parametrize(
    ("change", "bump"), [(AMENDMENT, "minor"), (AMENDMENT, "patch"), (OPERATIONAL, "patch")]
)
def test_a_smaller_step_than_the_changes_ask_for_is_refused(
    released: SharedContext, change: str, bump: str
) -> None:
    released.write(FACTS, released.read(FACTS) + change)
    released.commit()
    refused = released.refuses("release", "demo", "-m", "x", "--date", "2026-12-01", "--bump", bump)
    assert "DG609" in refused
    assert "changed, declared" in refused
    assert not (released.root / "engagements/demo/releases/1.0.1.yaml").exists()


def test_a_larger_step_is_taken(released: SharedContext) -> None:
    released.write(FACTS, released.read(FACTS) + EDITORIAL)
    released.commit()
    assert released.release("--bump", "minor") == "1.1.0"


def test_a_release_is_not_older_than_the_one_before(released: SharedContext) -> None:
    released.write(FACTS, released.read(FACTS) + EDITORIAL)
    released.commit()
    assert "DG614" in released.refuses("release", "demo", "-m", "x", "--date", "2026-11-23")


def test_a_release_follows_the_one_before_it(released: SharedContext) -> None:
    released.write(FACTS, released.read(FACTS) + AMENDMENT)
    released.commit()
    assert released.release(reason="second serveur", day="2026-12-01") == "2.0.0"
    first, second = released.lock("1.0.0"), released.lock("2.0.0")
    assert second["previous"] == {"version": "1.0.0", "seal": first["seal"]}
    assert [row["version"] for row in second["history"]] == ["1.0.0", "2.0.0"]
    change = next(
        change for change in second["history"][1]["changes"] if change["subject"] == "contract.subject"
    )
    assert "un serveur" in change["old"]
    assert "deux serveurs" in change["new"]
    words = next(
        change["words"] for change in second["history"][1]["changes"] if change["subject"] == "objet.objet"
    )
    assert "[-" in words, "the words come from git's objects"
    assert "{+" in words


def test_a_release_in_a_subdirectory_with_accents(tmp_path: Path, loose: SharedContext) -> None:
    root = tmp_path / "dépôt de l'été" / "contrats à signer"
    root.parent.mkdir()
    loose.root.rename(root)
    context = SharedContext(root)
    SharedContext(root.parent).git("init", "-q")
    context.commit()
    assert context.release() == "1.0.0"
    before = context.pack("1.0.0")
    context.replace(OBJECT, "conviennent", "sont convenues")
    context.clear()
    context.does("build", "demo@1.0.0", "-q")
    assert context.pack("1.0.0") == before


def test_a_release_on_a_detached_head(context: SharedContext) -> None:
    context.git("checkout", "-q", "--detach")
    assert context.release() == "1.0.0"


def test_a_link_to_a_file_of_the_workspace_is_released_as_its_content(context: SharedContext) -> None:
    (context.root / "clauses/commun").mkdir()
    (context.root / OBJECT).rename(context.root / "texte.md")
    (context.root / OBJECT).symlink_to("../../texte.md")
    context.commit()
    assert context.release() == "1.0.0"
    before = context.pack("1.0.0")
    (context.root / "texte.md").write_text("rien", "utf-8")
    context.clear()
    context.does("build", "demo@1.0.0", "-q")
    assert context.pack("1.0.0") == before


def test_wrong_usage(released: SharedContext) -> None:
    for arguments in (
        ("demo",),
        ("demo", "-m", "  "),
        ("demo@1.0.0", "-m", "x"),
        ("demo", "-m", "x", "--tag"),
        ("demo", "-m", "x", "--date", "demain"),
    ):
        assert released.docgen("release", *arguments).exit_code == 2, arguments
    assert released.docgen("build", "--locked", "demo@1.0.0").exit_code == 2


# --- tags --------------------------------------------------------------------------------------------------


def test_a_tag_holds_the_lock(context: SharedContext) -> None:
    context.does("release", "demo", "-m", "x", "--date", "2026-11-24", "-q")
    assert "DG613" in context.refuses("release", "demo", "--tag"), (
        "the last commit does not hold the lock yet"
    )
    context.commit()
    assert "demo/v1.0.0" in context.does("release", "demo", "--tag")
    assert context.git("show", f"demo/v1.0.0:{LOCK}")
    assert context.lock("1.0.0")["seal"] in context.git(
        "for-each-ref", "--format=%(contents)", "refs/tags/demo/v1.0.0"
    )


def test_a_release_that_was_undone_and_made_otherwise_is_printed_anew(released: SharedContext) -> None:
    """The pack of the former one stands in `outputs/`, made of the same files under another seal."""
    before = released.pack("1.0.0")
    released.git("reset", "-q", "--hard", "HEAD~1")
    assert released.release(reason="une autre raison") == "1.0.0"
    lock, after = released.lock("1.0.0"), released.pack("1.0.0")
    assert json.loads(released.read("outputs/demo/1.0.0/manifest.json"))["seal"] == lock["seal"]
    assert before.keys() == after.keys()
    assert not before.items() & after.items()
    assert {file["file"]: file["sha256"] for file in lock["files"]} == after


@pytest.mark.parametrize("committed", [True, False])
def test_a_lost_lock_is_told_and_its_version_not_made_again(released: SharedContext, committed: bool) -> None:
    lock = "engagements/demo/releases/1.0.0.yaml"
    (released.root / lock).unlink()
    if committed:
        released.commit("the folder tidied up")
    told = "error[DG617]: release 1.0.0 was made, and its lock is not there"
    for arguments in (("check", "demo"), ("release", "demo", "-m", "x"), ("build", "demo")):
        assert told in (said := released.refuses(*arguments)), arguments
        assert lock in said
    status = released.docgen("status", "demo").output
    assert told in status
    assert "never released" not in status
    assert not (released.root / lock).exists()


def test_a_lock_lost_behind_others_is_told_too(released: SharedContext) -> None:
    released.write(FACTS, released.read(FACTS) + "contacts: {billing: {client: dsi}}\n")
    released.commit()
    version = released.release()
    (released.root / f"engagements/demo/releases/{version}.yaml").unlink()
    assert f"error[DG617]: release {version} was made" in released.refuses("check", "demo")


def test_of_two_branches_the_lower_release_may_be_taken_back(released: SharedContext) -> None:
    released.write(FACTS, released.read(FACTS) + "contacts: {billing: {client: dsi}}\n")
    released.commit()
    assert released.release() == "1.1.0"
    lower = "engagements/demo/releases/1.0.1.yaml"
    released.write(lower, "")
    released.commit()
    (released.root / lower).unlink()
    released.commit()
    released.does("check", "demo")


def test_a_lock_that_a_merge_lost_is_told(context: SharedContext) -> None:
    context.git("checkout", "-q", "-b", "other")
    context.release()
    context.git("checkout", "-q", "main")
    context.write("README.md", "x")
    context.commit()
    context.git("merge", "-q", "-s", "ours", "-m", "joined", "other")
    assert "error[DG617]: release 1.0.0 was made" in context.refuses("check", "demo")


def test_a_version_that_is_tagged_on_another_branch_is_not_made_again(released: SharedContext) -> None:
    released.does("release", "demo", "--tag")
    released.git("reset", "-q", "--hard", "HEAD~1")
    released.does("check", "demo")  # a commit from before the release is sound
    said = released.refuses("release", "demo", "-m", "x")
    assert "error[DG617]: release 1.0.0 was made: git has its tag demo/v1.0.0" in said
    released.git("checkout", "-q", "demo/v1.0.0", "--", "engagements/demo/releases/1.0.0.yaml")
    released.does("check", "demo")


def test_a_tag_is_never_moved(released: SharedContext) -> None:
    released.git("tag", "demo/v1.0.0", "HEAD~1")
    before = released.git("rev-parse", "demo/v1.0.0")
    refused = released.refuses("release", "demo@1.0.0", "--tag")
    assert "already exists" in refused
    assert released.git("rev-parse", "demo/v1.0.0") == before


def test_a_moved_tag_changes_no_release(released: SharedContext) -> None:
    before = released.pack("1.0.0")
    released.does("release", "demo", "--tag")
    released.replace(OBJECT, "conviennent", "sont convenues")
    released.commit()
    released.git("tag", "-f", "demo/v1.0.0")
    released.clear()
    released.does("build", "demo@1.0.0", "-q")
    assert released.pack("1.0.0") == before


def test_a_tag_of_no_release(released: SharedContext) -> None:
    assert "DG611" in released.refuses("release", "demo@3.0.0", "--tag")


# --- what goes with a release ------------------------------------------------------------------------------


def test_the_reasons_that_fragments_give_are_gathered(released: SharedContext) -> None:
    released.write(FACTS, released.read(FACTS) + OPERATIONAL)
    released.write(
        "engagements/demo/changes/facturation.md", "Le client change d'interlocuteur de facturation.\n"
    )
    refused = released.refuses("release", "demo", "-m", "x", "--date", "2026-12-01")
    assert "engagements/demo/changes/facturation.md" in refused, (
        "a reason that is not committed would be lost"
    )
    released.commit()
    told = released.does("release", "demo", "-m", "Nouveau contact", "--date", "2026-12-01")
    assert "engagements/demo/changes/facturation.md (removed)" in told
    status = released.git("status", "--porcelain", "-uall").split("\n")
    assert [line.split()[-1] for line in status] == [
        "engagements/demo/CHANGELOG.md",
        "engagements/demo/changes/facturation.md",
        "engagements/demo/releases/1.1.0.yaml",
    ]
    row = released.lock("1.1.0")["history"][1]
    assert row["summary"] == ["Nouveau contact", "Le client change d'interlocuteur de facturation."]
    assert "1.1.0" in released.read("engagements/demo/CHANGELOG.md")


def test_a_change_log_that_was_edited_is_not_lost(released: SharedContext) -> None:
    released.write(FACTS, released.read(FACTS) + OPERATIONAL)
    released.commit()
    released.write("engagements/demo/CHANGELOG.md", "une note\n")
    assert "engagements/demo/CHANGELOG.md" in released.refuses(
        "release", "demo", "-m", "x", "--date", "2026-12-01"
    )
