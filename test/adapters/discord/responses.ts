/** Reading what the bot answered to an interaction. */
import { MessageFlags } from "discord-api-types/v10";
import type { BotResponse } from "./local-rest.js";

/** The labels of the buttons, and what they are called inside. */
export function buttons({ data }: BotResponse): Map<string, string> {
  return new Map(
    data.components.flatMap((row) => row.components.map(({ label = "", custom_id }) => [label, custom_id] as const)),
  );
}

/** What a button is called inside. Throws where there is none with this label. */
export function idOf(response: BotResponse, label: string): string {
  const id = buttons(response).get(label);
  if (id === undefined) throw new Error(`There is no button ${label}, only ${[...buttons(response).keys()]}`);
  return id;
}

export function isHidden({ data }: BotResponse): boolean {
  return data.flags === MessageFlags.Ephemeral;
}
