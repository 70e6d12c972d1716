import type { Adapter } from "../../src/bot/bot.js";
import type { SlackConfig } from "../../src/config.js";
import type { Connected } from "../../src/serve.js";

export declare function createSlackAdapter(parts: Connected & { readonly config: SlackConfig }): Adapter;
