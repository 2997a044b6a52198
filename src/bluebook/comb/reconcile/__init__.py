"""Bounds and values of one consistent account; accounts balanced, series divided, gaps filled."""
