import type { CodeAsked } from "./asked-code.js";
import { tellsOfTrouble, wantsMeaning } from "./intent.js";
import { COMPARED_IN_CODE, type Question } from "./question.js";
import type { Reading } from "./read-text.js";

/**
 * The question of a text that asks for code: `about` is what it is about otherwise. Undefined where nothing comes of it,
 * so that the text has to be read as it stands.
 */
export function codeQuestion({ framework }: CodeAsked, { text }: Reading, about: Question): Question | undefined {
  const code = { view: "code", ...(framework && { framework: framework.id }) } as const;
  switch (about.kind) {
    case "status":
      if (about.view === "fix" || wantsMeaning(text)) return about;
      return framework && tellsOfTrouble(text) ? { ...about, view: "fix" } : { ...about, ...code };
    case "comparison":
      return about.statuses.length <= COMPARED_IN_CODE ? { ...about, ...code } : undefined;
    case "homonyms": {
      const own = about.statuses.find(({ owner }) => owner === framework?.id);
      return own && { kind: "status", status: own, ...code };
    }
    // No code yet, but without the framework's name the description is easier to recognize.
    case "situation":
    case "guide":
      return about;
    case "list":
    case "class":
    case "mismatch":
    case "unassigned":
    case "methods":
    case "step":
    case "subcode":
    case "help":
    case "nothing":
      return undefined;
  }
}
