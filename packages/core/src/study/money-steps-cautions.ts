import { InputError, type Problem } from "../contract/errors.ts";
import { findColumn, type NumberColumn, type Table } from "../contract/table.ts";
import type { UnderWay } from "./dataset-steps.ts";
import type { KnownPlaces } from "./money-steps-places.ts";
import { codesOf } from "./places.ts";

/** A step is refused that empties more than this part of the figures that were there. */
const mostEmptied = 0.5;

/** Figures that are gone because the index does not fit are a slip, and not a gap to live with. */
export function refuseEmptied(
  { name, table }: UnderWay,
  after: Table,
  values: readonly string[],
  by: Pick<UnderWay, "name" | "table">,
  { kept }: KnownPlaces,
  path: string,
): void {
  const places = codesOf(table, "place");
  const counted = Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => kept === undefined || places === undefined || kept.has(places[row] ?? ""),
  );
  const problems = values.flatMap((column): Problem[] => {
    const [was, is] = [table, after].map((each) => (findColumn(each, column) as NumberColumn).values);
    const given = counted.filter((row) => !Number.isNaN(was?.[row]));
    const lost = given.filter((row) => Number.isNaN(is?.[row])).length;
    if (lost <= mostEmptied * given.length) return [];
    const [own, other] = [codesOf(table, "place"), codesOf(by.table, "place")].map((codes) => codes?.[0] ?? undefined);
    const called = own === undefined || other === undefined ? undefined : { own, other };
    return [
      {
        code: "deflated-to-nothing",
        text: {
          en: `${path}: ${lost} of ${given.length} figures of ${name}.${column} find no index in ${by.name}, expected at most half`,
          zh: `${path}：${name}.${column} 的 ${given.length} 个数据中有 ${lost} 个在 ${by.name} 中找不到指数，至多应为一半`,
        },
        hint: {
          en: `do places and years of both agree${called === undefined ? "" : ` (${called.own}; ${called.other})`}? An index of provinces needs place: parent; years without an index are left out by where`,
          zh: `两者的地区与年份是否一致${called === undefined ? "" : `（${called.own}；${called.other}）`}？省级指数应写 place: parent；没有指数的年份请用 where 剔除`,
        },
        place: { path },
      },
    ];
  });
  if (problems.length > 0) throw new InputError(problems);
}

/** An index of volume gives each place that it serves the same growth: what was one place's own is gone. */
export function sharedVolume(
  { name, table }: UnderWay,
  by: string,
  values: readonly string[],
  where: (row: number) => string,
): Problem[] {
  const places = codesOf(table, "place");
  if (places === undefined) return [];
  const served = new Map<string, Set<string>>();
  places.forEach((code, row) => {
    served.set(where(row), (served.get(where(row)) ?? new Set()).add(code ?? ""));
  });
  const shared = [...served.values()].filter(({ size }) => size > 1);
  if (shared.length === 0) return [];
  const count = shared.reduce((sum, { size }) => sum + size, 0);
  const columns = values.join(", ");
  return [
    {
      code: "volume-shared",
      text: {
        en: `${name}: CAUTION: one index of volume in ${by} serves several places (${count} places, ${shared.length} indices): all places under one index now grow alike in ${columns}, whatever their own figures say`,
        zh: `${name}：注意：${by} 中一个物量指数用于多个地区（${count} 个地区，${shared.length} 个指数）：${columns} 中同一指数下各地区的增长变为相同，与其自身数据无关`,
      },
      hint: {
        en: "to keep each place's own growth, divide by an index of prices (measures: price), such as the implied deflator of the province",
        zh: "若要保留各地区自身的增长，请除以价格指数（measures: price），如省级隐含平减指数",
      },
    },
  ];
}
