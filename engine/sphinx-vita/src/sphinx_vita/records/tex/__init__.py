"""Formulas as characters: what TeX math comes to in the places that hold no markup, such as a title or an export."""
