/** Whether a machine wrote a line. People write about statuses, too; their sentences are questions, not logs. */

const METHOD = "(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)";
const TOOLS =
  "curl|wget|npm|pnpm|yarn|pip3?|git|docker|podman|kubectl|helm|terraform|apt(?:-get)?|go|cargo|rustup|mvn|gradle|composer|gem|bundler|brew|http|aws|gcloud|az|gsutil|fatal|remote|hint";

/** What lines of programs begin with, in the letters as written. Each is anchored and bounded, so that none is slow. */
const HEADS: readonly string[] = [
  // "AxiosError: …", "requests.exceptions.HTTPError: …", "[AxiosError]", "Uncaught (in promise) TypeError: …"
  "(?:(?:Uncaught|Unhandled|Caused by:?|Caught|fatal:) ?(?:\\(in promise\\) )?(?:exception )?)?\\[?(?:[A-Za-z_$][\\w$.:\\\\]{0,120})?(?:Error|Exception|Failure|Fault)(?:\\$\\w+|\\b)",
  "(?:ERROR|FATAL|WARN|WARNING|INFO|DEBUG|NOTICE|CRITICAL|TRACE|SEVERE|FINE)\\b",
  '[{["]',
  "[<>*] \\S",
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
  "(?:HTTP )?Status(?: [Cc]ode)?: \\d{3} \\(",
  "(?:http|response)_code ?[:=]",
  "httpRequest:$",
  "(?:<ref \\*\\d{1,3}> )?[A-Z][\\w.]{0,60} \\{$",
  "[%#&][A-Z\\w.:]{0,60}[{<]",
  "[A-Za-z_]{1,30}:[^\\t]{0,200}\\t[A-Za-z_]{1,30}:",
  "[✗✘×❌🚫⨯✖]",
];
/** The same in any case. */
const HEADS_ANY_CASE: readonly string[] = [
  "(?:error|err|fatal|warn|warning|info|debug|notice|critical|crit|panic|trace|exception|failed|failure|caused by|traceback)\\b[\\]:!([]",
  `(?:${TOOLS})(?:\\[\\d{1,9}\\])?(?::| ERR!| error\\b| WARN\\b)`,
  "(?:\\S{1,80}: ){1,2}(?:error|fatal|warning)\\b",
  "\\S{1,60} (?:error|failure|exception)[:!]",
];
const AS_WRITTEN = new RegExp(`^(?:${HEADS.join("|")})`, "u");
const ANY_CASE = new RegExp(`^(?:${HEADS_ANY_CASE.join("|")})`, "i");

/** `text` is the line behind its prefixes; a few hundred characters are enough. */
export function isMachineLine(text: string): boolean {
  const trimmed = text.trimStart();
  return AS_WRITTEN.test(trimmed) || ANY_CASE.test(trimmed);
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

const HTTP_WORDS =
  /\b(?:https?|urls?|uri|apis?|requests?|responses?|endpoints?|upstream|downstream|servers?|gateway|proxy|webhooks?|clients?|fetch(?:ing|ed)?|download(?:ing|ed)?|upload(?:ing|ed)?|host|backend|rest|graphql|oauth2?|axios|curl|get|post|put|patch|delete|head)\b/i;
/** Inside names of classes, where no word begins. */
const HTTP_NAMES = /API|Api[A-Z]|Http|HTTP|RateLimit|rate_limit|openai|anthropic|stripe/;

/** Whether a line speaks of HTTP, besides the number and the word before it. */
export function speaksOfHttp(text: string): boolean {
  return HTTP_WORDS.test(text) || HTTP_NAMES.test(text);
}
