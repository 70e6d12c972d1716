import type { App, ReceiverEvent } from "@slack/bolt";
import type { Logger } from "../../src/ops/logger.js";
import type { Connection } from "./connection.js";
import type { InFlight } from "./in-flight.js";
import { textIn } from "./read-fields.js";

/** What has arrived and is not done, and of that, what is not acknowledged yet. */
export interface Intake {
  readonly works: InFlight;
  readonly debts: InFlight;
}

/**
 * Both receivers hand what they have verified to `app.processEvent`. Everything is counted there until it is done, and
 * everything is acknowledged, also what no listener wants: Slack would show its user an error, or deliver it again.
 */
export function watchIntake(app: App, { pack }: Pick<Connection, "pack">, intake: Intake, logger: Logger): void {
  const handle = app.processEvent.bind(app);
  app.processEvent = (event) => {
    const debt = withResolver();
    void intake.debts.track(debt.settled);
    const work = receive(event, { pack, handle, logger, onAcknowledged: debt.settle });
    return intake.works.track(work.finally(debt.settle));
  };
}

interface Receiving extends Pick<Connection, "pack"> {
  readonly handle: (event: ReceiverEvent) => Promise<void>;
  readonly logger: Logger;
  readonly onAcknowledged: () => void;
}

async function receive(event: ReceiverEvent, { pack, handle, logger, onAcknowledged }: Receiving): Promise<void> {
  let isAcknowledged = false;
  const ack: ReceiverEvent["ack"] = async (message: unknown) => {
    isAcknowledged = true;
    await event.ack(typeof message === "object" && message !== null ? pack(message) : message);
    onAcknowledged();
  };
  try {
    if (event.body["type"] === "app_rate_limited") logger.warn({}, "Slack drops events: more than 30,000 in an hour");
    else await handle({ ...event, ack });
    if (!isAcknowledged) await ack();
  } catch (error) {
    logger.warn({ err: error, what: textIn(event.body, "type") || "command" }, NOT_ACKNOWLEDGED);
  }
}

const NOT_ACKNOWLEDGED =
  "Slack got no acknowledgement: it delivers events again, and shows an error to who gave a command or pressed a button";

function withResolver(): { readonly settled: Promise<void>; readonly settle: () => void } {
  let settle = () => {};
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { settled, settle };
}
