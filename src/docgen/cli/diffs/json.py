"""A JSON object for programs: the two versions, the level and why, clauses, values, documents."""

import json
from dataclasses import asdict

from docgen.model.comparison import Side
from docgen.pipeline.comparing import Compared


def show(compared: Compared, colour: bool) -> str:
    """Names of keys are those of the values of `model/changes.py`; `favours` is client, provider or ''."""
    old, new = compared.sides
    changes = compared.changes
    text = {
        "engagement": compared.engagement,
        "from": _side(old),
        "to": _side(new),
        "level": changes.level,
        "because": changes.because,
        "documents": changes.documents,
        "clauses": [asdict(change) for change in changes.clauses],
        "values": [
            {**asdict(change), "gains": change.gains or "", "favours": change.favours or ""}
            for change in changes.values
        ],
    }
    return json.dumps(text, ensure_ascii=False, indent=2) + "\n"


def _side(side: Side) -> dict[str, object]:
    return {
        "version": side.version,
        "date": side.day.isoformat(),
        "signed": side.signed.isoformat() if side.signed else None,
    }
