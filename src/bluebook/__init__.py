"""Bluebook: from raw returns and bulletins to a published book whose every number is traced."""
