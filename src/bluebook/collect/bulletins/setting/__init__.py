"""Where and when a document speaks, before and while its sentences are read."""
