"""Running text, in pure Python: sentences, numbers, dates, and the way from a paste to passages."""
