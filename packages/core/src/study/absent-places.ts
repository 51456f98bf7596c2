import type { Dropped } from "../contract/method.ts";
import { findColumn, type Table } from "../contract/table.ts";
import { fillText } from "../language/message.ts";
import { absence, type StudyData, shapeTable } from "./data.ts";
import type { Group } from "./groups.ts";
import { codesOf } from "./places.ts";
import type { AnalysisPlan } from "./plan.ts";
import type { Study } from "./schema.ts";

const noRow = { en: "no row in {name}", zh: "{name} 中没有该地的行" };

/**
 * Places of the study's clusters of which an analysis's figures have no row at all. No method can tell of them, for it never
 * sees them; in a network of a cluster they would be missing without a word.
 */
export async function absentPlaces(
  { inputs }: AnalysisPlan,
  study: Study,
  groups: readonly Group[],
  data: StudyData,
): Promise<readonly Dropped[]> {
  const members = [...new Set(groups.flatMap((group) => group.members))];
  const absent: Dropped[] = [];
  for (const [input, reference] of Object.entries(inputs)) {
    if (reference.kind !== "dataset" && reference.kind !== "indicators") continue;
    const { name, where = {} } = reference;
    if (!keepsClusters(study, reference)) continue;
    const read = reference.kind === "dataset" ? data.dataset(name) : data.indicators(name).then(({ table }) => table);
    const table = await read.catch(absence); // a result may stand where its figures are kept elsewhere
    if (table === undefined || !Object.keys(where).every((column) => isYear(table, column))) continue;
    const present = presentIn(shapeTable(table, { where }));
    if (!members.some((code) => present.has(code))) continue;
    for (const row of members) if (!present.has(row)) absent.push({ input, row, reason: fillText(noRow, { name }) });
  }
  return absent;
}

/** Other selections, and rows that were picked by anything but their year, leave places out because they were asked to. */
function keepsClusters(
  study: Study,
  { kind, name }: { readonly kind: "dataset" | "indicators"; readonly name: string },
) {
  if (kind === "indicators") return study.indicators[name]?.places === "cluster";
  const declared = study.datasets[name];
  return declared?.places === "cluster" && declared.kind === undefined && declared.where === undefined;
}

const isYear = (table: Table, column: string): boolean =>
  column === (table.roles?.["year"] ?? "year") && findColumn(table, column) !== undefined;

function presentIn(table: Table): ReadonlySet<string> {
  const roles = codesOf(table, "place") === undefined ? ["from", "to"] : ["place"];
  return new Set(roles.flatMap((role) => [...(codesOf(table, role) ?? [])]).flatMap((code) => code ?? []));
}
