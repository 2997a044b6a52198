"""Plain text: one script, one case, lines and paragraphs, quick looks at what it holds."""
