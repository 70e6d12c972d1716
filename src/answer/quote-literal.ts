/** `either`: whichever of the two needs no escape. `backtick`: Go's raw string where double quotes would need one. */
export type Quotes = "double" | "single" | "either" | "backtick";

/** A text as a string literal of source code. For texts of the catalog: one line, nothing that is interpolated. */
export function quoteLiteral(text: string, quotes: Quotes): string {
  if (quotes === "single") return `'${text.replace(/[\\']/g, "\\$&")}'`;
  if (quotes === "either" && text.includes('"') && !/['\\]/.test(text)) return `'${text}'`;
  if (quotes === "backtick" && text.includes('"') && !text.includes("`")) return `\`${text}\``;
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}
