"""Plans as code: the yearly plans of Vietnamese public bodies as linked, comparable data."""
