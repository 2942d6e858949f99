"""What publishing may do to a target: nothing to a release that stands, in an order that an interruption cannot spoil."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from docgen.publish.plan import Offer, Plan, plan
from docgen.publish.record import RECORD, REDLINE, Published, read_record

from .samples import offer, published_file


class Shelf(dict[str, bytes]):
    """A target that is a mapping of paths to contents."""

    @property
    def sizes(self) -> dict[str, int]:
        return {path: len(content) for path, content in self.items()}

    @property
    def records(self) -> tuple[Published, ...]:
        found = (
            read_record(path, content).value
            for path, content in sorted(self.items())
            if path.endswith(f"/{RECORD}")
        )
        return tuple(record for record in found if record is not None)

    def plan(self, *offers: Offer) -> Plan:
        decided, faults = plan(offers, self.records, self.sizes)
        assert faults == ()
        return decided

    def publish(self, *offers: Offer, steps: int | None = None) -> "Shelf":
        """Carry a plan out, or its first steps only."""
        decided = self.plan(*offers)
        todo = [*decided.writes, *((path, None) for path in decided.removals)]
        for path, content in todo[:steps]:
            if content is None:
                del self[path]
            else:
                self[path] = content
        return self


RELEASE = offer("aurore", "1.0.0")
DRAFT = offer("aurore", "1.0.0-draft")
NEXT = offer("aurore", "1.1.0-draft", redline=b"changes", former="1.0.0")


def test_a_record_is_written_after_its_files() -> None:
    paths = [path for path, _ in Shelf().plan(RELEASE).writes]
    assert paths == ["aurore/1.0.0/pack.pdf", "aurore/1.0.0/contract.pdf", f"aurore/1.0.0/{RECORD}"]


def test_the_same_bytes_again_are_nothing_to_do() -> None:
    again = Shelf().publish(RELEASE, NEXT).plan(RELEASE, NEXT)
    assert (again.writes, again.removals) == ((), ())


def test_other_bytes_of_a_release_are_refused_and_nothing_is_written() -> None:
    shelf = Shelf().publish(RELEASE)
    other = offer("aurore", "1.0.0", text="other")
    decided, faults = plan((other, offer("boulange", "1.0.0")), shelf.records, shelf.sizes)
    assert [(fault.code, fault.span.path) for fault in faults] == [("DG640", "aurore/1.0.0/contract.pdf")]
    assert "contract.pdf would change" in faults[0].message
    assert (decided.writes, decided.removals, decided.records) == ((), (), shelf.records)


def test_a_document_more_or_less_is_refused_too() -> None:
    shelf = Shelf().publish(RELEASE)
    for files, said in (
        (RELEASE.record.files[:1], "contract.pdf would go"),
        ((*RELEASE.record.files, published_file("raci.pdf", b"raci")), "raci.pdf would come"),
    ):
        other = Offer(replace(RELEASE.record, files=files), {**RELEASE.contents, "raci.pdf": b"raci"})
        assert said in plan((other,), shelf.records, shelf.sizes).diagnostics[0].message


def test_a_file_that_was_lost_or_cut_short_is_written_again() -> None:
    shelf = Shelf().publish(RELEASE)
    whole = dict(shelf)
    del shelf["aurore/1.0.0/pack.pdf"]
    shelf["aurore/1.0.0/contract.pdf"] = shelf["aurore/1.0.0/contract.pdf"][:5]
    assert shelf.publish(RELEASE) == whole


def test_a_signature_is_learnt_and_never_forgotten() -> None:
    shelf = Shelf().publish(RELEASE)
    signed = Offer(replace(RELEASE.record, signed=date(2026, 12, 1)), RELEASE.contents)
    assert [path for path, _ in shelf.plan(signed).writes] == [f"aurore/1.0.0/{RECORD}"]
    shelf.publish(signed)
    assert shelf.plan(RELEASE).writes == ()
    assert shelf.records[0].signed == date(2026, 12, 1)


def test_a_redline_that_stands_is_kept() -> None:
    with_redline = offer("aurore", "1.1.0", redline=b"changes", former="1.0.0")
    other = offer("aurore", "1.1.0", redline=b"made by another engine", former="1.0.0")
    shelf = Shelf().publish(RELEASE, with_redline)
    assert shelf.plan(other).writes == ()
    assert shelf[f"aurore/1.1.0/{REDLINE}"] == b"changes"


def test_a_redline_that_could_not_be_made_before_is_added() -> None:
    shelf = Shelf().publish(RELEASE, offer("aurore", "1.1.0"))
    written = [
        path for path, _ in shelf.plan(offer("aurore", "1.1.0", redline=b"changes", former="1.0.0")).writes
    ]
    assert written == [f"aurore/1.1.0/{REDLINE}", f"aurore/1.1.0/{RECORD}"]


def test_a_draft_takes_the_place_of_the_former_one() -> None:
    shelf = Shelf().publish(DRAFT)
    changed = offer("aurore", "1.0.0-draft", text="changed")
    assert Shelf(shelf).publish(changed) == Shelf().publish(changed)
    assert Shelf(shelf).publish(RELEASE, NEXT) == Shelf().publish(RELEASE, NEXT)


def test_the_record_of_a_draft_goes_before_its_files() -> None:
    removed = Shelf().publish(DRAFT).plan(RELEASE).removals
    assert removed[0] == f"aurore/1.0.0-draft/{RECORD}"
    assert set(removed) == {f"aurore/1.0.0-draft/{name}" for name in (RECORD, "pack.pdf", "contract.pdf")}


def test_a_draft_that_was_overtaken_is_not_published() -> None:
    shelf = Shelf().publish(RELEASE)
    decided = shelf.plan(DRAFT)
    assert (decided.writes, decided.removals, decided.records) == ((), (), shelf.records)


def test_a_document_that_a_draft_lost_goes() -> None:
    less = Offer(replace(DRAFT.record, files=DRAFT.record.files[:1]), DRAFT.contents)
    assert Shelf().publish(DRAFT).plan(less).removals == ("aurore/1.0.0-draft/contract.pdf",)


def test_what_other_engagements_published_stays() -> None:
    shelf = Shelf().publish(offer("boulange", "1.0.0-draft"), offer("aurore", "1.0.0"))
    before = dict(shelf)
    shelf.publish(NEXT)
    assert {path: shelf[path] for path in before} == before


VERSIONS = ("1.0.0-draft", "1.0.0", "1.1.0-draft", "1.1.0", "2.0.0-draft")


@st.composite
def offers(draw: st.DrawFn) -> tuple[Offer, ...]:
    chosen = draw(
        st.lists(
            st.tuples(st.sampled_from(("aurore", "boulange")), st.sampled_from(VERSIONS)),
            unique=True,
            max_size=4,
        )
    )
    drafted = {
        name: version for name, version in chosen if version.endswith("-draft")
    }  # one draft an engagement, as outputs/ gives
    return tuple(
        offer(name, version)
        for name, version in chosen
        if drafted.get(name, version) == version or not version.endswith("-draft")
    )


@given(before=offers(), now=offers(), steps=st.integers(0, 20))
def test_interrupted_anywhere_and_run_again_it_ends_in_the_same_state(
    before: tuple[Offer, ...], now: tuple[Offer, ...], steps: int
) -> None:
    whole = Shelf().publish(*before).publish(*now)
    half = Shelf().publish(*before).publish(*now, steps=steps)
    for record in half.records:  # a record never names a file that is not there, or another one
        assert all(half.sizes.get(f"{record.folder}/{file.file}") == file.size for file in record.files)
    assert half.publish(*now) == whole
