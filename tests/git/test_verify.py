"""Whether a PDF in hand is the released one, and the record of a signature."""

import json
import shutil
from io import BytesIO
from pathlib import Path

import pytest

from .conftest import FACTS, SharedContext

CONTRACT = "outputs/demo/1.0.0/contract.pdf"
LOCK = "engagements/demo/releases/1.0.0.yaml"


def states(context: SharedContext, *paths: str, status: int = 0) -> dict[str, str]:
    """The state of each file, and the exit status that goes with it."""
    result = context.docgen("verify", *paths, "--format", "json")
    assert result.exit_code == status, result.output
    return {verdict["file"]: verdict["state"] for verdict in json.loads(result.stdout)}


def scan() -> bytes:
    """A PDF that says nothing of itself."""
    import pikepdf

    content = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(content)
    return content.getvalue()


def second(context: SharedContext) -> None:
    context.write(FACTS, context.read(FACTS) + "contacts: {billing: {client: dsi}}\n")
    context.commit()
    assert context.release(day="2026-12-01") == "1.1.0"


def test_genuine_and_current_then_superseded(released: SharedContext) -> None:
    assert states(released, "outputs/demo/1.0.0") == {"contract.pdf": "current", "pack.pdf": "current"}
    second(released)
    assert states(released, "outputs/demo/1.0.0", status=0) == {
        "contract.pdf": "superseded",
        "pack.pdf": "superseded",
    }
    assert states(released, "outputs/demo/1.1.0") == {"contract.pdf": "current", "pack.pdf": "current"}
    assert "superseded by 1.1.0 of 2026-12-01" in released.does("verify", CONTRACT)


def test_a_file_far_from_its_folder_under_another_name(released: SharedContext, tmp_path: Path) -> None:
    shutil.copy(released.root / CONTRACT, tmp_path / "reçu par courriel.pdf")
    assert states(released, str(tmp_path / "reçu par courriel.pdf")) == {"reçu par courriel.pdf": "current"}


def test_an_altered_document_is_named(released: SharedContext, tmp_path: Path) -> None:
    content = (released.root / CONTRACT).read_bytes()
    at = content.index(b"stream") + 20
    (tmp_path / "contract.pdf").write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
    result = released.docgen("verify", str(tmp_path / "contract.pdf"))
    assert result.exit_code == 1
    assert "altered: demo 1.0.0 contract: it is not the document that was released" in result.output


def test_a_document_of_one_release_cannot_pass_for_another(released: SharedContext, tmp_path: Path) -> None:
    import pikepdf

    with pikepdf.open(released.root / CONTRACT) as pdf:
        pdf.docinfo["/docgenSeal"] = pikepdf.String("0" * 64)
        pdf.save(tmp_path / "forged.pdf")
    result = released.docgen("verify", str(tmp_path / "forged.pdf"))
    assert "altered: demo 1.0.0 contract: its seal is not that of the release" in result.output


def test_a_document_that_was_printed_again_is_altered(released: SharedContext, tmp_path: Path) -> None:
    import pikepdf

    with pikepdf.open(released.root / CONTRACT) as pdf:
        pdf.save(tmp_path / "saved.pdf")
    assert states(released, str(tmp_path / "saved.pdf"), status=1) == {"saved.pdf": "altered"}


def test_a_draft_and_a_folder_that_was_tampered_with(released: SharedContext) -> None:
    folder = released.root / released.does("build", "demo", "-q").strip()
    assert states(released, str(folder)) == {"contract.pdf": "draft", "pack.pdf": "draft"}
    (folder / "pack.pdf").unlink()
    content = (folder / "contract.pdf").read_bytes()
    (folder / "contract.pdf").write_bytes(content + b"\n")
    assert states(released, str(folder), status=1) == {"contract.pdf": "altered", "pack.pdf": "missing"}


@pytest.mark.parametrize("content", [b"", b"not a PDF", b"%PDF-1.7\nbroken"])
def test_what_is_no_pdf_is_unknown(released: SharedContext, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "other.pdf").write_bytes(content)
    assert states(released, str(tmp_path / "other.pdf"), status=1) == {"other.pdf": "unknown"}


def test_a_release_that_this_workspace_does_not_know(released: SharedContext, context: SharedContext) -> None:
    context.write(FACTS, "id: demo\ncontract: {reference: AUTRE-2026}\n")
    context.commit()
    context.release()
    assert states(released, str(context.root / CONTRACT), status=1) == {"contract.pdf": "unknown"}


def test_an_empty_folder_is_not_sound(released: SharedContext, tmp_path: Path) -> None:
    assert states(released, str(tmp_path), status=1) == {}


def test_a_lock_that_was_changed_vouches_for_nothing(released: SharedContext) -> None:
    released.replace(LOCK, '"reason": "une raison"', '"reason": "autre"')
    result = released.docgen("verify", CONTRACT)
    assert result.exit_code == 1
    assert "DG601" in result.output
    assert "unknown" in result.output


# --- signatures --------------------------------------------------------------------------------------------


def test_a_signature_is_recorded_beside_the_seal(released: SharedContext, tmp_path: Path) -> None:
    (tmp_path / "signed.pdf").write_bytes(scan())
    seal = released.lock("1.0.0")["seal"]
    released.does("mark-signed", "demo@1.0.0", "--date", "2026-12-01", "--file", str(tmp_path / "signed.pdf"))
    lock = released.lock("1.0.0")
    assert lock["seal"] == seal
    assert lock["signed"]["date"] == "2026-12-01"
    assert released.git("diff", "--numstat").split()[:2] == ["5", "1"], (
        "nothing else of the lock moves but a comma"
    )
    assert states(released, str(tmp_path / "signed.pdf")) == {"signed.pdf": "signed"}
    before = released.read(LOCK)
    released.does("mark-signed", "demo@1.0.0", "--date", "2026-12-01", "--file", str(tmp_path / "signed.pdf"))
    assert released.read(LOCK) == before, "the same record a second time"
    assert "DG615" in released.refuses("mark-signed", "demo@1.0.0", "--date", "2026-12-02")


def test_what_cannot_be_a_signed_copy(released: SharedContext) -> None:
    assert "DG614" in released.refuses("mark-signed", "demo@1.0.0", "--date", "2026-11-23")
    assert "DG616" in released.refuses(
        "mark-signed", "demo@1.0.0", "--date", "2026-12-01", "--file", CONTRACT
    ), "nobody signed it"
    draft = released.does("build", "demo", "-q").strip()
    refused = released.refuses(
        "mark-signed", "demo@1.0.0", "--date", "2026-12-01", "--file", f"{draft}/contract.pdf"
    )
    assert "the file is DEMO-2026 1.0.1-draft, not DEMO-2026 1.0.0" in refused
    assert "DG611" in released.refuses("mark-signed", "demo@2.0.0", "--date", "2026-12-01")
    assert released.docgen("mark-signed", "demo", "--date", "2026-12-01").exit_code == 2
    assert "signed" not in released.lock("1.0.0")
