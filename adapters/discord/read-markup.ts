/** Discord's markup to plain text: what a person reads, without mentions, emoji and formatting. */

const TAGS: readonly (readonly [RegExp, string])[] = [
  [/<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>/g, " "],
  [/<\/([^:<>]{1,100}):\d+>/g, "/$1"],
  [/<(https?:\/\/[^\s<>]+)>/g, "$1"],
  [/^(?:>>> |> )/gm, ""],
  [/\*\*|\|\||`/g, ""],
];
/** A number alone names no language: it is what was pasted. */
const LANGUAGE = /^(?!\d+\n)[\w+#.-]{1,20}\n/;

/** What stands between fences is taken as it is, only without the language that it is announced in. */
export function readMarkup(content: string): string {
  const parts = content.split("```");
  return parts
    .map((part, index) => {
      const isFenced = index % 2 === 1 && index < parts.length - 1;
      return isFenced ? `\n${part.replace(LANGUAGE, "")}\n` : readTags(part);
    })
    .join("")
    .trim();
}

function readTags(text: string): string {
  return TAGS.reduce((plain, [tag, replacement]) => plain.replace(tag, replacement), text);
}
