// Words as the search compares them, in any script: without case, accents, vowel marks, hyphens and apostrophes.

// Letters that are written as others, and are no letter with a mark: Latin, Greek, Arabic and Persian, Hebrew.
const LETTERS = {
  ...{ ß: "ss", ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe", ı: "i", þ: "th", ð: "d", ħ: "h", ŧ: "t", ŋ: "n", ə: "a" },
  ...{ ς: "σ", "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\u0671": "\u0627" },
  ...{ "\u0629": "\u0647", "\u06d5": "\u0647", "\u06c1": "\u0647", "\u06be": "\u0647" },
  ...{ "\u05da": "\u05db", "\u05dd": "\u05de", "\u05df": "\u05e0", "\u05e3": "\u05e4", "\u05e5": "\u05e6" },
};
const WRITTEN_OUT = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe" };
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
// Accents and vowel marks, signs without width, tatweel and apostrophes that are letters. Marks that make another letter
// of one stay: of й, of Japanese, and the vowels of the scripts of India and of Southeast Asia.
const MARK =
  /(?<!и(?=\u0306))(?=\p{M})(?![\u3099\u309a])[\p{sc=Zinh}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}]|\p{Cf}|[\u0640\u02b9-\u02bf]/gu;

// Scripts without blanks between words, and Korean, where endings follow: any part of a run of such letters is found.
const SCRIPTS = "\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\p{sc=Hang}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}";
const CLOSE = `(?=[\\p{L}\\p{M}\\p{Nl}\\p{No}])[${SCRIPTS}]`;
const PART = `(?:(?!${CLOSE})[\\p{L}\\p{N}\\p{M}\\p{Cf}])+`;
const JOINT = /[-‐‑'’._·‧\u05be\u05f3\u05f4\u066b]|(?<=\p{sc=Hebr})"(?=\p{sc=Hebr})/u;
// A word with all its parts, which hyphens, apostrophes, dots or underscores join, or a run of close letters with the dots
// between its words. In a text a blank may be one that the line has been broken at; in a query it is meant.
const pattern = (gap) =>
  new RegExp(`${CLOSE}+(?:[${gap}・·‧\\p{Cf}]?${CLOSE}+)*|${PART}(?:(?:${JOINT.source})${PART})*`, "gu");
const [WORD, ASKED] = [pattern(" "), pattern("")];
const [RUN, HAS_RUN] = ["^", ""].map((place) => new RegExp(place + CLOSE, "u"));
const GAP = /[ ・·‧]/g;
const HUMP = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u; // in "AppConfig" and "HTMLParser"
// What is written as one with a word: Arabic articles and "and", Hebrew prepositions.
const ARTICLE = /^(?:[\u0648\u0641\u0628\u0643]?\u0627\u0644|\u0644\u0644)(?=\p{sc=Arab}{3})/u;
const PREFIX = /^\u0648(?=\p{sc=Arab}{3})|^(?:[\u05d5\u05e9\u05db][\u05d4\u05d1\u05dc\u05de]|[\u05d5\u05d1\u05d4\u05dc\u05de\u05e9\u05db])(?=\p{sc=Hebr}{3})/u;

// Digits of other scripts stand in their order.
function digitOf(sign) {
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(sign.codePointAt() - value - 1))) value++;
  return value;
}

// Syllables of Korean are taken apart, so that one that is still being typed begins as the whole one does.
function plain(text) {
  const lower = text.toLowerCase();
  if (/^[\0-\x7f]*$/.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(MARK, "")
    .replace(LETTER, (letter) => LETTERS[letter])
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt() - 0x60))
    .replace(/(?!\d)\p{Nd}/gu, digitOf)
    .normalize("NFC")
    .replace(/[가-힣]+/g, (syllables) => syllables.normalize("NFD"));
}

// A text for runs to be looked up in.
const compact = (text) => plain(text).replace(GAP, "");
const pairsOf = (run) => {
  const letters = run.match(/[\u1100-\u115f][\u1160-\u11ff]*|\P{M}\p{M}*/gu) ?? []; // a mark may stand alone
  return letters.slice(1).map((letter, i) => letters[i] + letter);
};
const partsOf = (word) => plain(word).split(JOINT).filter(Boolean);
const writtenOut = (word) => word.toLowerCase().normalize("NFC").replace(/[äöüåø]/g, (letter) => WRITTEN_OUT[letter]);

// All that a word is found by: its parts, the whole, what begins with a capital in it, "ueber" for "über", and in a name
// "muller" for "Mueller"; words of Arabic and Hebrew without what is written as one with them too.
function formsOf(word, isName) {
  const parts = [...new Set([word, writtenOut(word)])].flatMap(partsOf);
  const forms = new Set(parts);
  forms.add(partsOf(word).join(""));
  for (const part of word.split(JOINT)) {
    const humps = part.split(HUMP);
    for (let i = 1; i < humps.length; i++) forms.add(plain(humps.slice(i).join("")));
  }
  for (const part of parts) {
    forms.add(part.replace(ARTICLE, "")).add(part.replace(PREFIX, ""));
    if (isName) forms.add(part.replace(/([aou])e|aa/g, (both) => both[0]));
  }
  return [...forms].filter((form) => form.length > 1 || parts.includes(form));
}

const known = [new Map(), new Map()];
function knownForms(word, isName) {
  const forms = known[Number(isName)];
  if (!forms.has(word)) forms.set(word, formsOf(word, isName));
  return forms.get(word);
}

// The terms of a text, but for its runs.
const indexed = (text, isName) =>
  (text.match(WORD) ?? []).flatMap((word) => (RUN.test(word) ? [] : knownForms(word, isName)));

// A run to look for; it may be there as the beginning of a longer letter too, as while it is being typed.
const runOf = (run) => ({ run, whole: new RegExp(`${run}(?![\\p{M}\\u1160-\\u11ff])`, "u") });

// A word of a query: its text, and the term that must be there, which may be one of a choice, or a run.
function wanted(text, others = []) {
  if (RUN.test(text)) return { text, term: runOf(text) };
  const choice = new Set([text, ...others, text.replace(ARTICLE, "")]);
  return { text, term: choice.size > 1 ? { combineWith: "OR", queries: [...choice] } : text };
}

// The words of a query, as they were joined there: "3D-GS" gives [["3d", "gs"]].
const chunksOf = (query) =>
  [...query.matchAll(ASKED)]
    .map(([word]) => {
      if (RUN.test(word)) return [wanted(compact(word))];
      const others = partsOf(writtenOut(word));
      return partsOf(word).map((part, i) => wanted(part, others[i] ? [others[i]] : []));
    })
    .filter((chunk) => chunk.length);

// A DOI, or a number of arXiv without its version, in whatever it was copied with: an address, "doi:", "arXiv:".
const NUMBER = /10\.\d{4,9}\/[^\s"<>]+|(?<![\d.])\d{4}\.\d{4,5}(?=v\d|\.pdf|[^\w.]|$)/u;

// What of a query counts: of what has such a number in it the number alone.
const meant = (query) => {
  let text = query;
  try {
    text = decodeURIComponent(query);
  } catch {} // a percent sign that is one
  return text.match(NUMBER)?.[0].replace(/[.,;:)\]]+$/, "") ?? query.replace(/^\s*(?:pmid|doi|arxiv|isbn)\s*:\s*/iu, "");
};

const asked = (query) => chunksOf(query).flat().map(({ text }) => text);

// A text without all that does not count, to compare titles.
const squeezed = (text) => asked(text).join("");
