/** What is known about logs, compiled once for a catalog: it takes some milliseconds, so nobody waits who asks nothing of it. */
import type { Catalog } from "../catalog/catalog.js";
import type { Automaton } from "./automaton.js";
import { type CompiledRecords, compileRecords } from "./compile-records.js";
import { type CauseFinder, createCauseFinder } from "./find-causes.js";
import { createMentionFinder, type FindMentions } from "./find-mentions.js";
import { createSecretFinder, type SecretFinder } from "./find-secrets.js";
import { createLiteralTable, type LiteralTable } from "./literals.js";
import { createVetoes, type Vetoes } from "./vetoes.js";

export interface Knowledge {
  readonly automaton: Automaton;
  readonly records: CompiledRecords;
  readonly findMentions: FindMentions;
  readonly vetoes: Vetoes;
  readonly createCauses: () => CauseFinder;
  readonly createSecrets: () => SecretFinder;
  /** Numbers of the literals that the reader itself looks for. */
  readonly own: {
    readonly escapes: readonly number[];
    readonly dockerJson: number;
    readonly location: number;
    /** Those of lines that name the columns of a table. */
    readonly headers: readonly number[];
    readonly writeOut: readonly number[];
  };
  /** Owners of codes by the literals that give them away. */
  readonly ownerOf: ReadonlyMap<number, string>;
}

export function createKnowledge(catalog: Catalog): Knowledge {
  const table = createLiteralTable();
  const { rules, secrets, vetoes } = catalog.logs;
  const own = {
    escapes: ["\u001b", "[0m", "[39m", "[22m"].map(table.add),
    dockerJson: table.add('{"log":"'),
    location: table.add("location: "),
    headers: HEADERS.map(table.add),
    writeOut: ["%{http_code}", "%{response_code}"].map(table.add),
  };
  table.add("\n");
  for (const { named } of catalog.logs.formats) if (named) table.add(named.mark); // no number: else nothing would be read
  const createCauses = createCauseFinder(rules, () => catalog.subcodes, table);
  const createSecrets = createSecretFinder(secrets, table);
  const compiledVetoes = createVetoes(vetoes, table);
  const ownerOf = markOwners(catalog, table);
  return {
    automaton: table.compile(),
    records: compileRecords(catalog.logs),
    findMentions: createMentionFinder(catalog),
    vetoes: compiledVetoes,
    createCauses,
    createSecrets,
    own,
    ownerOf,
  };
}

/** Only owners of codes that nobody registered: whose a 404 is, no mark can tell. */
function markOwners(catalog: Catalog, table: LiteralTable): Map<number, string> {
  const own = catalog.statuses.filter(({ code }) => catalog.statusesOf(code)[0]?.owner !== "iana");
  const ids = new Set(own.map((status) => status.owner));
  const owners = catalog.owners.filter(({ id }) => ids.has(id));
  return new Map(
    owners.flatMap(({ id, name, knownAs }) =>
      [name, ...knownAs].filter((mark) => mark.length >= MARK_MIN_CHARS).map((mark) => [table.add(mark), id] as const),
    ),
  );
}

/** "cf" and "elb" are in too many words. */
const MARK_MIN_CHARS = 5;

/** Lines that name the columns of a table hold no number, so they are known by these. */
const HEADERS = [
  "#fields:",
  "status,",
  ",status",
  "_code,",
  ",status_code",
  "\tstatus",
  "status\t",
  "code\t",
  "| status",
  "status |",
  '"status",',
  "responsecode,",
  "statuscode,",
  "status;",
  "_code;",
];
