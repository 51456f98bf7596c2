import type { Convention } from "../contract/method.ts";
import type { Text } from "../language/text.ts";

/** The answers that are taken where the literature has more than one. */
export const fixedEffectsConventions = {
  effects: {
    title: { en: "Fixed effects", zh: "固定效应" },
    choices: {
      place: { en: "places", zh: "地区" },
      year: { en: "years", zh: "年份" },
      none: { en: "none", zh: "无" },
    },
  },
  errors: {
    title: { en: "Errors", zh: "标准误" },
    choices: {
      cluster: { en: "by cluster (places unless given)", zh: "聚类（缺省按地区）" },
      "place-and-year": {
        en: "by place (or cluster where given) and by year",
        zh: "按地区（给出聚类时按聚类）与年份双向聚类",
      },
      heteroskedastic: { en: "White's, n / (n − K)", zh: "异方差稳健（HC1）" },
      conley: { en: "over space and time, Conley's", zh: "Conley 空间—时间稳健" },
      classical: { en: "one variance for all", zh: "同方差" },
    },
  },
  wild: {
    title: { en: "Wild cluster bootstrap", zh: "wild 聚类自助法" },
    choices: {
      imposed: { en: "null imposed, observed statistic counted", zh: "施加原假设，观测值计入" },
      none: { en: "not asked for", zh: "未使用" },
    },
  },
} as const satisfies Record<string, Convention>;

/** What roles and options are. */
export const fixedEffectsMeans = {
  outcome: { en: "what is explained", zh: "被解释变量" },
  regressors: { en: "the policy first, then controls", zh: "首列为政策变量，其后为控制变量" },
  factors: { en: "further factors to absorb, such as a sector", zh: "其他需吸收的因素，如行业" },
  clustering: { en: "rows of one cluster err together; places unless given", zh: "误差相关的组；缺省为地区" },
  lon: { en: "longitude, for Conley's errors", zh: "经度，用于 Conley 标准误" },
  lat: { en: "latitude, for Conley's errors", zh: "纬度，用于 Conley 标准误" },
  absorb: { en: "which effects are taken out", zh: "吸收哪些固定效应" },
  level: { en: "coverage of intervals", zh: "区间的置信水平" },
  draws: {
    en: "draws of the wild bootstrap, which gives p and leaves the interval to the t distribution; 0 leaves it out",
    zh: "wild 自助法抽取次数：p 值取自该法，区间仍按 t 分布；0 为不使用",
  },
  cutoff: {
    en: "km within which places err together in a year (Conley)",
    zh: "同年误差相关的距离上限，千米（Conley）",
  },
  lags: {
    en: "years over which the errors of a place hang together (Conley)",
    zh: "同一地区误差相关的年数（Conley）",
  },
} as const satisfies Record<string, Text>;
