"""Where a picture of a record is shown, as data: the widths of its files, and how wide it stands on the page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Use:
    """A place of a design; a picture fits into a square of each width, or is cut to one, nearer to its top."""

    name: str
    widths: tuple[int, ...]  # pixels
    sizes: str = ""  # the width on the page, in CSS's words; "" for what is no part of a page
    is_cut: bool = False  # a face is seen in a circle; of a drawing nothing may be lost
    is_lazy: bool = False  # below the first screen, mostly
    largest: int = 60_000  # bytes of one file


PORTRAIT = Use("portrait", (112, 224, 336), "(min-width: 48rem) 10.5rem, 6rem", is_cut=True, largest=20_000)
CARD = Use("card", (360, 720), "(min-width: 32rem) 22rem, calc(100vw - 2rem)", is_lazy=True)
THUMBNAIL = Use("thumbnail", (140, 280), "(min-width: 40rem) 140px, 6rem", is_lazy=True)
LEAD = Use("lead", (576, 1152), "(min-width: 40rem) 36rem, calc(100vw - 2rem)")
SOCIAL = Use("social", (478,))
USES = {use.name: use for use in (PORTRAIT, CARD, THUMBNAIL, LEAD, SOCIAL)}
