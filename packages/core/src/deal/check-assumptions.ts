import { figureCell } from "./figure-cell.ts";
import { approximate, ratioOf } from "./money.ts";
import { type Assumption, type Deal, isDrawn } from "./schema.ts";
import type { Tell } from "./tell.ts";

/** Amounts that a deal may hold, of all parties, draws, years and drafts: two doubles each. */
const mostAmounts = 100_000_000;

/** What would not fit in memory is told before it is reckoned. */
export function checkSize({ parties, draws, years, drafts }: Deal, tell: Tell): void {
  const of = [Object.keys(parties).length, draws, years, Object.keys(drafts).length] as const;
  if (of.reduce((product, each) => product * each, 1) <= mostAmounts) return;
  tell.add(
    ["draws"],
    "deal-too-large",
    `${of[0]} parties x ${draws} draws x ${years} years x ${of[3]} drafts, expected a product of at most ${mostAmounts}`,
    `${of[0]} 方 × ${draws} 次模拟 × ${years} 年 × ${of[3]} 个方案，乘积至多 ${mostAmounts}`,
    { en: "take fewer draws", zh: "请减少模拟次数" },
  );
}

/** Rates at which there is no present value, or nothing that could be had. */
export function checkRates({ discount, seek }: Deal, tell: Tell): void {
  const rate = ratioOf(discount);
  if (rate !== undefined && approximate(rate) <= -1)
    tell.add(
      ["discount"],
      "discount-too-low",
      `is ${discount}, expected more than -100%`,
      `为 ${discount}，应大于 -100%`,
    );
  const confidence = seek === undefined ? undefined : ratioOf(seek.confidence);
  if (confidence !== undefined && (approximate(confidence) <= 0 || approximate(confidence) > 1))
    tell.add(
      ["seek", "confidence"],
      "confidence-outside",
      `is ${seek?.confidence}, expected more than 0% and at most 100%`,
      `为 ${seek?.confidence}，应大于 0%、至多 100%`,
    );
}

type Together = Deal["together"][number];

const forms = ["value", "expr", "triangular", "lognormal", "uniform"] as const;

/** Every assumption is a number in one form, every figure names a cell. */
export function checkAssumptions({ assumed, figures, together }: Deal, tell: Tell): void {
  for (const [name, assumption] of Object.entries(assumed)) {
    const path = ["assumed", name];
    const given = forms.filter((form) => assumption[form] !== undefined);
    if (given.length !== 1)
      tell.add(
        path,
        "assumption-form",
        `has ${given.length === 0 ? "no number" : given.join(" and ")}, expected exactly one of ${forms.join(", ")}`,
        `${given.length === 0 ? "没有数值" : `同时写了 ${given.join("、")}`}，应恰好写其一：${forms.join("、")}`,
      );
    checkForm(path, assumption, tell);
  }
  for (const [name, { from }] of Object.entries(figures))
    if (figureCell(from) === undefined)
      tell.add(
        ["figures", name, "from"],
        "figure-form",
        `is ${from}, expected study/ANALYSIS.SCALAR, study/ANALYSIS.TABLE[KEYS].COLUMN or study/DATASET[KEYS].COLUMN`,
        `为 ${from}，应为 study/分析.标量、study/分析.表[主键].列 或 study/数据集[主键].列`,
      );
  together.forEach(({ of }, at) => {
    const fixed = of.find((name) => !Object.hasOwn(assumed, name) || !isDrawn(assumed[name]));
    if (fixed !== undefined)
      tell.add(
        ["together", at, "of"],
        "not-drawn",
        `${fixed} is not drawn, expected assumptions with triangular, lognormal or uniform`,
        `${fixed} 不是随机假设，应为 triangular、lognormal 或 uniform`,
      );
    const isPair = ({ of: [a, b] }: Together) => of.includes(a) && of.includes(b);
    if (of[0] === of[1] || together.findIndex(isPair) < at)
      tell.add(
        ["together", at, "of"],
        "pair-twice",
        of[0] === of[1]
          ? `names ${of[0]} twice, expected two assumptions`
          : `${of.join(" and ")} are there already, expected each pair once`,
        of[0] === of[1] ? `${of[0]} 出现两次，应为两项不同的假设` : `${of.join(" 与 ")} 已出现过，每对只应写一次`,
      );
  });
}

function checkForm(path: string[], { triangular, lognormal, uniform }: Assumption, tell: Tell): void {
  if (triangular !== undefined && !(triangular[0] <= triangular[1] && triangular[1] <= triangular[2]))
    tell.add(
      [...path, "triangular"],
      "not-rising",
      `is ${triangular.join(", ")}, expected least, likeliest, most`,
      `为 ${triangular.join("、")}，应依次为最小、最可能、最大`,
    );
  if (uniform !== undefined && uniform[0] > uniform[1])
    tell.add(
      [...path, "uniform"],
      "not-rising",
      `is ${uniform.join(", ")}, expected least and most`,
      `为 ${uniform.join("、")}，应依次为最小、最大`,
    );
  if (lognormal !== undefined && !(lognormal[0] > 0 && lognormal[1] >= 1))
    tell.add(
      [...path, "lognormal"],
      "not-lognormal",
      `is ${lognormal.join(", ")}, expected a median above 0 and a factor of at least 1`,
      `为 ${lognormal.join("、")}，应为大于 0 的中位数与不小于 1 的倍数`,
    );
}
