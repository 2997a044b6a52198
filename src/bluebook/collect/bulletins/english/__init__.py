"""What is particular to English sentences."""
