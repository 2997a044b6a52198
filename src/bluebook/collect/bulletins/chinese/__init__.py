"""What is particular to Chinese sentences."""
