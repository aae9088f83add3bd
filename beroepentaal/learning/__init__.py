"""How a term is learned: memory, exercises, what to ask next, progress. Plain values and pure functions."""
