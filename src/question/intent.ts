/** What a question wants to know about its subjects, told by the words around them. */
import type { StatusView } from "./question.js";

const COMPARE =
  /\b(?:vs|versus|v|or|n|difference|differences|differ|different|diff|compare|compared|comparison|between|against|than|instead of|same)\b|\d ?\/ ?\d|=/;
const EXAMPLE = /\b(?:examples?|sample|raw)\b/;
const FIX = /\b(?:fix|fixing|fixed|solve|resolve|debug|troubleshoot|get rid of|causes?|caused|why)\b/;
const HELP = /^(?:help|usage|hello|hi|hey|commands?|what can you do|how do (?:i|you) use (?:this|you)|\?)[?!. ]*$/;

export function wantsComparison(text: string): boolean {
  return COMPARE.test(text);
}

export function wantsHelp(text: string): boolean {
  return text === "" || HELP.test(text);
}

/** Words for the facts of a status; "need" and "must" ask for its header fields. */
const FACTS =
  /\b(?:facts|headers?|fields?|cached?|caching|cacheable|retry|retried|retryable|retrying|repeat|body|need|needs|must|required?|safe|idempotent)\b/;

/** The side of a status that is asked for; the card when nothing says otherwise. */
export function wantedView(text: string): StatusView {
  if (EXAMPLE.test(text)) return "example";
  if (FIX.test(text)) return "fix";
  return FACTS.test(text) ? "facts" : "card";
}

const MEANING = /\b(?:mean|means|meaning|meant|stands? for)\b/;
const TROUBLE =
  /\b(?:getting|gets|got|(?:i|we|it|you) (?:always |still |keep |only |just |now )?get|keeps?|receiv(?:e|ed|ing)|seeing|returns|returning|returned|sends|throws|throwing|threw|responds|responding|gives|giving|fails|failing|says)\b/;
const WRITING =
  /\b(?:return|send|raise|throw|abort|respond|reply|answer|handle|handling|catch|catching|retry|retrying|set|emit|write)\b/;

/** Whether a text that names a framework wants to know what a status means there, and no code. */
export function wantsMeaning(text: string): boolean {
  return MEANING.test(text);
}

/** Whether a text that names a framework tells what goes wrong there ("getting 405 in flask"), and not what to write. */
export function tellsOfTrouble(text: string): boolean {
  return TROUBLE.test(text) && !WRITING.test(text);
}

/** Words that carry no subject, as they are often mistyped too: what is left without them is a name for a status. */
const FILLERS = new Set(
  (
    "a about all an and any are at can code codes could do does error errors explain for get getting give got have hey how http https httpstatus httpstatuscode i if im in is it its " +
    "list lookup look me mean meaning means my of on one pls please request response responses return returned returning returns say should must method methods verb search show status " +
    "tell that the thing this to up was what whats when which with you " +
    "cod eror erorr errer erro htpp htttp reponse repsonse requst reqest respone satus staus statsu"
  ).split(" "),
);

/** Whether a word carries no subject of its own. */
export function isFiller(word: string): boolean {
  return FILLERS.has(word);
}

/** The words that are left when questions' filling is taken out; all of them when nothing would be left. */
export function subjectWords(words: readonly string[]): readonly string[] {
  const kept = words.filter((word) => !FILLERS.has(word));
  return kept.length > 0 ? kept : words;
}
