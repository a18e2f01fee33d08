"""Videos by their addresses: who shows them, and the page on which one watches them."""

import re
from urllib.parse import urlsplit

FILES = {  # the formats that browsers play, by the ends of their names
    ".mp4": "video/mp4", ".m4v": "video/mp4", ".webm": "video/webm", ".ogv": "video/ogg", ".mov": "video/quicktime",
}  # fmt: skip
_EMBEDDED = (  # addresses for frames, which would open without anything around the video
    (re.compile(r"https?://(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]+)"), "https://www.youtube.com/watch?v={}"),
    (re.compile(r"https?://player\.vimeo\.com/video/(\d+)"), "https://vimeo.com/{}"),
    (re.compile(r"(https?://[^/]+)/videos/embed/([\w-]+)"), "{}/w/{}"),  # PeerTube
)
_HOSTS = {"youtube.com": "YouTube", "youtu.be": "YouTube", "vimeo.com": "Vimeo"}


def watch_page(address: str) -> str:
    """Return the page on which one watches a video, for the address of its frame too.

    >>> watch_page("https://www.youtube.com/embed/abc?rel=0")
    'https://www.youtube.com/watch?v=abc'
    """
    found = ((pattern.match(address), page) for pattern, page in _EMBEDDED)
    return next((page.format(*match.groups()) for match, page in found if match), address)


def host_of(address: str) -> str:
    """Return the name of who shows a video: `YouTube`, or the name of the host.

    >>> host_of("https://tube.example.org/w/abc")
    'tube.example.org'
    """
    host = (urlsplit(address).hostname or "").removeprefix("www.").removeprefix("m.")
    return _HOSTS.get(host, host)


def format_of(path: str) -> str:
    """Return the media type of a file that browsers play; "" for others."""
    return next((kind for end, kind in FILES.items() if path.lower().endswith(end)), "")
