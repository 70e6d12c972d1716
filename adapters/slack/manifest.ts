/** What Slack must know of the app: `npm run slack:manifest` writes it to the two files that people paste at Slack. */
import type { webApi } from "@slack/bolt";
import { SLACK_HTTP_PATH } from "./connect-http.js";
import { CHANNEL_TYPES } from "./handle-message.js";
import { COMMAND } from "./listen.js";

export type ManifestMode = "socket" | "http";

/** The file that holds the manifest of a mode, beside this one. */
export const MANIFEST_FILES: Record<ManifestMode, string> = {
  socket: "manifest.json",
  http: "manifest.http.json",
};

/** To be replaced by whoever runs Teapot over HTTP. */
const HTTP_HOST = "https://teapot.example.com";

const EVENT_OF_CHANNEL_TYPE = {
  channel: "message.channels",
  group: "message.groups",
  im: "message.im",
  mpim: "message.mpim",
} as const satisfies Record<(typeof CHANNEL_TYPES)[number], string>;

const LONG_DESCRIPTION = `Teapot explains HTTP status codes. Ask ${COMMAND} 401, ${COMMAND} 401 vs 403 or ${COMMAND} too many requests: the answer is yours alone until you share it. Mention it in a channel, write to it directly, or pick Explain HTTP codes in the menu of a message. In channels it was invited to, it answers plain questions about status codes and explains error logs, pasted or as text files, in a thread; one click mutes it. Messages and text files are read as they pass by, and neither stored nor logged.`;

export function slackManifest(mode: ManifestMode) {
  const url = mode === "http" ? `${HTTP_HOST}${SLACK_HTTP_PATH}` : undefined;
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: "Teapot",
      description: `Explains HTTP status codes: ${COMMAND} 401, 401 vs 403, or a pasted error log.`,
      long_description: LONG_DESCRIPTION,
      background_color: "#1f3a5f",
    },
    features: {
      app_home: { home_tab_enabled: false, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "teapot", always_online: true },
      shortcuts: [
        {
          type: "message",
          name: "Explain HTTP codes",
          callback_id: "explain_message",
          description: "Explain the HTTP status codes in this message",
        },
      ],
      slash_commands: [
        {
          command: COMMAND,
          description: "Explain an HTTP status code",
          usage_hint: "401 | 401 vs 403 | 4xx | too many requests | help",
          should_escape: true,
          ...(url && { url }),
        },
      ],
    },
    oauth_config: {
      scopes: {
        bot: ["commands", "chat:write", "app_mentions:read", "im:history"],
        bot_optional: ["channels:history", "groups:history", "mpim:history", "files:read"],
      },
    },
    settings: {
      event_subscriptions: {
        ...(url && { request_url: url }),
        bot_events: ["app_mention", ...CHANNEL_TYPES.map((type) => EVENT_OF_CHANNEL_TYPE[type])],
      },
      interactivity: { is_enabled: true, ...(url && { request_url: url }) },
      org_deploy_enabled: false,
      socket_mode_enabled: mode === "socket",
      token_rotation_enabled: false,
    },
  } satisfies webApi.AppsManifestValidateArguments["manifest"];
}

/** The manifest as the file holds it: JSON as the formatter leaves it, lists of names on one line. */
export function manifestJson(mode: ManifestMode): string {
  const json = JSON.stringify(slackManifest(mode), undefined, 2);
  return `${json.replace(/\[\s+("[^\]{}]*")\s+\]/g, (_, names: string) => `[${names.replace(/,\s+/g, ", ")}]`)}\n`;
}
