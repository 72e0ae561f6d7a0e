"""What the kernels of all rule kinds are made of: cases, cuts, exact quotients, and the limits of int64."""
