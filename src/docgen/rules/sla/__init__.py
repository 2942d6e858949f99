"""Service levels: windows, priorities, response and restoration times, indicators, targets."""
