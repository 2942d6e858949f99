"""The facts of the contract itself: parties, names, dates, duration, renewal, amounts and their limits."""
