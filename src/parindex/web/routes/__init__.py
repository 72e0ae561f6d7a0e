"""Addresses by theme, in Vietnamese as their readers speak of them; each names the right that opens it."""
