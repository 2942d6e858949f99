"""The pipeline for GitLab, each job's shell for real; the notes of the merge request go to a server on this machine."""

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from ..git.conftest import IDENTITY, OBJECT
from .gitlab import Ran, jobs, run
from .workspaces import Shared, share

PIPELINE = ".gitlab-ci.yml"


@pytest.fixture(autouse=True)
def _identity(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)


class Notes:
    """The notes of a merge request, and how they came."""

    def __init__(self) -> None:
        self.bodies: dict[int, str] = {1: "a remark of a person"}
        self.calls: list[str] = []
        self.tokens: set[str] = set()


@pytest.fixture
def notes() -> Iterator[tuple[Notes, str]]:
    """Notes, and the address of their API."""
    kept = Notes()

    class Api(BaseHTTPRequestHandler):
        """Lists, adds and changes notes, as /projects/7/merge_requests/3/notes does."""

        def answer(self, told: object) -> None:
            kept.tokens.add(self.headers["PRIVATE-TOKEN"])
            kept.calls.append(f"{self.command} {self.path}")
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(told).encode())

        def body(self) -> str:
            return parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())["body"][0]

        def do_GET(self) -> None:
            self.answer([{"id": number, "body": body} for number, body in kept.bodies.items()])

        def do_POST(self) -> None:
            kept.bodies[len(kept.bodies) + 1] = self.body()
            self.answer({})

        def do_PUT(self) -> None:
            kept.bodies[int(self.path.rsplit("/", 1)[1])] = self.body()
            self.answer({})

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Api)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield kept, f"http://127.0.0.1:{server.server_port}/api/v4"
    server.shutdown()
    server.server_close()


class Runner:
    """A runner with one virtual environment and the stand-in for apt-get."""

    def __init__(
        self, shared: Shared, folder: Path, environment: dict[str, str], stand_ins: Path, python: Path
    ) -> None:
        self.shared, self.folder = shared, folder
        path = ":".join((str(stand_ins), str(python.parent), environment["PATH"]))
        self.environment = {**environment, "PATH": path}
        self.count = 0

    def run(self, job: str, what: str, variables: dict[str, str], merged: bool = False) -> Ran:
        self.count += 1
        to = self.folder / f"clone-{self.count}"
        clone = self.shared.merged(to, what) if merged else self.shared.checkout(to, what)
        builds = self.folder / "builds"
        builds.mkdir(exist_ok=True)
        known = {
            "CI_BUILDS_DIR": str(builds),
            "CI_DEFAULT_BRANCH": "main",
            "CI_COMMIT_REF_NAME": what,
            "CI_COMMIT_SHORT_SHA": clone.git("rev-parse", "--short", "HEAD"),
            "DOCGEN_REMOTE": f"file://{self.shared.remote}",
            **variables,
        }
        assert jobs(clone.root / PIPELINE, known) == [job]
        return run(clone.root / PIPELINE, job, clone.root, self.environment, known)


@pytest.fixture
def runner(
    context: Path, tmp_path: Path, environment: dict[str, str], stand_ins: Path, python: Path
) -> Runner:
    return Runner(share(tmp_path / "shared", "gitlab", context), tmp_path, environment, stand_ins, python)


@pytest.fixture
def bare_runner(
    own_wheel: Path, tmp_path: Path, bare_environment: dict[str, str], stand_ins: Path, python: Path
) -> Runner:
    """A runner that can install nothing."""
    return Runner(
        share(tmp_path / "shared", "gitlab", own_wheel), tmp_path, bare_environment, stand_ins, python
    )


@pytest.mark.deep
def test_a_merge_request_is_reviewed_and_one_note_kept(runner: Runner, notes: tuple[Notes, str]) -> None:
    kept, address = notes
    context = runner.shared.context
    request = {
        "CI_PIPELINE_SOURCE": "merge_request_event",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": context.git("rev-parse", "main"),
        "CI_MERGE_REQUEST_IID": "3",
        "CI_PROJECT_ID": "7",
        "CI_API_V4_URL": address,
        "DOCGEN_TOKEN": "token",
    }
    context.git("switch", "-q", "-c", "wording")
    context.replace(
        OBJECT,
        context.read(OBJECT).split("---")[2].strip(),
        "Le Prestataire assure {{ contract.subject }}, jour & nuit.",
    )
    context.commit("a clearer object")
    runner.shared.push("wording")
    ran = runner.run("review", "wording", request, merged=True)
    assert not ran.ok, "not approved yet; the note tells it all the same"
    assert "DG621" in ran.output
    assert kept.calls == [
        f"{method} /api/v4/projects/7/merge_requests/3/notes{query}"
        for method, query in (("GET", "?per_page=100"), ("POST", ""))
    ]
    assert kept.tokens == {"token"}
    assert "jour &amp; nuit" in kept.bodies[2]

    context.replace(OBJECT, "contract.subject", "contract.subjekt")
    context.commit("a slip")
    runner.shared.push("wording")
    slip = runner.run("review", "wording", request, merged=True)
    assert not slip.ok
    assert "subjekt" in slip.output
    assert set(kept.bodies) == {1, 2}, "a review that could not be made leaves the note that stands"

    context.replace(OBJECT, "contract.subjekt", "contract.subject")
    context.replace(OBJECT, "jour & nuit", "nuit et jour")
    context.does("approve", "objet.objet", "--role", "legal", "--by", "Direction juridique")
    context.commit("mended and approved")
    runner.shared.push("wording")
    assert runner.run("review", "wording", request, merged=True).ok
    assert kept.calls[-1] == "PUT /api/v4/projects/7/merge_requests/3/notes/2"
    assert "nuit et jour" in kept.bodies[2]
    assert kept.bodies[1] == "a remark of a person"


@pytest.mark.deep
def test_without_a_token_the_review_is_an_artefact_only(runner: Runner) -> None:
    request = {
        "CI_PIPELINE_SOURCE": "merge_request_event",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD",
        "DOCGEN_TOKEN": "",
    }
    assert runner.run("review", "main", request).ok
    assert (runner.folder / "clone-1" / "review.html").exists()


@pytest.mark.deep
def test_main_publishes_drafts_and_a_tag_its_release(runner: Runner, tmp_path: Path) -> None:
    shared, context = runner.shared, runner.shared.context
    ran = runner.run("publish", "main", {"CI_COMMIT_BRANCH": "main"})
    assert ran.ok, ran.output
    assert (shared.published(tmp_path / "site-1") / "demo/1.0.0-draft/contract.pdf").exists()
    context.release()
    context.does("release", "demo", "--tag")
    shared.push("main", "demo/v1.0.0")
    ran = runner.run("publish", "demo/v1.0.0", {"CI_COMMIT_TAG": "demo/v1.0.0"})
    assert ran.ok, ran.output
    site = shared.published(tmp_path / "site-2")
    assert sorted(path.name for path in (site / "demo").iterdir()) == ["1.0.0"]
    assert (site / "demo/1.0.0/contract.pdf").read_bytes() == (
        context.root / "outputs/demo/1.0.0/contract.pdf"
    ).read_bytes()
    tip = shared.tip("published")
    assert runner.run("publish", "demo/v1.0.0", {"CI_COMMIT_TAG": "demo/v1.0.0"}).ok
    assert shared.tip("published") == tip


def test_a_branch_that_is_not_the_default_one_publishes_nothing(bare_runner: Runner) -> None:
    pipeline = bare_runner.shared.context.root / PIPELINE
    assert (
        jobs(
            pipeline,
            {"CI_COMMIT_BRANCH": "wording", "CI_DEFAULT_BRANCH": "main", "CI_PIPELINE_SOURCE": "push"},
        )
        == []
    )
    assert jobs(pipeline, {"CI_COMMIT_TAG": "v1", "CI_DEFAULT_BRANCH": "main"}) == []


def test_nothing_is_installed_without_a_wheel_and_its_hash(bare_runner: Runner, tmp_path: Path) -> None:
    context = bare_runner.shared.context
    path = context.root / PIPELINE
    path.write_text(re.sub('DOCGEN: ".*"', 'DOCGEN: ""', path.read_text("utf-8")), "utf-8")
    context.commit("no docgen")
    bare_runner.shared.push("main")
    ran = bare_runner.run("publish", "main", {"CI_COMMIT_BRANCH": "main"})
    assert not ran.ok
    assert ran.output.startswith("set DOCGEN in .gitlab-ci.yml to a wheel")
    assert not (tmp_path / "state" / "calls").exists()
