"""Commands of TeX's formulas: the characters of signs and accents, and what Unicode has above and below the line.

Most names are pylatexenc's; here stand those that it lacks, or gives another character than a title wants.
"""

from functools import cache

from pylatexenc.latex2text import get_default_latex_context_db

ALWAYS_ABOVE = frozenset("′″°*†‡∗®™")  # these stand above the line by themselves
COMBINING = {
    "bar": "\u0304", "=": "\u0304", "hat": "\u0302", "widehat": "\u0302", "^": "\u0302", "tilde": "\u0303",
    "widetilde": "\u0303", "~": "\u0303", "vec": "\u20d7", "overrightarrow": "\u20d7", "dot": "\u0307", ".": "\u0307",
    "ddot": "\u0308", '"': "\u0308", "check": "\u030c", "widecheck": "\u030c", "v": "\u030c", "acute": "\u0301",
    "'": "\u0301", "grave": "\u0300", "`": "\u0300", "breve": "\u0306", "u": "\u0306", "mathring": "\u030a",
    "r": "\u030a", "overline": "\u0305", "underline": "\u0332", "c": "\u0327", "H": "\u030b", "k": "\u0328",
    "d": "\u0323",
}  # fmt: skip
FUNCTIONS = frozenset(
    "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min"
    " Pr sec sin sinh sup tan tanh mod bmod injlim projlim".split()
)
DROPPED = frozenset(
    "left right middle big Big bigg Bigg bigl bigr bigm Bigl Bigr Bigm biggl biggr biggm Biggl Biggr Biggm limits"
    " nolimits displaystyle textstyle scriptstyle scriptscriptstyle rm bf it sf tt cal sl em scriptsize small large"
    " mathcal mathrm mathbf mathsf mathit mathtt mathfrak mathscr mathnormal boldsymbol bm pmb ensuremath mbox hbox"
    " emph text textrm textit textbf textsf texttt textup textsc textnormal mathord mathbin mathrel boldmath unboldmath"
    " allowbreak nobreak protect relax nonumber notag mathstrut strut null".split()
)
WITH_DROPPED_ARGUMENT = frozenset(
    "begin end color textcolor label tag hspace vspace phantom hphantom vphantom ref cite mkern mskip kern".split()
)
DOUBLE_STRUCK = frozenset(("mathbb", "Bbb", "mathds", "mathbbm", "BBB"))
STRUCK = {"C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ", "1": "𝟙", "k": "𝕜"}
_ABOVE = dict(
    zip(
        "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ′″",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ′″",
        strict=True,
    )
)
_BELOW = dict(zip("0123456789+-−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", strict=True))
_SIGNS = {
    "Re": "ℜ", "Im": "ℑ", "imath": "ı", "jmath": "ȷ", "prime": "′", "ne": "≠", "neg": "¬", "lnot": "¬", "land": "∧",
    "lor": "∨", "ddagger": "‡", "dag": "†", "ddag": "‡", "models": "⊨", "implies": "⟹", "impliedby": "⟸", "iff": "⟺",
    "gets": "←", "leadsto": "⤳", "dashrightarrow": "⇢", "dasharrow": "⇢", "dashleftarrow": "⇠", "checkmark": "✓",
    "coloneqq": "≔", "coloneq": "≔", "diamond": "⋄", "clubsuit": "♣", "diamondsuit": "♢", "heartsuit": "♡",
    "spadesuit": "♠", "llbracket": "⟦", "rrbracket": "⟧", "lbrack": "[", "rbrack": "]", "lbrace": "{", "rbrace": "}",
    "bot": "⊥", "Box": "□", "Diamond": "◇", "nsim": "≁", "ncong": "≇", "bigstar": "★", "slash": "/", "lll": "⋘",
    "ggg": "⋙", "Mapsto": "⤇", "owns": "∋", "rhd": "⊳", "lhd": "⊲", "pounds": "£", "circledR": "®", "degree": "°",
    "micro": "µ", "celsius": "°C", "angstrom": "Å", "AA": "Å", "lt": "<", "gt": ">", "sun": "☉", "Sun": "☉",
    "earth": "⊕", "gtrsim": "≳", "lesssim": "≲", "apprle": "≲", "apprge": "≳", "leqslant": "⩽", "geqslant": "⩾",
    "lvert": "|", "rvert": "|", "lVert": "‖", "rVert": "‖", "colon": ":", "dots": "…", "dotsc": "…", "dotsb": "…",
    "dotso": "…", "ldots": "…", "cdots": "⋯", "square": "□", "blacksquare": "■", "qed": "∎", "mid": "|", "vert": "|",
    "Vert": "‖", "bullet": "•", "cdot": "·", "preceq": "⪯", "succeq": "⪰", "P": "¶", "S": "§", "over": "/", "hbar": "ℏ",
    "textmu": "μ", "textdegree": "°", "arcmin": "′", "arcsec": "″", "degr": "°", "setminus": "∖", "perp": "⊥",
}  # fmt: skip
_KNOWN = get_default_latex_context_db()


@cache
def sign_of(name: str) -> str:
    """Return the character that a command without arguments stands for, such as `gamma`; "" for none."""
    if name in _SIGNS:
        return _SIGNS[name]
    known = _KNOWN.get_macro_spec(name)
    sign = getattr(known, "simplify_repl", None)
    return sign if isinstance(sign, str) and sign and "%" not in sign else ""


def shifted(characters: str, where: str, *, in_words: bool = False) -> str:
    """Write a superscript ("^") or a subscript ("_") with Unicode's own, or else behind its sign: `⁻³`, `_c`, `^(1/2)`.

    In words the letters above the line are ordinals and the like: `2nd`, `McDonald`.
    """
    if where == "^" and (characters in ALWAYS_ABOVE or (in_words and len(characters) > 1 and characters.isalpha())):
        return characters
    signs = _ABOVE if where == "^" else _BELOW
    if all(character in signs for character in characters):
        return "".join(signs[character] for character in characters)
    return where + (characters if characters.isalnum() or len(characters) == 1 else f"({characters})")
