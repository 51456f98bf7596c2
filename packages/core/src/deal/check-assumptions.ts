import { figureCell } from "./figure-cell.ts";
import { approximate, ratioOf } from "./money.ts";
import { type Assumption, type Deal, isDrawn } from "./schema.ts";
import type { Tell } from "./tell.ts";

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
