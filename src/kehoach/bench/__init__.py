"""Generated corpora and timings."""
