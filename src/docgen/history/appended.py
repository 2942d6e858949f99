"""Whether all that stands behind the released bytes of a PDF is electronic signatures.

A PDF may be changed by a revision appended to it, which leaves every former byte as it was: it may sign the document, and
it may draw over its pages. Each appended revision is compared with the released one. pyHanko decides what a revision may
hold: signature fields and their appearance, time-stamps, certificates and their status.
"""

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader

UNREADABLE = "what was added behind the released bytes cannot be analysed"
UNSIGNED = "something that is no signature was added behind the released bytes"
_HOSTILE = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
)
"""What a file that was made to mislead makes pyHanko raise beside faults of its own."""

BROKEN = "a signature that was added does not fit the document"


def fault_of_appended(content: bytes, size: int) -> str:
    """'' where only sound signatures follow the first `size` bytes; otherwise a sentence that says what follows.

    A signature is sound when it fits the bytes that it covers; who made it, and whether to believe that, is not asked.
    """
    # measured: 0.7 s, so only where something was appended
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.diff_analysis import SuspiciousModification

    try:
        released = PdfFileReader(BytesIO(content[:size])).xrefs.total_revisions
        reader = PdfFileReader(BytesIO(content))
        if reader.xrefs.total_revisions <= released or content.rpartition(b"%%EOF")[2].strip():
            return UNSIGNED
        if not reader.embedded_signatures or not _only_signs(reader, released - 1):
            return UNSIGNED
        return "" if all(_sound(reader)) else BROKEN
    except SuspiciousModification:
        return UNSIGNED
    except (PdfError, *_HOSTILE):
        return UNREADABLE


def _only_signs(reader: "PdfFileReader", released: int) -> bool:
    """True when the revisions after the released one hold signatures and nothing that an unsigned change could be."""
    from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, pdf_name
    from pyhanko.sign.diff_analysis import (
        DEFAULT_DIFF_POLICY,
        FormUpdatingRule,
        ModificationLevel,
        StandardDiffPolicy,
    )
    from pyhanko.sign.diff_analysis.constants import ACROFORM_EXEMPT_STRICT_COMPARISON

    base = reader.get_historical_resolver(released)
    if "/AcroForm" not in base.root:  # pyHanko compares two forms: none is one without fields
        base.root["/AcroForm"] = DictionaryObject({pdf_name("/Fields"): ArrayObject()})  # type: ignore[no-untyped-call]
    usual = DEFAULT_DIFF_POLICY.form_rule
    form = FormUpdatingRule(
        usual.field_rules if usual else [], ACROFORM_EXEMPT_STRICT_COMPARISON | {"/SigFlags", "/DA"}
    )
    policy = StandardDiffPolicy(DEFAULT_DIFF_POLICY.global_rules, form)
    return all(
        policy.apply(old=base, new=later).modification_level <= ModificationLevel.FORM_FILLING
        for later in _later(reader, released)
    )


def _later(reader: "PdfFileReader", released: int) -> "Iterator[HistoricalResolver]":
    return map(reader.get_historical_resolver, range(released + 1, reader.xrefs.total_revisions))


def _sound(reader: "PdfFileReader") -> Iterator[bool]:
    """Of each signature, whether it fits the bytes that it covers."""
    from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
    from pyhanko_certvalidator import ValidationContext

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    for signature in reader.embedded_signatures:
        nobody = ValidationContext(trust_roots=[], allow_fetching=False)
        validate = (
            validate_pdf_timestamp if signature.sig_object_type == "/DocTimeStamp" else validate_pdf_signature
        )
        status = validate(signature, nobody)
        yield bool(status.intact and status.valid)
