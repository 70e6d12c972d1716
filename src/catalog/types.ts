/** The shapes of the catalog, taken from its schema; only types come from there, so nothing of zod is loaded. */
import type { z } from "zod";
import type {
  guideSchema,
  methodSchema,
  situationSchema,
  stepSchema,
  subcodeSchema,
  synonymsSchema,
} from "./knowledge-schema.js";
import type { logKnowledgeSchema } from "./log-schema.js";
import type { catalogSchema } from "./schema.js";
import type { frameworkSchema, responseSchema, uncodedSchema } from "./snippet-schema.js";
import type { classSchema, comparisonSchema, ownerSchema, statusSchema } from "./status-schema.js";

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

/** One catalog entry: a code as one owner uses it. */
export type Status = Frozen<z.infer<typeof statusSchema>>;
export type StatusClass = Frozen<z.infer<typeof classSchema>>;
export type Comparison = Frozen<z.infer<typeof comparisonSchema>>;
export type Owner = Frozen<z.infer<typeof ownerSchema>>;
export type Situation = Frozen<z.infer<typeof situationSchema>>;
export type Method = Frozen<z.infer<typeof methodSchema>>;
export type Guide = Frozen<z.infer<typeof guideSchema>>;
export type Step = Frozen<z.infer<typeof stepSchema>>;
export type Subcode = Frozen<z.infer<typeof subcodeSchema>>;
/** A server framework or a client library, with its templates. */
export type Framework = Frozen<z.infer<typeof frameworkSchema>>;
/** What the code sends for a status. */
export type SnippetResponse = Frozen<z.infer<typeof responseSchema>>;
export type Uncoded = Frozen<z.infer<typeof uncodedSchema>>;
export type Synonyms = Frozen<z.infer<typeof synonymsSchema>>;
export type CatalogData = Frozen<z.infer<typeof catalogSchema>>;

export type LogKnowledge = Frozen<z.infer<typeof logKnowledgeSchema>>;
export type LogFormat = LogKnowledge["formats"][number];
export type LogEvidence = LogKnowledge["evidence"][number];
export type LogVeto = LogKnowledge["vetoes"][number];
export type LogRule = LogKnowledge["rules"][number];
export type LogSecret = LogKnowledge["secrets"][number];

export type ClassId = StatusClass["id"];
export type HeaderField = Status["facts"]["fields"][number];
export type Source = Status["sources"][number];
