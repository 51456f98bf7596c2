import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { same } from "../language/text.ts";
import type { CouplingInput } from "./coupling-coordination.ts";

/** One place with a level for every subsystem. */
export interface CouplingRow {
  readonly place: string;
  readonly year?: number;
  readonly group?: string;
  readonly u: readonly number[];
}

const rounding = 1e-12; // a score that adds up to 1 may exceed it by a few roundings

/** The rows that have every subsystem; the others are named. A level outside [0, 1] is refused. */
export function couplingRows({ place, year, group, subsystems }: CouplingInput): {
  rows: CouplingRow[];
  dropped: Dropped[];
} {
  const rows: CouplingRow[] = [];
  const dropped: Dropped[] = [];
  place.forEach((name, row) => {
    const where = year === undefined ? name : `${name} ${year[row]}`;
    const u = subsystems.map(({ name: subsystem, values }) => inUnit(values[row], subsystem, where));
    const missing = subsystems.filter((_, at) => Number.isNaN(u[at])).map(({ name, title = same(name) }) => title);
    if (missing.length === 0) {
      rows.push({
        place: name,
        ...(year === undefined ? {} : { year: year[row] }),
        ...(group === undefined ? {} : { group: group[row] }),
        u,
      });
      return;
    }
    dropped.push({
      input: "data",
      row: where,
      reason: {
        en: `no level for ${missing.map(({ en }) => en).join(", ")}; the coupling of the others would be another quantity`,
        zh: `缺少子系统${missing.map(({ zh }) => zh).join("、")}，其余子系统之间的耦合含义不同，不予计算`,
      },
    });
  });
  if (rows.length === 0) {
    throw new InputError({
      code: "no-rows",
      text: {
        en: "coupling-coordination: no row has a level for every subsystem, expected at least one",
        zh: "coupling-coordination：没有一行具备全部子系统的数值，至少需要一行",
      },
    });
  }
  return { rows, dropped };
}

function inUnit(level: number, subsystem: string, where: string): number {
  if (Number.isNaN(level)) return level;
  if (level >= -rounding && level <= 1 + rounding) return Math.min(1, Math.max(0, level));
  throw new InputError({
    code: "level-out-of-range",
    text: {
      en: `coupling-coordination: ${subsystem} of ${where} is ${level}, expected 0 to 1`,
      zh: `coupling-coordination：${where} 的 ${subsystem} 为 ${level}，应在 0 至 1 之间`,
    },
    hint: {
      en: "subsystems must be levels on one scale: score each with composite/index first, normalised to [.01, 1]",
      zh: "各子系统须为同一尺度的综合水平：请先标准化并合成（如 composite/index，标准化到 [0.01, 1]）",
    },
  });
}

const sumTolerance = 1e-9; // thirds written with ten digits

/** The weight of each subsystem in T. */
export function couplingWeights(
  subsystems: readonly NamedNumbers[],
  given: Readonly<Record<string, number>> | undefined,
): number[] {
  const names = subsystems.map(({ name }) => name);
  if (names.length < 2) {
    throw new InputError({
      code: "too-few-subsystems",
      text: {
        en: `coupling-coordination: data has ${counted(names.length, "subsystem")}, expected at least 2`,
        zh: `coupling-coordination：仅有 ${names.length} 个子系统，至少需要 2 个`,
      },
    });
  }
  if (given === undefined) return names.map(() => 1 / names.length);
  const list = names.join(", ");
  const refuse = (code: string, en: string, zh: string): never => {
    throw new InputError({
      code,
      text: { en: `coupling-coordination: ${en}`, zh: `coupling-coordination：${zh}` },
      place: { path: "weights" },
    });
  };
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue;
    refuse(
      "weight-unknown",
      `weights name ${name}, which is not a subsystem; the subsystems are ${list}`,
      `权重中的 ${name} 不是子系统；现有子系统：${list}`,
    );
  }
  for (const name of names) {
    if (given[name] === undefined) refuse("weight-missing", `weights lack ${name}`, `权重中缺少子系统 ${name}`);
  }
  const weights = names.map((name) => given[name]);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) > sumTolerance) {
    const shown = Number(sum.toPrecision(12));
    refuse("weights-sum", `the weights add up to ${shown}, expected 1`, `权重合计为 ${shown}，应为 1`);
  }
  return weights;
}
