"""Claims and rules as a sparse system of rows over levels, and what follows from it at once."""
