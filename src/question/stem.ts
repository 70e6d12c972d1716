/** Endings that carry no subject, longest first. Crude on purpose: both sides of a match are cut alike. */
const ENDINGS = [
  "ations",
  "ation",
  "ating",
  "ated",
  "ates",
  "ate",
  "ions",
  "ion",
  "ings",
  "ing",
  "ies",
  "ied",
  "edly",
  "ed",
  "es",
  "e",
  "s",
  "ly",
  "y",
];
const STEM_MIN_CHARS = 3;

/** The part of a lower-case English word that its inflections share: logged, logging and logs are all "log". */
export function stem(word: string): string {
  if (word.length <= STEM_MIN_CHARS || /\d/.test(word) || word.endsWith("ss")) return word;
  const ending = ENDINGS.find(
    (candidate) => word.endsWith(candidate) && word.length - candidate.length >= STEM_MIN_CHARS,
  );
  const bare = ending ? word.slice(0, -ending.length) : word;
  return bare.length > STEM_MIN_CHARS ? bare.replace(/([bdgklmnprt])\1$/, "$1") : bare;
}
