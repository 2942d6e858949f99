"""A lawyer changes a clause on a branch, reads the review, approves and merges it; a release is tagged and published.

Git is real, with a bare repository in the place of the forge; every step's shell is that of the pipeline which
`docgen init --ci github` writes, with docgen installed by pip from a wheel. Only `sudo`, `apt-get` and `gh` are stand-ins.
"""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from ..ci.github import Forge, Ran
from ..ci.workspaces import Shared, share
from ..git.conftest import IDENTITY, OBJECT

WORKFLOW = ".github/workflows/docgen.yml"


@pytest.fixture(autouse=True)
def _identity(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)


class Story:
    """The people, the forge, and what it publishes."""

    def __init__(self, shared: Shared, forge: Forge, folder: Path) -> None:
        self.shared, self.forge, self.folder = shared, forge, folder

    def pushed(self, name: str, kind: str = "branch", **variables: str) -> Ran:
        """What the forge does when a branch or tag arrives."""
        clone = self.shared.checkout(self.folder / f"runner-{self.forge.count}", name)
        github = {
            "event_name": "push",
            "ref_type": kind,
            "ref_name": name,
            "sha": clone.git("rev-parse", "HEAD"),
        }
        return self.forge.run(clone.root / WORKFLOW, "publish", clone.root, github=github, vars=variables)

    def requested(self, branch: str) -> Ran:
        """What the forge does on a pull request into main."""
        clone = self.shared.merged(self.folder / f"runner-{self.forge.count}", branch)
        github = {
            "event_name": "pull_request",
            "base_ref": "main",
            "token": "t",
            "event": {"pull_request": {"number": 5}},
            "sha": clone.git("rev-parse", "HEAD"),
        }
        return self.forge.run(clone.root / WORKFLOW, "review", clone.root, github=github)

    def site(self) -> Mapping[str, bytes]:
        """What people fetch."""
        root = self.shared.published(self.folder / f"site-{len(list(self.folder.glob('site-*')))}")
        assert (
            subprocess.run(
                ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=root, check=False
            ).returncode
            == 0
        )
        return {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted(root.rglob("*"))
            if path.is_file() and ".git" not in path.parts
        }


def statuses(site: Mapping[str, bytes]) -> dict[str, str]:
    """The versions of the page with their status."""
    return dict(re.findall(r'<article id="([^"]+)" data-status="([^"]+)"', site["index.html"].decode()))


@pytest.fixture
def story(context: Path, tmp_path: Path, environment: dict[str, str], stand_ins: Path, python: Path) -> Story:
    return Story(
        share(tmp_path / "shared", "github", context),
        Forge(tmp_path / "forge", environment, stand_ins, python),
        tmp_path,
    )


@pytest.mark.deep
def test_from_branch_to_published_site(story: Story, tmp_path: Path) -> None:
    shared, context = story.shared, story.shared.context

    # main is pushed: its draft is published
    assert story.pushed("main").failed == ""
    assert statuses(story.site()) == {"demo-1.0.0-draft": "draft"}
    draft = story.site()["demo/1.0.0-draft/contract.pdf"]

    # a clause changes on a branch: the request is reviewed
    context.git("switch", "-q", "-c", "wording")
    context.replace(
        OBJECT,
        context.read(OBJECT).split("---")[2].strip(),
        "Le Prestataire assure {{ contract.subject }}, jour et nuit.",
    )
    context.commit("a clearer object")
    shared.push("wording")
    review = story.requested("wording")
    assert review.failed.startswith("Review: "), "not approved yet"
    comment = (tmp_path / "state" / "comment.md").read_text("utf-8")
    assert "objet.objet" in comment.replace("\\", "")
    assert "jour et nuit" in comment
    assert "approuvé par Direction juridique" not in comment
    assert comment in review.summary
    assert (review.artefacts / "outputs/demo/1.0.0-draft/contract.pdf").read_bytes() != draft
    assert b"jour et nuit" in (review.artefacts / "review.html").read_bytes()
    assert "POST" in (tmp_path / "state" / "calls").read_text()

    # a mistake is held back, and the comment that stands is brought up to date
    context.replace(OBJECT, "{{ contract.subject }}", "{{ contract.subjekt }}")
    context.commit("a slip")
    shared.push("wording")
    slip = story.requested("wording")
    assert slip.failed.startswith("Check: ")
    assert "subjekt" in slip.failed
    assert "PATCH" in (tmp_path / "state" / "calls").read_text()
    assert not (slip.artefacts / "outputs").exists()

    # mended, approved, merged: main's draft is the new text
    context.replace(OBJECT, "subjekt", "subject")
    context.does("approve", "objet.objet", "--role", "legal", "--by", "Direction juridique")
    context.commit("mended and approved")
    shared.push("wording")
    assert story.requested("wording").failed == ""
    assert "approuvé par Direction juridique" in (tmp_path / "state" / "comment.md").read_text("utf-8")
    context.git("switch", "-q", "main")
    context.git("merge", "-q", "--no-ff", "-m", "merge wording", "wording")
    shared.push("main")
    assert story.pushed("main").failed == ""
    assert story.site()["demo/1.0.0-draft/contract.pdf"] != draft

    # a release is made, committed and tagged: the tag publishes it, and its bytes are those that were released
    assert context.release() == "1.0.0"
    context.does("release", "demo", "--tag")
    shared.push("main", "demo/v1.0.0")
    assert story.pushed("demo/v1.0.0", "tag").failed == ""
    site = story.site()
    assert statuses(site) == {"demo-1.0.0": "released"}
    assert json.loads(site["demo/1.0.0/publication.json"])["seal"] == context.lock("1.0.0")["seal"]
    assert site["demo/1.0.0/contract.pdf"] == (context.root / "outputs/demo/1.0.0/contract.pdf").read_bytes()

    # main, where nothing moved since, publishes no draft; run again, the tag changes nothing
    tip = shared.tip("published")
    assert story.pushed("main").failed == ""
    assert story.pushed("demo/v1.0.0", "tag").failed == ""
    assert shared.tip("published") == tip

    # signed; then an amendment is drafted and released: the redline tells it, the signed version binds until the next is
    context.does("mark-signed", "demo@1.0.0", "--date", "2026-12-01")
    context.write(
        "engagements/demo/engagement.yaml",
        context.read("engagements/demo/engagement.yaml")
        + "contract: {subject: l'exploitation de deux serveurs}\n",
    )
    context.commit("amended")
    shared.push("main")
    assert story.pushed("main").failed == ""
    assert statuses(story.site()) == {"demo-2.0.0-draft": "draft", "demo-1.0.0": "signed"}
    assert context.release(day="2027-01-15") == "2.0.0"
    context.does("release", "demo", "--tag")
    shared.push("main", "demo/v2.0.0")
    assert story.pushed("demo/v2.0.0", "tag").failed == ""
    later = story.site()
    assert statuses(later) == {"demo-2.0.0": "released", "demo-1.0.0": "signed"}
    assert "demo/2.0.0/redline.pdf" in later
    assert all(
        later[path] == content
        for path, content in site.items()
        if path.startswith("demo/1.0.0/") and path.endswith(".pdf")
    )
    assert b"demo" in later["feed.xml"]
