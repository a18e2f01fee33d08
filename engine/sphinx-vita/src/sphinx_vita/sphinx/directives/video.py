"""`{video} talk.mp4`: a video of the project, or one elsewhere, with a poster and a caption."""

from docutils import nodes

from sphinx_vita.locale import _
from sphinx_vita.reading.links import check_link
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.suggestions import did_you_mean
from sphinx_vita.reading.videos import FILES, format_of, watch_page
from sphinx_vita.sphinx.directives.written import WrittenDirective
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.output.copied_files import file_of_option
from sphinx_vita.sphinx.render.videos import VIDEO, make_player, play_link, video_figure

OPTIONS = {
    "title": "what the video shows, for screen readers and for paper",
    "poster": "a picture of the project that stands there until the video plays",
    "captions": "a file of the project with what is said, in the format WebVTT",
}


class VideoDirective(WrittenDirective):
    """Shows a video of the project in a player, and one elsewhere as a link; nothing is loaded before a click."""

    known = OPTIONS

    def run(self) -> list[nodes.Node]:
        """Return the video with its caption, which is the body."""
        for name in self.written:
            if name not in OPTIONS:
                hint = did_you_mean(name, OPTIONS, f"it has {', '.join(OPTIONS)}")
                self.warn(Mistake.UNKNOWN_OPTION, f"video has no option '{name}'; {hint}")
            elif not self.written[name]:
                self.warn(Mistake.EMPTY_OPTION, f"video, option '{name}' is empty; write {OPTIONS[name]}")
        caption = [child for node in self.parse_body() for child in node.children] if self.content else []
        words = nodes.inline("", "", *(child.deepcopy() for child in caption)).astext()
        title = self.written.get("title") or words.strip() or _(VIDEO)
        shown = self._shown(title)
        if shown is None:
            return []
        is_elsewhere = ":" in self.argument
        address = watch_page(self.argument) if is_elsewhere else ""
        return [self.placed(video_figure(shown, title, caption, address))]

    def _shown(self, title: str) -> nodes.Node | None:
        """Return the link or the player; None for what cannot be shown, which is told."""
        if not self.argument:
            message = "video needs a file of the project or an address behind '{video}', such as 'talk.mp4'"
            self.warn(Mistake.MISSING_OPTION, message)
            return None
        poster = self._poster()
        if ":" in self.argument:
            problem = check_link(self.argument)
            if problem or not self.argument.lower().startswith(("http:", "https:")):
                mistake, message = problem or (Mistake.INVALID_LINK, f"{self.argument!r} is no address of the web")
                self.warn(mistake, f"video: {message}")
                return None
            return play_link(watch_page(self.argument), title, poster)
        path = self._file(self.argument)
        if path and not format_of(path):
            known = ", ".join(FILES)
            self.warn(Mistake.UNKNOWN_VALUE, f"video: no browser plays {self.argument!r}; make it one of {known}")
            return None
        captions = self.written.get("captions") or ""
        said = self._file(captions) if captions else ""
        language = self.config.language or "en"
        return make_player(f"/{path}", title, f"/{said}" if said else "", language, poster) if path else None

    def _poster(self) -> nodes.image | None:
        written = self.written.get("poster") or ""
        if ":" in written:
            message = f"video: the poster {written!r} lies on another host; save it as a file here"
            self.warn(Mistake.INVALID_LINK, message)
            return None
        path = self._file(written) if written else ""
        return nodes.image("", uri=f"/{path}", alt="", classes=["vita-poster"]) if path else None

    def _file(self, written: str) -> str:
        """Find a file of the project; the page is read again when something else is found."""
        domain = vita_domain(self.env)
        found = None if ":" in written else file_of_option(domain.app, written, docname=self.env.docname)
        domain.data["files"].setdefault(self.env.docname, {})[written] = found
        if found is None:
            self.warn(Mistake.MISSING_FILE, f"video: there is no file {written!r}; correct the path")
        return found or ""
