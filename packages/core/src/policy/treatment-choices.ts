import type { Convention } from "../contract/method.ts";
import type { Text } from "../language/text.ts";

/** The answers that are taken where the literature has more than one. */
export const treatmentConventions = {
  entries: {
    title: { en: "Entries of the treatment", zh: "构成处理的政策" },
    choices: {
      all: { en: "all of the register", zh: "政策库全部条目" },
      named: { en: "those named", zh: "指定条目" },
    },
  },
  partly: {
    title: { en: "Places reached in part, of unknown size", zh: "部分涉及、份额不明的地区" },
    choices: { treated: { en: "treated", zh: "计为受处理" }, untreated: { en: "not treated", zh: "计为未受处理" } },
  },
  contaminated: {
    title: { en: "Untreated places that others touch", zh: "受其他影响的未处理地区" },
    choices: {
      keep: { en: "stay, flagged", zh: "保留并标记" },
      "leave-out": { en: "left out of the treatment table", zh: "不列入处理表" },
    },
  },
} as const satisfies Record<string, Convention>;

/** What roles and options are. */
export const treatmentMeans = {
  entries: { en: "ids of the entries that are the treatment; all unless said", zh: "构成处理的条目编号；缺省为全部" },
  lag: { en: "years from the beginning of an entry to that of its treatment", zh: "政策起始至处理起始的年数" },
  atLeast: { en: "so much of a place must be reached for it to be treated", zh: "涉及份额达到此值才算受处理" },
  partly: {
    en: "whether a place of which an unknown part is reached counts as treated",
    zh: "份额不明者按受处理或未处理计",
  },
  wanted: { en: "years before the treatment below which a place is flagged", zh: "处理前年数低于此值则标记" },
  announced_year: { en: "year of announcement, where it is earlier", zh: "公布年份（早于实施时）" },
  places_reached: { en: "places that it names, parted by semicolons", zh: "点名涉及的地区，以分号分隔" },
  places_partly: { en: "places reached in part, parted by semicolons", zh: "部分涉及的地区，以分号分隔" },
  share: { en: "how much of the place is reached", zh: "涉及该地的份额" },
  contaminated: {
    en: "whether untreated places under other entries, or beside treated ones, stay as comparison",
    zh: "受其他政策或邻近处理地区影响的未处理地区是否留作对照",
  },
  outcome: {
    en: "what is measured: it is put beside the treatment, ready for an estimator",
    zh: "结果变量：与处理状态并列，供估计方法使用",
  },
  panel: { en: "every place and year to be marked", zh: "待标记的全部地区与年份" },
  neighbours: { en: "who is whose neighbour, for contamination", zh: "邻接关系，用于判断溢出" },
  value: { en: "weight of the link", zh: "联系的权重" },
} as const satisfies Record<string, Text>;

/** What users trip over. */
export const treatmentPitfalls = [
  {
    en: "A matrix of treatment is a claim: entries dated by decade or by target treat nobody, which may leave out the policy that mattered.",
    zh: "处理矩阵本身是一种主张：仅有年代或目标日期的条目不计处理，可能漏掉关键政策。",
  },
  {
    en: "Flags repair nothing: always-treated places and anticipation must be dealt with by the estimator or the sample.",
    zh: "标记不作修正：始终受处理与预期效应须由估计方法或样本处理。",
  },
] as const satisfies readonly Text[];
