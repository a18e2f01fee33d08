"""How a song spreads among singers who copy, and how sound falls off on its way."""

import math


def spread(share: float, start: float = 0.01, seasons: int = 12) -> list[float]:
    """Return the part of the population with the new song, one value a season; logistic growth (Verhulst, 1838)."""
    values = [start]
    for _ in range(seasons):
        values.append(values[-1] + share * values[-1] * (1 - values[-1]))
    return values


def level(source: float, meters: float, *, spherical: bool) -> float:
    """Return the level in dB at a distance in meters: 20 log r for spherical spreading, 10 log r for cylindrical."""
    return source - (20 if spherical else 10) * math.log10(meters)


def call(beats: int, samples: int = 60) -> list[float]:
    """Return one call of so many beats as values from -1 to 1: a sine that swells and fades."""
    places = [step / (samples - 1) for step in range(samples)]
    return [math.sin(2 * math.pi * beats * place) * math.sin(math.pi * place) for place in places]
