import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { SLACK_HTTP_PATH } from "../../../adapters/slack/connect-http.js";
import { CHANNEL_TYPES } from "../../../adapters/slack/handle-message.js";
import { COMMAND, EVENTS, INTERACTIONS, SHORTCUTS } from "../../../adapters/slack/listen.js";
import { MANIFEST_FILES, type ManifestMode, manifestJson, slackManifest } from "../../../adapters/slack/manifest.js";
import { HISTORY_SCOPES, METHODS } from "./slack-methods.js";

const FOLDER = new URL("../../../adapters/slack/", import.meta.url);
const SOURCES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(new URL(name, FOLDER), "utf8"))
  .join("\n");

const MANIFEST = slackManifest("socket");
const { bot, bot_optional } = MANIFEST.oauth_config.scopes;
const SUBSCRIBED = MANIFEST.settings.event_subscriptions.bot_events;

describe("the manifest", () => {
  test.each(Object.entries(MANIFEST_FILES))(
    "in the file for %s mode is what `npm run slack:manifest` writes",
    (mode, file) => {
      expect(readFileSync(new URL(file, FOLDER), "utf8")).toBe(manifestJson(mode as ManifestMode));
    },
  );

  it("names every command that has a listener, and no other", () => {
    expect(MANIFEST.features.slash_commands.map(({ command }) => command)).toEqual([COMMAND]);
  });

  it("subscribes to every event that has a listener, and to no other", () => {
    const subscribed = SUBSCRIBED.map((event) => event.split(".")[0]);
    expect(new Set(subscribed)).toEqual(new Set(EVENTS.keys()));
  });

  it("subscribes to the messages of every kind of channel that is handled, and of no other", () => {
    const plural = { channel: "channels", group: "groups", im: "im", mpim: "mpim" };
    const handled = CHANNEL_TYPES.map((type) => `message.${plural[type]}`);
    expect(SUBSCRIBED.filter((event) => event.startsWith("message."))).toEqual(handled);
  });

  it("switches interactivity on because buttons are answered, and lists every shortcut that is", () => {
    expect(MANIFEST.settings.interactivity.is_enabled).toBe(INTERACTIONS.has("block_actions"));
    expect(MANIFEST.features.shortcuts.map(({ callback_id }) => callback_id)).toEqual([...SHORTCUTS.keys()]);
  });

  it("asks for the permissions of the methods that are called and of the events, and for no other", () => {
    const called = [...SOURCES.matchAll(/\bclient\.(?:apiCall\("([\w.]+)"|([a-z]+(?:\.[a-zA-Z]+)+)\()/g)].map(
      ([, named, called]) => named ?? called ?? "",
    );
    expect(called.length).toBeGreaterThan(3);
    const scopes = called.flatMap((method) => {
      const known = METHODS[method];
      if (!known) throw new Error(`${method}: not a method that the local Slack knows`);
      return known.scope
        ? [...new Set(["channel", "group", "im", "mpim"] as const)].map((type) =>
            known.scope?.({ id: "", type, member: true, archived: false }),
          )
        : [];
    });
    const ofEvents = [...CHANNEL_TYPES.map((type) => HISTORY_SCOPES[type]), "app_mentions:read"];
    expect(new Set([...bot, ...bot_optional])).toEqual(new Set([...scopes, ...ofEvents, "commands"]));
  });

  it("asks without need for nothing but what the basics take", () => {
    expect(bot).toEqual(["commands", "chat:write", "app_mentions:read", "im:history"]);
  });

  it("gives the address of the receiver to everything in HTTP mode, and to nothing in Socket Mode", () => {
    const [http, socket] = [manifestJson("http"), manifestJson("socket")];
    const addresses = [...http.matchAll(/"(?:\w+_)?url": "(.*)"/g)].map(([, url]) => url ?? "");
    expect(addresses).toHaveLength(3);
    expect(new Set(addresses.map((url) => new URL(url).pathname))).toEqual(new Set([SLACK_HTTP_PATH]));
    expect(socket).not.toMatch(/_?url"/);
    expect(
      [slackManifest("http"), slackManifest("socket")].map(({ settings }) => settings.socket_mode_enabled),
    ).toEqual([false, true]);
  });

  it("stays within Slack's limits", () => {
    const { name, description, long_description: long } = MANIFEST.display_information;
    expect(name.length).toBeLessThanOrEqual(35);
    expect(description.length).toBeLessThanOrEqual(140);
    expect(long.length).toBeGreaterThanOrEqual(174);
    expect(long.length).toBeLessThanOrEqual(4_000);
    for (const { command, description: says } of MANIFEST.features.slash_commands) {
      expect(command.length).toBeLessThanOrEqual(32);
      expect(says.length).toBeLessThanOrEqual(2_000);
    }
  });

  it("lets people write to the bot", () => {
    expect(MANIFEST.features.app_home).toMatchObject({
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });
});
