"""Which claims cannot all be true, and how each may have gone wrong."""
