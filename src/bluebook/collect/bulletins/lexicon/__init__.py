"""What words mean: the catalogue's names, the cues of a language, what the names of a catalogue have to do with one another."""
