"""The index itself: framework, rules, scoring, explanation, losses, deadlines. Standard library only."""
