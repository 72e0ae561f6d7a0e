"""Criteria sets, facts and agencies as dated YAML and CSV, with their schema and loader."""
