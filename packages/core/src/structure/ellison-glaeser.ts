/**
 * Is an industry more concentrated in space than its plants thrown at random would be?
 *
 *   gamma = (G - (1 - sum_a x_a^2) H) / ((1 - sum_a x_a^2)(1 - H))        G = sum_a (s_a - x_a)^2,   H = sum_k z_k^2
 *
 * s_a is area a's share of the industry, x_a its share of all industries together (or of the base given: manufacturing, people),
 * z_k the share of plant k in the industry (Ellison and Glaeser 1997, eq. 5). gamma is 0 in expectation where plants choose
 * areas in proportion to x; above .05 is called highly concentrated, below .02 not very (their reading of US manufacturing).
 * z sets G in relation to its variance under random choice (their appendix), p is one-sided from the normal distribution.
 *
 * Each row is a plant. Or rows are sums of an industry in an area, and `herfindahl` gives H of each industry. Values must be
 * >= 0, and a plant of 0 counts for nothing. An industry with one plant (H = 1) has no gamma, with a warning; areas only one
 * of which has anything leave nothing to be concentrated in, which is refused.
 *
 * @example ellisonGlaeser({ area: ["a", "b", "b"], sector: ["x", "x", "y"], value: [1, 1, 2] }).industries[0]?.gamma
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { type Dropped, defineMethod, type Outcome } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { label, number, optional, table } from "../contract/readings.ts";
import { decimal } from "../contract/saying.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { type GlaeserIndustry, industryOf, powerSum } from "./ellison-glaeser-index.ts";
import { checkSize, herfindahlOutside, nothingLeft, oneArea, singleWarning } from "./ellison-glaeser-problems.ts";
import { glaeserTables } from "./ellison-glaeser-tables.ts";

export type { GlaeserIndustry };

export interface EllisonGlaeserResult extends Outcome {
  /** From the most concentrated down. */
  readonly industries: readonly GlaeserIndustry[];
  readonly areas: readonly { area: string; share: number }[];
}

export interface EllisonGlaeserInput {
  readonly area: readonly string[];
  readonly sector: readonly string[];
  readonly value: ArrayLike<number>;
  readonly base?: { readonly area: readonly string[]; readonly value: ArrayLike<number> } | undefined;
  readonly herfindahl?: { readonly sector: readonly string[]; readonly value: ArrayLike<number> } | undefined;
}

export function ellisonGlaeser({ area, sector, value, base, herfindahl }: EllisonGlaeserInput): EllisonGlaeserResult {
  aligned("ellison-glaeser", { area, sector, value });
  if (base !== undefined) aligned("ellison-glaeser", { area: base.area, value: base.value });
  if (herfindahl !== undefined) aligned("ellison-glaeser", { sector: herfindahl.sector, value: herfindahl.value });
  const order = sortedRows(area, sector, value);
  for (const row of order) checkSize(`${area[row]} ${sector[row]}`, value[row] as number);
  const dropped: Dropped[] = [];
  const shares = areaShares(area, value, order, base);
  const used = order.filter((row) => {
    if (shares.has(area[row] as string)) return true;
    dropped.push({
      input: "plants",
      row: area[row] as string,
      reason: { en: "area not in the base", zh: "基准数据中无此区域" },
    });
    return false;
  });
  const squares = powerSum([...shares.values()], 2);
  if (!(squares < 1)) throw oneArea();
  const given =
    herfindahl === undefined
      ? undefined
      : new Map(herfindahl.sector.map((name, at) => [name, herfindahl.value[at] as number]));
  const names = [...new Set(used.map((row) => sector[row] as string))];
  const industries = names.flatMap((name): GlaeserIndustry[] => {
    const sizes = used
      .filter((row) => sector[row] === name)
      .map((row) => [area[row] as string, value[row] as number] as const);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    const own = given?.get(name);
    if (!(total > 0) || (given !== undefined && own === undefined)) {
      const reason =
        total > 0
          ? { en: "no Herfindahl index given", zh: "未给出赫芬达尔指数" }
          : { en: "the industry adds up to 0", zh: "该行业合计为 0" };
      dropped.push({ input: "plants", row: name, reason });
      return [];
    }
    if (own !== undefined && !(own >= 0 && own <= 1)) throw herfindahlOutside(name, own);
    return [industryOf(name, sizes, total, shares, squares, own)];
  });
  if (industries.length === 0) throw nothingLeft();
  industries.sort((a, b) => rank(b) - rank(a) || (a.industry < b.industry ? -1 : 1));
  return {
    industries,
    areas: [...shares].map(([name, share]) => ({ area: name, share })),
    n: used.length,
    dropped,
    warnings: singleWarning(industries),
    convention: {
      base: base === undefined ? "industries" : "given",
      plants: given === undefined ? "rows" : "herfindahl",
    },
  };
}

const rank = ({ gamma }: GlaeserIndustry) => (Number.isNaN(gamma) ? Number.NEGATIVE_INFINITY : gamma);

/** An order that does not depend on that of the file: rows have no key. */
function sortedRows(area: readonly string[], sector: readonly string[], value: ArrayLike<number>): number[] {
  const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
  return area
    .map((_, row) => row)
    .sort(
      (a, b) =>
        compare(sector[a] as string, sector[b] as string) ||
        compare(area[a] as string, area[b] as string) ||
        (value[a] as number) - (value[b] as number),
    );
}

function areaShares(
  area: readonly string[],
  value: ArrayLike<number>,
  order: readonly number[],
  base: EllisonGlaeserInput["base"],
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  if (base === undefined) {
    for (const row of order)
      sums.set(area[row] as string, (sums.get(area[row] as string) ?? 0) + (value[row] as number));
  } else {
    base.area.forEach((name, at) => {
      checkSize(name, base.value[at] as number);
      sums.set(name, (sums.get(name) ?? 0) + (base.value[at] as number));
    });
  }
  const total = [...sums.values()].reduce((a, b) => a + b, 0);
  if (!(total > 0)) throw nothingLeft();
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, sum]) => [name, sum / total]));
}

export default defineMethod({
  id: "structure/ellison-glaeser",
  version: 1,
  title: { en: "Ellison-Glaeser index", zh: "EG 产业集聚指数" },
  question: {
    en: "Is an industry more concentrated in space than its plants thrown at random would be?",
    zh: "与企业随机选址相比，产业在空间上是否更为集聚？",
  },
  formula: "γ = (G − (1 − Σ xₐ²) H) / ((1 − Σ xₐ²)(1 − H));  G = Σ (sₐ − xₐ)²,  H = Σ zₖ²",
  where: {
    en: "sₐ: area's share of the industry; xₐ: its share of everything; zₖ: share of plant k in the industry",
    zh: "sₐ：区域占该行业份额；xₐ：区域占总体份额；zₖ：企业 k 占该行业份额",
  },
  cites: [
    {
      text: "Ellison, G. and Glaeser, E. L. (1997). Geographic concentration in U.S. manufacturing industries: a dartboard approach. Journal of Political Economy 105(5), 889-927.",
      checked: "secondary",
    },
  ],
  conventions: {
    base: {
      title: { en: "Areas are held against", zh: "区域份额的基准" },
      choices: {
        industries: { en: "all industries given", zh: "所给全部行业合计" },
        given: { en: "the base given", zh: "给定的基准" },
      },
    },
    plants: {
      title: { en: "Plants", zh: "企业" },
      choices: {
        rows: { en: "each row is one", zh: "每行为一家企业" },
        herfindahl: { en: "rows are sums, Herfindahl indices are given", zh: "各行为汇总值，赫芬达尔指数另行给定" },
      },
    },
  },
  means: {
    value: { en: "size of the plant, or of the industry in the area", zh: "企业规模，或行业在该区域的规模" },
    base: {
      en: "what areas are expected to have, in place of all industries",
      zh: "各区域的基准规模，代替全部行业之和",
    },
    herfindahl: {
      en: "concentration of each industry's plants, where rows are sums",
      zh: "行业内企业集中度，行数据为合计时给出",
    },
  },
  pitfalls: [
    {
      en: "An industry of one plant has no gamma; figures by area need H of the plants.",
      zh: "只有一家企业的行业没有 γ；按区域汇总的数据需给出企业 H。",
    },
    {
      en: ".05 and .02 are readings of US manufacturing, not tests.",
      zh: "0.05 与 0.02 是针对美国制造业的经验界线，并非检验。",
    },
  ],
  inputs: {
    plants: table({ area: label.one, sector: label.one, value: number.one }),
    base: optional(table({ area: label.one, value: number.one })),
    herfindahl: optional(table({ sector: label.one, value: number.one })),
  },
  options: z.strictObject({}),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => {
    const draw = random(seed, "ellison-glaeser/example");
    const rows = Array.from({ length: 3 * size }, (_, at) => ({
      area: `a${draw.integer(5)}`,
      sector: `s${at % 3}`,
      value: 1 + draw.integer(200),
    }));
    return {
      inputs: {
        plants: makeTable(
          "plants",
          [],
          [
            labels(
              "area",
              rows.map(({ area }) => area),
            ),
            labels(
              "sector",
              rows.map(({ sector }) => sector),
            ),
            numbers(
              "value",
              "person",
              rows.map(({ value }) => value),
            ),
          ],
        ),
      },
    };
  },
  worked: {
    source: {
      en: "by hand: x has plants of 3 and 1 in a, y of 2 and 2 in b: shares of areas 1/2; G = 1/2; H of x 10/16: (1/2 - 5/16) / (1/2 x 6/16) = 1; H of y 1/2: (1/2 - 1/4) / (1/4) = 1",
      zh: "手算：x 的企业 3 与 1 在 a，y 的 2 与 2 在 b：地区份额各 1/2；G = 1/2；x 的 H 为 10/16：(1/2 − 5/16) / (1/2 × 6/16) = 1；y 的 H 为 1/2：(1/2 − 1/4) / (1/4) = 1",
    },
    inputs: {
      plants: makeTable(
        "plants",
        [],
        [
          labels("area", ["a", "a", "b", "b"]),
          labels("sector", ["x", "x", "y", "y"]),
          numbers("value", "person", [3, 1, 2, 2]),
        ],
      ),
    },
    gives: { "industries[0].gamma": 1, "industries[1].gamma": 1, "industries[0].herfindahl": 0.625 },
  },
  run: ({ plants, base, herfindahl }) =>
    ellisonGlaeser({ area: plants.area, sector: plants.sector, value: plants.value, base, herfindahl }),
  scalars: {},
  tables: (result, { plants }) => glaeserTables(result, plants),
  views: [{ kind: "bars", table: "industries", category: "industry", value: "gamma" }],
  findings: ({ industries }) => {
    const known = industries.filter(({ gamma }) => !Number.isNaN(gamma));
    const top = known[0];
    if (top === undefined || known.length < 2) return [];
    return [
      {
        text: {
          en: "Of {n} industries {high} {high, plural, one {is} other {are}} highly concentrated (index above .05), first of all {industry} ({gamma}).",
          zh: "{n} 个行业中 {high} 个高度集聚（指数高于 0.05），最集聚的是{industry}（{gamma}）。",
        },
        values: {
          n: known.length,
          high: known.filter(({ gamma }) => gamma > 0.05).length,
          industry: { industries: [top.industry] },
          gamma: decimal(top.gamma, 3),
        },
      },
    ];
  },
});
