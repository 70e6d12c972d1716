import type { Finding } from "../answer/finding.js";
import type { Catalog } from "../catalog/catalog.js";
import type { Step } from "../catalog/types.js";
import { formatQuestion } from "../question/format-question.js";
import type { Action, CardBody } from "./card.js";
import { prose } from "./prose.js";

/** One step of "Which code should I return?": a question whose answers are buttons. */
export function wizardCard(catalog: Catalog, { step }: Extract<Finding, { kind: "wizard" }>): CardBody {
  const again = step.id === "start" ? [] : [{ label: "Start again", ask: "which code" }];
  return {
    title: step.question,
    kicker: "which code?",
    tone: "neutral",
    summary: prose(step.hint ?? "Pick what fits best."),
    oneLine: `Which code should I return? ${step.question}`,
    blocks: [
      { kind: "choices", prompt: "Answer", choices: step.answers.flatMap((answer) => toAction(catalog, answer) ?? []) },
    ],
    actions: again,
    sources: [],
  };
}

function toAction(catalog: Catalog, { label, step, status }: Step["answers"][number]): Action | undefined {
  const next = step === undefined ? undefined : catalog.step(step);
  if (next) return { label, ask: formatQuestion({ kind: "step", step: next }) };
  const leaf = status === undefined ? undefined : catalog.status(status);
  return (
    leaf && {
      label: `${label}: ${leaf.code}`,
      ask: formatQuestion({ kind: "status", status: leaf, view: "card" }),
    }
  );
}
