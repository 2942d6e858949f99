"""Settings of all tests: property tests draw the same examples on every machine, and are not timed."""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
