import type { FrameworkName } from "../answer/make-snippet.js";
import type { Block } from "./card.js";

/** Frameworks to pick from: servers to send it, clients to handle it. `ask` makes the question of a framework's id. */
export function frameworkChoices(
  frameworks: readonly FrameworkName[],
  ask: (framework: string) => string,
  clientsFirst: boolean,
): readonly Block[] {
  const send = choices(frameworks, "server", "Send it from", ask);
  const handle = choices(frameworks, "client", clientsFirst ? "Repeat it with" : "Handle it with", ask);
  return clientsFirst ? [...handle, ...send] : [...send, ...handle];
}

function choices(
  frameworks: readonly FrameworkName[],
  side: FrameworkName["side"],
  prompt: string,
  ask: (framework: string) => string,
): readonly Block[] {
  const found = frameworks.filter((framework) => framework.side === side);
  if (found.length === 0) return [];
  return [{ kind: "choices", prompt, choices: found.map(({ id, name }) => ({ label: name, ask: ask(id) })) }];
}
