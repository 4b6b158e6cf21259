"""How plans rest on, carry out and adapt one another, and whether their legal basis still holds."""
