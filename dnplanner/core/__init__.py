"""The planning itself: pure Python integers and exact ratios; no Qt, no files, no sentences."""
