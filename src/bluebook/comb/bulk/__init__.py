"""Bodies of a million claims or records, as arrays."""
