"""Rà soát và tổng hợp: accepting what agencies handed in, consolidating a unit, and its scoring report."""
