"""Tables in texts, in any form: where they are, what their heads and labels say of each cell."""
