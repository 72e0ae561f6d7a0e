"""What is kept: models, queries, migrations."""
