/** The commands as Discord lists them. Written to Discord by `npm run discord:register`. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from "discord-api-types/v10";

export const HTTP_COMMAND = "http";
export const QUERY_OPTION = "query";
export const HIDE_OPTION = "hide";
export const EXPLAIN_COMMAND = "Explain HTTP codes";

/** Servers and people can install the app; the commands work in servers, in direct messages and in group chats. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

const HTTP = {
  type: ApplicationCommandType.ChatInput,
  name: HTTP_COMMAND,
  description: "Explain an HTTP status code: what it means and what to do next",
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: QUERY_OPTION,
      description: "A code, its name, a comparison or a class: 404, too many requests, 401 vs 403, 5xx",
      required: true,
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.Boolean,
      name: HIDE_OPTION,
      description: "Show the answer to you alone",
      required: false,
    },
  ],
} as const;

const EXPLAIN = { type: ApplicationCommandType.Message, name: EXPLAIN_COMMAND } as const;

/** All commands, for the whole application or, while developing, for one server, where they are there at once. */
export function commandsBody(scope: "application" | "guild"): RESTPutAPIApplicationCommandsJSONBody {
  const where = scope === "application" ? EVERYWHERE : {}; // Discord refuses both keys on commands of a server
  return [
    { ...HTTP, options: [...HTTP.options], ...where },
    { ...EXPLAIN, ...where },
  ];
}
