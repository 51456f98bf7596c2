import { fillText } from "../language/message.ts";
import { convert } from "../units/convert.ts";
import { parseUnit } from "../units/parse-unit.ts";
import { sameUnit, type Unit, unitsAgree } from "../units/unit.ts";
import type { GatheredVariable } from "./gathered.ts";
import type { PageLog } from "./page-log.ts";

/** Refuses the cell at a position of the variable's lists. */
export type Refuse = (position: number) => void;

/**
 * The values of a variable in its most frequent unit (the first by name if two are as frequent). Other scales are converted
 * and noted; other dimensions are refused; cells without a unit are taken to be in the variable's, and noted.
 */
export function unifyUnits(
  variable: GatheredVariable,
  log: PageLog,
  refuse: Refuse,
): { unit: string; values: Float64Array } {
  const values = new Float64Array(variable.values);
  const [first] = variable.units;
  if (variable.units.every((unit) => unit === first)) return { unit: first ?? "1", values };
  const positions = new Map<string, number[]>();
  for (const [at, unit] of variable.units.entries()) {
    const list = positions.get(unit ?? "");
    if (list === undefined) positions.set(unit ?? "", [at]);
    else list.push(at);
  }
  const filled = (list: readonly number[]) => list.filter((at) => !Number.isNaN(values[at] as number)).length;
  const units = [...positions.keys()]
    .filter((unit) => unit !== "")
    .sort((a, b) => filled(positions.get(b) ?? []) - filled(positions.get(a) ?? []) || (a < b ? -1 : 1));
  const main = units[0];
  if (main === undefined) return { unit: "1", values };
  const bare = positions.get("") ?? [];
  if (filled(bare) > 0) assumed(variable, bare, main, log);
  const wanted = readableUnit(main);
  for (const unit of units.slice(1)) {
    const list = (positions.get(unit) ?? []).filter((at) => !Number.isNaN(values[at] as number));
    if (list.length === 0) continue;
    const own = readableUnit(unit);
    if (wanted === undefined || own === undefined || !unitsAgree(wanted, own)) {
      for (const at of list) {
        values[at] = Number.NaN;
        refuse(at);
        changed(variable, at, unit, main, log);
      }
    } else if (!sameUnit(wanted, own)) {
      const converted = convert(
        Float64Array.from(list, (at) => values[at] as number),
        own,
        wanted,
      );
      for (const [each, at] of list.entries()) values[at] = converted[each] as number;
      noteConverted(variable, list, unit, main, log);
    }
  }
  return { unit: main, values };
}

export function readableUnit(text: string): Unit | undefined {
  try {
    return parseUnit(text);
  } catch {
    return undefined;
  }
}

const cell = ({ sheetRows, sheetColumns }: GatheredVariable, at: number) => ({
  row: sheetRows[at] as number,
  column: sheetColumns[at] as number,
});

function noteConverted(
  variable: GatheredVariable,
  list: readonly number[],
  from: string,
  to: string,
  log: PageLog,
): void {
  log.note(
    "unit-converted",
    cell(variable, list[0] as number),
    fillText(
      {
        en: "{more, plural, =0 {} one {and # more figure } other {and # more figures }}of {name} {more, plural, =0 {is} other {are}} converted from {from} to {to}",
        zh: "{more, plural, =0 {“{name}”的数值} other {等 {count} 个“{name}”的数值}}由 {from} 换算为 {to}",
      },
      { name: variable.name, count: list.length, more: list.length - 1, from, to },
    ),
  );
}

function assumed(variable: GatheredVariable, list: readonly number[], unit: string, log: PageLog): void {
  log.note(
    "unit-assumed",
    cell(variable, list[0] as number),
    fillText(
      {
        en: "{more, plural, =0 {} one {and # more figure } other {and # more figures }}of {name} {more, plural, =0 {stands} other {stand}} under no unit: taken to be in {unit}, as the others",
        zh: "{more, plural, =0 {“{name}”的数值} other {等 {count} 个“{name}”的数值}}未注明单位：按其余数值的单位 {unit} 处理",
      },
      { name: variable.name, count: list.length, more: list.length - 1, unit },
    ),
  );
}

function changed(variable: GatheredVariable, at: number, unit: string, main: string, log: PageLog): void {
  log.refuse(
    "unit-changes",
    cell(variable, at),
    {
      en: `is in ${unit}, but ${variable.name} is in ${main}, which is another kind of quantity`,
      zh: `的单位为 ${unit}，而“${variable.name}”的单位为 ${main}，量纲不同`,
    },
    {
      en: "give the column its unit under `units` of the layout, or name the two columns apart",
      zh: "请在 layout 的 units 中写明该列单位，或把两列分别命名",
    },
  );
}
