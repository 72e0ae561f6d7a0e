"""Speed, measured against named peers in one run: `python -m bench [--quick] [--only rules|growth|reading]`."""
