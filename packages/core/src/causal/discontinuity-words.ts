import type { Convention } from "../contract/method.ts";
import type { Text } from "../language/text.ts";

/** The answers that are taken where the literature has more than one. */
export const discontinuityConventions = {
  kernel: {
    title: { en: "Kernel", zh: "核函数" },
    choices: {
      triangular: { en: "triangular", zh: "三角核" },
      uniform: { en: "uniform", zh: "均匀核" },
      epanechnikov: { en: "Epanechnikov", zh: "Epanechnikov 核" },
    },
  },
  errors: {
    title: { en: "Errors", zh: "标准误" },
    choices: {
      nearest: { en: "beside three nearest neighbours", zh: "三个最近邻" },
      hc1: { en: "heteroskedasticity-robust, HC1", zh: "异方差稳健（HC1）" },
    },
  },
  bandwidths: {
    title: { en: "Bandwidth", zh: "带宽" },
    choices: {
      common: { en: "of least mean square error, one for both sides", zh: "均方误差最小，两侧相同" },
      two: { en: "of least mean square error, one each", zh: "均方误差最小，两侧各自选取" },
      given: { en: "given", zh: "给定" },
    },
  },
  design: {
    title: { en: "Line", zh: "断点类型" },
    choices: {
      score: { en: "threshold of a score", zh: "指标门槛" },
      border: { en: "border, by signed distance", zh: "边界（带符号距离）" },
      time: { en: "date", zh: "日期" },
    },
  },
} as const satisfies Record<string, Convention>;

/** What roles and options are. */
export const discontinuityMeans = {
  running: {
    en: "what the line is drawn in: a score, the signed distance to a border, time",
    zh: "驱动变量：指标得分、到边界的带符号距离或时间",
  },
  outcome: { en: "what may jump at the line", zh: "可能在断点处跳跃的结果变量" },
  cutoff: { en: "where the line is; at it one is treated", zh: "断点；等于断点者受处理" },
  order: { en: "order of the polynomials", zh: "多项式次数" },
  bandwidth: {
    en: "of the estimate, in units of running; chosen unless given",
    zh: "估计所用带宽（与 running 同单位）；缺省自动选取",
  },
  biasBandwidth: {
    en: "of its bias; that of the estimate where only this is given",
    zh: "偏误估计所用带宽；仅给出 bandwidth 时与其相同",
  },
  donut: { en: "observations nearer to the line than this are left out", zh: "距断点小于此值的观测不用" },
  level: { en: "coverage of intervals", zh: "区间的置信水平" },
} as const satisfies Record<string, Text>;

/** What users trip over. */
export const discontinuityPitfalls = [
  {
    en: "Whether units sorted themselves to one side is not tested here: look at the counts of the bins next to the line.",
    zh: "此处不检验个体是否自行选择断点一侧：请查看断点两旁各组的观测数。",
  },
  {
    en: "The interval is that of the bias-corrected estimate, so that the conventional effect need not be at its middle.",
    zh: "区间为偏误修正估计的稳健区间，常规估计值不一定居中。",
  },
] as const satisfies readonly Text[];
