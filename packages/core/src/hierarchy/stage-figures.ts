import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import { convert } from "../units/convert.ts";
import { named, type Sampled } from "./samples.ts";

interface Figures {
  readonly share: Float64Array | undefined;
  readonly urban: Float64Array | undefined;
  readonly population: Float64Array | undefined;
  readonly units: Readonly<Record<string, string>>;
}

/** The urban share of each row between 0 and 1, out of the columns there are. */
export function urbanShares({ share, urban, population, units }: Figures): Float64Array {
  if (share !== undefined) return convert(share, units.share ?? "1", "1");
  if (urban === undefined || population === undefined) {
    throw new InputError({
      code: "role-needed",
      text: {
        en: "stage: the data have no share, expected share, or urban and population",
        zh: "stage：数据没有 share，应给出 share，或同时给出 urban 与 population",
      },
    });
  }
  const people = convert(urban, units.urban ?? "1", units.population ?? "1");
  return people.map((each, row) => each / (population[row] as number));
}

export function refuseFalling(option: string, [low, high]: readonly [number, number]): void {
  if (low < high) return;
  throw new InputError({
    code: "bounds-not-rising",
    text: {
      en: `stage: ${option} are ${low} and ${high}, expected the second above the first`,
      zh: `stage：${option} 为 ${low} 和 ${high}，第二个应大于第一个`,
    },
    place: { path: option },
  });
}

export function refuseOutside(row: Sampled, share: number, people: number): void {
  if (!(share >= 0 && share <= 1)) {
    throw new InputError({
      code: "value-out-of-range",
      text: {
        en: `stage: urban share of ${named(row)} is ${share}, expected 0 to 1`,
        zh: `stage：${named(row)} 的城镇人口比重为 ${share}，应在 0 与 1 之间`,
      },
      hint: {
        en: "a share in percent needs the unit percent (--units COLUMN=percent)",
        zh: "以百分数表示的比重须注明单位 percent（--units 列名=percent）",
      },
    });
  }
  if (people > 0) return;
  throw new InputError({
    code: "weight-not-positive",
    text: {
      en: `stage: population of ${named(row)} is ${people}, expected more than 0`,
      zh: `stage：${named(row)} 的人口为 ${people}，应大于 0`,
    },
  });
}

export const plainMean: Warning = {
  code: "unweighted",
  text: {
    en: "no population is given: the share of a group is the plain mean of its places' shares",
    zh: "未给出人口：组的比重为各地比重的简单平均",
  },
};

export const registeredWarning: Warning = {
  code: "registered-population",
  text: {
    en: "the population is registered, not resident: urban shares are understated, the stage may be too early",
    zh: "人口为户籍口径而非常住口径：城镇人口比重偏低，所判阶段可能偏早",
  },
};
