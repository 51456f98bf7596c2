import { addTo } from "../contract/add-to.ts";
import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped, Warning } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { same, type Text } from "../language/text.ts";
import { type Recipe, rootId } from "./recipe.ts";
import { score } from "./score.ts";
import type { SynergyInput } from "./synergy.ts";

export interface Subsystem {
  readonly name: string;
  readonly title: Text;
  /** Order degree by row of the data. */
  readonly levels: Float64Array;
  /** In the sum form; all add up to 1. */
  readonly weight: number;
}

/**
 * The order degree of each subsystem: the columns as they are, or, with a recipe, the scores of what hangs directly under its
 * root. An order parameter outside its bounds has no order degree, so goalposts are not clipped here but hold.
 */
export function subsystemsOf(
  input: SynergyInput,
  recipe: Recipe | undefined,
  given: Readonly<Record<string, number>> | undefined,
): { subsystems: Subsystem[]; warnings: readonly Warning[] } {
  const { found, warnings } =
    recipe === undefined ? { found: columns(input.subsystems), warnings: [] } : scored(input, recipe);
  if (found.length < 2) {
    refuse(
      "too-few-subsystems",
      `data has ${counted(found.length, "subsystem")}, expected at least 2`,
      `仅有 ${found.length} 个子系统，至少需要 2 个`,
    );
  }
  for (const { name, levels } of found) {
    levels.forEach((level, row) => {
      if (Number.isNaN(level) || (level >= -rounding && level <= 1 + rounding)) return;
      throw new InputError({
        code: "level-out-of-range",
        text: {
          en: `synergy: order degree of ${name} of ${input.place[row]} ${input.year[row]} is ${level}, expected 0 to 1`,
          zh: `synergy：${input.place[row]} ${input.year[row]} 年 ${name} 的有序度为 ${level}，应在 0 至 1 之间`,
        },
        hint: {
          en: "the bounds of an order parameter must bracket its figures: widen the goalposts, or normalise by min-max",
          zh: "序参量的上下限须涵盖全部数据：请放宽 goalposts，或采用极差标准化",
        },
      });
    });
  }
  return { subsystems: weighed(found, given), warnings };
}

const rounding = 1e-12; // a mean of values up to 1 may pass it by a few roundings

type Level = Omit<Subsystem, "weight"> & { readonly weight: number };

function columns(subsystems: readonly NamedNumbers[]): Level[] {
  return subsystems.map(({ name, title = same(name), values }) => ({ name, title, levels: values, weight: 1 }));
}

function scored({ place, year, subsystems }: SynergyInput, recipe: Recipe) {
  const unclipped = { ...recipe, normalise: { ...recipe.normalise, clip: false } };
  const { nodes, indicators, warnings } = score(unclipped, { place, year, indicators: subsystems });
  const found: Level[] = [
    ...nodes
      .filter(({ parent }) => parent === rootId)
      .map(({ id, title, scores, localWeight }) => ({ name: id, title, levels: scores, weight: localWeight })),
    ...indicators
      .filter(({ node }) => node === rootId)
      .map(({ id, title, normalised, localWeight }) => ({ name: id, title, levels: normalised, weight: localWeight })),
  ];
  return { found, warnings };
}

function weighed(found: readonly Level[], given: Readonly<Record<string, number>> | undefined): Subsystem[] {
  const names = found.map(({ name }) => name);
  for (const name of Object.keys(given ?? {})) {
    if (names.includes(name)) continue;
    refuse(
      "weight-unknown",
      `weights name ${name}, which is not a subsystem; the subsystems are ${names.join(", ")}`,
      `权重中的 ${name} 不是子系统；现有子系统：${names.join(", ")}`,
    );
  }
  const raw = found.map(({ name, weight }) => {
    if (given === undefined) return weight;
    return given[name] ?? refuse("weight-missing", `weights lack ${name}`, `权重中缺少子系统 ${name}`);
  });
  const sum = raw.reduce((total, each) => total + each, 0);
  if (!(sum > 0)) refuse("weights-zero", "the weights add up to 0, expected more than 0", "权重合计为 0，应大于 0");
  return found.map((each, at) => ({ ...each, weight: raw[at] / sum }));
}

/** The rows that have every subsystem, by place in order of years; the others are named. */
export function synergyRows(
  { place, year }: SynergyInput,
  subsystems: readonly Subsystem[],
): { series: (readonly number[])[]; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const byPlace = new Map<string, number[]>();
  place.forEach((name, row) => {
    const gap = subsystems.find(({ levels }) => Number.isNaN(levels[row]));
    if (gap !== undefined) {
      dropped.push({
        input: "data",
        row: `${name} ${year[row]}`,
        reason: { en: `no order degree of ${gap.title.en}`, zh: `缺少${gap.title.zh}的有序度` },
      });
      return;
    }
    addTo(byPlace, name, row);
  });
  const series = [...byPlace].flatMap(([name, rows]) => {
    if (rows.length > 1) return [rows.sort((a, b) => year[a] - year[b])];
    dropped.push({
      input: "data",
      row: name,
      reason: { en: "one year only, so nothing changes", zh: "仅有一个年份，无法计算变化" },
    });
    return [];
  });
  if (series.length > 0) return { series, dropped };
  return refuse(
    "no-change",
    "no place has two years with every subsystem, expected at least one",
    "没有一个地区具备两个年份的全部子系统数值，至少需要一个",
  );
}

function refuse(code: string, en: string, zh: string): never {
  throw new InputError({ code, text: { en: `synergy: ${en}`, zh: `synergy：${zh}` } });
}
