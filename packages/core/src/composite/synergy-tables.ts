import { groupColumn, placeColumn } from "../contract/place-columns.ts";
import { type ColumnsOf, codeOf, ifAny, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { SynergyBase, SynergyResult } from "./synergy.ts";
import { formChoices, thetaChoices } from "./synergy-degree.ts";

export const baseChoices: Readonly<Record<SynergyBase, Text>> = {
  fixed: { en: "one base year", zh: "固定基期" },
  adjacent: { en: "the year before", zh: "相邻年份" },
};

const year = numberOf("year", "year", { en: "year", zh: "年份" }, (row: { readonly year: number }) => row.year);
const since: ColumnsOf<{ readonly since: number }> = numberOf(
  "since",
  "year",
  { en: "since", zh: "基期" },
  (row) => row.since,
);
const baseColumn: ColumnsOf<{ readonly base: SynergyBase }> = codeOf(
  "base",
  { en: "increments since", zh: "增量的基期" },
  ({ base }) => base,
  ({ base }) => baseChoices[base],
);
const synergyTitle = { en: "synergy", zh: "协同度" };

export function synergyTables({ rows, steps, variants, subsystems, convention }: SynergyResult): Table[] {
  const beside =
    convention.theta === "none"
      ? { en: "synergy with Meng and Han's theta", zh: "乘 θ 的协同度" }
      : { en: "synergy without theta", zh: "不乘 θ 的协同度" };
  const byBase = steps.filter(({ base }) => base === convention.base);
  const incremented = byBase.flatMap((step) =>
    subsystems.map(({ name, title }, at) => ({
      ...step,
      name,
      title,
      level: step.levels[at],
      increment: step.increments[at],
    })),
  );
  const others = steps.filter(({ base }) => base !== convention.base);
  return [
    tableOf(
      "synergy",
      ["place", "year"],
      rows,
      [
        placeColumn,
        year,
        ifAny(groupColumn),
        since,
        numberOf("synergy", "1", synergyTitle, (row) => row.synergy),
        numberOf("beside", "1", beside, (row) => row.beside),
        numberOf("theta", "1", { en: "theta", zh: "θ" }, (row) => row.theta),
        numberOf(
          "jumpy",
          "1",
          {
            en: "sign hangs on next to nothing in the sum form (1: yes)",
            zh: "求和形式下正负取决于微小变动（1 为是）",
          },
          (row) => Number(row.jumpy),
        ),
      ],
      { title: { en: "Synergy by place and year", zh: "各地复合系统协同度" } },
    ),
    tableOf(
      "increments",
      ["place", "year", "subsystem"],
      incremented,
      [
        placeColumn,
        year,
        since,
        codeOf(
          "subsystem",
          { en: "subsystem", zh: "子系统" },
          ({ name }) => name,
          ({ title }) => title,
        ),
        numberOf("level", "1", { en: "order degree", zh: "有序度" }, ({ level }) => level),
        numberOf("increment", "1", { en: "increment", zh: "有序度增量" }, (row) => row.increment),
      ],
      { title: { en: "Increments of order degrees", zh: "子系统有序度增量" } },
    ),
    tableOf(
      "increments_beside",
      ["place", "year", "subsystem"],
      others.flatMap((step) =>
        subsystems.map(({ name, title }, at) => ({ ...step, name, title, increment: step.increments[at] })),
      ),
      [
        placeColumn,
        year,
        since,
        codeOf(
          "subsystem",
          { en: "subsystem", zh: "子系统" },
          ({ name }) => name,
          ({ title }) => title,
        ),
        numberOf("increment", "1", { en: "increment", zh: "有序度增量" }, (row) => row.increment),
      ],
      {
        title:
          convention.base === "fixed"
            ? { en: "Increments since the year before", zh: "相对上一年份的有序度增量" }
            : { en: "Increments since the base year", zh: "相对固定基期的有序度增量" },
      },
    ),
    tableOf(
      "variants",
      ["base", "form", "theta", "place", "year"],
      variants,
      [
        baseColumn,
        codeOf(
          "form",
          { en: "form", zh: "合成形式" },
          ({ form }) => form,
          ({ form }) => formChoices[form],
        ),
        codeOf(
          "theta",
          { en: "factor of sign", zh: "符号因子" },
          ({ theta }) => theta,
          ({ theta }) => thetaChoices[theta],
        ),
        placeColumn,
        year,
        numberOf("synergy", "1", synergyTitle, (row) => row.synergy),
      ],
      { title: { en: "The same under every base, form and factor", zh: "各种算法对照" } },
    ),
  ];
}
