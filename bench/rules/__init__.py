"""11,000 units × 60 rules, scored by `parindex` and by its peers on the same inputs."""
