"""Ground floor: sources with positions, diagnostics, YAML, quantities, typography."""
