/**
 * Whether a path fits a pattern part by part: `*` stands for any characters of one part, `**` as the last part for
 * whatever comes below, nothing included. Ids in the path may be folded, so a part of the pattern that is a number fits
 * ":id" too.
 */
export function fitsPath(pattern: string, path: string): boolean {
  const wanted = parts(pattern);
  const found = parts(path);
  const isOpen = wanted.at(-1) === "**";
  const fixed = isOpen ? wanted.slice(0, -1) : wanted;
  if (isOpen ? found.length < fixed.length : found.length !== fixed.length) return false;
  return fixed.every((part, index) => fitsPart(part, found[index] ?? ""));
}

/** A slash at the end makes no difference. */
function parts(path: string): readonly string[] {
  return path.replace(/\/$/, "").split("/").slice(1);
}

/** Pieces between the stars in their order, the first and the last at the ends. Linear: each is looked for once. */
function fitsPart(pattern: string, part: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return pattern === part || (/^\d+$/.test(pattern) && part === ":id");
  const last = rest.at(-1) ?? "";
  if (!part.startsWith(first) || !part.endsWith(last) || part.length < first.length + last.length) return false;
  const end = part.length - last.length;
  let at = first.length;
  for (const piece of rest.slice(0, -1)) {
    const next = part.indexOf(piece, at);
    if (next < 0 || next + piece.length > end) return false;
    at = next + piece.length;
  }
  return true;
}
