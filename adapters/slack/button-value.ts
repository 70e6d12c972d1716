/** What a button carries: the version of the wire form, then the question. Stateless, so it works after a restart. */
const VERSION = "a1:";

export function askValue(ask: string): string {
  return `${VERSION}${ask}`;
}

/** The question, or undefined when another version of Teapot, or somebody else, made the value. */
export function readAskValue(value: string): string | undefined {
  return value.startsWith(VERSION) ? value.slice(VERSION.length) : undefined;
}
