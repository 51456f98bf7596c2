import type { Problem } from "../contract/errors.ts";
import type { Table } from "../contract/table.ts";
import { message } from "../language/message.ts";
import { type StudyData, unavailable } from "./data.ts";
import { indicatorSheet } from "./indicator-sheet.ts";
import { type Locate, shown } from "./locate.ts";
import { exhibitsIn, type Study } from "./schema.ts";
import { isUnread, type Unread } from "./sound-part.ts";
import { unmatchedValues } from "./where.ts";

/**
 * Exhibits of datasets and of sets of indicators that ask for a part, which only analyses have, or for rows that are not there.
 * What an analysis has to show is known once it is computed: the report says there what it lacks.
 */
export async function exhibitProblems(
  study: Study,
  data: StudyData,
  unread: Unread,
  locate: Locate,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [at, section] of (study.report.sections ?? []).entries()) {
    const entry = ["report", "sections", at];
    if (unread.has(shown(entry))) continue;
    for (const { of, where } of exhibitsIn(section)) {
      const [name = "", part] = of.split(".");
      if (Object.hasOwn(study.analyses, name) || isUnread(unread, "analyses", name)) continue;
      const path = [...entry, "show"];
      if (part !== undefined && (Object.hasOwn(study.datasets, name) || Object.hasOwn(study.indicators, name))) {
        const text = message("exhibit-without-parts", { at: shown(path), name, part });
        problems.push({ code: "exhibit-without-parts", text, place: locate(path) });
      }
      if (where === undefined) continue;
      const table = await tableOf(name, study, data, unread);
      if (table === undefined) continue;
      problems.push(
        ...unmatchedValues(table, where, [...path, name, "where"]).map((each) => ({ ...each, place: locate(path) })),
      );
    }
  }
  return problems;
}

async function tableOf(name: string, study: Study, data: StudyData, unread: Unread): Promise<Table | undefined> {
  if (Object.hasOwn(study.datasets, name)) {
    return isUnread(unread, "datasets", name) ? undefined : data.dataset(name).catch(unavailable);
  }
  const set = study.indicators[name];
  if (set === undefined || isUnread(unread, "indicators", name)) return undefined;
  return indicatorSheet(name, set, await data.indicators(name).catch(unavailable));
}
