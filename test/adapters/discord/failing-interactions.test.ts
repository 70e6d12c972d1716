import { MessageFlags } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import type { Bot } from "../../../src/bot/bot.js";
import { createBot } from "../../../src/bot/create-bot.js";
import { catalog } from "../../catalog.js";
import { menuOn, type RawInteraction, slash, typing } from "./interaction-payloads.js";
import { BOT, message, snowflake } from "./payloads.js";
import { type Running, run, until } from "./running.js";

const MENTION = `<@${BOT.id}>`;
const refusal = (status: number, code: number) => ({ status, body: { code, message: "refused" } });
const callbacks = ({ discord }: Running) => discord.calls.filter(({ path }) => path.endsWith("/callback"));

/** Sends an interaction whose answer may never arrive. */
function send({ discord }: Running, interaction: RawInteraction): void {
  void discord.interact(interaction);
}

describe("An interaction", () => {
  it.each([
    [10_062, 404],
    [40_060, 400],
  ])("that Discord says is over (%d) is left alone", async (code, status) => {
    const running = await run();
    running.discord.refuse({ path: /callback$/, ...refusal(status, code) });
    send(running, slash("404"));
    await until(
      () => running.lines("info").find(({ msg }) => msg.includes("answered already, or too late")),
      "the log line",
    );
    await running.finish();
    expect(callbacks(running)).toHaveLength(2); // with the one that finish() sends
    expect(running.lines("error")).toEqual([]);
  });

  it("that comes too late is not answered", async () => {
    const running = await run();
    await running.discord.interact(slash("404"));
    send(running, { ...slash("500"), id: snowflake(10_000) });
    await running.finish();
    expect(callbacks(running)).toHaveLength(2);
    expect(running.lines("warn")).toEqual([expect.objectContaining({ msg: expect.stringContaining("too late") })]);
  });

  it("is answered although this machine's clock is wrong", async () => {
    const running = await run();
    for (const query of ["404", "500"])
      await running.discord.interact({ ...slash(query), id: snowflake(60 * 60 * 1000) });
    await running.finish();
  });

  it("whose answer arrives, but Discord's does not, is over", async () => {
    const running = await run();
    running.discord.refuse({ path: /callback$/, status: 502, takesEffect: true });
    expect((await running.discord.interact(slash("404"))).data.content).toContain("404");
    await until(() => running.lines("info").find(({ code }) => code === 40_060), "the second answer's refusal");
    expect(running.lines("error")).toEqual([]);
  });

  it("whose answer Discord finds wrong gets an apology, and the log says what was wrong", async () => {
    const running = await run();
    const errors = {
      data: {
        embeds: {
          0: { fields: { 3: { value: { _errors: [{ code: "BASE_TYPE_MAX_LENGTH", message: "secret text" }] } } } },
        },
      },
    };
    running.discord.refuse({
      path: /callback$/,
      status: 400,
      body: { code: 50_035, message: "Invalid Form Body", errors },
    });
    const response = await running.discord.interact(slash("404"));
    const [line] = running.lines("error");
    expect(response.data.flags).toBe(MessageFlags.Ephemeral);
    expect(response.data.content).toContain(String(line?.["reference"]));
    expect(line?.["invalid"]).toEqual(["data.embeds.0.fields.3.value: BASE_TYPE_MAX_LENGTH"]);
    expect(JSON.stringify(running.logs())).not.toContain("secret text");
  });
});

describe("An event that makes no sense", () => {
  it("is logged, and the next one is answered", async () => {
    const running = await run();
    running.discord.gateway.dispatch("MESSAGE_CREATE", { ...message("404"), mention_roles: undefined });
    running.discord.gateway.dispatch("MESSAGE_UPDATE", { id: snowflake() });
    running.discord.gateway.dispatch("INTERACTION_CREATE", { ...slash("404"), id: "abc" });
    running.discord.gateway.dispatch("MESSAGE_DELETE_BULK", {});
    expect((await running.discord.interact(slash("404"))).data.content).toContain("404");
    expect(running.lines("error").map(({ msg }) => msg)).toEqual(Array(3).fill("an event could not be handled"));
  });
});

describe("A bot that throws", () => {
  const broken = (): Bot => {
    const fail = () => {
      throw new Error("the cupboard is empty");
    };
    return { ...createBot(catalog), answer: async () => fail(), suggest: fail, hear: async () => fail() };
  };

  it("is excused to the asker alone, with a reference that the log has too", async () => {
    const running = await run({ bot: broken() });
    const response = await running.discord.interact(slash("404"));
    expect(response.data.flags).toBe(MessageFlags.Ephemeral);
    const [line] = running.lines("error");
    expect(line).toMatchObject({ err: { message: "the cupboard is empty" } });
    expect(response.data.content).toContain(String(line?.["reference"]));
    expect(response.data.content).not.toContain("cupboard");
  });

  it("is excused where an answer was put off, too", async () => {
    const { discord, lines } = await run({ bot: broken() });
    const url = new URL("/a.log", discord.apiUrl).href;
    const file = { id: snowflake(), filename: "a.log", size: 1, url, proxy_url: url, content_type: "text/plain" };
    const asked = menuOn(message("", { attachments: [file] }));
    await discord.interact(asked);
    const answer = await until(() => discord.filledIn.get(asked.token), "the excuse");
    expect(answer.content).toContain(String(lines("error")[0]?.["reference"]));
    expect(answer.content).not.toContain("cupboard");
  });

  it("suggests nothing", async () => {
    const { discord } = await run({ bot: broken() });
    expect((await discord.interact(typing("404"))).data.choices).toEqual([]);
  });

  it("is excused to whoever mentioned it, and says nothing to anybody else", async () => {
    const running = await run({ bot: broken() });
    running.say(message("what's 401 vs 403"));
    const reply = await running.ask(message(`${MENTION} 404`));
    expect(reply.content).toContain("Something went wrong on my side");
    await running.finish();
    expect(running.discord.messages.size).toBe(1);
    expect(running.lines("error").length).toBeGreaterThanOrEqual(2);
  });
});
