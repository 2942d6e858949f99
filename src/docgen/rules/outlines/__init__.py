"""What outlines name, and which documents an engagement takes from them."""
