"""What every test relies on: Qt draws in memory, on any machine."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
