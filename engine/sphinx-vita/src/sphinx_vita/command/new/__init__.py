"""The verb `new`: a whole site, from nothing or from what a person has."""
