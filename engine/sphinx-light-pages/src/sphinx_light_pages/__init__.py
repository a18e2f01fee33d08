"""Light pages for any Sphinx HTML site: only the styles that a page uses, scripts after it, prefetched links.

When a build is finished, each page that Sphinx has written is taken as text (`build`, `page`):

1. What a selector may ask for is read off the page (`markup`), and off the scripts that may add to it
   (`known_scripts`, `script_words`).
2. Of its stylesheets (`blocks`, `sheet`, `selectors`), the rules that ask for no more go into the page (`subset`,
   `styles`).
3. Its scripts go into one file, which is asked for when the page has been painted and finds it as if it were just being
   read (`scripts`, `static/`); scripts with nothing to act on are left out. Keys that come before are kept for them.
4. Small drawings go into the page as long as it does not arrive later for them (`pictures`).
5. Under a strict Content-Security-Policy, what was put into the page goes into files, or the page names its hashes
   (`policy`).

The page as Sphinx wrote it is kept beside the doctrees (`store`), to be made again when a stylesheet has changed
and the page has not. So the result depends on what Sphinx has made alone, and not on the order of builds.
"""

from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Work on the finished output, after every other extension.

    `light_pages_states` and `light_pages_acts_on` add to the lists of `sphinx_light_pages.known_scripts`; another
    extension may add to them too, in a listener to "config-inited".
    """
    from sphinx.config import ENUM
    from sphinx_build_cache import read_by_other_code

    from sphinx_light_pages.build import Build
    from sphinx_light_pages.known_scripts import note_page

    mappings = frozenset({dict})
    app.add_config_value("light_pages", True, "html", frozenset({bool}), "whether pages are made light")
    what = "what scripts change on a page: the end of a script's path, and the selectors that become true by it"
    app.add_config_value("light_pages_states", {}, "html", mappings, what)
    what = "what scripts need to find: the end of a script's path, and a selector without which a page goes without it"
    app.add_config_value("light_pages_acts_on", {}, "html", mappings, what)
    what = "how pages stand under a strict Content-Security-Policy: '', 'files' or 'hashes'"
    app.add_config_value("light_pages_policy", "", "html", ENUM("", "files", "hashes"), what)
    build = Build()
    app.connect("builder-inited", build.start, priority=100)
    app.connect("env-get-outdated", read_by_other_code("sphinx_light_pages"))
    app.connect("html-page-context", note_page)
    app.connect("build-finished", build.lighten, priority=960)
    return {"version": version("sphinx-light-pages"), "parallel_read_safe": True, "parallel_write_safe": True}
