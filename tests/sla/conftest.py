from hypothesis import settings

# The same examples in every run, and no verdict on the speed of a busy machine.
settings.register_profile("sla", derandomize=True, deadline=None)
settings.load_profile("sla")
