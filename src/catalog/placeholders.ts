/**
 * What may stand in double braces in a template of data/snippets/. A name that begins with a capital and is none of
 * these is a header field's: its value is put there, and the field is left out of `{{fields}}`.
 */
export const PLACEHOLDERS = [
  "code",
  "status",
  "get",
  "Get",
  "GET",
  "action",
  "path",
  "handler",
  "url",
  "when",
  "state",
  "type",
  "title",
  "contentType",
  "body",
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** Sections: `{{#write}}…{{/write}}` is kept when the flag holds, `{{^write}}…{{/write}}` when it does not. */
export const FLAGS = ["fields", "write"] as const;

export type Flag = (typeof FLAGS)[number];
