import type { Finding } from "../contract/method.ts";
import { decimal, foremost, lastYear, mostNamed } from "../contract/saying.ts";
import type { SynergyResult } from "./synergy.ts";

/** How many places move forward together in the last year, who most, and how many signs hang on the formula. */
export function synergyFindings({ rows, variants, convention, subsystems }: SynergyResult): Finding[] {
  const { rows: last, at, values } = lastYear(rows);
  const since = [...new Set(last.map((row) => row.since))];
  const counted = {
    ...values,
    n: last.length,
    k: subsystems.length,
    forward: last.filter(({ increments }) => increments.every((each) => each > 0)).length,
    since: String(Math.min(...since)),
  };
  const findings: Finding[] = [
    {
      text: {
        en: `All {k} subsystems moved forward in {forward} of {n, plural, one {# place} other {# places}}${at.en} since {since}.`,
        zh: `${at.zh}与 {since} 年相比，{n} 个地区中有 {forward} 个的 {k} 个子系统全部向有序方向演进。`,
      },
      values: counted,
    },
  ];
  const most = foremost(last, ({ synergy }) => synergy);
  if (last.length > 1 && most.length <= mostNamed) {
    findings.push({
      text: {
        en: `The highest synergy${at.en} is that of {places} ({value}).`,
        zh: `${at.zh}协同度最高的是{places}（{value}）。`,
      },
      values: {
        ...values,
        places: { places: most.map(({ place }) => place) },
        value: decimal(most[0].synergy, 3),
      },
    });
  }
  const under = variants.filter((each) => each.base === convention.base && each.theta === "meng-han");
  const without = variants.filter(
    (each) => each.base === convention.base && each.theta === "none" && each.form === "sum",
  );
  const summed = under.filter(({ form }) => form === "sum");
  const turned = summed.filter((each, row) => Math.sign(each.synergy) !== Math.sign(without[row].synergy)).length;
  if (turned > 0) {
    findings.push({
      text: {
        en: "In {turned} of {rows} rows the sum of increments has the other sign without theta: one subsystem falls back while the whole moves forward.",
        zh: "{rows} 行中有 {turned} 行，求和形式不乘 θ 时正负相反：整体前进而某一子系统后退。",
      },
      values: { turned, rows: summed.length },
    });
  }
  return findings;
}
