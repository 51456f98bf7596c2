/** What one word of a unit stands for: `numerator / denominator` of the base unit of `dimensions`. */
export interface Word {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly dimensions: Readonly<Record<string, number>>;
}

const word = (dimensions: Word["dimensions"], numerator = 1n, denominator = 1n): Word => ({
  numerator,
  denominator,
  dimensions,
});
const ratio = (denominator: bigint) => word({}, 1n, denominator);

/** Words in both languages, with what they are worth. Lengths in m, times in day, masses in gram. */
const entries: readonly (readonly [string, Word])[] = [
  ["percent % pct percentage 百分比 百分之 百分点 个百分点 percentage-point", ratio(100n)],
  ["permille per-mille ‰ 千分比 千分之 千分点", ratio(1000n)],
  ["person people capita 人 人口", word({ person: 1 })],
  ["household 户", word({ household: 1 })],
  ["yuan 元 人民币 人民币元 cny rmb", word({ yuan: 1 })],
  ["USD 美元", word({ USD: 1 })],
  ["EUR 欧元", word({ EUR: 1 })],
  ["GBP 英镑", word({ GBP: 1 })],
  ["JPY 日元 円", word({ JPY: 1 })],
  ["HKD 港元 港币", word({ HKD: 1 })],
  ["MOP 澳门元", word({ MOP: 1 })],
  ["m metre meter 米", word({ m: 1 })],
  ["km kilometre kilometer 公里 千米", word({ m: 1 }, 1000n)],
  ["m2 sqm 平方米", word({ m: 2 })],
  ["km2 sqkm 平方公里 平方千米", word({ m: 2 }, 1_000_000n)],
  ["hectare ha 公顷", word({ m: 2 }, 10_000n)],
  ["mu 亩", word({ m: 2 }, 10_000n, 15n)],
  ["m3 立方米", word({ m: 3 })],
  ["microgram μg ug 微克", word({ gram: 1 }, 1n, 1_000_000n)],
  ["milligram mg 毫克", word({ gram: 1 }, 1n, 1000n)],
  ["gram g 克", word({ gram: 1 })],
  ["kilogram kg 公斤 千克", word({ gram: 1 }, 1000n)],
  ["ton tonne 吨", word({ gram: 1 }, 1_000_000n)],
  ["second 秒", word({ day: 1 }, 1n, 86_400n)],
  ["minute 分钟", word({ day: 1 }, 1n, 1440n)],
  ["hour 小时", word({ day: 1 }, 1n, 24n)],
  ["day 天 日", word({ day: 1 })],
  ["week 周", word({ day: 1 }, 7n)],
  ["month 月", word({ month: 1 })],
  ["year 年", word({ year: 1 })],
  ["degree", word({ degree: 1 })],
  ["train 列 列次 车次", word({ train: 1 })],
  ["bed 床 床位 张床位 张", word({ bed: 1 })],
  ["hospital", word({ hospital: 1 })],
  ["patent", word({ patent: 1 })],
  ["vehicle 辆", word({ vehicle: 1 })],
  ["kWh 千瓦时", word({ kWh: 1 })],
  ["kilowatt kW 千瓦", word({ kW: 1 })],
  ["吨公里 吨千米", word({ gram: 1, m: 1 }, 1_000_000_000n)],
  ["人公里 人千米", word({ person: 1, m: 1 }, 1000n)],
  ["吨标准煤 tce", word({ tce: 1 })],
  ["标准箱 标箱 TEU", word({ TEU: 1 })],
  ["毫米 millimetre millimeter mm", word({ m: 1 }, 1n, 1000n)],
  ["celsius ℃ °C 摄氏度", word({ celsius: 1 })],
  ...[
    "个",
    "家",
    "所",
    "件",
    "项",
    "次",
    "人次",
    "座",
    "台",
    "套",
    "艘",
    "册",
    "篇",
    "处",
    "名",
    "头",
    "只",
    "部",
    "例",
  ].map((counted) => [counted, word({ [counted]: 1 })] as const),
];

export const words: ReadonlyMap<string, Word> = new Map(
  entries.flatMap(([names, meaning]) => names.split(" ").map((name) => [name, meaning] as const)),
);

export const scaleWords: ReadonlyMap<string, bigint> = new Map([
  ["hundred", 100n],
  ["thousand", 1000n],
  ["million", 10n ** 6n],
  ["billion", 10n ** 9n],
  ["trillion", 10n ** 12n],
  ["千", 10n ** 3n],
  ["万", 10n ** 4n],
  ["十万", 10n ** 5n],
  ["百万", 10n ** 6n],
  ["千万", 10n ** 7n],
  ["亿", 10n ** 8n],
  ["十亿", 10n ** 9n],
  ["百亿", 10n ** 10n],
  ["千亿", 10n ** 11n],
  ["万亿", 10n ** 12n],
]);

/** Words of counted things are kept in the singular, so that `beds` and `bed` are one dimension. */
export function singular(plural: string): string {
  if (/^(persons|people)$/.test(plural)) return "person";
  if (/(ss|us|is|gas|series|species)$/.test(plural)) return plural;
  if (/[^aeiou]ies$/.test(plural)) return plural.replace(/ies$/, "y");
  if (/(ss|sh|ch|x)es$/.test(plural)) return plural.replace(/es$/, "");
  return plural.replace(/s$/, "");
}
