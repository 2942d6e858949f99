"""The values of engagements that are printed otherwise, and the party in whose favour they moved."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from docgen.history.changes import compare
from docgen.history.impact import Use
from docgen.history.snapshot import printed_values
from docgen.model.changes import ChangeClass, ContentSnapshot
from docgen.model.clause import STANDARD
from docgen.model.pack import Pack
from docgen.model.review import ValueReview


def review_values(uses: Mapping[str, Use]) -> tuple[ValueReview, ...]:
    """The values that are printed otherwise; the same change of several engagements is listed once."""
    found: dict[tuple[str, str, str], ValueReview] = {}
    for name, use in uses.items():
        if use.old is None or use.new is None:
            continue
        for value in (*_changed(use.old, use.new), *_positions(use.old, use.new)):
            key = (value.path, value.old, value.new)
            known = found.get(key, value)
            found[key] = replace(known, engagements=(*known.engagements, name))
    return tuple(found.values())


def _changed(old: Pack, new: Pack) -> Iterator[ValueReview]:
    before, after = (ContentSnapshot(values=tuple(printed_values(pack))) for pack in (old, new))
    for change in compare(before, after).values:
        if not change.path.startswith("computed."):  # what follows from others is no change of its own
            yield ValueReview(
                change.path, change.title, change.old, change.new, change.change, change.favours
            )


def _positions(old: Pack, new: Pack) -> Iterator[ValueReview]:
    for name in sorted({*old.positions, *new.positions}):
        before, after = old.position(name), new.position(name)
        if before != after:
            clause = new.library.find(name, new.locale.code, STANDARD)
            title, change = (
                (clause.title, clause.change) if clause is not None else (name, ChangeClass.AMENDMENT)
            )
            yield ValueReview(f"positions.{name}", title, before, after, change)
