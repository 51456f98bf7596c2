import { placeColumn } from "../contract/place-columns.ts";
import { labels, makeTable, numberOf, numbers, type Table, tableOf } from "../contract/table.ts";
import type { GravityResult } from "./gravity.ts";

/** Units of what flows are made of. */
interface Units {
  readonly mass?: string | undefined;
  readonly second?: string | undefined;
  readonly far?: string | undefined;
}

export function gravityTables({ flows, strength, convention }: GravityResult, units: Units, decay: number): Table[] {
  const { mass = "1", second = "1", far = "1" } = units;
  const isOne = convention.mass === "one";
  const squared = isOne ? `(${mass})^2` : `${mass} ${second}`;
  const unit = `${squared} / ${far}^${decay}`;
  const massUnit = isOne ? mass : `(${squared})^(1/2)`;
  const ends = (from: readonly string[], to: readonly string[]) => [
    labels("from", from, { en: "from", zh: "起点" }),
    labels("to", to, { en: "to", zh: "终点" }),
  ];
  const flow = (values: ArrayLike<number>) => numbers("value", unit, values, { title: { en: "flow", zh: "引力" } });
  const linked = Uint32Array.from(flows.from.keys()).filter((at) => flows.linked[at] === 1);
  const linkedNames = (names: readonly string[]) => Array.from(linked, (at) => names[at] as string);
  return [
    makeTable(
      "flows",
      ["from", "to"],
      [
        ...ends(flows.from, flows.to),
        flow(flows.value),
        numbers("distance", far, flows.distance, { title: { en: "distance", zh: "距离" } }),
        numbers("linked", "1", flows.linked, {
          title: { en: "above the threshold (1: yes)", zh: "超过阈值（1 为是）" },
        }),
      ],
      { title: { en: "Flows", zh: "引力" }, roles: { value: "value" } },
    ),
    tableOf(
      "strength",
      ["place"],
      strength,
      [
        placeColumn,
        numberOf("mass", massUnit, { en: "mass", zh: "质量" }, (row) => row.mass),
        numberOf("sent", unit, { en: "sent", zh: "发出引力" }, ({ sent }) => sent),
        numberOf("received", unit, { en: "received", zh: "接收引力" }, ({ received }) => received),
        numberOf("sum", unit, { en: "sum", zh: "引力之和" }, ({ sum }) => sum),
        numberOf("share", "1", { en: "share", zh: "份额" }, ({ share }) => share),
      ],
      { title: { en: "Strength", zh: "联系强度" }, roles: { value: "sum" } },
    ),
    makeTable(
      "links",
      ["from", "to"],
      [
        ...ends(linkedNames(flows.from), linkedNames(flows.to)),
        flow(Float64Array.from(linked, (at) => flows.value[at] as number)),
      ],
      { title: { en: "Links above the threshold", zh: "超过阈值的联系" } },
    ),
  ];
}
