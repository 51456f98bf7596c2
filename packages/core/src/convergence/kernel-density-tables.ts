import { yearColumn } from "../contract/place-columns.ts";
import { ifAny, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { KernelDensityResult } from "./kernel-density.ts";
import type { Distribution } from "./kernel-modes.ts";

export function kernelTables(
  { rows, years, modes }: KernelDensityResult,
  data: { readonly units: Readonly<Record<string, string>>; readonly titles: Readonly<Record<string, Text>> },
  scale: "level" | "relative" | "log",
): Table[] {
  const unit = scale === "level" ? (data.units.value ?? "1") : "1";
  const told = data.titles.value ?? { en: "value", zh: "取值" };
  const title = {
    level: told,
    relative: { en: `${told.en}, mean = 1`, zh: `${told.zh}（均值 = 1）` },
    log: { en: `ln ${told.en}`, zh: `ln ${told.zh}` },
  }[scale];
  const column = (name: string, en: string, zh: string, pick: (row: Distribution) => number) =>
    numberOf<Distribution>(name, unit, { en, zh }, pick);
  return [
    tableOf(
      "density",
      ["series", "at"],
      rows,
      [
        labelOf("series", { en: "curve", zh: "曲线" }, ({ year }) => String(year ?? "")),
        ifAny(numberOf("year", "year", { en: "year", zh: "年份" }, ({ year }) => year)),
        numberOf("at", unit, title, ({ at }) => at),
        numberOf("density", "1", { en: "density", zh: "密度" }, ({ density }) => density),
      ],
      { title: { en: "Density", zh: "核密度" } },
    ),
    tableOf(
      "years",
      ["series"],
      years,
      [
        labelOf("series", { en: "curve", zh: "曲线" }, ({ year }) => String(year ?? "")),
        yearColumn,
        numberOf("places", "1", { en: "places", zh: "地区数" }, ({ places }) => places),
        column("bandwidth", "bandwidth", "带宽", ({ bandwidth }) => bandwidth),
        column("mean", "mean", "均值", ({ mean }) => mean),
        column("deviation", "standard deviation", "标准差", ({ deviation }) => deviation),
        numberOf("modes", "1", { en: "peaks", zh: "峰数" }, (row) => row.modes),
        column("peak", "main peak at", "主峰位置", ({ peak }) => peak),
        numberOf("height", "1", { en: "height of the main peak", zh: "主峰高度" }, ({ height }) => height),
      ],
      { title: { en: "Shape of the distribution", zh: "分布形态" } },
    ),
    tableOf(
      "modes",
      ["series", "mode"],
      modes,
      [
        labelOf("series", { en: "curve", zh: "曲线" }, ({ year }) => String(year ?? "")),
        yearColumn,
        numberOf("mode", "1", { en: "peak, from the left", zh: "峰序（自左）" }, ({ mode }) => mode),
        numberOf("at", unit, title, ({ at }) => at),
        numberOf("density", "1", { en: "density", zh: "密度" }, ({ density }) => density),
      ],
      { title: { en: "Peaks", zh: "各峰" } },
    ),
  ];
}
