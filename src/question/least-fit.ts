/** How well a description must fit before it is taken for an answer. Chatter fits something a little, too. */
import { DESCRIPTION_MAX_CHARS } from "./concepts.js";
import type { Reading } from "./read-text.js";

/** Asked for a code, the best guess is an answer; a word from the world of software makes one likely. */
const LEAST = {
  askedForCode: 0.27,
  software: 0.32,
  anything: 0.49,
  personal: 0.66,
  toPerson: Number.POSITIVE_INFINITY,
} as const;

const ASKS_FOR_CODE =
  /\b(?:https?|status(?:es)?|codes?|returns?|returning|responds?|responding|response|reply with|answer with)\b/;

/** Words that people who talk about anything else rarely use. */
const SOFTWARE = new RegExp(
  `\\b(?:${[
    "access|accounts?|admin|allowed|amounts?|api|apis|app|apps|async|attribute|auth|authenticat\\w*|authori[sz]\\w*|backend|batch|body|bot|browser|bucket|bulk|bytes?|cach\\w*|captcha",
    "cdn|characters|chars|client|clients|cloud|comments?|config\\w*|connection|currency|cursor|cookies?|cors|crawler|credentials?|csrf|csv|data|databases?|db|delet\\w*|deploy\\w*|deprecat\\w*|dns",
    "documents?|domain|download\\w*|duplicates?|e-?mail|encoding|endpoints?|errors?|etag|exception|expired?|expires|exe|fields?|files?|firewall|formats?|forms?",
    "frontend|gateway|graphql|handler|headers?|host|html|id|ids|idempot\\w*|import\\w*|insert\\w*|ip|invalid|javascript|json|jwt|kb",
    "lambda|links?|locale|lock|login|log(?:s|ged)? (?:in|out)|malformed|mb|media|megabytes?|methods?|microservices?|missing|module|multipart|oauth|object|offset|optimistic",
    "pages?|pagination|param\\w*|parse\\w*|password|patch|payload|pdf|permissions?|ping|posts|profiles?|preflight|process(?:ed|ing)|products?|proxy|publish\\w*|quer(?:y|ies)|queue\\w*",
    "quota|records?|redirect\\w*|regex|requests?|resource|retry|retries|roles?|routes?|rows?|schema|scrap\\w*|secret|sends|server|servers|service|services",
    "session|sign(?:ed|s)? ?(?:in|up|out)|signatures?|sites?|slug|sms|socket|sql|ssl|stock|stream\\w*|string|subscription|sync\\w*|tenant|throttl\\w*|timeout|timed out|times out",
    "tls|token|tokens|transactions?|tries|type|upload\\w*|upstream|uris?|urls?|users?|username|utf|valid\\w*|version|video|web|webhooks?|website|websocket|xml|yaml|zip",
  ].join("|")})\\b`,
);

/** A question or a request to the people in the room, or a courtesy: nothing that happened to a program. */
const TO_PERSON = new RegExp(
  "^(?:(?:hey|hi|so|um|ok|oh|well|and|but)[,.! ]+)*(?:" +
    [
      "(?:can|could|will|would|did|do|have|are|were) (?:you|anyone|anybody|someone|somebody|everyone|we all)",
      "does (?:anyone|anybody|someone|somebody)",
      "(?:anyone|anybody) (?:ever|for|got|going|has|have|here|in|know|knows|need|needs|up|want|wants|with)\\b",
      "(?:who|whos|wheres|where (?:is|are|was|were|did|do you)|how (?:is|are|was|old|far|about|many|much|was))\\b",
      "(?:what (?:is|are|was) the|whats the) (?:capital|time|date|weather|plan|name)",
      "(?:when|what time) (?:is|are|does|do|did|will|was)",
      "which (?!one|of|answer|error)",
      "tell me (?:an?|something|some)\\b",
      "what (?:a|an|did|do) (?!i|we|the|it|they|user|client)",
      "lets|let us|please|pls|thanks|thank you|happy|good (?:morning|night|evening|luck)|congrat\\w*|sorry",
      "remind me to|(?:shall|should) we (?!return|send|answer|respond|use|give)",
    ].join("|") +
    ")",
);

/** What somebody did or has, in a tale that names nothing of software. */
const PERSONAL = /^(?:i|im|ive|my|we|weve|our|she|shes|he|hes|her|his) /;

/** The least score, 0 to 1, at which a description of a text may answer it. */
export function leastFit(reading: Reading): number {
  const text = reading.text.slice(0, DESCRIPTION_MAX_CHARS);
  if (ASKS_FOR_CODE.test(text)) return LEAST.askedForCode;
  if (TO_PERSON.test(text)) return LEAST.toPerson;
  if (SOFTWARE.test(text)) return LEAST.software;
  return PERSONAL.test(text) ? LEAST.personal : LEAST.anything;
}
