"""How much: numbers in digits and in words, their scales, units and measures."""
