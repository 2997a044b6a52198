"""Disagreements told: what kind each is, by the evidence, in both languages."""
