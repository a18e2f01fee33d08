"""The figures of the pages about songs and ships."""

from research.figures.pictures import dot, line, picture, way, words
from research.models.song import call, level
from research.models.song import spread as spread_of
from sphinx_computed_figures.figure import Figure, Panel, States

SHARES = (0.2, 0.5, 0.9)
METERS = (10, 100, 1000, 10000)
SITES = ("Brisbane", "Tonga", "Tahiti", "Peru")


def _curve(values: list[float]) -> str:
    return way((30 + 300 * place / (len(values) - 1), 150 - 120 * value) for place, value in enumerate(values))


def _axes(below: str, beside: str) -> str:
    return line("M30 150 L340 150", "grid") + words(340, 176, below, "end") + words(30, 18, beside)


def spread() -> Figure:
    """Draw the share of singers with the new song for three shares of copying."""
    drawn = [_curve(spread_of(share)) for share in SHARES]
    svg = picture(184, _axes("seasons", "share of singers"), line(drawn[1], key="line"))
    return Figure(
        panels=(
            Panel(title="Singers with the new song", description="A curve that rises slowly, then fast.", svg=svg),
        ),
        header=("Season", *(f"copying {share}" for share in SHARES)),
        rows=tuple(
            (str(season), *(f"{spread_of(share)[season]:.2f}" for share in SHARES)) for season in range(0, 13, 3)
        ),
        states=States(
            label="Share who copy",
            names=tuple(f"{share:.0%} copy" for share in SHARES),
            start=1,
            keys=("line d",),
            values=tuple((each,) for each in drawn),
        ),
    )


def falloff() -> Figure:
    """Draw the level of a ship by distance, with a dot where a whale listens."""
    levels = [level(180, each, spherical=True) for each in METERS]
    places = [(30 + 300 * place / (len(METERS) - 1), 150 - 120 * value / 180) for place, value in enumerate(levels)]
    svg = picture(184, _axes("distance", "level in dB"), line(way(places), "stroke c3"), dot(*places[2], key="dot"))
    return Figure(
        panels=(
            Panel(
                title="Level by distance",
                description="A line that falls with every tenfold distance; a dot on it is where a whale listens.",
                svg=svg,
            ),
        ),
        header=("Distance, m", "Spherical, dB", "Cylindrical, dB"),
        rows=tuple(
            (f"{each:,}", *(f"{level(180, each, spherical=law):.0f}" for law in (True, False))) for each in METERS
        ),
        states=States(
            label="Distance",
            names=tuple(f"{each:,} m" for each in METERS),
            start=2,
            keys=("dot cx", "dot cy"),
            values=tuple((f"{x:.1f}", f"{y:.1f}") for x, y in places),
        ),
    )


def routes() -> Figure:
    """Draw how far a song has come from west to east, and how far a ship goes in that time."""
    ends = [way(((36, 50), (36 + 45 * stop, 20), (36 + 90 * stop, 50))) for stop in range(len(SITES))]
    names = [words(36 + 90 * stop, 80, name, "middle") for stop, name in enumerate(SITES)]
    song = picture(100, line(ends[1], key="route"), *names)
    ship = picture(100, line(ends[3], "stroke c4"), *names)
    return Figure(
        panels=(
            Panel(
                title="As the song traveled",
                description="A line that leads east from Brisbane as far as the slider says.",
                svg=song,
            ),
            Panel(
                title="As a ship travels", description="A line across the whole ocean, from Brisbane to Peru.", svg=ship
            ),
        ),
        header=("Site", "Song, seasons", "Ship, days"),
        rows=tuple((name, str(stop * 2), str(stop * 6)) for stop, name in enumerate(SITES)),
        states=States(
            label="Sites",
            names=tuple("1 site" if not stop else f"{stop + 1} sites" for stop in range(len(SITES))),
            start=1,
            keys=("route d",),
            values=tuple((each,) for each in ends),
        ),
    )


def calls() -> Figure:
    """Draw three calls side by side."""
    beats = (2, 4, 8)
    drawn = [way((4 + 108 * place / 59, 40 - 30 * value) for place, value in enumerate(call(each))) for each in beats]
    return Figure(
        panels=tuple(
            Panel(title=f"A call of {each}", description=f"A wave of {each} beats that swells and fades.",
                  svg=picture(80, line(d), width=116))
            for each, d in zip(beats, drawn, strict=True)
        ),
        header=("Call", "Beats"),
        rows=tuple((str(number), str(each)) for number, each in enumerate(beats, 1)),
    )  # fmt: skip
