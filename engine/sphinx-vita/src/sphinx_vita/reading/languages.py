"""The languages of one site: the setting that lists them, and the names of the files and options that are translated.

A translation stands beside what it translates, under its name with the tag of the language: `cv.zh-CN.md` beside
`cv.md`, `:title[zh-CN]:` below `:title:`, `title_zh-CN` below `title`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from sphinx_vita.locale import canonical

_TAG = r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*"
_TRANSLATED = re.compile(rf"(.+)\[\s*({_TAG})\s*\]")
_LOOKS_TRANSLATED = re.compile(r"(.*?)\s*\[(.*)\]")


def is_tag(text: str) -> bool:
    """Return whether a text is the tag of a language that the Unicode consortium knows.

    >>> [is_tag(each) for each in ("zh-CN", "pt_BR", "de", "draft", "xx", "../de")]
    [True, True, True, False, False, False]
    """
    if not re.fullmatch(_TAG, text):
        return False
    try:
        return bool(Locale.parse(canonical(text)))
    except (UnknownLocaleError, ValueError):
        return False


def is_same_language(one: str, other: str) -> bool:
    """Return whether two ways to write a language mean one: `zh-CN`, `zh_cn` and `zh`."""
    return canonical(one) == canonical(other)


def html_tag(language: str) -> str:
    """Write a language as the attribute `lang` of HTML does, by BCP 47: `zh-CN` for `zh_CN`."""
    return language.replace("_", "-")


def locale_with_country(tag: str) -> str:
    """Return a language with the country that it is most likely of: `en_US` for `en`, `zh_CN` for `zh-CN`."""
    locale = Locale.parse(canonical(tag))
    likely = Locale.parse(get_global("likely_subtags").get(str(locale), str(locale)))
    territory = locale.territory or likely.territory
    return f"{locale.language}_{territory}" if territory else locale.language


def own_name(tag: str) -> str:
    """Return the name of a language in itself, as its readers look for it: `English`, `简体中文`, `Deutsch`."""
    locale = Locale.parse(canonical(tag))
    bare = Locale(locale.language, script=locale.script)
    name = _CHINESE.get(canonical(tag)) or bare.get_display_name(bare) or tag
    name = name if locale.territory is None or locale.language == "zh" else locale.get_display_name(locale) or name
    return name[:1].upper() + name[1:]


_CHINESE = {"zh_CN": "简体中文", "zh_TW": "繁體中文"}  # by the characters, which is what readers tell apart


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a site by their tags, the first at its root, and settings that differ; none of a site of one."""

    tags: tuple[str, ...] = ()
    prepared: tuple[str, ...] = ()  # languages that are translated into and not built
    settings: Mapping[str, Mapping[str, object]] = field(default_factory=dict)  # by tag
    problems: tuple[str, ...] = ()

    @property
    def first(self) -> str:
        """The language of what is not translated; "" where the site has only one."""
        return self.tags[0] if self.tags else ""

    @property
    def others(self) -> tuple[str, ...]:
        """The languages below folders of their own."""
        return self.tags[1:]

    def named(self, written: str) -> str:
        """Return the tag of the site that a written one means: `zh_cn` and `zh` mean `zh-CN`; "" for none."""
        return next((tag for tag in (*self.tags, *self.prepared) if is_same_language(tag, written)), "")


ONE = Languages()  # of a site that has one


def read_languages(value: object) -> Languages:
    """Read the setting `languages`: a list of tags, or a table of what differs in each; a single one is no choice.

    >>> read_languages(["en", "zh-CN"]).tags
    ('en', 'zh-CN')
    """
    if not isinstance(value, list | tuple | dict):
        return Languages(problems=(f"is {value!r}; write a list of languages, such as ['en', 'zh-CN']",))
    tags: list[str] = []
    problems: list[str] = []
    for each in value:
        if not isinstance(each, str) or not is_tag(each):
            problems.append(f"has {each!r}, which is no language; write a tag such as 'de' or 'zh-CN'")
        elif any(is_same_language(each, tag) for tag in tags):
            problems.append(f"has {each!r} twice; leave one of them out")
        else:
            tags.append(each)
    settings, mistakes = _settings_of(value, tags) if isinstance(value, dict) else ({tag: {} for tag in tags}, [])
    built, prepared = tuple(settings), tuple(tag for tag in tags if tag not in settings)
    several = built if len(built) > 1 else ()
    return Languages(several, prepared, settings if several else {}, (*problems, *mistakes))


def _settings_of(table: Mapping[str, object], tags: Sequence[str]) -> tuple[dict[str, Mapping[str, object]], list[str]]:
    """Return the settings of each language that is built, and what is wrong; False stands for one that is not yet."""
    settings: dict[str, Mapping[str, object]] = {}
    problems: list[str] = []
    for place, tag in enumerate(tags):
        own = table[tag]
        if own is False and place:
            continue
        is_table = isinstance(own, dict) and all(isinstance(name, str) for name in own)
        settings[tag] = own if isinstance(own, dict) and is_table else {}
        if not is_table:
            message = f"has {own!r} for {tag!r}; write a table of settings, such as {{'project': 'Name'}}, or {{}}"
            problems.append(f"{message}; False leaves a language out, but not the first")
    return settings, problems


@dataclass(frozen=True, slots=True)
class Sources:
    """Which file each page is read from in one language, and what is wrong with the names of others."""

    files: Mapping[str, str]  # page -> its file
    translated: frozenset[str]  # the pages that stand in this language
    everywhere: Mapping[str, tuple[str, ...]]  # page -> the languages that have it
    problems: tuple[tuple[str, str], ...]  # file, message


def sources_of(files: Mapping[str, str], languages: Languages, language: str) -> Sources:
    """Choose the files of a language among those of all, given by the page that each would be.

    >>> found = sources_of({"cv": "cv.md", "cv.de": "cv.de.md"}, read_languages(["en", "de"]), "de")
    >>> dict(found.files), found.translated
    ({'cv': 'cv.de.md'}, frozenset({'cv'}))
    """
    kept: dict[str, str] = {}
    translations: dict[str, dict[str, str]] = {}  # page -> language -> file
    problems: list[tuple[str, str]] = []
    for page in sorted(files, key=lambda page: (page.rpartition(".")[2] not in languages.tags, page)):
        stem, tag, problem = _place_of(page, files, languages)
        if not problem and tag in translations.get(stem, ()):
            problem = f"{translations[stem][tag]} is this page in {tag!r} already; remove one of the two"
        if problem:
            problems.append((files[page], problem))
        elif tag:
            translations.setdefault(stem, {})[tag] = files[page]
        else:
            kept[page] = files[page]
    everywhere = {page: tuple(tag for tag in languages.tags if tag in of) for page, of in translations.items()}
    own = {page: of[language] for page, of in translations.items() if language in of}
    first = frozenset(kept) if language == languages.first else frozenset()
    in_all = dict.fromkeys(kept, languages.tags)
    return Sources(kept | own, frozenset(own) | first, everywhere | in_all, tuple(problems))


def _place_of(page: str, files: Mapping[str, str], languages: Languages) -> tuple[str, str, str]:
    """Return the page that a file translates, its language, and what is wrong; a page of its own has no language."""
    folder, _, below = page.partition("/")
    if folder.lower() in map(str.lower, languages.others):
        name = f"{below or 'index'}.{folder}{PurePosixPath(files[page]).suffix}"
        words = f"the folder {folder!r} of the output belongs to that language; name the page {name}"
        return page, "", f"{words}, beside the page that it translates"
    stem, _, ending = page.rpartition(".")
    is_translation = bool(stem) and not stem.endswith("/") and is_tag(ending)
    tag = languages.named(ending) if is_translation else ""
    if is_translation and not tag and stem in files:
        return page, "", f"the site has no language {ending!r}; add it to 'languages' in conf.py, or rename the file"
    return (stem, tag, "") if tag else (page, "", "")


def split_option(name: str) -> tuple[str, str] | None:
    """Return the name and the language of a translated option, or of what looks like one; None for any other.

    >>> split_option("title[zh-CN]"), split_option("title"), split_option("title [?]")
    (('title', 'zh-CN'), None, ('title', '?'))
    """
    match = _TRANSLATED.fullmatch(name) or _LOOKS_TRANSLATED.fullmatch(name)
    return (match[1].strip(), match[2].strip()) if match else None


def option_of(name: str) -> str:
    """Return the option that a translation belongs to: `title` for `title[zh-CN]`, and for `title`."""
    parts = split_option(name)
    return parts[0] if parts else name


def problem_of_language(tag: str, languages: Languages) -> str:
    """Return why a site's option or field cannot be in a language; "" where it can."""
    if not is_tag(tag):
        return f"{tag!r} is no language; write a tag such as 'de' or 'zh-CN'"
    if not languages.named(tag) and not languages.tags:
        return f"the site has one language; list all of them as 'languages' in conf.py, such as ['en', {tag!r}]"
    if not languages.named(tag):
        return f"the site has no language {tag!r}, only {', '.join(languages.tags)}; add it to 'languages' in conf.py"
    return ""
