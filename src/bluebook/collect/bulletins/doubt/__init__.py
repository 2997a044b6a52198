"""Damage is refused, not guessed."""
