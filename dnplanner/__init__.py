"""DN Planner: set and follow the yearly poverty-reduction targets of administrative units."""

__version__ = "0.1.0"
