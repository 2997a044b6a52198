"""One language of expressions for indicators, rules, targets and the text of the book."""
