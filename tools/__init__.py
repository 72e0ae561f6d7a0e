"""Installs, checks and pictures the project; no part of the product."""
