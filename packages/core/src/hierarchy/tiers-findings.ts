import type { Finding } from "../contract/method.ts";
import { lastYear, mostNamed, percent } from "../contract/saying.ts";
import type { ClassCount } from "./tiers.ts";

/** The largest class that has places, of each group or of all together where groups are many. */
export function tierFindings(counts: readonly ClassCount[], object: "city" | "prefecture"): Finding[] {
  const { rows, at, values } = lastYear(counts);
  const groups = [...new Set(rows.map(({ group }) => group))];
  const scopes =
    groups.length > mostNamed
      ? [{ name: "", rows }]
      : groups.map((name) => ({ name, rows: rows.filter(({ group }) => group === name) }));
  const what =
    object === "city" ? { en: "places", zh: "个地区" } : { en: "prefectures or areas", zh: "个地级市或地区" };
  return scopes.flatMap(({ name, rows: scope }) => {
    const top = scope.find((row) => countOf(scope, row.class, "places") > 0);
    if (top === undefined) return [];
    const who = name === "" ? { en: "", zh: "" } : { en: "{group}: ", zh: "{group}：" };
    const persons = countOf(scope, undefined, "persons");
    return [
      {
        text: {
          en: `${who.en}{places} of {all} ${what.en} fall into the largest class that occurs${at.en}, {class}, with {share} of the people.`,
          zh: `${who.zh}${at.zh}{all} ${what.zh}中有 {places} 个属于出现的最高一级（{class}），占人口的 {share}。`,
        },
        values: {
          ...values,
          places: countOf(scope, top.class, "places"),
          all: countOf(scope, undefined, "places"),
          class: { text: top.title },
          share: percent(persons > 0 ? countOf(scope, top.class, "persons") / persons : 0),
          ...(name === "" ? {} : { group: { group: name } }),
        },
      },
    ];
  });
}

/** Places or persons of one class, or of all; the rows of a group stand in the order of the classes, the largest first. */
function countOf(rows: readonly ClassCount[], of: string | undefined, what: "places" | "persons"): number {
  return rows.reduce((total, row) => (of === undefined || row.class === of ? total + row[what] : total), 0);
}
