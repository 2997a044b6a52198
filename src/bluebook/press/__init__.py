"""What depends on what: an edition becomes a book, and only what changed is made again."""
