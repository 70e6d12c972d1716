/** Limits of Discord's messages, in UTF-16 code units where it is text. https://docs.discord.com/developers/resources/message */
export const DISCORD_CONTENT_MAX_CHARS = 2_000;
export const DISCORD_EMBED_DESCRIPTION_MAX_CHARS = 4_096;
export const DISCORD_EMBED_FIELD_NAME_MAX_CHARS = 256;
export const DISCORD_EMBED_FIELD_VALUE_MAX_CHARS = 1_024;
export const DISCORD_EMBED_FIELDS_MAX = 25;
/** Over all embeds of a message together. */
export const DISCORD_EMBEDS_MAX_CHARS = 6_000;
export const DISCORD_EMBEDS_MAX = 10;
export const DISCORD_BUTTONS_IN_ROW_MAX = 5;
export const DISCORD_ROWS_MAX = 5;
export const DISCORD_CUSTOM_ID_MAX_CHARS = 100;
/** An interaction must be answered within three seconds of its creation; half a second is left for the way. */
export const DISCORD_INTERACTION_STALE_MS = 2_500;
