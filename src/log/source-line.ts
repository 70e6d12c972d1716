/**
 * Lines that name a status which nobody answered: source code, configuration, differences between versions, queries,
 * metrics, names of tests, titles of tickets. Known by how they are built, whatever they are about.
 */

/** Each is anchored or begins with a rare mark, and bounded, so that none is slow. */
const CODE: readonly string[] = [
  // "abort(403, 'Forbidden');", "logger.error("…")", but neither "connect() failed (111)" nor "HTTPError('404 …')"
  "^(?:(?:await|return|yield|go|defer|new|echo|print|int|void) )?(?:[\\w$]{1,60}(?:\\.|->|::|\\?\\.)){0,5}[a-z_$][\\w$]{0,60}!?\\((?!https?:|\\)|\\w{1,40}: )[^()]{0,200}(?:\\([^()]{0,200}\\)[^()]{0,200}){0,6}\\)\\s{0,4}(?:$|[;,{]|\\.\\w|//|#|[=!<>]=)",
  "^\\w[\\w.]{0,60} :?= (?:new )?[\\w.$]{1,60}\\(",
  "^\\[\\w{1,40}\\(",
  "^\\|[^|]{0,200}\\|[^|]{0,200}\\|", // a row of a table
  "^\\d{3} (?:=|=>|->) ",
  "\\) \\{ ?(?:return|throw)\\b",
  "^\\{:\\w",
  "\\]\\(https?:", // a link in Markdown
  "^\\.[a-z]\\w{0,40}\\(.{0,200}\\)[;,]?$", // ".statusCode(404)"
  "^[A-Z][A-Z0-9_]{2,60}\\(\\d{3},", // "NOT_FOUND(404, "Not Found"),"
  "(?:\\)|=>|\\bdo|\\belse) \\{$",
  "\\bthrow (?:new )?\\w{1,60}\\(",
  "[\"'`]\\)?\\.\\w{1,40}\\(", // a string's own method
  "\\b[A-Z]\\w{1,40}\\(\\d{3}\\)\\.\\w", // "HTTPStatus(404).phrase"
  "^\\w[\\w.]{0,60} (?:= [\"'`]\\d{3} [A-Z].{0,60}|:= [\"'`].{0,200})[\"'`][,;]?$",
  // entries of tables: "404: "Not Found",", "{404, "…"}", "'500' => 'x'"
  "^[\"'[{(]{0,2}\\s?\\d{3}[\"'\\]]{0,2}\\s{0,4}(?::|=>|=|->|,)\\s{0,4}[\"'<{]",
  "^(?:[\"'][\\w ]{2,60}[\"']|[A-Za-z]\\w{1,60})\\s{0,20}(?:=|=>|->)\\s{0,4}\\d{3},$",
  "^[A-Z][A-Z_]{3,60}: \\d{3},$", // "NOT_FOUND: 404,"
  "^[\\w:.]{2,60}::\\w{2,60}\\s=>",
  "^\\{ ?(?:\\w{1,40}: .{0,200}|[\"'][^:]{0,200})\\},$",
  "^[[(]\\s?[\"'].{0,200}[\\])],$",
  "^[a-z]\\w{0,20}\\.[A-Z]\\w{0,40}(?<!Error|Exception|Failure|Response)\\(.{0,300}\\)$", // Go's "errors.Errorf("…")"
  "[\\w)] ?=> ?[({]",
  "^\\S{1,200}\\.\\w{1,5}:\\d{1,6}:\\d{1,5}: (?:fatal )?(?:error|warning|note): ", // what compilers say of it
  "\\|> [A-Z]\\w{0,60}\\.\\w", // Elixir hands it on
  "^(?:\\d{1,6} \\||\\|\\s{4,})", // below what a compiler says
  "^(?:[\"']{3}|:(?:return|returns|raises?|status|statuscode|throws)\\b|\\* @|\\.\\. \\w)",
  "^[a-zA-Z_]\\w{0,40}\\s?(?:\\+=|=>|\\?=)\\s",
];
const CONFIGURATION: readonly string[] = [
  // "status_code  = "404"": in a log nothing is lined up before an equals sign
  "^[+~-]?\\s{0,8}[\\w.-]{2,80}\\s{1,40}=\\s{1,4}[\"']?(?:HTTP_)?\\d{3}[\"']?\\s{0,4}(?:,|#.{0,200}|->.{0,200})?$",
  "^(?:ENV|ARG|EXPORT|export|setenv|set) \\w{1,60}[= ]",
  "^\\[\\[?[a-z][\\w.-]{0,60}\\]\\]?\\s{0,4}(?:$|\\w{1,40} = )",
  "^[\"']?\\d{3}[\"']?:\\s{0,4}(?:$|[|>&*]|\\{)",
];
const DIFFERENCES: readonly string[] = [
  "^\\+\\S", // "+HTTP/1.1 404 Not Found"
  "^-[^\\s\\d>-]",
  "^(?:[*|\\\\/] ){0,4}(?:[-*] )?(?:\\*\\*[\\w./-]{1,40}:\\*\\* |[0-9a-f]{7,40} (?:\\([^)]{1,80}\\) )?)?(?:(?:fix|feat|chore|docs|refactor|perf|style|revert)(?:\\([\\w ./-]{1,40}\\))?|(?:test|build|ci)\\([\\w ./-]{1,40}\\))!?: ",
  "^[*|\\\\/ ]{0,8}[0-9a-f]{7,40} - \\(",
  "^(?:[-*] )?\\*\\*[\\w./-]{1,40}:\\*\\* ",
  "^(?:PR|MR|Issue|Bug|Ticket|Story|Task|Epic|Feature|Closes|Fixes|Refs)\\b:? ?(?:[#!]?\\d{1,6}|[0-9a-f]{7,40})?\\b:? ",
  "^[A-Z][A-Z0-9]{1,9}-\\d{1,6}:? [A-Z]",
  "^\\[(?:#\\d{1,6}|[A-Z]{2,10}-\\d{1,6}|[Ss]olved|[Cc]losed|[Ff]ixed|WIP|RFC)\\] ",
];
const QUERIES: readonly string[] = [
  "^(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|ALTER|CREATE|WHERE|AND|OR|HAVING|CASE|FROM|JOIN|ON|GROUP BY|ORDER BY|Filter:|Index Cond:|Recheck Cond:|Join Filter:) ",
  "^(?:select|update|delete from|where|having) ",
  "\\b[Ss](?:ELECT|elect) .{1,200} (?:FROM|from) ",
  "\\| ?(?:json|logfmt|stats|where|filter|timechart|summarize|parse|count|take|project|sort|limit|search)\\b",
  "\\|[=~] ?[\"'`]",
  "^\\$?\\{\\w{1,40}=~?[\"']",
  "^@?\\w[\\w.]{0,60}\\s{0,2}:\\s{0,2}(?:\\S{1,60} (?:AND|OR|NOT)|\\d{3} (?:and|or)) [\\w@(]",
  "(?:^|\\s)@\\w[\\w.]{0,60}:\\S",
  "\\[\\d{3} TO \\d{3}\\]",
  "\\bdb\\.\\w{1,60}\\.\\w{1,40}\\(",
  "^(?:\\d{1,3}\\.){3}\\d{1,3}:\\d{2,5}(?:\\[\\d{1,3}\\])?> ", // what somebody types into redis-cli
];
const METRICS: readonly string[] = [
  "\\w\\{[^{}]{0,300}\\}\\s{0,2}(?:\\[\\d{1,6}[smhd]|[\\d.eE+-]{1,30}(?: \\d{10,19})?$|[<>=/*] )", // 'http_requests_total{code="500"} 3'
  "^[\\w.-]{1,80}(?:,[\\w.-]{1,60}=[^\\s,]{1,80}){1,20} \\S{1,200} \\d{10,19}$",
  "^(?:sum|rate|irate|increase|avg|max|min|topk|histogram_quantile|count)(?: by \\([^)]{0,80}\\) ?)?\\(",
  "\\d\\(\\d{1,3}\\.\\d{1,2}%\\)", // "0(0.00%)", a column of locust
  "^[0-9a-f]{4,16}:? {1,2}(?:[0-9a-f]{2} {1,2}){4}|^(?:0x)?[0-9a-f]{4,16}: (?:[0-9a-f]{4} ){4}", // dumps of bytes
];
/** What documents say of a request: "POST /login - 200 on success, 401 otherwise". */
const DOCUMENTS: readonly string[] = [
  "^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) .{1,200}[^\\w./]\\d{3}(?:\\)? ?(?:->|→|\\||/|or) \\d{3}(?![.\\w])|.{0,30}\\b(?:on success|otherwise|if|or \\d{3}|instead)\\b)",
  "^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \\S{1,200} \\(\\d{3} [A-Z][a-z]{1,20}, \\d{3}",
  "^HTTP/[\\d.]{1,3} \\d{3} (?:is|means|are|was|should)\\b",
  "^\\d{3} \\(?[A-Z][\\w' -]{2,40}\\)?::? (?:[Rr]eturned|[Ii]f|[Ww]hen) ",
  "^<h\\d>[^<]{0,80}\\babout\\b",
];
const TESTS: readonly string[] = [
  "^(?:[✓✔√✗✘✕×✖❌●○◯▶❯▸•⨯-] {0,3}|\\d{1,4}[.)] |(?:not )?ok \\d{1,6} -? ?|\\[\\d{1,5}/\\d{1,5}\\] )?(?:\\[\\w{1,20}\\] › .{0,120}|[\\w ./:#-]{0,80} [›»>] .{0,120}|(?:it|skipped) )?(?:should|must|can|does|returns?|responds?|rejects?|answers?|gives?|shows?|sends?|throws?|maps?|handles?|redirects?|fails?|works|reports|yields|produces|is|has) (?:a |an |with |to |the |by |on |when |HTTP |status |code )*",
  "^[▶❯▸] ",
  "^(?:[✓✔√✗✘✕×✖] {1,3}|\\d{1,4}[.)] {1,3}(?:AssertionError {1,4})?|AssertionError {1,4})Status code is \\d{3}$", // how Postman names them
  "^[✓✔√✗✘✕×✖] status (?:is|was|code)\\b",
  "^(?:Scenario|Given|When|Then|And|But|Feature|Background):? (?:the|a|an|I|it|[A-Z])\\b",
  "(?:_test\\.(?:go|py|rb|exs|dart|cc|cpp)|_spec\\.rb|\\.(?:test|spec)\\.[cm]?[jt]sx?)\\b",
  "^(?:The following|Expected|expected|Acceptance|Actual|Steps|Example|Sample|Subject|Labels?)\\b[^:]{0,40}:",
  "\\bis expected to \\w",
  "\\bto (?:equal|be|match|have) (?:\\d|status|http)|\\bwant(?:ed)? \\d",
];

const PATTERNS = [CODE, CONFIGURATION, DIFFERENCES, QUERIES, METRICS, DOCUMENTS, TESTS].flat();
const SOURCE = new RegExp(PATTERNS.map((pattern) => `(?:${pattern})`).join("|"), "u");
/** "    503: Service Unavailable", below something else. */
const NUMBERED = /^\s{2,80}["']?\d{3}["']?: ["'A-Z]/;
/** What a logger puts before a message: "[main] ", "[a.b.C] ". */
const BRACKETS = /^(?:\[[^\]\s]{1,60}\] ){1,2}/;

/** A statement ends so. */
const ENDS = /;\s{0,4}(?:\/\/.{0,80})?$/;
const STATEMENT = /[\w\])]\(| :?= |^(?:return|set|error|status)\b/;

function isStatement(trimmed: string): boolean {
  return ENDS.test(trimmed.slice(-100)) && STATEMENT.test(trimmed);
}

/** `text` is the line behind its prefixes; a few hundred characters are enough. */
export function isSourceLine(text: string): boolean {
  const trimmed = text.trim();
  if (SOURCE.test(trimmed) || isStatement(trimmed) || NUMBERED.test(text)) return true;
  const bare = trimmed.replace(BRACKETS, "").trimStart();
  return bare !== trimmed && (SOURCE.test(bare) || isStatement(bare));
}
