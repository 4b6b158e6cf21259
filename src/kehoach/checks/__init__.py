"""What a schema cannot say: rules over a plan, its words and links, and the registries."""
