"""What stands behind the released bytes of a PDF, in one blank page."""

from io import BytesIO

import pytest
from pyhanko.pdf_utils.generic import DictionaryObject, StreamObject, pdf_name
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter
from pyhanko.sign.signers import SimpleSigner

from docgen.history.appended import BROKEN, UNREADABLE, UNSIGNED, fault_of_appended

from ..git.test_signatures import ALTERED, SOUND, signer

__all__ = ["signer"]


@pytest.fixture(scope="module")
def blank() -> bytes:
    writer = PdfFileWriter()
    contents = writer.add_object(StreamObject(stream_data=b" "))
    page = PageObject(contents=contents, media_box=(0, 0, 300, 300))
    page[pdf_name("/Resources")] = DictionaryObject()
    writer.insert_page(page)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize("name", SOUND)
def test_signatures_alone_are_sound(blank: bytes, signer: SimpleSigner, name: str) -> None:
    assert fault_of_appended(SOUND[name](blank, signer), len(blank)) == ""


@pytest.mark.parametrize("name", ALTERED)
def test_anything_else_has_its_reason(blank: bytes, signer: SimpleSigner, name: str) -> None:
    reasons = {"a forged signature": BROKEN, "signed, then cut": UNREADABLE}
    found = fault_of_appended(ALTERED[name](blank, signer), len(blank))
    assert found == reasons.get(name, UNSIGNED)


@pytest.mark.parametrize("content", [b"", b"signed", b"%PDF-1.7\n"])
def test_what_is_no_pdf_cannot_be_analysed(content: bytes) -> None:
    assert fault_of_appended(content, len(content)) == UNREADABLE
