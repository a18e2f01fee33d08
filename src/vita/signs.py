"""Signs of TeX as characters: the names of mathematical signs, and what Unicode has above and below the line.

Most names are pylatexenc's; here stand those that it lacks, or gives another character than a title wants.
"""

from functools import cache

from pylatexenc.latex2text import get_default_latex_context_db

ALWAYS_ABOVE = frozenset("′″°*†‡∗®™")  # these stand above the line by themselves
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
    """Give the character that a command without arguments stands for, such as `gamma`; "" for none."""
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
    return where + (characters if characters.isalnum() else f"({characters})")
