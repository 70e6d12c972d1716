/** The interactions that Discord's gateway sends. */
import {
  ChannelType,
  InteractionContextType,
  InteractionType,
  PermissionFlagsBits as Permission,
} from "discord-api-types/v10";
import { ALICE, BOT, CHANNEL, GUILD, INVITED_WITH, member, type RawMessage, snowflake } from "./payloads.js";

/** Who presses or types, with the rights of any member. */
export function byMember(user: object = ALICE, permissions: bigint = Permission.SendMessages): object {
  return {
    member: { ...member(user), permissions: String(permissions) },
    guild_id: GUILD,
    context: InteractionContextType.Guild,
  };
}

export function byUser(user: object = ALICE): object {
  return { user, context: InteractionContextType.BotDM };
}

export interface RawInteraction {
  readonly id: string;
  readonly token: string;
}

/** An interaction in the channel by Alice, unless something else is said. */
export function interaction(type: InteractionType, data: object, changes: object = {}): RawInteraction {
  const id = snowflake();
  return {
    id,
    token: `itoken-${id}-${"x".repeat(40)}`,
    application_id: BOT.id,
    type,
    data,
    channel: { id: CHANNEL, type: ChannelType.GuildText },
    channel_id: CHANNEL,
    version: 1,
    locale: "en-US",
    app_permissions: String(INVITED_WITH),
    entitlements: [],
    authorizing_integration_owners: {},
    attachment_size_limit: 1,
    ...byMember(),
    ...changes,
  } as RawInteraction;
}

const option = (name: string, type: number, value: unknown) => ({ name, type, value });

export function slash(query: string, { hide }: { readonly hide?: boolean } = {}, changes: object = {}): RawInteraction {
  const options = [option("query", 3, query), ...(hide === undefined ? [] : [option("hide", 5, hide)])];
  return interaction(InteractionType.ApplicationCommand, { id: snowflake(), name: "http", type: 1, options }, changes);
}

export function typing(query: string): RawInteraction {
  const options = [{ ...option("query", 3, query), focused: true }];
  return interaction(InteractionType.ApplicationCommandAutocomplete, {
    id: snowflake(),
    name: "http",
    type: 1,
    options,
  });
}

export function menuOn(target: RawMessage, changes: object = {}): RawInteraction {
  const { guild_id: _, ...resolved } = target;
  const data = {
    id: snowflake(),
    name: "Explain HTTP codes",
    type: 3,
    target_id: target.id,
    resolved: { messages: { [target.id]: resolved } },
  };
  return interaction(InteractionType.ApplicationCommand, data, changes);
}

export function press(on: object, customId: string, changes: object = {}): RawInteraction {
  return interaction(
    InteractionType.MessageComponent,
    { component_type: 2, custom_id: customId },
    { message: on, ...changes },
  );
}

export function pick(on: object, customId: string, values: readonly string[]): RawInteraction {
  return interaction(
    InteractionType.MessageComponent,
    { component_type: 3, custom_id: customId, values },
    { message: on },
  );
}
