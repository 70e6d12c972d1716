/**
 * What Slack refuses, from its reference (https://docs.slack.dev/reference/block-kit) and its typed SDK.
 * Lengths are in UTF-16 code units of plain text before escaping.
 */
export const SLACK_MESSAGE_MAX_BLOCKS = 50;
/** All blocks of a message as JSON: somewhat above it Slack answers `msg_blocks_too_long`, although each block is legal. */
export const SLACK_MESSAGE_MAX_BLOCKS_CHARS = 12_000;
/** Recommended; Slack cuts at 40,000. */
export const SLACK_TEXT_MAX_CHARS = 4_000;
export const SLACK_HEADER_MAX_CHARS = 150;
export const SLACK_SECTION_MAX_CHARS = 3_000;
export const SLACK_SECTION_MAX_FIELDS = 10;
export const SLACK_FIELD_MAX_CHARS = 2_000;
export const SLACK_CONTEXT_MAX_ELEMENTS = 10;
export const SLACK_ACTIONS_MAX_ELEMENTS = 25;
export const SLACK_BUTTON_MAX_CHARS = 75;
export const SLACK_BUTTON_VALUE_MAX_CHARS = 2_000;
export const SLACK_OPTION_MAX_CHARS = 75;
export const SLACK_OPTION_VALUE_MAX_CHARS = 75;
export const SLACK_SELECT_MAX_OPTIONS = 100;
export const SLACK_PLACEHOLDER_MAX_CHARS = 150;
export const SLACK_OVERFLOW_MAX_OPTIONS = 5;
export const SLACK_ID_MAX_CHARS = 255;
export const SLACK_TABLE_MAX_ROWS = 100;
export const SLACK_TABLE_MAX_COLUMNS = 20;
/** All cells of a message's one table together. */
export const SLACK_TABLE_MAX_CHARS = 10_000;
