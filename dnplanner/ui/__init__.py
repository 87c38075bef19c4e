"""Widgets: what is seen and typed. No arithmetic of plans, no files, no other people's formats.

``trajectory_canvas`` alone imports pyqtgraph, which takes a quarter of a second: import it after
the first paint, in a worker thread if you like, and construct its widget in the GUI thread.
"""
