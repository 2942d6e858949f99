"""The escalation procedure: levels, delays, contacts, reachability."""
