import { groupColumn, placeColumn, placeTitle } from "../contract/place-columns.ts";
import type { CompositionReading } from "../contract/readings.ts";
import { type ColumnsOf, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { groupColumnOf, industryColumn } from "./columns.ts";
import type { ShiftShareResult, ShiftShareTotal } from "./shift-share.ts";
import type { GrowthParts } from "./shift-share-parts.ts";

type Form = "classical" | "esteban";

const words = {
  change: { en: "change", zh: "增长量" },
  national: { en: "national part", zh: "份额分量" },
  mix: { en: "industry-mix part", zh: "结构偏离分量" },
  competitive: { en: "competitive part", zh: "竞争力偏离分量" },
  allocation: { en: "allocation part", zh: "配置分量" },
};

function partsColumns(unit: string, form: Form): readonly ColumnsOf<GrowthParts>[] {
  return [
    numberOf("change", unit, words.change, ({ change }) => change),
    numberOf("national", unit, words.national, ({ national }) => national),
    numberOf("mix", unit, words.mix, ({ mix }) => mix),
    numberOf("competitive", unit, words.competitive, ({ competitive }) => competitive),
    ...(form === "esteban"
      ? [numberOf("allocation", unit, words.allocation, ({ allocation }: GrowthParts) => allocation)]
      : []),
  ];
}

/** The change and its parts as shares of the start. */
function rateColumns(form: Form): readonly ColumnsOf<ShiftShareTotal>[] {
  const rate = (name: string, part: keyof GrowthParts) =>
    numberOf<ShiftShareTotal>(
      name,
      "1",
      part === "change"
        ? { en: "growth", zh: "增长率" }
        : { en: `${words[part].en}, of the start`, zh: `${words[part].zh}占期初比重` },
      (row) => (row.start > 0 ? row[part] / row.start : Number.NaN),
    );
  return [
    rate("rate", "change"),
    rate("national_rate", "national"),
    rate("mix_rate", "mix"),
    rate("competitive_rate", "competitive"),
    ...(form === "esteban" ? [rate("allocation_rate", "allocation")] : []),
  ];
}

export function shiftShareTables(
  { places, groups, effects, steps, from, to }: ShiftShareResult,
  { unit, industryTitles, groupOf }: CompositionReading,
  form: Form,
): Table[] {
  const ends = [
    numberOf("start", unit, { en: `value in ${from}`, zh: `${from} 年数值` }, ({ start }: { start: number }) => start),
    numberOf("end", unit, { en: `value in ${to}`, zh: `${to} 年数值` }, ({ end }: { end: number }) => end),
  ];
  const totals = [...ends, ...partsColumns(unit, form), ...rateColumns(form)];
  return [
    tableOf("places", ["place"], places, [labelOf("place", placeTitle, ({ name }) => name), groupColumn, ...totals], {
      title: { en: "Parts of the growth of places", zh: "各地增长分解" },
    }),
    ...(groups.length === 0
      ? []
      : [
          tableOf(
            "groups",
            ["group"],
            groups.map((row) => ({ ...row, group: row.name })),
            [groupColumn, ...totals],
            { title: { en: "Parts of the growth of groups", zh: "各组增长分解" } },
          ),
        ]),
    tableOf(
      "effects",
      ["place", "industry"],
      effects,
      [
        placeColumn,
        industryColumn(industryTitles),
        groupColumnOf(groupOf),
        ...ends,
        ...partsColumns(unit, form),
        numberOf(
          "competitive_rate",
          "1",
          { en: "competitive part, of the place's start", zh: "竞争力偏离分量占地区期初合计比重" },
          (row) => row.competitiveRate,
        ),
      ],
      { title: { en: "Parts by industry", zh: "分行业增长分解" } },
    ),
    tableOf(
      "steps",
      ["place", "year"],
      steps,
      [
        placeColumn,
        numberOf("since", "year", { en: "since", zh: "起始年份" }, ({ since }) => since),
        numberOf("year", "year", { en: "year", zh: "年份" }, ({ year }) => year),
        groupColumnOf(groupOf),
        ...partsColumns(unit, form),
      ],
      { title: { en: "Parts by step", zh: "分时段增长分解" } },
    ),
  ];
}
