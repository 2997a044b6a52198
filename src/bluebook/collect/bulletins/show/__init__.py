"""A page for people: texts with their claims marked."""
