"""When: the periods that texts name, in both languages, and the day of issue."""
