/** discord.js as this bot uses it: the gateway and what permissions need; nothing of messages, people or reactions is kept. */
import { Client, GatewayIntentBits, Options, REST, type RESTOptions } from "discord.js";
import type { DiscordConfig } from "../../src/config.js";
import { createMakeRequest } from "./make-request.js";

/** What may differ from a deployment to the next; tests and measurements turn it. */
export interface DiscordTuning {
  /** Requests a second that this process may make. Discord allows a bot 50, over all of its processes. */
  readonly requestsPerSecond: number;
  /** The first pause before connecting again; doubled from try to try. */
  readonly backoffFirstMs: number;
}

export const DISCORD_TUNING_DEFAULT: DiscordTuning = { requestsPerSecond: 50, backoffFirstMs: 1_000 };

/** Guilds cannot be dropped: without it Discord sends no channels and roles, and permissions could not be told. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

const REQUEST_TIMEOUT_MS = 5_000;
/** Longer waits are refused, and whoever asked decides whether to wait. */
const RATE_LIMIT_PATIENCE_MS = 3_000;
/** Until then, a server that is down holds back discord.js' own events (not the raw ones). */
const WAIT_FOR_GUILDS_MS = 2_000;
const THREADS_SWEEP_S = 3_600;

/** A client is good for one login: after a refusal or a disconnection for good, only a new one connects again. */
export function makeClient(config: DiscordConfig, seesMessages: boolean, tuning: DiscordTuning): Client<boolean> {
  return new Client({
    intents: seesMessages ? [...INTENTS, GatewayIntentBits.MessageContent] : INTENTS,
    waitGuildTimeout: WAIT_FOR_GUILDS_MS,
    rest: restOptions(config, tuning),
    makeCache: Options.cacheWithLimits({
      ApplicationCommandManager: 0,
      ApplicationEmojiManager: 0,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user.id },
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user?.id },
      VoiceStateManager: 0,
      ...{ GuildSoundboardSoundManager: 0, SubscriptionManager: 0 }, // missing from discord.js' types
    }),
    sweepers: {
      ...Options.DefaultSweeperSettings,
      threads: { interval: THREADS_SWEEP_S, lifetime: THREADS_SWEEP_S },
    },
  });
}

/** The bot's own requests. Apart from a client's, so that they outlive it. */
export function makeRest(config: DiscordConfig, tuning: DiscordTuning): REST {
  return new REST(restOptions(config, tuning)).setToken(config.token);
}

function restOptions({ apiUrl }: DiscordConfig, { requestsPerSecond }: DiscordTuning): Partial<RESTOptions> {
  return {
    api: apiUrl,
    timeout: REQUEST_TIMEOUT_MS,
    makeRequest: createMakeRequest(),
    retries: 1, // they come without a pause
    globalRequestsPerSecond: requestsPerSecond,
    invalidRequestWarningInterval: 100,
    rejectOnRateLimit: ({ global, retryAfter }) => global || retryAfter > RATE_LIMIT_PATIENCE_MS,
  };
}
