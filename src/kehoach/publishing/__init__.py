"""Building, packing, listing and verifying the published site."""
