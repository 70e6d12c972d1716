import type { Adapter } from "../../src/bot/bot.js";
import type { DiscordConfig } from "../../src/config.js";
import type { Connected } from "../../src/serve.js";

export declare function createDiscordAdapter(parts: Connected & { readonly config: DiscordConfig }): Adapter;
