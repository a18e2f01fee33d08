// Words as the search compares them: without case, accents, hyphens and apostrophes.

const LETTERS = { ß: "ss", ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe", ı: "i", þ: "th", ð: "d" };
// A word with all its parts, which hyphens, apostrophes or dots join; scripts without spaces are taken letter by letter.
const LONE = "[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]";
const PART = `(?:(?!${LONE})[\\p{L}\\p{N}\\p{M}])+`;
const JOINT = /[-‐‑'’.]/u;
const WORD = new RegExp(`${LONE}|${PART}(?:${JOINT.source}${PART})*`, "gu");

const plain = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[ßøłđæœıþð]/g, (letter) => LETTERS[letter]);

// The parts of every word: "3D-GS" gives ["3d", "gs"].
const partsOf = (text) => [...text.matchAll(WORD)].map(([word]) => plain(word).split(JOINT));

// What the index keeps: the parts, and the whole of a word that has several.
const indexed = (text) => partsOf(text).flatMap((parts) => (parts.length > 1 ? [...parts, parts.join("")] : parts));

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

const asked = (query) => partsOf(query).flat();

// A text without all that does not count, to compare titles.
const squeezed = (text) => asked(text).join("");
