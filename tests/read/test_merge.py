"""Parts of an engagement never overlap; house terms give way leaf by leaf."""

from docgen.read.merge import Merged, join, lay_over
from docgen.text.source import Source, Span
from docgen.text.yamltext import YamlDocument, load


def part(path: str, text: str) -> YamlDocument:
    return load(Source(path, text)).value


def joined(*texts: str) -> Merged:
    merged, faults = join([part(f"{index}.yaml", text) for index, text in enumerate(texts)])
    assert faults == ()
    return merged


def laid(above: Merged, terms: str) -> Merged:
    merged, faults = lay_over(above, part("terms.yaml", terms))
    assert faults == ()
    return merged


def test_parts_are_put_together_and_mappings_meet() -> None:
    merged = joined("a: 1\nm: {x: 1}\n", "b: 2\nm: {y: 2}\n")
    assert merged.value == {"a": 1, "b": 2, "m": {"x": 1, "y": 2}}


def test_each_value_keeps_the_place_in_its_own_file() -> None:
    merged = joined("a: 1\nm: {x: 1}\n", "b: 2\nm: {y: [1, 2]}\n")
    assert merged.spans["m", "x"] == Span("0.yaml", 2, 8, 9)
    assert merged.spans["m", "y", 1] == Span("1.yaml", 2, 12, 13)
    assert merged.keys["b",] == Span("1.yaml", 1, 1, 2)


def test_a_fact_given_twice_is_placed_at_the_second() -> None:
    merged, (fault,) = join([part("a.yaml", "x: 1\nm:\n  k: 1\n"), part("b.yaml", "m:\n  k: 2\n")])
    assert merged.value["m"]["k"] == 1
    assert (fault.code, fault.span) == ("DG209", Span("b.yaml", 2, 3, 4))
    assert fault.message == "m.k is given twice"
    assert fault.hint == "it is first in a.yaml, line 3: keep one"


def test_lists_never_meet() -> None:
    _, (fault,) = join([part("a.yaml", "l: [1]\n"), part("b.yaml", "l: [2]\n")])
    assert (fault.code, fault.span) == ("DG209", Span("b.yaml", 1, 1, 2))


def test_a_list_against_a_mapping_is_a_fact_given_twice() -> None:
    _, (fault,) = join([part("a.yaml", "l: {a: 1}\n"), part("b.yaml", "l: [2]\n")])
    assert fault.code == "DG209"


def test_a_part_that_is_no_mapping() -> None:
    merged, (fault,) = join([part("a.yaml", "a: 1\n"), part("b.yaml", "- 1\n")])
    assert merged.value == {"a": 1}
    assert (fault.code, fault.span.path) == ("DG203", "b.yaml")


def test_an_empty_part_says_nothing() -> None:
    assert joined("a: 1\n", "", "# only a remark\n").value == {"a": 1}


def test_house_terms_give_way_leaf_by_leaf() -> None:
    merged = laid(joined("m: {x: 1}\nl: [1]\n"), "m: {x: 9, y: {z: 3}}\nl: [8, 9]\nb: 2\n")
    assert merged.value == {"m": {"x": 1, "y": {"z": 3}}, "l": [1], "b": 2}


def test_what_house_terms_say_is_placed_in_their_file() -> None:
    merged = laid(joined("m: {x: 1}\nl: [1]\n"), "m: {x: 9, y: {z: [3]}}\nl: [8, 9]\n")
    assert merged.spans["m", "x"].path == "0.yaml"
    assert merged.spans["m", "y", "z", 0] == Span("terms.yaml", 1, 19, 20)
    assert merged.keys["m", "y"] == Span("terms.yaml", 1, 11, 12)
    assert ("l", 1) not in merged.spans, "a list gives way as a whole"


def test_null_takes_a_house_term_away() -> None:
    assert laid(joined("b: null\nm: {x: null}\n"), "a: 1\nb: 2\nm: {x: 1, y: 2}\n").value == {
        "a": 1,
        "m": {"y": 2},
    }


def test_null_against_nothing_stays_and_is_checked() -> None:
    assert laid(joined("b: null\n"), "a: 1\n").value == {"a": 1, "b": None}


def test_neither_side_is_changed() -> None:
    above = joined("m: {x: 1}\n")
    below = part("terms.yaml", "m: {y: [1]}\n")
    merged = lay_over(above, below).value
    merged.value["m"]["y"].append(2)
    assert above.value == {"m": {"x": 1}}
    assert below.value == {"m": {"y": [1]}}


def test_house_terms_that_are_no_mapping() -> None:
    merged, (fault,) = lay_over(joined("a: 1\n"), part("terms.yaml", "- 1\n"))
    assert merged.value == {"a": 1}
    assert (fault.code, fault.span.path) == ("DG203", "terms.yaml")
    assert laid(joined("a: 1\n"), "# nothing yet\n").value == {"a": 1}
