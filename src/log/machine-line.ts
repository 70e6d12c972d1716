/** Whether a machine wrote a line. People write about statuses, too; their sentences are questions, not logs. */

const METHOD = "(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)";
const TOOLS =
  "curl|wget|npm|pnpm|yarn|pip3?|git|docker|podman|kubectl|helm|terraform|apt(?:-get)?|go|cargo|rustup|mvn|gradle|composer|gem|bundler|brew|http|aws|gcloud|az|gsutil|fatal|remote|hint";

/** What lines of programs begin with, in the letters as written. Each is anchored and bounded, so that none is slow. */
const HEADS: readonly string[] = [
  // "AxiosError: …", "requests.exceptions.HTTPError: …", "[AxiosError]", "Uncaught (in promise) TypeError: …"
  "(?:(?:Uncaught|Unhandled|Caused by:?|Caught|fatal:) ?(?:\\(in promise\\) )?(?:exception )?)?\\[?(?:[A-Za-z_$][\\w$.:\\\\]{0,120})?(?:Error|Exception|Failure|Fault)(?:\\$\\w+|\\b)",
  // "StatusCode: 403, …", "SignatureDoesNotMatch: …", "operation error S3: …"
  "(?:Status|Error|Request|Response|Http)[A-Z][a-z]{1,20}: \\S",
  "(?:[A-Z][a-z]{1,20}){3,8}: \\S",
  "(?:api|operation) error \\S{1,60}: \\S",
  "(?:[a-z_]\\w{0,40}\\.){2,6}[A-Z]\\w{1,60}: ", // "google.api_core.exceptions.Forbidden: …"
  "[A-Z]\\w{1,60}(?:::[A-Z]\\w{1,60}){1,4}[: ]", // "RestClient::Unauthorized: …"
  "(?:ERROR|FATAL|WARN|WARNING|INFO|DEBUG|NOTICE|CRITICAL|TRACE|SEVERE|FINE)\\b",
  '[{["]',
  "'\\$(?:fault|metadata)':",
  "[<] \\S",
  "<\\/?[A-Za-z!]",
  "(?:E|W|Err:\\d{1,4}|Ign:\\d{1,4}|Get:\\d{1,4}):? \\S",
  "#\\d{1,3} ",
  `"?\\[?(?:XHR)?${METHOD}\\]?:? "?(?:\\/|https?:)`,
  "HTTP\\/\\d",
  "(?:-->|<--|=>|->|--) ",
  "at \\S",
  "\\S{1,60}\\.(?:py|js|ts|go|rb|php|java|rs|c|cpp):\\d{1,6}",
  "(?:File|Client error|Server error|Failed to (?:load resource|fetch|pull|push|download)|Could not (?:GET|HEAD|transfer|find)|unexpected status|Response (?:status )?code|failed to)\\b",
  "[a-z_][\\w.-]{0,40}=\\S{1,200} (?:.{0,400} )?[a-z_][\\w.-]{0,40}=\\S",
  "(?:- )?(?:HTTP )?Status(?: [Cc]ode)?: \\d{3} (?:\\(|for https?:)",
  "(?:http|response)_code ?[:=]",
  "httpRequest:$",
  "(?:<ref \\*\\d{1,3}> )?[A-Z][\\w.]{0,60} \\{$",
  "(?:%[A-Z][\\w.]{0,60}\\{|#<?[A-Z][\\w.:]{0,60}[<{ ]|&\\{[A-Z])",
  "[A-Za-z_]{1,30}:[^\\t]{0,200}\\t[A-Za-z_]{1,30}:",
  "[✗✘×❌🚫⨯✖]",
  "called `(?:Result|Option)::",
];
/** The same in any case. */
const HEADS_ANY_CASE: readonly string[] = [
  "(?:error|err|fatal|warn|warning|info|debug|notice|critical|crit|panic|trace|exception|failed|failure|caused by|traceback)\\b[\\]:!([]",
  `(?:${TOOLS})(?:\\[\\d{1,9}\\])?(?::| ERR!| error\\b| WARN\\b)`,
  "(?:\\S{1,80}: ){1,2}(?:error|fatal|warning)\\b",
  "\\S{1,60} (?:error|failure|exception)[:!]",
];
/** How Perl ends what a program dies of. */
const ENDS_AS_WRITTEN = / at \S{1,200}\.(?:p[lm]|cgi|psgi|t) line \d{1,6}\.$/;
const AS_WRITTEN = new RegExp(`^(?:${HEADS.join("|")})`, "u");
const ANY_CASE = new RegExp(`^(?:${HEADS_ANY_CASE.join("|")})`, "i");

/** `text` is the line behind its prefixes; a few hundred characters are enough. */
export function isMachineLine(text: string): boolean {
  const trimmed = text.trimStart().replace(/^(?:\| ){1,3}/, "");
  return AS_WRITTEN.test(trimmed) || ANY_CASE.test(trimmed) || ENDS_AS_WRITTEN.test(trimmed.slice(-240));
}

/** Programs say "please", "you" and "does not" as well; these words they leave to people. */
const PERSONAL_WORDS =
  "i|im|ive|i'm|i've|i'd|we|we're|we've|weve|my|mine|our|ours|me|anyone|anybody|someone|somebody|everyone|guys|folks|thanks|thx|lol|hey|hi|hello|hmm|btw|fyi|yeah|yep|nope|wtf|ugh|damn|weird|guess|think|maybe|probably|getting|keeps|seeing|sees|saw|noticed|looks|seems|apparently|basically|actually|really|staging|prod|yesterday|tomorrow|tonight";
const PERSONAL_STARTS =
  "why|how|what|what's|whats|when|where|who|which|is|are|was|does|do|did|can|could|should|would|so|and|but|ok|okay|yes|no|also|still|just|it|it's|its|this|that|these|those|there|there's|if|since|after";
/** Not inside a path or a host's name: "/v1/me". */
const PERSONAL = new RegExp(
  `\\?\\s*$|(?<![/._=-])\\b(?:${PERSONAL_WORDS})\\b(?![/_=])|^\\s*(?:${PERSONAL_STARTS})\\b(?![:=./])`,
  "i",
);

/** Whether a line reads as if a person wrote it: "we keep getting 502s", "why is it 404 Not Found?" */
export function isPersonal(text: string): boolean {
  return PERSONAL.test(text);
}

/** What people write who explain, plan or quote: they say what a status is for, not that one came. */
const EXPLAINING =
  "means?|meant|indicates (?:that|the)|should|must|instead|explain(?:s|ed)?|understanding|vs|versus|difference|examples?(?!\\.\\w)|e\\.g\\.|i\\.e\\.|whenever|unless|never|ways to|how to|fix(?:es|ed)?|handles?|customers?|users (?:see|get)|clients|possible|codes:|acceptance|criteria|on success|on failure|introduced|improved|upgrade|breaking|release|sprint|investigating|monitoring|postmortem|todo|fixme|xxx|hack|note|notes|subject|sticker|known issue|is for|is (?:mapped|now)|has no|on empty|redirects? to|retry on|for guests|expected|acceptance|labels|limits?:|max upload|title|description|(?:is|are|was being) (?:returned|sent|answered|rejected)|if (?:the|a|an|you|your|it|no)|when (?:the|a|an|you|nothing|your|it)|will|may|your|once|common|best practices?|troubleshooting|chapter|slide|lecture|exercise|glossary|faq|runbook|degraded|causes of|mock|stub|deprecated|expects|the status line|begins with|servers send|without a|fails? with";
const EXPLAINS = new RegExp(
  `(?<![.\\w/])(?:${EXPLAINING})(?![\\w/])|^(?:returns?|responds?|answers?|sends?|gives?|throws?):? `,
  "i",
);
const URLS = /\bhttps?:\/\/\S{1,300}/g;
/** A letter that is not Latin: programs write English. */
const FOREIGN = /[^\P{L}\p{Script=Latin}µμ]/u;

const HAPPENED =
  /\b(?:fail(?:ed|ure)?|errors?|got|received|returned|responded|replied|answered|rejected|refused|denied|unexpected|unable|cannot|could not|couldn't|timed out|completed|finished)\b|\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (?:\/|\*)|\bhttps?:\/\/|\bfrom [\w-]+[./:]|\(HTTP[ /\d.]{0,6}\d{3}|: ['"]?HTTP\/\d|^E[A-Z_]{3,20}: |(?:exception|error): |^RESPONSE \d{3}:|\(\w{1,40}::/i;
/** The number, what is before it, and what is behind it: its name and nothing more. */
const ALONE =
  /^(\D{0,80}?(?:\/\d(?:\.\d)?)?\W{0,4})\d{3}\W{0,4}(?:[A-Z][\w'-]{1,20}(?:[ _](?:[A-Z][\w'-]{1,20}|for)){0,4})?\W{0,8}$/;
const LABEL = /^[\w .-]{1,80}:\s{1,20}(?=\D)/;
const STATUS_WORDS = new Set(
  "http https error errors err status statuscode code response request failed failure server client reason result returned fetch a an the is was e httperror".split(
    " ",
  ),
);

/** Nothing but a status: "404 Not Found", "HTTP 503", "Status code: 404", "nginx: 413 Request Entity Too Large". */
function isAlone(trimmed: string): boolean {
  const before = ALONE.exec(trimmed)?.[1];
  if (before === undefined) return false;
  const words =
    before
      .replace(LABEL, "")
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  return words.every((word) => STATUS_WORDS.has(word)) || /^\S{1,40}: \W{0,4}$/.test(before);
}

/** A number of a list, or a heading of a document. */
const LISTED = /^(?:#{1,6} |[a-z]\) |\d{1,2}(?:\.\d{1,2}){0,3}[.)] |[-*•] |\.\. |\d{3} [=–—] )/;

/** Whether a line that no machine began may tell of a status: not "we keep getting 502s", nor "429 means slow down". */
export function mayTell(text: string): boolean {
  const words = text.trim().replace(URLS, "https://");
  return !PERSONAL.test(words) && !EXPLAINS.test(words) && !FOREIGN.test(words);
}

/** Whether such a line says that a status came, or consists of nothing but a status. */
export function tellsEvent(text: string): boolean {
  const trimmed = text.trim();
  return !LISTED.test(trimmed) && (HAPPENED.test(trimmed) || isAlone(trimmed));
}

/** Whether the line is one field of a dumped object: `  statusCode: 404,`. By itself it says nothing. */
export function isDumpedField(text: string): boolean {
  return DUMPED_FIELD.test(text) && !PRINTED.test(text);
}

const DUMPED_FIELD =
  /^\s{0,80}(?:["'][\w -]{2,60}["']|[a-z_][A-Za-z]\w{1,60}|[A-Z]\w{0,60}(?:Status|Code)):\s{0,4}["']?\d{3}["']?,?\s{0,8}$/;
/** "http_code: 404", and as a file for curl -w lines it up: "           http_code:  404" */
const PRINTED = /^(?:\w{0,40}http\w{0,40}: ?|\s{1,40}http_code: {2,4})\d{3}$/i;

const HTTP_WORDS =
  /\b(?:https?|urls?|uri|apis?|requests?|responses?|endpoints?|upstream|downstream|servers?|gateway|proxy|webhooks?|clients?|fetch(?:ing|ed)?|download(?:ing|ed)?|upload(?:ing|ed)?|host|backend|rest|graphql|oauth2?|axios|curl|get|post|put|patch|delete|head)\b/i;
/** Inside names of classes, where no word begins. */
const HTTP_NAMES = /API|Api[A-Z]|Http|HTTP|RateLimit|rate_limit|openai|anthropic|stripe/;

/** Whether a line speaks of HTTP, besides the number and the word before it. */
export function speaksOfHttp(text: string): boolean {
  return HTTP_WORDS.test(text) || HTTP_NAMES.test(text);
}
