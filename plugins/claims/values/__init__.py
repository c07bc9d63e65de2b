"""Values of claims, read for a comparison: lengths, dates, amounts, numbers, names, states, words."""
