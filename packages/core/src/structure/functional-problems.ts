import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import type { CompositionSlice } from "../contract/readings.ts";
import type { FunctionalPlace } from "./functional-specialisation.ts";

export const method = "functional-specialisation";

export function refuseUnknown(wanted: readonly string[], slices: readonly CompositionSlice[]): void {
  const there = [...new Set(slices.flatMap(({ industries }) => industries))].sort();
  const unknown = wanted.find((industry) => !there.includes(industry));
  if (unknown === undefined) return;
  throw new InputError({
    code: "industry-unknown",
    text: {
      en: `${method}: no industry ${unknown}, expected some of ${there.join(", ")}`,
      zh: `${method}：没有行业 ${unknown}，可选：${there.join("、")}`,
    },
  });
}

export function refuseBoth(management: readonly string[], production: readonly string[]): void {
  const both = [...management, ...production].find((each, at, all) => all.indexOf(each) !== at);
  if (both === undefined) return;
  throw new InputError({
    code: "industry-twice",
    text: {
      en: `${method}: ${both} is named twice, expected once, in management or in production`,
      zh: `${method}：${both} 重复出现，每个行业只能归入管理或生产之一`,
    },
  });
}

export function refuseEmpty(wanted: readonly string[]): never {
  throw new InputError({
    code: "no-rows",
    text: {
      en: `${method}: no place has figures of all of ${wanted.join(", ")}`,
      zh: `${method}：没有地区同时具备 ${wanted.join("、")} 的数据`,
    },
  });
}

export function functionalWarnings(
  places: readonly FunctionalPlace[],
  figures: "occupations" | "industries",
): Warning[] {
  const warnings: Warning[] = [];
  if (figures === "industries") {
    warnings.push({
      code: "industries-for-functions",
      text: {
        en: "industries stand in for functions: head offices of manufacturers count as production, services to households may count as management",
        zh: "以行业代替职能：制造企业总部计入生产，面向居民的服务可能计入管理",
      },
    });
  }
  const without = places.filter(({ index }) => Number.isNaN(index));
  if (without.length > 0) {
    warnings.push({
      code: "no-production",
      text: {
        en: "no production in the place, or nothing of a function in its reference, so no index: {rows}",
        zh: "本地没有生产职能，或参照缺少某类职能，无法计算指数：{rows}",
      },
      values: { rows: { rows: without.map(({ place, year }) => ({ place, year })) } },
    });
  }
  return warnings;
}
