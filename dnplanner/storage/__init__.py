"""Documents on disk: how facts are written, and how a plan is saved so that it cannot be lost."""
