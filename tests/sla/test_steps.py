import re
from decimal import Decimal
from importlib.resources import files

import pytest

from docgen.model.sla import Counting, EarnBackShare
from docgen.sla.steps import STEP_KEYS, count, step

CHOICES = {
    "scale.counting": Counting,
    "terms.share": EarnBackShare,
}


def keys_in_use() -> set[str]:
    sources = [path.read_text("utf-8") for path in files("docgen.sla").iterdir() if path.name.endswith(".py")]
    keys = set()
    for source in sources:
        keys |= set(re.findall(r'\bstep\(\s*"([a-z.-]+)"', source))
        for stem, choice in re.findall(r'\bstep\(\s*f"([a-z.-]+)\.\{([a-z.]+)\}"', source):
            keys |= {f"{stem}.{value}" for value in CHOICES[choice]}
    return keys | {"shortfall", "excess"}


def test_every_declared_key_is_used_and_every_used_key_declared() -> None:
    assert {f"sla.steps.{key}" for key in keys_in_use()} == STEP_KEYS


def test_an_undeclared_key_is_a_bug() -> None:
    with pytest.raises(ValueError, match=r"sla\.steps\.guess"):
        step("guess", (), count("n", Decimal(1)))
