"""What the pipelines' tests stand on."""

from ..ci.conftest import context, environment, python, stand_ins

__all__ = ["context", "environment", "python", "stand_ins"]
