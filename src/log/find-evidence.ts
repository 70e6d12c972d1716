/** Why a number in a line of a log is an HTTP status. A number is one because of what stands around it, never alone. */

export interface Evidence {
  readonly code: number;
  /** `record`: the line is a log's own record of a request. `mention`: running text that tells of a status. */
  readonly kind: "record" | "mention";
}

const CODE = "([1-5]\\d\\d)";

/** The request in quotes, then the status: every access log of the Apache family. */
const ACCESS_LOG = new RegExp(`"[A-Z]{3,9} [^"]{1,4000} HTTP/[\\d.]{1,3}" ${CODE}(?= |$)`);
/** A field of a structured log: status=502, "status": 503, statusCode: 404, http.status_code=500. */
const FIELD = new RegExp(
  `(?:^|[\\s"'{,.\\[(])(?:http_?)?(?:status|response)(?:_?code)?["']?\\s?[=:]\\s?["']?${CODE}(?![\\d.])`,
  "i",
);
const MENTIONS = [
  new RegExp(`\\bHTTP/[123](?:\\.\\d)?"? ${CODE}(?!\\d)`),
  new RegExp(`\\bstatus(?: ?code)?(?: of| is| was|:)? ${CODE}(?![\\d.])`, "i"),
  new RegExp(
    `\\b(?:returned|responded|replied|failed)(?: with)?(?: an?)?(?: http)?(?: error| status)?:? ${CODE}(?![\\d.,]\\d|\\d| ?(?:ms|s|bytes|rows|items)\\b)`,
    "i",
  ),
];

/** What one line tells, or undefined. `phrases` are the reason phrases that make "404 Not Found" evidence. */
export function findEvidence(line: string, phrases: ReadonlyMap<number, string>): Evidence | undefined {
  const record = ACCESS_LOG.exec(line) ?? FIELD.exec(line);
  if (record) return { code: Number(record[1]), kind: "record" };
  for (const pattern of MENTIONS) {
    const match = pattern.exec(line);
    if (match) return { code: Number(match[1]), kind: "mention" };
  }
  return findPhrase(line, phrases);
}

function findPhrase(line: string, phrases: ReadonlyMap<number, string>): Evidence | undefined {
  for (const match of line.matchAll(/(?<![\d.:])([1-5]\d\d)[ -]+(?=[A-Z])/g)) {
    const code = Number(match[1]);
    const phrase = phrases.get(code);
    const after = line.slice(match.index + match[0].length);
    if (phrase && after.toLowerCase().startsWith(phrase.toLowerCase())) return { code, kind: "mention" };
  }
  return undefined;
}
