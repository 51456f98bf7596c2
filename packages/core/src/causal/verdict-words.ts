import type { Text } from "../language/text.ts";

/** What each rule is about, for a card and a table. */
export const ruleTitles = {
  answered: { en: "Answer", zh: "有无结果" },
  error: { en: "Error", zh: "误差" },
  "few-units": { en: "Few units", zh: "单位过少" },
  "smallest-p": { en: "Smallest p", zh: "最小 p 值" },
  shown: { en: "Test", zh: "检验" },
  bounded: { en: "Interval", zh: "区间" },
  pretrend: { en: "Before treatment", zh: "处理前走势" },
  fit: { en: "Fit before", zh: "处理前拟合" },
  donors: { en: "Controls", zh: "对照数量" },
  weight: { en: "One control", zh: "单一对照" },
  "left-out": { en: "Without one control", zh: "逐一剔除" },
  early: { en: "Placebo in time", zh: "时间安慰剂" },
  unanswered: { en: "No answer", zh: "无结果" },
  "set-aside": { en: "Set aside", zh: "不予采用" },
  agreement: { en: "Other estimators", zh: "其他估计" },
  uncovered: { en: "Overlap", zh: "共同支撑" },
  imbalance: { en: "Balance", zh: "平衡性" },
  forbidden: { en: "Already treated as controls", zh: "以已处理者为对照" },
  power: { en: "Power", zh: "检验功效" },
  "short-pre-period": { en: "Years before", zh: "处理前年数" },
  "no-pre-period": { en: "No year before", zh: "无处理前年份" },
  "always-treated": { en: "Always treated", zh: "始终受处理" },
  reversal: { en: "Reversal", zh: "政策退出" },
  partial: { en: "Reached in part", zh: "部分涉及" },
  overlap: { en: "Several policies", zh: "政策重叠" },
  anticipation: { en: "Anticipation", zh: "提前反应" },
  contamination: { en: "Contamination", zh: "对照受波及" },
  "other-policies": { en: "Other policies", zh: "其他政策" },
  undated: { en: "Undated entries", zh: "未载日期" },
  "all-at-once": { en: "All at once", zh: "同时处理" },
  "nobody-treated": { en: "Nobody treated", zh: "无受处理者" },
  "nobody-untreated": { en: "Nobody untreated", zh: "无未处理者" },
} as const satisfies Record<string, Text>;
export type RuleName = keyof typeof ruleTitles;

const alone = (en: string, zh: string) => ({ en, zh });

/** What each rule says, by the side that it falls on. Amounts in the outcome's unit stand beside, as its unit is written. */
export const sentences = {
  answered: { decides: alone("{of} gives no answer on these data", "{of}在此数据上没有结果") },
  error: {
    decides: alone("{of} has no error, so that chance cannot be ruled out", "{of}没有误差估计，无法排除偶然"),
    against: alone(
      "{of} has no error of its own: the placebo test alone speaks of chance",
      "{of}本身没有误差估计：是否偶然仅由安慰剂检验判断",
    ),
  },
  "few-units": {
    places: alone(
      "{of}: {n, plural, one {# place} other {# places}} on one side; with fewer than {few} its interval needs a placebo test beside it",
      "{of}：一侧仅 {n} 个地区，不足 {few} 个时其区间须辅以安慰剂检验",
    ),
    carried: alone(
      "{of}: {n} clusters carry it; with fewer than {few} its interval needs a placebo test beside it",
      "{of}：实际承载效应的相当于 {n} 个聚类，不足 {few} 个时其区间须辅以安慰剂检验",
    ),
    unknown: alone(
      "{of}: how many places its interval rests on is not told; with few of them it is too narrow, and no placebo test stands beside it",
      "{of}：未说明其区间依据多少地区；地区很少时区间偏窄，而又未辅以安慰剂检验",
    ),
    clusters: alone(
      "{of}: {n, plural, one {# cluster} other {# clusters}}; with fewer than {few} its interval needs a placebo test beside it",
      "{of}：仅 {n} 个聚类，不足 {few} 个时其区间须辅以安慰剂检验",
    ),
  },
  "smallest-p": {
    decides: alone(
      "{of}: so few placebos allow no p below {smallest}, and {alpha} is asked for",
      "{of}：安慰剂过少，p 不可能低于 {smallest}，而要求为 {alpha}",
    ),
  },
  shown: {
    for: alone("{of}: chance is ruled out (p {p})", "{of}：可排除偶然（p {p}）"),
    decides: alone("{of}: chance is not ruled out (p {p})", "{of}：不能排除偶然（p {p}）"),
    interval: alone("{of}: the interval does not hold 0", "{of}：区间不含 0"),
    "holds-0": alone("{of}: the interval holds 0", "{of}：区间含 0"),
    "other-level": alone(
      "{of}: its interval covers {level}, and {asked} is asked for, so that without a p it tells nothing of chance",
      "{of}：其区间的置信水平为 {level}，而要求为 {asked}；又无 p 值，故不能排除偶然",
    ),
    "no-level": alone(
      "{of}: how much its interval covers is not told, so that without a p it tells nothing of chance",
      "{of}：未说明其区间的置信水平，又无 p 值，故不能排除偶然",
    ),
  },
  bounded: {
    for: alone("{of}: the interval lies within what would not matter", "{of}：区间落在无意义的范围之内"),
  },
  pretrend: {
    for: alone("{of}: before treatment no difference can be shown (p {p})", "{of}：处理前未见显著差异（p {p}）"),
    against: alone(
      "{of}: before treatment the two sides seem to move apart (p {p})",
      "{of}：处理前两组走势似有差异（p {p}）",
    ),
    decides: alone(
      "{of}: before treatment the two sides already moved apart (p {p})",
      "{of}：处理前两组走势已有差异（p {p}）",
    ),
    unknown: alone(
      "nothing tests whether the two sides moved together before treatment",
      "没有检验说明处理前两组走势是否一致",
    ),
  },
  fit: {
    for: alone(
      "{of}: before treatment the mixture misses by {times} of a usual yearly change",
      "{of}：处理前拟合误差为通常年际变动的 {times} 倍",
    ),
    decides: alone(
      "{of}: before treatment the mixture misses by {times} times the usual yearly change",
      "{of}：处理前拟合误差达通常年际变动的 {times} 倍",
    ),
  },
  donors: { against: alone("{of}: only {n, plural, one {# control} other {# controls}}", "{of}：对照地区仅 {n} 个") },
  weight: {
    against: alone("{of}: one control carries {share} of the comparison", "{of}：单一对照地区占比较权重的 {share}"),
  },
  "left-out": {
    for: alone("{of}: without one control or another the effect keeps its sign", "{of}：逐一剔除对照后效应不变号"),
    against: alone("{of}: without one control or another the effect changes its sign", "{of}：逐一剔除对照后效应变号"),
  },
  early: {
    for: alone("{of}: as if begun earlier, little is found", "{of}：假想提前处理所得甚小"),
    against: alone("{of}: as if begun earlier, much of it is found already", "{of}：假想提前处理即已得到相当部分"),
  },
  unanswered: { against: alone("{of} gives no answer on these data", "{of}在此数据上没有结果") },
  "set-aside": {
    against: alone(
      "{of} is set aside: before treatment it misses by {times} times the usual yearly change",
      "{of}不予采用：处理前拟合误差为通常年际变动的 {times} 倍",
    ),
  },
  agreement: {
    for: alone(
      "{alike} of {n} other estimates point the same way, {shown} of them beyond chance",
      "其他 {n} 个估计中 {alike} 个方向一致，其中 {shown} 个可排除偶然",
    ),
    decides: alone("only {alike} of {n} other estimates point the same way", "其他 {n} 个估计中仅 {alike} 个方向一致"),
    opposed: alone(
      "{of} finds the opposite beyond chance; {alike} of {n} other estimates point the same way",
      "{of}得到方向相反且可排除偶然的结果；其他 {n} 个估计中 {alike} 个方向一致",
    ),
    alone: alone("no other estimator stands beside it", "没有其他估计方法对照"),
  },
  uncovered: {
    against: alone(
      "{of}: {share} of what is treated has no counterpart and is left out",
      "{of}：{share} 的处理部分没有对照，未计入",
    ),
  },
  imbalance: {
    against: alone(
      "{of}: a covariate still differs by {difference} standard deviations between the sides",
      "{of}：仍有协变量在两组间相差 {difference} 个标准差",
    ),
  },
  forbidden: {
    against: alone(
      "{of}: {share} of the weight compares with places treated already",
      "{of}：{share} 的权重来自与已处理地区的比较",
    ),
  },
  power: {
    for: alone(
      "{of}: as large as the smallest effect that this panel would likely show, or larger",
      "{of}：不小于该面板大致能够识别的最小效应",
    ),
    against: alone(
      "{of}: smaller than the smallest effect that this panel would likely show",
      "{of}：小于该面板大致能够识别的最小效应",
    ),
    "for-by": alone(
      "{of}: as large as the smallest effect that {by} would likely find in this panel, or larger",
      "{of}：不小于该面板以{by}大致能够识别的最小效应",
    ),
    "against-by": alone(
      "{of}: smaller than the smallest effect that {by} would likely find in this panel",
      "{of}：小于该面板以{by}大致能够识别的最小效应",
    ),
  },
  "short-pre-period": {
    against: alone(
      "few years before treatment in {places, plural, one {# place} other {# places}}",
      "{places} 个受处理地区处理前年份过少",
    ),
  },
  "no-pre-period": {
    against: alone(
      "no year before treatment in {places, plural, one {# place} other {# places}}",
      "{places} 个地区没有处理前年份",
    ),
  },
  "always-treated": {
    against: alone(
      "treated in every year: {places, plural, one {# place} other {# places}}",
      "{places} 个地区各年均受处理",
    ),
  },
  reversal: {
    against: alone(
      "treated, and later no longer: {places, plural, one {# place} other {# places}}",
      "{places} 个地区的政策后来退出",
    ),
  },
  partial: {
    against: alone(
      "reached in part only: {places, plural, one {# place} other {# places}}",
      "{places} 个地区仅部分涉及",
    ),
  },
  overlap: {
    against: alone(
      "under several policies at once, whose effects cannot be told apart: {places, plural, one {# place} other {# places}}",
      "{places} 个地区同时受多项政策影响，效应无法区分",
    ),
  },
  anticipation: {
    against: alone(
      "announced before treatment is counted in {places, plural, one {# place} other {# places}}: effects may come early",
      "{places} 个地区在处理起始年之前已公布：效应可能提前",
    ),
  },
  contamination: {
    against: alone(
      "not treated, but under other policies or beside treated places: {places, plural, one {# place} other {# places}}",
      "{places} 个对照地区受其他政策或邻近处理地区影响",
    ),
  },
  "other-policies": {
    against: alone(
      "treated, and under other policies that untreated places are not under: {places, plural, one {# place} other {# places}}",
      "{places} 个受处理地区另受对照所无的其他政策影响",
    ),
  },
  undated: {
    against: alone(
      "without a year, so that they treat nobody: {entries, plural, one {# entry} other {# entries}}",
      "{entries} 项政策未载年份，不构成处理",
    ),
  },
  "all-at-once": { decides: alone("every place is treated in the same year", "所有地区同年受处理") },
  "nobody-treated": { decides: alone("no place is treated within the years", "各年内没有受处理地区") },
  "nobody-untreated": {
    against: alone("every place is treated in the end", "所有地区最终均受处理"),
  },
} as const satisfies Record<RuleName, Readonly<Record<string, Text>>>;

export const answers = {
  rise: { en: "raised", zh: "提高" },
  fall: { en: "lowered", zh: "降低" },
  "none-as-large": { en: "none as large as would matter", zh: "不存在有意义的效应" },
  "cannot-tell": { en: "cannot tell", zh: "尚不能判断" },
} as const satisfies Record<string, Text>;
export type Answer = keyof typeof answers;

export const sides = {
  for: { en: "holds it up", zh: "支持" },
  against: { en: "speaks against it", zh: "质疑" },
  decides: { en: "so that nothing can be told", zh: "因此不能判断" },
} as const satisfies Record<string, Text>;

const interval: Text = { en: "interval {low} to {high}", zh: "区间 {low} 至 {high}" };
const noInterval: Text = { en: "no interval of its own", zh: "本身无区间" };
const moved = (verb: string, verbZh: string, bounds: Text): Text => ({
  en: `{outcome}: the policy ${verb} it by {effect} on average (${bounds.en}; {estimator}, {n, plural, one {# treated place} other {# treated places}}). {against, plural, =0 {Nothing that was looked at speaks against it.} one {One thing speaks against it.} other {# things speak against it.}}`,
  zh: `{outcome}：政策使其平均${verbZh} {effect}（${bounds.zh}；{estimator}，受处理地区 {n} 个）。{against, plural, =0 {所查各项均无质疑。} other {有 # 项质疑。}}`,
});

/** The sentence of each answer. */
export const verdictSentences = {
  rise: moved("raised", "提高", interval),
  fall: moved("lowered", "降低", interval),
  "none-as-large": {
    en: "{outcome}: an effect as large as {relevant}, either way, is ruled out ({effect}, interval {low} to {high}; {estimator}, {n, plural, one {# treated place} other {# treated places}}).",
    zh: "{outcome}：可排除任一方向达到 {relevant} 的效应（{effect}，区间 {low} 至 {high}；{estimator}，受处理地区 {n} 个）。",
  },
  "cannot-tell": {
    en: "{outcome}: whether the policy changed it cannot be told ({effect}, interval {low} to {high}; {estimator}, {n, plural, one {# treated place} other {# treated places}}).",
    zh: "{outcome}：政策是否使其改变尚不能判断（{effect}，区间 {low} 至 {high}；{estimator}，受处理地区 {n} 个）。",
  },
} as const satisfies Record<Answer, Text>;

/** Where the estimate has no interval, which "none as large" does not do without. */
export const sentencesWithoutInterval = {
  rise: moved("raised", "提高", noInterval),
  fall: moved("lowered", "降低", noInterval),
  "cannot-tell": {
    en: "{outcome}: whether the policy changed it cannot be told ({estimator}).",
    zh: "{outcome}：政策是否使其改变尚不能判断（{estimator}）。",
  },
} as const satisfies Partial<Record<Answer, Text>>;
