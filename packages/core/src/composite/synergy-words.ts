import { InputError } from "../contract/errors.ts";
import type { Dropped, Warning } from "../contract/method.ts";
import type { SynergyRow } from "./synergy.ts";
import type { SynergyForm, SynergyTheta } from "./synergy-degree.ts";

export function lacksBase(place: string, from: number): Dropped {
  return {
    input: "data",
    row: place,
    reason: { en: `no figures for the base year ${from}`, zh: `缺少基期 ${from} 年的数值` },
  };
}

export function noBase(from: number): InputError {
  return new InputError({
    code: "base-year-missing",
    text: {
      en: `synergy: no place has the base year ${from} and a later one, expected at least one`,
      zh: `synergy：没有一个地区同时具备基期 ${from} 年及其后年份，至少需要一个`,
    },
    place: { path: "from" },
  });
}

export function synergyWarnings(rows: readonly SynergyRow[], form: SynergyForm, theta: SynergyTheta): Warning[] {
  const warnings: Warning[] = [];
  const jumps = rows.filter(({ jumpy }) => jumpy).length;
  if (jumps > 0 && form === "sum" && theta === "meng-han") {
    warnings.push({
      code: "sign-jumps",
      text: {
        en: `${jumps} of ${rows.length} rows owe their sign to an increment under 5 % of the greatest: a hair's breadth turns the whole value round; read them with theta: none beside`,
        zh: `${rows.length} 行中有 ${jumps} 行的正负取决于不足最大增量 5% 的微小变动：稍有扰动即整体变号，请对照 theta: none 的结果`,
      },
    });
  }
  const still = rows.filter(({ theta: sign }) => sign === 0).length;
  if (still > 0) {
    warnings.push({
      code: "nothing-changes",
      text: {
        en: `${still} of ${rows.length} rows have no increment at all: theta is undefined there, and synergy 0 by convention`,
        zh: `${rows.length} 行中有 ${still} 行各子系统均无变化：θ 无定义，协同度按惯例记 0`,
      },
    });
  }
  const zero = rows.filter(({ increments, theta: sign }) => sign !== 0 && increments.includes(0)).length;
  if (zero > 0 && form === "product") {
    warnings.push({
      code: "increment-zero",
      text: {
        en: `${zero} of ${rows.length} rows have a subsystem that does not change, which makes the product 0 however the others move`,
        zh: `${rows.length} 行中有 ${zero} 行某一子系统没有变化，乘积形式下协同度为 0，与其他子系统无关`,
      },
    });
  }
  return warnings;
}
