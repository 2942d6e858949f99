"""What the pipelines' tests stand on."""

from ..ci.conftest import environment, house, python, stand_ins

__all__ = ["environment", "house", "python", "stand_ins"]
