import type { Text } from "../language/text.ts";
import type { TreatmentFlag } from "../register/treatment.ts";

/** What each flag means for who estimates an effect, and what would be needed. */
export const flagWords: Readonly<Record<TreatmentFlag, Text>> = {
  undated: { en: "not dated to a year: treats nobody", zh: "无确切年份：不构成处理" },
  unreached: { en: "reaches no place of the panel", zh: "不涉及面板中的任何地区" },
  "always-treated": { en: "treated in every year: nothing to compare with before", zh: "各年均受处理：没有处理前可比" },
  "no-pre-period": { en: "treated from the first year, later not: no year before", zh: "首年即受处理：没有处理前年份" },
  "short-pre-period": { en: "few years before: no trend can be judged", zh: "处理前年份过少：无法判断趋势" },
  reversal: { en: "treated, and later no longer", zh: "曾受处理，后又退出" },
  partial: { en: "reached in part", zh: "仅部分受处理" },
  overlap: {
    en: "under several entries at once: one effect cannot be told from the other",
    zh: "同时受多项政策影响：效应无法区分",
  },
  anticipation: {
    en: "announced before treatment is counted: effects may come early",
    zh: "处理起始年之前已公布：效应可能提前",
  },
  contamination: {
    en: "not treated, but under other policies or beside treated places",
    zh: "未受处理，但受其他政策或邻近处理地区影响",
  },
  "other-policies": {
    en: "treated, and under other policies too: one effect cannot be told from the other",
    zh: "受处理，同时受其他政策影响：效应无法区分",
  },
  "all-at-once": {
    en: "every place is treated in the same year: no comparison is left",
    zh: "所有地区同年受处理：没有对照",
  },
  "nobody-treated": { en: "no place is treated within the years", zh: "各年内没有地区受处理" },
  "nobody-untreated": {
    en: "every place is treated at last: only later ones compare",
    zh: "所有地区最终均受处理：只能与较晚者比较",
  },
};
