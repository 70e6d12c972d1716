/**
 * The shape of every file in data/, and of a team's house rules: the only validator of either.
 * Loaded when the catalog is compiled, never when a question is answered. Lengths are in UTF-16 code units; they are
 * the budgets that keep every card inside every platform's limits without a cut.
 */
import { z } from "zod";
import {
  guideSchema,
  methodSchema,
  situationSchema,
  stepSchema,
  subcodeSchema,
  synonymsSchema,
} from "./knowledge-schema.js";
import { logKnowledgeSchema } from "./log-schema.js";
import { frameworkSchema, responseSchema, uncodedSchema } from "./snippet-schema.js";
import { classSchema, comparisonSchema, ownerSchema, statusSchema } from "./status-schema.js";

export const catalogSchema = z.strictObject({
  owners: z.array(ownerSchema),
  classes: z.array(classSchema).length(5),
  statuses: z.array(statusSchema),
  comparisons: z.array(comparisonSchema),
  situations: z.array(situationSchema),
  methods: z.array(methodSchema),
  guides: z.array(guideSchema),
  steps: z.array(stepSchema),
  subcodes: z.array(subcodeSchema),
  logs: logKnowledgeSchema,
  frameworks: z.array(frameworkSchema),
  responses: z.array(z.union([responseSchema, uncodedSchema])),
  synonyms: z.array(synonymsSchema),
});
