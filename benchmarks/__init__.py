"""Measurements: accuracy and speed beside the obvious alternatives, as ratios taken side by side in one run."""
