/** Request methods in a question. Most of their names are English words, so the words around them decide. */
import type { Catalog } from "../catalog/catalog.js";
import type { Method } from "../catalog/types.js";

/** A name in lower case counts when the text speaks of methods, or of what a request with it returns. */
const ABOUT_METHODS = /\b(?:methods?|verbs?|requests?|idempotent|safe|http)\b/i;
const ABOUT_RETURN = /\b(?:return|returns|respond|answer|status|code|codes)\b/i;

/** Methods that a text is about, in the order they are named. `raw` keeps its capitals: "GET" is none of English's "get". */
export function findMethods(catalog: Catalog, raw: string): readonly Method[] {
  const words = raw.slice(0, 2_000).match(/[\p{L}\p{N}]+/gu) ?? [];
  const shouted = words.filter((word) => /\p{L}/u.test(word)).every((word) => word === word.toUpperCase());
  const named = words.flatMap((word) => {
    const method = catalog.method(word.toUpperCase());
    return method ? [{ method, capital: word === method.method }] : [];
  });
  const distinct = new Set(named.map(({ method }) => method));
  const alone = words.length === 1;
  const capitals = named.filter(({ capital }) => capital && !(shouted && words.length > 3)).map(({ method }) => method);
  if (alone || capitals.length > 0) return [...new Set(alone ? distinct : capitals)];
  const compared = distinct.size > 1 && /\b(?:vs|versus|or|difference|between)\b/i.test(raw);
  const asked = ABOUT_METHODS.test(raw) || (ABOUT_RETURN.test(raw) && isSubject(words, named[0]?.method.method));
  return compared || asked ? [...distinct] : [];
}

const METHOD_FACTS =
  /\b(?:idempotent|idempotency(?! key)|safe|cacheable|cached|semantics|(?:used|good|meant) for|when (?:to|do i|do you|do we|should i|should we|should you) use)\b|\b(?:have|has|carry|contain|include|allow)\b.* (?:body|payload|content)$/;

/** Whether a text that names a method asks what is true of it: "is DELETE idempotent", "can a GET have a body". */
export function asksAboutMethods(text: string): boolean {
  return METHOD_FACTS.test(text.replace(/(?<=[\p{L}\p{N}]|^)[^\p{L}\p{N}]+$/u, ""));
}

const PROPERTY =
  /\b(?:which|what|list|all|the) (?:http |request )*(?:methods|verbs)\b.*\b(safe|idempotent|cacheable)\b|\b(safe|idempotent|cacheable) (?:http |request )*(?:methods|verbs)\b/;

/** "which methods are idempotent": those of HTTP itself; WebDAV's are asked for by name. */
export function findMethodsByProperty(catalog: Catalog, text: string): readonly Method[] {
  const match = PROPERTY.exec(text);
  const property = match?.[1] ?? match?.[2];
  if (!property) return [];
  return catalog.methods.filter((method) => !method.sources[0]?.label.startsWith("RFC 4918") && has(method, property));
}

function has(method: Method, property: string): boolean {
  if (property === "cacheable") return method.cacheable !== "no";
  return property === "safe" ? method.safe : method.idempotent;
}

/** "what should put return", "what can a delete answer": the name stands where the sentence names who returns. */
function isSubject(words: readonly string[], name: string | undefined): boolean {
  const position = words.findIndex((word) => word.toUpperCase() === name);
  const before = words[position - 1]?.toLowerCase() ?? "";
  return /^(?:should|can|does|must|may|a|an|the|do|successful|failed)$/.test(before);
}
