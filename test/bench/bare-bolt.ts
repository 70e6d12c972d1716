/** The yardstick: an app that only echoes, as Bolt's own guide builds it. Prints its port once it listens. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { App } from "@slack/bolt";

const { SLACK_BOT_TOKEN: token = "", SLACK_SIGNING_SECRET: signingSecret = "", SLACK_API_URL = "" } = process.env;
const app = new App({ token, signingSecret, clientOptions: { slackApiUrl: SLACK_API_URL } });

app.command("/http", async ({ ack, command }) => ack(command.text));
app.event("app_mention", async ({ event, say }) => {
  await say({ text: event.text, thread_ts: event.thread_ts ?? event.ts });
});

const port = await freePort();
await app.start(port);
process.stdout.write(`${JSON.stringify({ msg: "listening", port })}\n`);

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => resolve(free));
    });
  });
}
