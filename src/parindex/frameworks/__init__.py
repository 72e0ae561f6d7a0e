"""Criteria sets, facts and agencies as dated YAML data, with their schema and loader."""
