"""One sentence: from its tokens to what each of its numbers says."""
