/** What happens when somebody presses a button or picks from a menu. */
import {
  type APIInteractionResponse,
  type APIMessage,
  type APIMessageComponentInteraction,
  ComponentType,
  InteractionResponseType,
  MessageFlags,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import { askedIn, conversationOf } from "./asked-in.js";
import { copyMessage } from "./copy-message.js";
import { type Press, readPress } from "./custom-id.js";
import { escapeText } from "./escape.js";
import type { InteractionParts } from "./handle-interaction.js";
import { button, buttonRow, plainMessage } from "./render-discord.js";
import { hidden, notice, privately, replaced, shown } from "./responses.js";
import * as words from "./wording.js";

type Pressed = APIMessageComponentInteraction;

export async function handlePress(parts: InteractionParts, pressed: Pressed): Promise<APIInteractionResponse> {
  const press = readPress(pressed.data.custom_id);
  if (!press) return notice(words.OUTDATED);
  switch (press.kind) {
    case "ask":
      return answer(parts, pressed, press.ask);
    case "choose":
      return answerChoice(parts, pressed);
    case "back":
      return goBack(parts, pressed, press.trail);
    case "share":
      return share(parts, pressed, press.here);
    case "menu":
      return openMenu(pressed, press.author);
    case "delete":
      return deleteReply(parts, pressed, press);
    case "mute":
      return mute(parts, pressed);
  }
}

/** A public reply stays, and the one who pressed is answered privately; a private one gives way, if something leads back. */
async function answer({ bot }: InteractionParts, pressed: Pressed, ask: string): Promise<APIInteractionResponse> {
  const reply = await bot.answer(askedIn(pressed, ask));
  const presses = pressesOn(pressed.message);
  const here = presses.flatMap((press) => (press.kind === "share" ? [press.here] : []))[0];
  if (!isPrivate(pressed.message) || !here) return hidden(reply);
  const trail = presses.flatMap((press) => (press.kind === "back" ? press.trail : []));
  return replaced(reply, wayBack(reply.card.ask, [here, ...trail]));
}

/** Who comes to a question again stands where they stood before: what lies between is no way back. */
function wayBack(ask: string, trail: readonly string[]): readonly string[] {
  return trail.slice(trail.indexOf(ask) + 1);
}

async function answerChoice(parts: InteractionParts, pressed: Pressed): Promise<APIInteractionResponse> {
  const { data } = pressed;
  const chosen = data.component_type === ComponentType.StringSelect ? readPress(data.values[0] ?? "") : undefined;
  return chosen?.kind === "ask" ? answer(parts, pressed, chosen.ask) : notice(words.OUTDATED);
}

async function goBack(
  { bot }: InteractionParts,
  pressed: Pressed,
  [latest = "", ...older]: readonly string[],
): Promise<APIInteractionResponse> {
  const reply = await bot.answer(askedIn(pressed, latest));
  return isPrivate(pressed.message) ? replaced(reply, older) : hidden(reply);
}

/** Shows what stands there, word for word: a pasted log cannot be asked for again. */
async function share({ once }: InteractionParts, pressed: Pressed, here: string): Promise<APIInteractionResponse> {
  const isFirst = await once.claim(`discord:share:${pressed.message.id}:${here}`, pressed.id);
  return isFirst ? shown(copyMessage(pressed.message)) : notice(words.SHARED_ALREADY);
}

function openMenu(pressed: Pressed, author: string): APIInteractionResponse {
  const buttons = [
    button(words.DELETE, { kind: "delete", reply: pressed.message.id, author }),
    button(words.MUTE, { kind: "mute" }),
  ];
  return privately({ ...plainMessage(words.MENU_TEXT), components: [buttonRow(buttons)] });
}

async function deleteReply(
  { remove }: InteractionParts,
  pressed: Pressed,
  { reply, author }: Extract<Press, { kind: "delete" }>,
): Promise<APIInteractionResponse> {
  if (presserOf(pressed).id !== author && !mayManageMessages(pressed)) return notice(words.MAY_NOT_DELETE);
  const isGone = await remove(pressed.channel.id, reply);
  return update(isGone ? words.DELETED : words.NOT_DELETED);
}

/** Everybody may, and everybody sees who did: once, from however many menus it is pressed. */
async function mute({ bot, once }: InteractionParts, pressed: Pressed): Promise<APIInteractionResponse> {
  const conversation = conversationOf(pressed.channel.id);
  if (!once.claimForAMinute(conversation, pressed.id)) return update(words.MUTED_ALREADY);
  await bot.mute(conversation);
  const message = plainMessage(words.muted(escapeText(presserOf(pressed).name)));
  const { type, data } = shown(message);
  return { type, data: { ...data, flags: MessageFlags.SuppressNotifications } };
}

/** Replaces the menu by a sentence. */
function update(text: string): APIInteractionResponse {
  return { type: InteractionResponseType.UpdateMessage, data: plainMessage(text) };
}

function isPrivate(message: APIMessage): boolean {
  return ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

/** What the buttons of a message mean. */
function pressesOn(message: APIMessage): Press[] {
  return (message.components ?? []).flatMap((row) => {
    if (row.type !== ComponentType.ActionRow) return [];
    return row.components.flatMap((part) => ("custom_id" in part ? (readPress(part.custom_id) ?? []) : []));
  });
}

function presserOf({ member, user }: Pressed): { readonly id: string; readonly name: string } {
  const who = member?.user ?? user;
  return { id: who?.id ?? "", name: member?.nick ?? who?.global_name ?? who?.username ?? "" };
}

function mayManageMessages({ member }: Pressed): boolean {
  return member !== undefined && (BigInt(member.permissions) & PermissionFlagsBits.ManageMessages) !== 0n;
}
