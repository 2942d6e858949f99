"""Service-level arithmetic: pure functions on Decimal, integer minutes and aware instants."""
