/** That names in data/ agree: files lie where their content says, and everything named exists. */
import type { Problem } from "./read-data.js";
import { statusKey } from "./status-key.js";
import type { Comparison, Guide, Method, Situation, Status, Step } from "./types.js";
import type { Located, LocatedCatalog } from "./validate.js";

/** What a check reports: the field and what is wrong with it. */
type Report = (field: string, reason: string) => void;

/** All disagreements. `keys` are the statuses that may be named. */
export function checkReferences(catalog: LocatedCatalog, keys: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const owners = new Set(catalog.owners.map(({ entry }) => entry.id));
  const steps = new Set(catalog.steps.map(({ entry }) => entry.id));
  const methods = new Set(catalog.methods.map(({ entry }) => entry.method));
  const check = <T>(entries: readonly Located<T>[], run: (entry: T, report: Report, path: string) => void) => {
    for (const { path, entry } of entries) {
      run(entry, (field, reason) => void problems.push({ path, field, reason }), path);
    }
  };
  const named = (report: Report, field: string, references: readonly string[]) => {
    for (const key of references) if (!keys.has(key)) report(field, `names ${key}, which has no entry`);
  };

  check(catalog.owners, (owner, report, path) => expectPath(report, path, `owners/${owner.id}.yaml`));
  check(catalog.classes, (entry, report, path) => expectPath(report, path, `classes/${entry.id}.yaml`));
  check(catalog.statuses, (status, report, path) => {
    expectPath(report, path, `statuses/${status.owner}/${status.code}.yaml`);
    if (!owners.has(status.owner)) report("owner", `there is no owners/${status.owner}.yaml`);
    checkStatus(status, report, named);
  });
  check(catalog.comparisons, (comparison, report, path) => {
    expectPath(report, path, `comparisons/${comparison.of.join("-")}.yaml`);
    named(report, "of", [...comparison.of, ...comparison.next.flat()]);
    checkComparison(comparison, report);
  });
  check(catalog.situations, (situation, report, path) => {
    expectPath(report, path, `situations/${situation.id}.yaml`);
    named(report, "send", situationStatuses(situation));
  });
  check(catalog.methods, (method, report, path) => {
    expectPath(report, path, `methods/${method.method}.yaml`);
    checkMethod(method, report, named, methods);
  });
  check(catalog.guides, (guide, report, path) => {
    expectPath(report, path, `guides/${guide.id}.yaml`);
    named(report, "statuses", guide.statuses);
    checkTable(guide, report);
  });
  check(catalog.steps, (step, report, path) => {
    expectPath(report, path, `steps/${step.id}.yaml`);
    checkStep(step, report, named, steps);
  });
  check(catalog.subcodes, (subcode, report) => {
    if (!owners.has(subcode.owner)) report("owner", `there is no owners/${subcode.owner}.yaml`);
  });
  return problems;
}

type Named = (report: Report, field: string, references: readonly string[]) => void;

function expectPath(report: Report, path: string, expected: string): void {
  if (path !== expected) report("", `its content belongs in ${expected}`);
}

function checkStatus(status: Status, report: Report, named: Named): void {
  const statusClass = status.code >= 100 && status.code <= 599 ? `${String(status.code)[0]}xx` : null;
  if (status.statusClass !== statusClass)
    report("statusClass", `is ${status.statusClass}, but the code says ${statusClass}`);
  named(
    report,
    "instead",
    status.instead.map((advice) => advice.use),
  );
  for (const field of ["related", "confusedWith"] as const) {
    named(report, field, status[field]);
    if (status[field].includes(statusKey(status))) report(field, "names the entry itself");
  }
}

function checkComparison(comparison: Comparison, report: Report): void {
  if (new Set(comparison.of).size < comparison.of.length) report("of", "names a status twice");
  if (comparison.rules.map((rule) => rule.status).join() !== comparison.of.join()) {
    report("rules", "must hold one rule a status, in the order of `of`");
  }
  for (const axis of comparison.axes) {
    if (axis.values.length !== comparison.of.length)
      report("axes", `"${axis.label}" needs ${comparison.of.length} values`);
  }
  for (const example of comparison.examples) {
    if (!comparison.of.includes(example.status)) report("examples", `${example.status} is not compared here`);
  }
}

function situationStatuses({ send, also, compare = [] }: Situation): readonly string[] {
  return [...send, ...also.map((other) => other.use), ...compare];
}

function checkMethod(method: Method, report: Report, named: Named, methods: ReadonlySet<string>): void {
  named(
    report,
    "usual",
    method.usual.map((answer) => answer.status),
  );
  for (const other of method.related) if (!methods.has(other)) report("related", `there is no methods/${other}.yaml`);
}

function checkTable({ table }: Guide, report: Report): void {
  for (const row of table?.rows ?? []) {
    if (row.length !== (table?.columns.length ?? 0) + 1)
      report("table", `"${row[0]}" needs a label and a cell a column`);
  }
}

function checkStep(step: Step, report: Report, named: Named, steps: ReadonlySet<string>): void {
  const goals = step.answers.map((answer) => answer.step ?? answer.status);
  if (new Set(goals).size < goals.length) report("answers", "two of them lead to the same place");
  for (const { label, step: next, status } of step.answers) {
    if ((next === undefined) === (status === undefined))
      report("answers", `"${label}" needs either a step or a status`);
    if (next !== undefined && !steps.has(next))
      report("answers", `"${label}" leads to ${next}, and there is no such step`);
    if (status !== undefined) named(report, "answers", [status]);
  }
}
