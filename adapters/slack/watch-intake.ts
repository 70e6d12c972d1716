import type { App, ReceiverEvent } from "@slack/bolt";
import type { Logger } from "../../src/ops/logger.js";
import type { Connection } from "./connection.js";
import type { InFlight } from "./in-flight.js";

/**
 * Both receivers hand what they have verified to `app.processEvent`. Everything is counted there until it is done, and
 * everything is acknowledged, also what no listener wants: Slack would show its user an error, or deliver it again.
 */
export function watchIntake(app: App, { pack }: Pick<Connection, "pack">, inFlight: InFlight, logger: Logger): void {
  const process = app.processEvent.bind(app);
  app.processEvent = (event) => inFlight.track(receive(event, { pack, process, logger }));
}

interface Receiving extends Pick<Connection, "pack"> {
  readonly process: (event: ReceiverEvent) => Promise<void>;
  readonly logger: Logger;
}

async function receive(event: ReceiverEvent, { pack, process, logger }: Receiving): Promise<void> {
  let isAcknowledged = false;
  const ack: ReceiverEvent["ack"] = (message: unknown) => {
    isAcknowledged = true;
    return event.ack(typeof message === "object" && message !== null ? pack(message) : message);
  };
  try {
    if (event.body["type"] === "app_rate_limited") logger.warn({}, "Slack drops events: more than 30,000 in an hour");
    else await process({ ...event, ack });
    if (!isAcknowledged) await ack();
  } catch (error) {
    logger.warn({ err: error }, "Slack's event could not be taken, so Slack will deliver it again");
  }
}
