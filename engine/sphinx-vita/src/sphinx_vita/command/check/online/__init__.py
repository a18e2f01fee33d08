"""`check --online`: whether links that lead away are alive, and whether catalogs say what the entries of the site say.

`asking` asks many addresses politely and remembers the answers for a day; `links` and `works` say what to ask, and
judge.
"""
