"""`docgen publish` on a workspace in git: what is built comes to the target, a release for good."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from docgen.pipeline.publishing import publish
from docgen.target import Target
from docgen.workspace import Workspace

from ..git.conftest import FACTS, IDENTITY, SharedContext, furnish

AMENDED = "contract: {subject: l'exploitation de deux serveurs}\n"


@pytest.fixture(autouse=True)
def _identity(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)


@pytest.fixture(scope="session")
def _furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in IDENTITY.items():
            patch.setenv(name, value)
        context = furnish(tmp_path_factory.mktemp("publish") / "house")
        context.git("init", "-q", "-b", "main")
        context.commit()
        context.does("build", "demo")
        context.release()
        context.write(FACTS, context.read(FACTS) + AMENDED)
        context.commit("amended")
        context.does("build", "demo")
    return context.root


@pytest.fixture
def context(_furnished: Path, tmp_path: Path) -> SharedContext:
    """A workspace with a release, a draft after it, and the draft that stood before it, all built."""
    return SharedContext(Path(shutil.copytree(_furnished, tmp_path / "house")))


def tree(root: Path) -> dict[str, bytes]:
    """Every file of a target."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_packs_come_with_page_feed_sums_and_redline(context: SharedContext, tmp_path: Path) -> None:
    told = context.does("publish", "../site")
    assert "2 versions published" in told
    found = tree(tmp_path / "site")
    assert {path for path in found if path.startswith("demo/")} == {
        *(f"demo/1.0.0/{name}" for name in ("contract.pdf", "pack.pdf", "publication.json")),
        *(
            f"demo/2.0.0-draft/{name}"
            for name in ("contract.pdf", "pack.pdf", "publication.json", "redline.pdf")
        ),
    }
    assert {"index.html", "index.en.html", "feed.xml", "SHA256SUMS"} <= found.keys()
    assert found["demo/1.0.0/contract.pdf"] == (context.root / "outputs/demo/1.0.0/contract.pdf").read_bytes()
    said = json.loads(found["demo/1.0.0/publication.json"])
    lock = context.lock("1.0.0")
    assert (said["seal"], said["reason"], said["day"]) == (lock["seal"], "une raison", "2026-11-24")
    assert (
        subprocess.run(
            ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=tmp_path / "site", check=False
        ).returncode
        == 0
    )


def test_the_redline_tells_what_changed(context: SharedContext, tmp_path: Path) -> None:
    context.does("publish", "../site")
    text = " ".join(
        "".join(
            page.extract_text() for page in PdfReader(tmp_path / "site/demo/2.0.0-draft/redline.pdf").pages
        ).split()
    )
    assert "deux serveurs" in text


def test_published_twice_nothing_moves(context: SharedContext, tmp_path: Path) -> None:
    context.does("publish", "../site")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*")}
    assert "nothing to do" in context.does("publish", "../site")
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*")} == before


@pytest.mark.deep
def test_from_another_checkout_the_same_comes_out(context: SharedContext, tmp_path: Path) -> None:
    context.does("publish", "../site")
    context.git("clone", "-q", f"file://{context.root}", str(tmp_path / "clone"))
    other = SharedContext(tmp_path / "clone")
    other.does("build", "demo@1.0.0")
    other.does("build", "demo")
    assert "nothing to do" in other.does("publish", "../site")
    other.does("publish", "../again")
    assert tree(tmp_path / "again") == tree(tmp_path / "site")


def test_a_release_is_never_overwritten(context: SharedContext, tmp_path: Path) -> None:
    context.does("publish", "../site")
    published = tmp_path / "site/demo/1.0.0/publication.json"
    record = json.loads(published.read_text())
    record["files"][0]["sha256"] = "0" * 64  # as if another release of this number had been published
    published.write_text(json.dumps(record))
    before = tree(tmp_path / "site")
    assert "DG640" in context.refuses("publish", "../site")
    assert tree(tmp_path / "site") == before


def test_what_the_lock_does_not_say_is_not_published(context: SharedContext, tmp_path: Path) -> None:
    manifest = context.root / "outputs/demo/1.0.0/manifest.json"
    told = json.loads(manifest.read_text())
    pdf = context.root / "outputs/demo/1.0.0/contract.pdf"
    pdf.write_bytes(pdf.read_bytes() + b"\n")
    assert "the file differs from its manifest" in context.refuses("publish", "../site")
    from hashlib import sha256

    for entry in told["files"]:
        if entry["file"] == "contract.pdf":
            entry |= {"sha256": sha256(pdf.read_bytes()).hexdigest(), "size": pdf.stat().st_size}
    manifest.write_text(json.dumps(told))
    refused = context.refuses("publish", "../site")
    assert "DG641" in refused
    assert "differs from its lock" in refused
    assert "docgen build demo@1.0.0" in refused
    (context.root / "engagements/demo/releases/1.0.0.yaml").unlink()
    assert "its lock is not in the workspace" in context.refuses("publish", "../site")
    assert not (tmp_path / "site").exists()


def test_a_pack_that_was_built_in_part_is_not_published(context: SharedContext) -> None:
    shutil.rmtree(context.root / "outputs/demo/2.0.0-draft")
    context.does("build", "demo", "--only", "contract")
    assert "built in part" in context.refuses("publish", "../site")


def test_a_draft_that_says_nothing_new_goes(context: SharedContext, tmp_path: Path) -> None:
    context.does("publish", "../site")
    context.replace(FACTS, AMENDED, "")
    shutil.rmtree(context.root / "outputs/demo/2.0.0-draft")
    context.does("build", "demo")
    assert "1 version published" in context.does("publish", "../site")
    assert {path.split("/")[1] for path in tree(tmp_path / "site") if path.startswith("demo/")} == {"1.0.0"}


@pytest.mark.parametrize("built", [True, False], ids=["built here", "built elsewhere"])
def test_a_signature_shows(context: SharedContext, tmp_path: Path, built: bool) -> None:
    context.does("publish", "../site")
    context.does("mark-signed", "demo@1.0.0", "--date", "2026-12-01")
    if not built:
        shutil.rmtree(context.root / "outputs")
    told = context.does("publish", "../site")
    assert told.count("demo/1.0.0/publication.json") == 1
    assert (tmp_path / "site/demo/1.0.0/pack.pdf").exists()
    page = (tmp_path / "site/index.html").read_text("utf-8")
    assert 'data-status="signed"' in page
    assert "1er décembre 2026" in page.replace("\xa0", " ")


def test_a_signed_release_that_is_built_here_is_offered_once(context: SharedContext, tmp_path: Path) -> None:
    context.does("publish", "../site")
    context.does("mark-signed", "demo@1.0.0", "--date", "2026-12-01")
    done, _ = publish(
        Workspace(context.root), str(tmp_path / "site"), (), "", date(2026, 12, 1), lambda path: None
    )
    assert done is not None
    assert done.offered == ("demo/1.0.0", "demo/2.0.0-draft")


def test_where_the_former_text_is_gone_the_pack_comes_without_a_redline(
    context: SharedContext, tmp_path: Path
) -> None:
    shutil.rmtree(context.root / ".git")
    told = context.does("publish", "../site")
    assert "warning[DG603]" in told
    assert "demo/2.0.0-draft/pack.pdf" in tree(tmp_path / "site")


def test_a_record_that_cannot_be_read_stops_everything(context: SharedContext, tmp_path: Path) -> None:
    context.does("publish", "../site")
    (tmp_path / "site/demo/1.0.0/publication.json").write_text("{")
    before = tree(tmp_path / "site")
    assert "DG643" in context.refuses("publish", "../site")
    assert tree(tmp_path / "site") == before


def test_a_target_that_refuses_is_told(context: SharedContext, tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("a file")
    refused = context.refuses("publish", "../plain/site")
    assert "DG642" in refused
    assert "DG642" in context.refuses("publish", "nonsense://host/site")


def test_an_engagement_that_is_not_there(context: SharedContext) -> None:
    assert "DG112" in context.refuses("publish", "../site", "dmo")


KILLED = """
import os, sys
from docgen import target
steps = int(sys.argv.pop(1))
def counted(method):
    def run(self, *arguments):
        global steps
        if steps == 0:
            os._exit(9)
        steps -= 1
        return method(self, *arguments)
    return run
target.Target.write = counted(target.Target.write)
target.Target.remove = counted(target.Target.remove)
from docgen.cli.main import main
main()
"""


@pytest.mark.parametrize(
    "steps", [5, *(pytest.param(steps, marks=pytest.mark.deep) for steps in (1, 2, 8, 11))]
)
def test_killed_anywhere_and_run_again_it_ends_in_the_same_state(
    context: SharedContext, tmp_path: Path, steps: int
) -> None:
    (context.root / "outputs/demo/2.0.0-draft").rename(tmp_path / "later")
    context.does("publish", "../first")
    (tmp_path / "later").rename(context.root / "outputs/demo/2.0.0-draft")
    shutil.copytree(tmp_path / "first", tmp_path / "whole")
    context.does("publish", "../whole")
    shutil.copytree(tmp_path / "first", tmp_path / "half")
    driver = [sys.executable, "-c", KILLED, str(steps), "publish", "../half", "-q"]
    done = subprocess.run(driver, cwd=context.root, env=dict(os.environ), capture_output=True, check=False)
    assert done.returncode in (0, 9)
    found = tree(tmp_path / "half")
    assert all(
        content == tree(tmp_path / "first")[path]
        for path, content in found.items()
        if path.startswith("demo/1.0.0/")
    )
    context.does("publish", "../half")
    assert tree(tmp_path / "half") == tree(tmp_path / "whole")


def test_to_s3_the_same_tree_comes(context: SharedContext, tmp_path: Path, bucket: str) -> None:
    import s3fs

    context.does("publish", "../site")
    context.does("publish", f"{bucket}/tree")
    storage = s3fs.S3FileSystem()
    found = {
        path.removeprefix("contracts/published/tree/"): storage.cat_file(path)
        for path in storage.find("contracts/published/tree")
    }
    assert found == tree(tmp_path / "site")
    assert "nothing to do" in context.does("publish", f"{bucket}/tree")


def test_pages_and_what_goes_come_after_the_files_that_they_lead_to(
    context: SharedContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    for name in ("write", "remove"):
        act = getattr(Target, name)

        def noted(target: Target, path: str, *content: bytes, act=act) -> None:
            done.append(path)
            act(target, path, *content)

        monkeypatch.setattr(Target, name, noted)
    context.does("publish", "../site")
    files = [path.startswith("demo/") for path in done]
    assert files == sorted(files, reverse=True)
    assert not files[-1]
    context.replace(FACTS, AMENDED, "")
    shutil.rmtree(context.root / "outputs/demo/2.0.0-draft")
    context.does("build", "demo")
    done.clear()
    context.does("publish", "../site")
    gone = [path.startswith("demo/2.0.0-draft/") for path in done]
    assert gone == sorted(gone), "what no page leads to any more goes last"
    assert any(gone)


def test_a_draft_after_another_release_gets_a_new_redline(context: SharedContext, tmp_path: Path) -> None:
    """It says what it said, and follows another release: its redline is to that one."""
    site, record = tmp_path / "site", "demo/2.0.0-draft/publication.json"
    context.does("publish", "../site")
    assert json.loads(tree(site)[record])["former"] == "1.0.0"
    redline = tree(site)["demo/2.0.0-draft/redline.pdf"]
    text = context.read(FACTS)
    context.write(FACTS, text.replace(AMENDED, "contacts: {billing: {client: dsi}}\n"))
    context.commit()
    assert context.release() == "1.1.0"
    context.write(FACTS, text + "contacts: {billing: {client: dsi}}\n")
    context.commit()
    context.does("build", "demo")
    context.does("publish", "../site")
    assert json.loads(tree(site)[record])["former"] == "1.1.0"
    assert tree(site)["demo/2.0.0-draft/redline.pdf"] != redline
