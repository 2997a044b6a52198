"""From any printed number back to the cell or sentence it came from."""
