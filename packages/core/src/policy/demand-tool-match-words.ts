import type { Convention } from "../contract/method.ts";
import type { Text } from "../language/text.ts";

/** The answers that are taken where the literature has more than one. */
export const matchConventions = {
  demand: {
    title: { en: "Demand", zh: "需求" },
    choices: {
      obstacles: { en: "measured obstacles", zh: "实测障碍" },
      gaps: { en: "gaps to benchmarks", zh: "对标差距" },
      both: { en: "obstacles and gaps to benchmarks", zh: "障碍与对标差距" },
      either: {
        en: "obstacles and gaps to benchmarks; what one of them lacks rests on the other",
        zh: "障碍与对标差距；一方缺失者以另一方为准",
      },
    },
  },
} as const satisfies Record<string, Convention>;

/** What roles and options are. */
export const matchMeans = {
  low: { en: "below this ratio of supply to demand: uncovered", zh: "供需比低于此值为未覆盖" },
  high: { en: "above this ratio a problem may be over-subsidised", zh: "供需比高于此值可能过度补贴" },
  narrow: { en: "the part of incentives and subsidies from which it is", zh: "激励与补贴占比达到此值即为过度补贴" },
  fit: {
    en: "how well an instrument suits a problem: instrument, problem, 0 to 1; 1 unless said",
    zh: "工具对问题的适配度：按工具、问题给出 0 至 1；缺省为 1",
  },
  spread: { en: "how far each fit is varied", zh: "适配度的变动幅度" },
  gapWeight: { en: "weight of gaps beside obstacles", zh: "对标差距相对障碍的权重" },
  draws: { en: "how many times weights and fits are drawn", zh: "权重与适配度的抽样次数" },
  problem: { en: "problem, named as the register's objectives are", zh: "问题，与政策库的 objective 同名" },
  value: { en: "size of the obstacle or gap", zh: "障碍或差距的大小" },
  gaps: { en: "gaps to the benchmarks", zh: "与标杆的差距" },
  register: { en: "the register of policies", zh: "政策库" },
} as const satisfies Record<string, Text>;

/** What users trip over. */
export const matchPitfalls = [
  {
    en: "Supply counts entries under judged weights: read the class that holds in 95% of the draws, not the one under the stated weights alone.",
    zh: "供给按主观权重计条目，应看 95% 抽样中成立的类别，而非仅看给定权重下的类别。",
  },
] as const satisfies readonly Text[];
