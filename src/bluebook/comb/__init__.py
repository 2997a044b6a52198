"""Claims to facts: check, localise, reconcile, bound."""
