"""Records as docutils nodes, the same for every builder; the look is in `static/vita.css`."""
