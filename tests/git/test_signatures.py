"""What stands behind the bytes of a released PDF: signatures, or anything else."""

from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from pyhanko.pdf_utils.generic import ArrayObject, IndirectObject, StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf

from .conftest import SharedContext
from .test_verify import states

PACK = "outputs/demo/1.0.0/pack.pdf"
RECORD = ("mark-signed", "demo@1.0.0", "--date", "2026-12-01", "--file")
Change = Callable[[bytes, SimpleSigner], bytes]


@pytest.fixture(scope="module")
def signer(tmp_path_factory: pytest.TempPathFactory) -> SimpleSigner:
    """Someone with a certificate that nobody vouches for."""
    key = generate_private_key(SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Camille EXEMPLE")])
    start = datetime(2026, 1, 1)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, start, start + timedelta(days=36500))
        .add_extension(x509.KeyUsage(True, True, *[False] * 7), critical=True)
        .sign(key, SHA256())
    )
    path = tmp_path_factory.mktemp("keys") / "key.p12"
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"key", key, certificate, None, NoEncryption()))
    loaded = SimpleSigner.load_pkcs12(str(path))
    assert loaded is not None
    return loaded


def signed(content: bytes, signer: SimpleSigner, field: str = "Client") -> bytes:
    """The document with a signature behind it."""
    made = sign_pdf(IncrementalPdfFileWriter(BytesIO(content)), PdfSignatureMetadata(field), signer=signer)
    return bytes(made.getvalue())


def drawn(content: bytes) -> bytes:
    """The document with a white page drawn over its first one, as a revision of its own."""
    writer = IncrementalPdfFileWriter(BytesIO(content))
    page = writer.find_page_for_modification(0)[0].get_object()
    former = page.raw_get("/Contents")
    over = writer.add_object(StreamObject(stream_data=b"1 g 0 0 900 900 re f"))
    page["/Contents"] = ArrayObject([*([former] if isinstance(former, IndirectObject) else former), over])
    writer.update_container(page)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def with_a_field_alone(content: bytes) -> bytes:
    """The document with a field that nobody signed."""
    writer = IncrementalPdfFileWriter(BytesIO(content))
    append_signature_field(writer, SigFieldSpec("Client"))
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def forged(content: bytes, signer: SimpleSigner) -> bytes:
    """The document with a signature that is broken in one figure of its last bytes that are not padding."""
    made = signed(content, signer)
    start = made.index(b"/Contents <", len(content)) + len(b"/Contents <")
    at = start + len(made[start : made.index(b">", start)].rstrip(b"0")) - 1
    return made[:at] + (b"1" if made[at : at + 1] != b"1" else b"2") + made[at + 1 :]


SOUND: dict[str, Change] = {
    "one signature": signed,
    "two signatures": lambda content, signer: signed(signed(content, signer), signer, "Prestataire"),
}
ALTERED: dict[str, Change] = {
    "a remark": lambda content, signer: content + b"\n% an incremental update\n",
    "a line": lambda content, signer: content + b"\n",
    "a page drawn over": lambda content, signer: drawn(content),
    "a field that nobody signed": lambda content, signer: with_a_field_alone(content),
    "a page drawn over, then signed": lambda content, signer: signed(drawn(content), signer),
    "signed, then a page drawn over": lambda content, signer: drawn(signed(content, signer)),
    "signed, then drawn over, then signed": lambda content, signer: signed(
        drawn(signed(content, signer)), signer, "Prestataire"
    ),
    "signed, then a remark": lambda content, signer: signed(content, signer) + b"% more\n",
    "signed, then cut": lambda content, signer: signed(content, signer)[:-40],
    "a forged signature": forged,
}


@pytest.mark.parametrize("name", SOUND)
def test_signatures_alone_are_sound(
    released: SharedContext, tmp_path: Path, signer: SimpleSigner, name: str
) -> None:
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(SOUND[name]((released.root / PACK).read_bytes(), signer))
    assert states(released, str(copy)) == {"copy.pdf": "extended"}
    released.does(*RECORD, str(copy))
    assert states(released, str(copy)) == {"copy.pdf": "signed"}


@pytest.mark.parametrize("name", ALTERED)
def test_anything_else_is_altered_and_no_signed_copy(
    released: SharedContext, tmp_path: Path, signer: SimpleSigner, name: str
) -> None:
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(ALTERED[name]((released.root / PACK).read_bytes(), signer))
    assert states(released, str(copy), status=1) == {"copy.pdf": "altered"}
    assert "DG616" in released.refuses(*RECORD, str(copy))
    assert "signed" not in released.lock("1.0.0")


def test_a_document_that_was_cut_is_not_sound(released: SharedContext, tmp_path: Path) -> None:
    copy = tmp_path / "copy.pdf"
    copy.write_bytes((released.root / PACK).read_bytes()[:-2000])
    states(released, str(copy), status=1)
    assert "DG616" in released.refuses(*RECORD, str(copy))


@pytest.mark.parametrize("content", [b"", b"signed", b"%PDF-1.7\n"])
def test_what_is_no_pdf_is_no_signed_copy(released: SharedContext, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "copy.pdf").write_bytes(content)
    assert "DG616" in released.refuses(*RECORD, str(tmp_path / "copy.pdf"))
