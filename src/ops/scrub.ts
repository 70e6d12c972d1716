/** Takes out of a text what must never stand in a log: tokens, secrets, and addresses that carry them. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\b(xox[a-z]|xapp|xwfp)-[\w-]+/g, "$1-…"],
  [/\bBot [\w.-]{20,}/g, "Bot …"],
  [/\bBearer [\w.~+/=-]+/g, "Bearer …"],
  [/[\w-]{20,30}\.[\w-]{5,8}\.[\w-]{25,50}/g, "…"], // a Discord bot token
  [/(\/interactions\/\d+\/)[^/\s"']+/g, "$1…"],
  [/(\/webhooks\/\d+\/)[^/\s"'?]+/g, "$1…"],
  [/(hooks\.slack\.com\/\w+\/)[^\s"']+/g, "$1…"],
  [/([?&](?:ticket|token|secret|app_id|code)=)[^&\s"']+/g, "$1…"],
];

export function scrub(text: string): string {
  return SECRETS.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), text);
}
