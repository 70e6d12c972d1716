/** Reads text the way Discord's clients do: what a person sees, and everything that they take for more than text. */

export interface Mark {
  readonly kind:
    | "strong"
    | "code"
    | "block"
    | "link"
    | "address"
    | "mention"
    | "emoji"
    | "heading"
    | "quote"
    | "item"
    | "small"
    | "stray";
  readonly text: string;
  readonly url?: string;
}

export interface ReadMarkdown {
  readonly plain: string;
  readonly marks: readonly Mark[];
}

type Rule = readonly [pattern: RegExp, read: (match: RegExpExecArray) => ReadMarkdown];

const nothing = (plain: string): ReadMarkdown => ({ plain, marks: [] });
const mark = (kind: Mark["kind"], plain: string, url?: string): ReadMarkdown => ({
  plain,
  marks: [{ kind, text: plain, ...(url && { url }) }],
});
const around = (kind: Mark["kind"], inner: string, url?: string): ReadMarkdown => {
  const { plain, marks } = readMarkdown(inner, false);
  return { plain, marks: [{ kind, text: plain, ...(url && { url }) }, ...marks] };
};

/** Only where a line begins. */
const LINE_RULES: readonly Rule[] = [
  [/-# /y, () => mark("small", "")],
  [/#{1,3} /y, () => mark("heading", "")],
  [/>(?:>>)? /y, () => mark("quote", "")],
  [/(?:[-*]|\d+\.) /y, () => mark("item", "")],
];

const RULES: readonly Rule[] = [
  [/[^\\`<@[\]:*_~|#>.\-\n\dhd]+/iuy, ([plain]) => nothing(plain)], // begins nothing below
  [/```(?:[\w+-]*\n)?([\s\S]*?)```/y, ([, code = ""]) => mark("block", invisible(code))],
  [/(`+)([\s\S]*?[^`])\1(?!`)/y, ([, , code = ""]) => mark("code", code.replaceAll("ˋ", "`"))],
  [/\\([^0-9A-Za-z\s])/y, ([, character = ""]) => nothing(character)],
  [
    /<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>|<\/[^>]+:\d+>|<id:\w+>|@(?:everyone|here)/y,
    ([all]) => mark("mention", all),
  ],
  [/\[((?:\\.|[^\]\\])*)\]\(<?(https?:\/\/[^)\s>]+)>?\)/y, ([, label = "", url]) => around("link", label, url)],
  [/https?:\/\/[^\s<]+|discord(?:app)?\.(?:gg|com\/invite)\/\w+/iy, ([all]) => mark("address", all)],
  [/:[\w+-]+:/y, ([all]) => mark("emoji", all)],
  [/\*\*((?:\\.|[^*\\])+)\*\*/y, ([, inner = ""]) => around("strong", inner)],
  [/[*_~|`[\]]/y, ([all]) => mark("stray", all)],
  [/[\s\S]/uy, ([character]) => nothing(character)],
];

export function readMarkdown(text: string, atLineStart = true): ReadMarkdown {
  const parts: ReadMarkdown[] = [];
  for (let at = 0; at < text.length; ) {
    const isLineStart = at === 0 ? atLineStart : text[at - 1] === "\n";
    const rule = [...(isLineStart ? LINE_RULES : []), ...RULES];
    for (const [pattern, read] of rule) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (!match) continue;
      parts.push(read(match));
      at += match[0].length;
      break;
    }
  }
  return { plain: invisible(parts.map(({ plain }) => plain).join("")), marks: parts.flatMap(({ marks }) => marks) };
}

function invisible(text: string): string {
  return text.replaceAll("\u200b", "");
}
