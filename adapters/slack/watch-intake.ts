import type { App, ReceiverEvent } from "@slack/bolt";
import type { Logger } from "../../src/ops/logger.js";
import type { InFlight } from "./in-flight.js";

/**
 * Both receivers hand what they have verified to `app.processEvent`. Everything is counted there until it is done, and
 * everything is acknowledged, also what no listener wants: Slack would show its user an error, or deliver it again.
 */
export function watchIntake(app: App, inFlight: InFlight, logger: Logger): void {
  const process = app.processEvent.bind(app);
  app.processEvent = (event) => inFlight.track(receive(event, process, logger));
}

async function receive(
  event: ReceiverEvent,
  process: (event: ReceiverEvent) => Promise<void>,
  logger: Logger,
): Promise<void> {
  let isAcknowledged = false;
  const ack: ReceiverEvent["ack"] = (response) => {
    isAcknowledged = true;
    return event.ack(response);
  };
  try {
    if (event.body["type"] === "app_rate_limited") logger.warn({}, "Slack drops events: more than 30,000 in an hour");
    else await process({ ...event, ack });
    if (!isAcknowledged) await ack();
  } catch (error) {
    logger.warn({ err: error }, "Slack's event could not be taken, so Slack will deliver it again");
  }
}
