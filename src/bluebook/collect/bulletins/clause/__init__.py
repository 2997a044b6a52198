"""The parts of a sentence: tokens, lists of numbers, what stands before a number, of what and how it is said."""
