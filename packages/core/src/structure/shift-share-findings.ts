import type { Finding } from "../contract/method.ts";
import { foremost, percent } from "../contract/saying.ts";
import type { ShiftShareResult, ShiftShareTotal } from "./shift-share.ts";

/** How many places owe growth to their own industries, and the one that gains most by them relative to its size. */
export function shiftShareFindings({ places, from, to }: ShiftShareResult): Finding[] {
  const known = places.filter(({ start }) => start > 0);
  if (known.length < 2) return [];
  const years = { from: String(from), to: String(to) };
  const own = ({ competitive, allocation }: ShiftShareTotal) => competitive + allocation; // whole, also where it is split
  const [top] = foremost(known, (row) => own(row) / row.start);
  if (top === undefined || !(own(top) > 0)) return [];
  return [
    {
      text: {
        en: "From {from} to {to}, {ahead} of {all} places grew faster in their own industries than the reference did in the same ones.",
        zh: "{from}—{to} 年，{all} 个地区中有 {ahead} 个的竞争力分量为正，即自身行业增长快于参照的同行业。",
      },
      values: { ...years, ahead: known.filter((row) => own(row) > 0).length, all: known.length },
    },
    {
      text: {
        en: "Most of it relative to its size: {place}, which grew by {rate}; its own industries account for {competitive} of its start, its mix for {mix}.",
        zh: "相对规模竞争力分量最大的是{place}：增长 {rate}，其中竞争力贡献 {competitive}，行业结构贡献 {mix}（均相对期初）。",
      },
      values: {
        place: { place: top.name },
        rate: percent(top.change / top.start, 1),
        competitive: percent(own(top) / top.start, 1),
        mix: percent(top.mix / top.start, 1),
      },
    },
  ];
}
