"""Other people's formats, out and in; functions load the heavy libraries they need."""
