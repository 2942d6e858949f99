"""Text and compared words in the Markdown of forges."""

import pytest

from docgen.history.markdown import marked_words, plain
from docgen.model.changes import Op, Run


@pytest.mark.parametrize("sign", list("\\`*_[]<>~|&@"))
def test_a_sign_of_markdown_is_shown(sign: str) -> None:
    assert plain(f"a{sign}b") == f"a\\{sign}b"


def test_a_text_stands_on_one_line() -> None:
    assert plain("a\nb - c (d)") == "a b - c (d)"


def test_words_are_marked_without_the_spaces_around_them() -> None:
    runs = (
        Run(Op.SAME, " Le *prix* "),
        Run(Op.REMOVED, "est "),
        Run(Op.ADDED, " sera\nferme "),
        Run(Op.SAME, " "),
        Run(Op.REMOVED, ""),
        Run(Op.SAME, "!\n"),
    )
    assert marked_words(runs) == "Le \\*prix\\* ~~est~~  **sera**<br>**ferme**  !<br>"
