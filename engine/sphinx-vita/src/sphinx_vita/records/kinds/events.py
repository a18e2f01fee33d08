"""What happened once: talks, news, what the press wrote, and posts of a blog."""

from dataclasses import dataclass
from typing import ClassVar

from sphinx_vita.locale import N_
from sphinx_vita.records.dates import DateRange
from sphinx_vita.records.exported import Exported, properties
from sphinx_vita.records.layout import Layout, Piece, line
from sphinx_vita.records.record import Record, Value, option


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """What talks, teaching and news have in common."""

    named_by: ClassVar[tuple[str, ...]] = ("title", "institution")
    layout: ClassVar[Layout] = Layout(
        (Piece("title", link="url"),),
        (
            line("place", Piece("event"), Piece("institution"), Piece("location")),
            line("buttons", Piece("slides", N_("Slides"), before=" "), Piece("video", N_("Video"), before=" ")),
        ),
    )

    title: str = option(Value.TEXT, "what it is", required=True)
    dates: DateRange | None = option(Value.DATES, "when", required=True)
    event: str = option(Value.TEXT, "the conference, seminar or course")
    institution: str = option(Value.TEXT, "the host")
    location: str = option(Value.TEXT, "city and country or state")
    url: str = option(Value.LINK, "where to read more")
    slides: str = option(Value.FILE, "the slides")
    video: str = option(Value.LINK, "the recording")


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Event):
    """A talk that was given, or a poster that was shown."""

    kind: ClassVar[str] = "talk"
    noun: ClassVar[str] = N_("Talk")
    layout: ClassVar[Layout] = Layout(
        Event.layout.head, (line("place", Piece("type"), *Event.layout.lines[0].pieces), *Event.layout.lines[1:])
    )
    exported: ClassVar[Exported] = Exported(
        resume="projects",
        resume_properties=properties(
            "name=title type=kind entity=event|institution institution location category=type url=url|video "
            "video slides period=dates description=summary highlights"
        ),
        heading=N_("Talks"),
        remarks=("event", "type"),
    )

    type: str = option(Value.TEXT, "which sort of talk, such as invited talk, keynote or poster")


@dataclass(frozen=True, slots=True, kw_only=True)
class News(Event):
    """Something new."""

    kind: ClassVar[str] = "news"
    noun: ClassVar[str] = N_("News")
    exported: ClassVar[Exported] = Exported(heading=N_("News"), is_news=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Press(Record):
    """What newspapers, radio or others have said of the person's work."""

    kind: ClassVar[str] = "press"
    noun: ClassVar[str] = N_("Press")
    named_by: ClassVar[tuple[str, ...]] = ("title", "outlet")
    layout: ClassVar[Layout] = Layout(
        (Piece("title", link="url"), Piece("outlet")), (line("people", Piece("authors", N_("By {}"), last=" and ")),)
    )
    exported: ClassVar[Exported] = Exported(
        resume="projects",
        resume_properties=properties(
            "name=title type=kind entity=outlet authors url period=dates description=summary highlights"
        ),
        heading=N_("Press"),
        is_news=True,
    )

    title: str = option(Value.TEXT, "the headline, or what it is about", required=True)
    outlet: str = option(Value.TEXT, "the newspaper, station or site")
    authors: tuple[str, ...] = option(Value.NAMES, "who wrote or made it")
    dates: DateRange | None = option(Value.DATES, "when")
    url: str = option(Value.LINK, "where to read, hear or see it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Record):
    """A dated page, such as a note or a post of a blog: its front matter and its heading are the record."""

    kind: ClassVar[str] = "post"
    noun: ClassVar[str] = N_("Post")
    named_by: ClassVar[tuple[str, ...]] = ("title",)
    is_page: ClassVar[bool] = True
    layout: ClassVar[Layout] = Layout((Piece("title"),), (line("summary", Piece("summary")),))
    exported: ClassVar[Exported] = Exported(heading=N_("Posts"), is_news=True)

    title: str = ""
    dates: DateRange | None = None
