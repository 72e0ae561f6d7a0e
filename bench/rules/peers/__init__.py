"""One small file a peer, of one shape.

`KEEPS` says what is kept to explain a result, `SAMPLE` how many units it is given where it is too slow for all of them,
`prepare(task)` makes everything ready and returns the function that is timed, `points(result)` gives what came out as
float64 (units, leaves).
"""
