"""What a number is: interval, period, unit, territory, claim, fact, catalogue. No files."""
