"""Forms turn text into Python, and say in plain words what is wrong with it."""
