"""A small house with a pipeline, a bare repository that stands for the forge, and fresh checkouts of it."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from ..git.conftest import SharedContext, furnish
from .wheelhouse import address

PIPELINES = {"github": ".github/workflows/docgen.yml", "gitlab": ".gitlab-ci.yml"}


@dataclass(frozen=True)
class Shared:
    """Where a lawyer works, and the repository that all share."""

    context: SharedContext
    remote: Path

    def push(self, *what: str) -> None:
        """Send branches or tags to the shared repository."""
        self.context.git("push", "-q", "origin", *what)

    def checkout(self, to: Path, what: str) -> SharedContext:
        """A fresh clone with its whole history, as a runner makes it: a commit and no branch."""
        SharedContext(self.remote.parent).git(
            "clone", "-q", "--no-checkout", f"file://{self.remote}", str(to)
        )
        clone = SharedContext(to)
        clone.git("checkout", "-q", "--detach", f"origin/{what}" if self._is_branch(what) else what)
        return clone

    def merged(self, to: Path, branch: str) -> SharedContext:
        """A fresh clone at the merge of a branch into main, as a forge prepares it for a request."""
        clone = self.checkout(to, "main")
        clone.git("merge", "-q", "--no-ff", "-m", f"merge {branch}", f"origin/{branch}")
        return clone

    def published(self, to: Path) -> Path:
        """What the branch `published` holds."""
        SharedContext(self.remote.parent).git(
            "clone", "-q", "--branch", "published", f"file://{self.remote}", str(to)
        )
        return to

    def tip(self, branch: str) -> str:
        """The commit of a branch of the shared repository."""
        return SharedContext(self.remote).git("rev-parse", branch)

    def _is_branch(self, name: str) -> bool:
        return (
            name
            in SharedContext(self.remote)
            .git("for-each-ref", "--format=%(refname:short)", "refs/heads")
            .split()
        )


def governed(context: SharedContext) -> SharedContext:
    """The house with a role that must approve every change of an amendment's class, and that has approved what stands."""
    context.write("docgen.yaml", context.read("docgen.yaml") + "approvals: {amendment: [legal]}\n")
    context.does("approve", "--all", "--role", "legal", "--by", "Direction juridique")
    return context


def share(folder: Path, forge: str, wheels: Path) -> Shared:
    """A house with the pipeline of a forge, which installs the wheel of docgen that is committed beside it, pushed."""
    folder.mkdir(parents=True, exist_ok=True)
    context = governed(furnish(folder / "house"))
    context.does("init", ".", "--ci", forge)
    (context.root / "wheels").mkdir()
    shutil.copy(next(wheels.glob("docgen_infogerance-*.whl")), context.root / "wheels")
    context.replace(PIPELINES[forge], 'DOCGEN: ""', f'DOCGEN: "{address(context.root / "wheels")}"')
    context.git("init", "-q", "-b", "main")
    context.commit("the house")
    remote = folder / "remote.git"
    context.git("init", "-q", "--bare", "-b", "main", str(remote))
    context.git("remote", "add", "origin", f"file://{remote}")
    shared = Shared(context, remote)
    shared.push("main")
    return shared
